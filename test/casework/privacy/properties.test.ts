import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { detectPersonalData } from "../../../casework/privacy/detect.js";
import { fill, seeded } from "./fill.js";
import { CORPUS } from "./measure.js";

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

describe("on hostile texts", () => {
  const hostile =
    "a|A|0|1 |01.|1.1.|0 0|+|@|a@|a.a.a.|frau |Frau A |Herr M. |ahmad |Ahmad und |Ahmad, |van der |a-|Az |az: |k 7f3q9 |DE00 |de12 3456 |geb. |geb 1.|*1|12.03.1985 |Straße |str. 12a |am markt 1 |\n|\t|é|😀|\u00ad|Zurmati |A.|1a|( |0(|0/|0-|12345//|5 K 1|A123456789 |tel. 0|Name: |heißt |Wohnugn ".split(
      "|",
    );

  /** Processor time in ms. */
  const timeOf = (text: string): number => {
    const before = process.cpuUsage();
    detectPersonalData(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  const ordinary = CORPUS.map((row, number) => fill(row, seeded(number)).text).join("\n");
  const notes = ordinary.repeat(Math.ceil(100_000 / ordinary.length)).slice(0, 100_000);

  /**
   * Whether one of a few measurements holds: the first ones pay for the compiler, and a busy machine for its other
   * work, but what is quadratic is too slow each time.
   */
  const holdsOnce = (measure: () => boolean): boolean => Array.from({ length: 6 }).some(measure);

  test("the time grows with the length, not faster", () => {
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const [short, long] = [text.slice(0, 25_000), text.slice(0, 100_000)];
      // four times the text: four times the time, sixteen if it were quadratic
      const linear = holdsOnce(() => {
        const quarter = timeOf(short);
        return timeOf(long) <= 40 + 10 * quarter;
      });
      expect({ piece, linear }).toEqual({ piece, linear: true });
      // However fast the machine: not much slower than notes as people write them.
      const quick = holdsOnce(() => timeOf(long) <= 3 * timeOf(notes));
      expect({ piece, quick }).toEqual({ piece, quick: true });
      expect({ piece, slow: !holdsOnce(() => timeOf(long) <= 300) }).toEqual({ piece, slow: false });
    }
  });
});
