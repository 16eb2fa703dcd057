import { fold } from "../../knowledge/german/spelling.js";
import type { LocalDate } from "../calendar/local-date.js";
import type { AgeBand, Language, StatusGroup } from "./facts.js";
import { ageBandIn } from "./prefill/age.js";
import { inGerman } from "./prefill/english.js";
import { householdIn } from "./prefill/household.js";
import { interpreterIn, languagesIn } from "./prefill/language.js";
import { statusIn } from "./prefill/status.js";
import { isUrgent } from "./prefill/urgency.js";

/** What was read out of a sentence. What is not there was not said, or not said clearly: a person fills it in. */
export type Prefill = {
  /** People living together, 1 to 30. */
  readonly household?: number;
  /** In the order of the text. */
  readonly languages: readonly Language[];
  readonly interpreter?: "yes" | "no";
  readonly ageBand?: AgeBand;
  readonly status?: { readonly group: StatusGroup; readonly expires?: LocalDate };
  readonly urgency?: "high";
};

/**
 * Fills the form of a case from half a sentence ("kl. 19 J., tigrinya, Duldung bis 30.06."), also in English. Pure; `today` is
 * `YYYY-MM-DD` in the person's zone. Rather leaves a field empty than guesses: what is wrong and prefilled is
 * seldom corrected. Topics and municipality are read by the directory.
 */
export function prefillFromText(text: string, today: LocalDate): Prefill {
  const folded = fold(withLongForms(inGerman(text.normalize("NFC"))));
  const household = householdIn(folded);
  const interpreter = interpreterIn(folded);
  const ageBand = ageBandIn(folded, today);
  const status = statusIn(folded, today);
  return {
    languages: languagesIn(folded),
    ...(household === undefined ? {} : { household }),
    ...(interpreter ? { interpreter } : {}),
    ...(ageBand ? { ageBand } : {}),
    ...(status ? { status } : {}),
    ...(isUrgent(folded) ? { urgency: "high" } : {}),
  };
}

/** Two-letter abbreviations whose letters folding would not keep apart from words. */
function withLongForms(text: string): string {
  return text
    .replace(/(?<!\p{L})AE(?=\s*(?:,\s*)?(?:mit|m\.|\d\s?ki|mutter|vater)(?!\p{L}))/giu, "alleinerziehend")
    .replace(/(?<!\p{L})AE(?!\p{L})/giu, "Aufenthaltserlaubnis")
    .replace(/(?<!\p{L})NE(?!\p{L})/gu, "Niederlassungserlaubnis");
}
