import { trimmed } from "./argument.js";
import type { CaseSections, SaidMeasure } from "./command.js";
import { readConsent } from "./read-consent.js";
import { measureOf } from "./read-measure.js";
import { utterance } from "./utterance.js";

/** What begins another part of the sentence that opens a case. */
const marker =
  /(?<![\p{L}-])(?:(?<measures>maßnahmen?|massnahmen?|todos?|to-dos?|aufgaben?)\s*:|(?<followUp>wv|wiedervorlage)(?![\p{L}-])\s*:?|(?<consent>EWE|einwilligung(?:en|serklärung)?|schweigepflichtentbindung)(?![\p{L}-]))/giu;

/**
 * "…, Kita + Wohnung, Maßnahme: Kita-Navigator bis 12.03., WBS-Antrag bis ende märz; EWE JC schriftl. heute": the
 * facts of the case first, then its measures, Wiedervorlagen and consents, each until the next begins.
 */
export function sectionsOf(about: string, today: string): CaseSections {
  const marks = [...about.matchAll(marker)];
  const measures: SaidMeasure[] = [];
  const followUps: SaidMeasure[] = [];
  const consents: CaseSections["consents"][number][] = [];
  let facts = about.slice(0, marks[0]?.index ?? about.length);
  for (const [i, mark] of marks.entries()) {
    const end = marks[i + 1]?.index ?? about.length;
    const text = about.slice(mark.index + mark[0].length, end);
    if (mark.groups?.measures) {
      measures.push(...itemsIn(text).map((item) => measureOf(item, today)));
    } else if (mark.groups?.followUp) {
      followUps.push(measureOf(trimmed(text), today));
    } else {
      const said = readConsent(utterance(trimmed(about.slice(mark.index, end)), today));
      if (said?.kind === "consent" && !said.withdrawn) {
        const { kind: _kind, caseId: _none, ...consent } = said;
        consents.push(consent);
      } else {
        // Not understood as a consent: it stays where a person sees it.
        facts += about.slice(mark.index, end);
      }
    }
  }
  return {
    facts: trimmed(facts),
    measures: measures.filter(({ what }) => /[\p{L}\p{N}]/u.test(what)),
    followUps,
    consents,
  };
}

/** One measure between two commas or semicolons, brackets left whole. */
function itemsIn(text: string): readonly string[] {
  return text
    .split(/[;\n]|,(?=\s)(?![^()]*\))/)
    .map((item) => trimmed(item.replace(/^\s*(?:und|sowie)\s+/i, "")))
    .filter((item) => item !== "");
}
