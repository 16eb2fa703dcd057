import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  checkSurnameSet,
  covers,
  includesSurname,
  parseSurnames,
  type SurnameRanges,
  surnameKey,
} from "../../../knowledge/directory/surname-ranges.js";

const ranges = (written: string): SurnameRanges => {
  const parsed = parseSurnames(written);
  if (parsed === null) throw new Error(`no ranges: ${written}`);
  return parsed;
};
const has = (written: string, surname: string): boolean =>
  includesSurname(ranges(written), surnameKey(surname));

const sorted = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);

describe("letter ranges as offices write them", () => {
  test.each([
    ["A-K", "Kaya", true],
    ["A-K", "Lopez", false],
    ["A – K", "Ägidius", true],
    ["A bis K", "von der Heide", true],
    ["L, P, S (ohne St), W", "Sommer", true],
    ["L, P, S (ohne St), W", "Stein", false],
    ["L, P, S (ohne St), W", "Wagner", true],
    ["S ohne Sch und St", "Schulz", false],
    ["St", "Stein", true],
    ["Sch", "Schulz", true],
    ["S-T (ohne Sch, St)", "Taner", true],
    ["Aa-Ae", "Afridi", false],
    ["T, U, V", "Ünal", true],
    ["H-J und Q", "Al-Hassan", true],
    ["Z", "Żak", true],
  ])("%s and the name %s: %s", (written, surname, expected) => {
    expect(has(written, surname)).toBe(expected);
  });

  test.each(["", "K-A", "A-", "1-3", "(A", "A)", "alle", "A--K", "ohne St", "A-K?", "Мария"])(
    "„%s“ is no letter range",
    (written) => {
      expect(parseSurnames(written)).toBeNull();
    },
  );

  test("two letters are enough unless a digraph has an office of its own", () => {
    expect(covers(ranges("S (ohne St)"), "s")).toBe("maybe");
    expect(covers(ranges("S (ohne St)"), "sa")).toBe("yes");
    expect(covers(ranges("S (ohne St)"), "st")).toBe("no");
    expect(covers(ranges("Sch"), "sc")).toBe("maybe");
    expect(covers(ranges("A-K"), "ka")).toBe("yes");
    expect(covers(ranges("A-K"), "")).toBe("maybe");
  });

  test("gaps and overlaps of a set are named", () => {
    const check = checkSurnameSet([ranges("A-H"), ranges("H-R"), ranges("S (ohne St)"), ranges("T-Z")]);
    expect(check).toEqual({ gaps: ["St"], overlaps: ["H"] });
    expect(checkSurnameSet([ranges("A-Sch"), ranges("Sci-Z")])).toEqual({ gaps: [], overlaps: [] });
  });
});

describe("properties", () => {
  const surname = fc.stringMatching(
    /^(von |al-|Van der |O')?[A-ZÄÖÜÇŞ][a-zäöüßéçğ]{0,9}(-[A-Z][a-z]{1,5})?$/,
  );

  test("every surname lies in exactly one range of a complete set", () => {
    const complete = [
      ["A-K", "L-R, S (ohne Sch, St), T", "Sch, St", "U-Z"],
      ["L, P, S (ohne St), W", "A-F", "G-K, M-O", "Q, R, St, T-V, X-Z"],
    ].map((set) => set.map(ranges));
    for (const set of complete) expect(checkSurnameSet(set)).toEqual({ gaps: [], overlaps: [] });
    fc.assert(
      fc.property(surname, (name) => {
        const key = surnameKey(name);
        for (const set of complete) {
          expect(set.filter((one) => includesSurname(one, key))).toHaveLength(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("cutting the alphabet anywhere gives a complete set", () => {
    const cut = fc.stringMatching(/^[a-z]{1,3}$/);
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 6 }), surname, (cuts, name) => {
        const set: SurnameRanges[] = [];
        let rest = ranges("A-Z");
        for (const one of cuts) {
          const own = rest.flatMap(([from, to]): [string, string][] =>
            from < one ? [[from, sorted(to, one)[0]]] : [],
          );
          if (own.length > 0) set.push(own);
          rest = rest.flatMap(([from, to]): [string, string][] =>
            to > one ? [[sorted(from, one)[1], to]] : [],
          );
        }
        if (rest.length > 0) set.push(rest);
        expect(set.filter((part) => includesSurname(part, surnameKey(name)))).toHaveLength(1);
      }),
    );
  });

  test("what covers says of the first letters agrees with every whole name", () => {
    const written = fc.constantFrom(
      "A-K",
      "S (ohne St)",
      "Sch, St",
      "Aa-Am",
      "L, P, S (ohne St), W",
      "A-Sch",
    );
    fc.assert(
      fc.property(written, surname, fc.integer({ min: 1, max: 3 }), (text, name, count) => {
        const key = surnameKey(name);
        const answer = covers(ranges(text), key.slice(0, count));
        if (answer !== "maybe") expect(includesSurname(ranges(text), key)).toBe(answer === "yes");
      }),
      { numRuns: 500 },
    );
  });

  test("any text at all is parsed or refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        parseSurnames(text);
        surnameKey(text);
      }),
    );
  });
});
