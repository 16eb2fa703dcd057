import { expect, test } from "@jest/globals";
import { de } from "../../bot/texts/de.js";
import { filesUnder, rooms, textOf } from "./source-files.js";

/** What nobody reads is not said to anybody: every name of the catalogue occurs outside of it. */

const isCatalogue = (file: string) => /^bot\/texts\/(?:de|en)(?:\.ts|\/)/.test(file);

/** Those of lists of choices are values of the domain, which occur too. */
function namesIn(texts: object): readonly string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === "object" && text !== null && !Array.isArray(text) ? [name, ...namesIn(text)] : [name],
  );
}

test("every text is in use", () => {
  const sources = rooms
    .flatMap((room) => filesUnder(room))
    .filter((file) => file.endsWith(".ts") && !isCatalogue(file));
  const words = new Set(sources.flatMap((file) => textOf(file).match(/[\w-]+/g) ?? []));
  const names = [...new Set(namesIn(de))];
  expect(names.length).toBeGreaterThan(500);
  expect(names.filter((name) => !words.has(name) && !/[^\w-]/.test(name))).toEqual([]);
});
