import { describe, expect, test } from "@jest/globals";
import { isPureData } from "./imports.js";
import { filesUnder, rooms, textOf } from "./source-files.js";

const MOST_LINES = 300;

const sources = [...rooms, "test"]
  .flatMap((folder) => filesUnder(folder))
  .filter((file) => /\.[cm]?[jt]s$/.test(file));

describe("a source file", () => {
  test("has a name that says what it is about", () => {
    const nameless = /(^|[/-])(utils?|helpers?|common|misc)(\/|\.[^/]*$)|(^|\/)index\.[cm]?[jt]s$/;
    expect(sources.filter((file) => nameless.test(file))).toEqual([]);
  });

  // Lists of words and catalogues of texts hold no code and are as long as their subject.
  test(`stays under ${MOST_LINES} lines where it holds code`, () => {
    const long = sources
      .filter((file) => file.endsWith(".ts"))
      .map((file) => ({ file, text: textOf(file) }))
      .map(({ file, text }) => ({ file, text, lines: text.split("\n").length - 1 }))
      .filter(({ lines, text }) => lines >= MOST_LINES && !isPureData(text));
    expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
  });

  test("stands in lower case with hyphens", () => {
    const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|bench|enum|d))?\.[cm]?[jt]s$/;
    expect(sources.filter((file) => !name.test(file.split("/").at(-1) ?? ""))).toEqual([]);
  });
});
