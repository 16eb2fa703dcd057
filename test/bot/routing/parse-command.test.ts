import { describe, expect, test } from "@jest/globals";
import { loadPhrases, misread } from "./phrases.js";

const phrases = loadPhrases();

describe("phrases", () => {
  test("tuned", () => {
    const tuned = phrases.filter((p) => !p.held);
    const bad = tuned.flatMap((p) => {
      const m = misread(p);
      return m ? [`${p.text}\n     want ${JSON.stringify(p.expect)}\n     got  ${m}`] : [];
    });
    console.log(`${tuned.length - bad.length}/${tuned.length}\n` + bad.join("\n"));
  });
});
