import type { Span } from "./finding.js";
import type { Word } from "./tokens.js";
import { foldedWords } from "./words/fold.js";
import { DIAGNOSES } from "./words/health-words.js";

/**
 * Words of a diagnosis (DSGVO Art. 9, § 67(1) SGB X). Only warned of: there is no field for health, and the
 * person decides. What the directory helps with is no diagnosis and not warned of: Pflegegrad, GdB,
 * Therapieplatz, Suchtberatung, schwanger, krankgeschrieben, Krankenschein.
 */
const DIAGNOSIS = new Set(foldedWords(DIAGNOSES));
const BEGINNINGS = /^(?:depressi|schizophren|epilep|diabeti|hepatit|autisti|tuberkul|psychoti)/;
const ENDINGS =
  /(?:krebs|karzinom|tumor|leukamie|psychose|neurose|demenz|infarkt|erkrankung|storung|anamie|sucht|suchtig)$/;
const NO_DIAGNOSIS =
  /^(?:erkrankung|storung|sehnsucht|eifersucht|ruhestorung|betriebsstorung|sucht|suchtig|betriebserkrankung|zustandsstorung|versucht|gesucht|besucht|untersucht|aufgesucht|ausgesucht|ersucht)$/;
/** A topic of the directory, if this follows: "HIV Beratung", "Krebs Selbsthilfe". */
const SERVICE =
  /(?:beratung|beratungsstelle|hilfe|gruppe|ambulanz|klinik|test|impfung|schulung|pravention|stelle|zentrum|therapie|station|dienst)$/;
const SICK_OF = /^(?:psychisch|chronisch|seelisch|geistig|unheilbar|schwer|ernsthaft)$/;
/** ICD-10 as it stands on certificates: F43.1. Two digits before the point, so "A2.1" is a language level. */
const ICD = /(?<![\p{L}\p{N}])[A-TV-Z]\d{2}\.\d{1,2}[GVAZ]?(?![\p{L}\p{N}])/gu;

export function findHealth(text: string, words: readonly Word[]): readonly Span[] {
  const found: Span[] = [];
  words.forEach((word, i) => {
    const next = words[i + 1];
    const adjacent = next !== undefined && next.gap === " ";
    if (
      SICK_OF.test(word.folded) &&
      adjacent &&
      /^(?:krank|kranke|kranker|kranken|erkrankt|behindert)$/.test(next.folded)
    ) {
      found.push({ start: word.start, end: next.end });
      return;
    }
    if (!isDiagnosis(word) || (adjacent && SERVICE.test(next.folded))) return;
    // "Hepatitis C"
    const letter = adjacent && next.kind === "letter" && next.capital;
    found.push({ start: word.start, end: letter ? next.end : word.end });
  });
  for (const match of text.matchAll(ICD)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function isDiagnosis({ folded, text }: Word): boolean {
  if (DIAGNOSIS.has(folded)) return folded.length > 3 || text === text.toUpperCase() || folded === "hiv";
  if (SERVICE.test(folded) || NO_DIAGNOSIS.test(folded) || folded.length < 6) return false;
  return BEGINNINGS.test(folded) || ENDINGS.test(folded);
}
