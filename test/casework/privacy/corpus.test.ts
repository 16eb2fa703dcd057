import { describe, expect, test } from "@jest/globals";
import { fold } from "../../../casework/privacy/words/fold.js";
import { flagsOf, NAME } from "../../../casework/privacy/words/lexicon.js";
import { FILL_GIVEN_NAMES, FILL_SURNAMES } from "./fill-names.js";
import { CORPUS, measure, precision, recall } from "./measure.js";

const DRAWS = 12;

describe("the corpus", () => {
  test("has at least 400 texts, and a held-out part of 160, half of them with personal data", () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(400);
    const heldOut = CORPUS.filter((row) => row.part === "held-out");
    expect(heldOut.length).toBe(160);
    expect(heldOut.filter((row) => row.personal.length > 0).length).toBe(80);
  });

  test("holds no person: every name is a slot", () => {
    const names = CORPUS.flatMap((row) => row.personal).filter(([kind]) => kind === "name");
    for (const [, value] of names) expect(value).toMatch(/\{[gs]\d?(?:\.[a-z]+)?\}/);
  });
});

describe.each(["tuning", "held-out"] as const)("measured on the %s part", (part) => {
  const measured = measure(part, DRAWS);

  test("recall and precision of what must go stay above their floors", () => {
    expect(recall(measured.overall)).toBeGreaterThanOrEqual(0.97);
    expect(precision(measured.overall)).toBeGreaterThanOrEqual(0.99);
    expect(recall(measured.byKind.name ?? measured.overall)).toBeGreaterThanOrEqual(0.96);
  });

  test("numbers, addresses and health words are hardly ever missed", () => {
    for (const [kind, score] of Object.entries(measured.byKind)) {
      if (kind !== "name")
        expect([kind, recall(score) >= 0.97, precision(score) >= 0.97]).toEqual([kind, true, true]);
    }
  });

  test("texts without personal data are left as they are", () => {
    const [changed, of] = measured.blocked;
    expect(changed / of).toBeLessThanOrEqual(0.005);
  });

  test("what must stay stays", () => {
    const [lost, of] = measured.lost;
    expect(lost / of).toBeLessThanOrEqual(0.005);
  });
});

/** The honest part: names that the detector has on no list are found by where they stand and how they look. */
describe("with names that the detector does not list", () => {
  const unlisted = (list: readonly string[]) => list.filter((name) => (flagsOf(fold(name)) & NAME) === 0);
  const names = { given: unlisted(FILL_GIVEN_NAMES), surnames: unlisted(FILL_SURNAMES) };

  test("there are enough of them to say something", () => {
    expect(names.given.length).toBeGreaterThan(15);
    expect(names.surnames.length).toBeGreaterThan(30);
  });

  test("more than four in five go all the same", () => {
    for (const part of ["tuning", "held-out"] as const) {
      const { name } = measure(part, DRAWS, names).byKind;
      expect(name && recall(name)).toBeGreaterThanOrEqual(0.8);
    }
  });
});
