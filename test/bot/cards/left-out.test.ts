import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { draftWithMarks } from "../../../bot/cards/left-out.js";
import { de } from "../../../bot/texts/de.js";
import { detectPersonalData } from "../../../casework/privacy/detect.js";
import { fill, seeded } from "../../casework/privacy/fill.js";
import { FILL_GIVEN_NAMES, FILL_SURNAMES } from "../../casework/privacy/fill-names.js";
import { CORPUS } from "../../casework/privacy/measure.js";

/** Put together at run time: no private person stands in this file. */
const surname = FILL_SURNAMES[3] ?? "";
const born = ["14", "07", "1988"].join(".");

const shown = (text: string) => draftWithMarks(de, detectPersonalData(text));

test("a mark stands where something was left out", () => {
  expect(shown(`Kl. heißt ${surname} und braucht eine Wohnung`)).toMatch(
    /^> Kl\. heißt \*\*\[ein Name\]\*\* .*und braucht eine Wohnung$/,
  );
  expect(shown(`Wohngeld, geb. ${born}, Eschweiler`)).toBe("> Wohngeld, **[ein Geburtsdatum]** Eschweiler");
});

test("what was taken for Markdown or for a link is shown as it was typed", () => {
  expect(shown(`Frau ${surname} sagt [hier](https://example.org) *dringend*`)).toContain(
    "\\[hier\\](https://example.org) \\*dringend\\*",
  );
});

test("of a long text only what stands around the places is shown", () => {
  const filler = "Der Antrag liegt seit Wochen bei der Wohngeldstelle. ".repeat(12);
  const text = shown(`${filler}Frau ${surname} ruft zurück. ${filler}`);
  expect(text.length).toBeLessThan(200);
  expect(text).toMatch(/^> … .*\*\*\[ein Name\]\*\*.* …$/);
});

test("no mark brings back what was left out", () => {
  const rows = CORPUS.filter((row) => row.personal.length > 0);
  rows.forEach((row, number) => {
    const filled = fill(row, seeded(number));
    const detection = detectPersonalData(filled.text, { thisYear: 2026 });
    const { cleaned, places } = detection;
    for (const { at } of places) expect(at >= 0 && at <= cleaned.length).toBe(true);
    expect(places.map(({ at }) => at)).toEqual(places.map(({ at }) => at).sort((a, b) => a - b));
    const unmarked = draftWithMarks(de, detection)
      .replace(/ ?\*\*\[[^\]]*\]\*\* ?/g, " ")
      .slice(2);
    const signs = (text: string) => text.replace(/[\s\\]/g, "");
    expect(signs(unmarked)).toBe(signs(cleaned));
  });
});

test("on any text the places lie in order inside the cleaned text", () => {
  const pieces = fc.constantFrom(
    ...FILL_GIVEN_NAMES.slice(0, 20),
    "Frau",
    "geb.",
    born,
    ",",
    "(",
    ")",
    "Kita",
    "und",
    ":",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const { cleaned, places } = detectPersonalData(parts.join(" "));
      let before = 0;
      for (const { at } of places) {
        expect(at).toBeGreaterThanOrEqual(before);
        expect(at).toBeLessThanOrEqual(cleaned.length);
        before = at;
      }
    }),
    { numRuns: 2000 },
  );
});
