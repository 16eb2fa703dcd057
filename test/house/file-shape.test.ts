import { describe, expect, test } from "@jest/globals";
import { isPureData } from "./imports.js";
import { filesUnder, rooms, textOf } from "./source-files.js";

/** A suite that tries one contract from all sides may be longer than the code that keeps it. */
const MOST_LINES = { product: 300, test: 600 };

const sources = [...rooms, "test"]
  .flatMap((folder) => filesUnder(folder))
  .filter((file) => /\.[cm]?[jt]s$/.test(file));

describe("a source file", () => {
  test("has a name that says what it is about", () => {
    const nameless = /(^|[/-])(utils?|helpers?|common|misc)(\/|\.[^/]*$)|(^|\/)index\.[cm]?[jt]s$/;
    expect(sources.filter((file) => nameless.test(file))).toEqual([]);
  });

  // Lists of words and catalogues of texts hold no code and are as long as their subject.
  test(`stays under ${MOST_LINES.product} lines where it holds code, a suite under ${MOST_LINES.test}`, () => {
    const long = sources
      .filter((file) => file.endsWith(".ts"))
      .map((file) => ({ file, text: textOf(file) }))
      .map(({ file, text }) => ({ file, text, lines: text.split("\n").length - 1 }))
      .filter(({ file, lines }) => lines >= (file.startsWith("test/") ? MOST_LINES.test : MOST_LINES.product))
      .filter(({ text }) => !isPureData(text));
    expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
  });

  test("stands in lower case with hyphens", () => {
    const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.(property|test|bench|enum|d)){0,2}\.[cm]?[jt]s$/;
    expect(sources.filter((file) => !name.test(file.split("/").at(-1) ?? ""))).toEqual([]);
  });
});
