import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { detectPersonalData } from "../../../casework/privacy/detect.js";
import { runApart } from "../../apart/run-apart.js";
import type { Growth } from "./growth.js";

/** Pieces that the detector looks at, in any order: where faults between its parts would show. */
const pieces = fc.constantFrom(
  ..."Frau|Herr|Fr.|fr|Dr.|Familie|Sohn|kl.|heißt|Name:|geb.|geboren am|*|Ahmad|Kaya|yilmaz|al|von|van der|und|,|, |. |: | (|) |-|/|\n|M.|K|K-7F3Q9|7f3q9|vom|JC|JuA|Kita|braucht|will|wohnt|in|Am Markt|Jülicher|Str.|straße|12a|5|52249|Eschweiler|12.03.1985|12.03.|1985-03-12|12. März 1985|10:30|Uhr|0171|3920055|+49|(030)|DE89 3704 0044 0532 0130 00|Az.|33.1-123/24|BG|12345//0001234|AZR|123456789012|C01X00T47|AC-AB|123|a@b.de|@|HIV|Diabetes|§|N. N.|Klient/in|zwei Personen|an bekannter Adresse|Ansprechperson|\u00ad|😀|é".split(
    "|",
  ),
);
const mixed = fc
  .array(fc.tuple(pieces, fc.constantFrom(" ", " ", " ", "", "\n", ", ")), { maxLength: 14 })
  .map((parts) => parts.flat().join(""));
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme" }),
  mixed,
);

describe("on any text", () => {
  test("findings have a place in it, in order and apart", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { findings } = detectPersonalData(text);
        let before = 0;
        for (const { start, end } of findings) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test("nothing that must go is found in the cleaned text, and cleaning it again changes nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { cleaned } = detectPersonalData(text);
        const again = detectPersonalData(cleaned);
        expect(again.findings.filter((finding) => finding.category === "removes")).toEqual([]);
        expect(again.cleaned).toBe(cleaned);
      }),
      { numRuns: 4000 },
    );
  });

  test("a text is changed exactly if something must go", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { findings, cleaned } = detectPersonalData(text);
        const removes = findings.some((finding) => finding.category === "removes");
        expect(cleaned === text).toBe(!removes);
      }),
      { numRuns: 2000 },
    );
  });
});

test("on hostile texts the time grows with the length, not faster", async () => {
  const measured = await runApart<Growth[]>(new URL("./growth.ts", import.meta.url));
  expect(measured.length).toBeGreaterThan(50);
  expect(measured.filter(({ linear, quick, inTime }) => !linear || !quick || !inTime)).toEqual([]);
}, 300_000);
