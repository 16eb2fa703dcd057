import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { CASE_ID, findCaseIds, newCaseId, parseCaseId } from "../../../casework/privacy/case-id.js";
import { runApart } from "../../apart/run-apart.js";

const ids = (text: string) => findCaseIds(text).map((found) => found.id);

const fresh = fc
  .infiniteStream(fc.integer({ min: 0, max: 255 }))
  .map((bytes) => newCaseId((count) => Uint8Array.from({ length: count }, () => bytes.next().value)));

describe("a case id typed alone", () => {
  test.each(["7f3q9", "k7f3q9", "K-7F3Q9", "k 7f3q9", " K – 7f3q9 ", "#7F3Q9", "k_7f3q9"])(
    "%s is K-7F3Q9",
    (typed) => {
      expect(parseCaseId(typed)).toBe("K-7F3Q9");
    },
  );

  test("I and L are read as 1, O as 0", () => {
    expect(parseCaseId("k-ilo9z")).toBe("K-1109Z");
  });

  test.each(["", "k", "7f3q", "7f3q99", "K-7F3Q9 und mehr", "7u3q9", "ä7f3q"])("„%s“ is none", (typed) => {
    expect(parseCaseId(typed)).toBeUndefined();
  });
});

describe("a case id in a sentence", () => {
  test.each([
    ["zeig mir 7f3q9", "K-7F3Q9"],
    ["Notiz zu k7f3q9: wba raus", "K-7F3Q9"],
    ["FaKo für K-7F3Q9 mit JC", "K-7F3Q9"],
    ["ewe zu k 7f3q9, schriftl.", "K-7F3Q9"],
    ["(7f3q9)", "K-7F3Q9"],
    ["7F3Q9?", "K-7F3Q9"],
    ["K-ADMRS ist explizit", "K-ADMRS"],
  ])("„%s“ names %s", (text, id) => {
    expect(ids(text)).toEqual([id]);
  });

  test.each([
    "kinder in baesweiler, hallo",
    "PLZ 52249 und K 50667",
    "familie 5pers 3kind 30min 12mai 20std",
    "sgb12 oder sgb 2, hartz4",
    "B1 B2 A2.1 C1-Kurs",
    "Kita-Platz ab 2026",
    "IBAN DE89 3704 0044",
    "ab7f3q9 x-7f3q9 7f3q9-kurs",
    "krank seit märz",
  ])("„%s“ names none", (text) => {
    expect(ids(text)).toEqual([]);
  });

  test("several are given in order, each once, with their place", () => {
    const text = "k-7f3q9 und 2b8tz, dann K7F3Q9";
    expect(findCaseIds(text)).toEqual([
      { id: "K-7F3Q9", start: 0, end: 7 },
      { id: "K-2B8TZ", start: 12, end: 17 },
    ]);
  });
});

describe("a new case id", () => {
  test("is canonical and is found again however it is written", () => {
    fc.assert(
      fc.property(fresh, (id) => {
        const bare = id.slice(2);
        expect(id).toMatch(CASE_ID);
        for (const written of [id, id.toLowerCase(), bare, bare.toLowerCase(), `k${bare}`, `k ${bare}`]) {
          expect(parseCaseId(written)).toBe(id);
          expect(ids(`Notiz zu ${written}: Antrag raus`)).toEqual([id]);
        }
      }),
    );
  });

  test("is refused when the random source is stuck", () => {
    expect(() => newCaseId((bytes) => new Uint8Array(bytes))).toThrow(/random/);
  });

  test("any text can be searched in time that grows with its length", async () => {
    const times = await runApart<[string, number][]>(new URL("./case-id-speed.ts", import.meta.url));
    expect(times.filter(([, ms]) => ms >= 200)).toEqual([]);
  }, 120_000);
});
