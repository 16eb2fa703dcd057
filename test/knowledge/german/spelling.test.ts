import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { editDistance, fold } from "../../../knowledge/german/spelling.js";

describe("folding", () => {
  test.each([
    ["Bürgergeld", "buergergeld"],
    ["Würselen", "WUERSELEN"],
    ["Würselen", "Wurselen"],
    ["Straße", "strasse"],
    ["Pässe", "Paesse"],
    ["BÄFÖG", "bafog"],
  ])("%s and %s are one spelling", (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  test("an ue that is no umlaut stays", () => {
    expect(fold("Steuer, neue Mauer, Quelle")).toBe("steuer, neue mauer, quelle");
  });

  test("a decomposed umlaut folds like a composed one", () => {
    expect(fold("Mu\u0308ller")).toBe(fold("Müller"));
  });

  test("folding twice changes nothing more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "e", "u", "o", "q", "ä", "ü", "ß") }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe("edit distance", () => {
  test("swapping two neighbours is one mistake", () => {
    expect(editDistance("ktia", "kita", 2)).toBe(1);
    expect(editDistance("eschwieler", "eschweiler", 1)).toBe(1);
  });

  test("beyond the bound it says so and no more", () => {
    expect(editDistance("wohngeld", "kindergeld", 2)).toBe(3);
    expect(editDistance("", "abc", 2)).toBe(3);
  });

  test("it agrees with the plain definition", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 0, max: 4 }), (a, b, max) => {
        expect(editDistance(a, b, max)).toBe(Math.min(plainDistance(a, b), max + 1));
      }),
      { numRuns: 1000 },
    );
  });
});

/** The recursive definition of optimal string alignment, too slow for anything but a test. */
function plainDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const steps = [
    plainDistance(a.slice(0, -1), b) + 1,
    plainDistance(a, b.slice(0, -1)) + 1,
    plainDistance(a.slice(0, -1), b.slice(0, -1)) + same,
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    steps.push(plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...steps);
}
