import type { FoundDate } from "../../casework/calendar/date-phrases.js";
import type { Command } from "./command.js";
import { findOffices } from "./office-words.js";
import { caseOf, datesOf, hasAny, isAny, isInside, type Utterance } from "./utterance.js";

type Consent = Extract<Command, { kind: "consent" }>;

/** "EWE JC 7F3Q9 schriftl. heute, bis ende juni, beide richtungen", "Einwilligung Jugendamt zurückgezogen". */
export function readConsent(said: Utterance): Command | undefined {
  const { words, id } = said;
  if (!hasAny(words, "consent") || hasAny(words, "template", "conference", "contacts")) return undefined;
  // Questions about consent in general are for the documents; about a case, its card answers them.
  if (said.isCut || said.isQuestion || said.endsAsQuestion || hasAny(words, "question", "notes"))
    return undefined;
  const withdrawn = hasAny(words, "withdrawn") || /\bnicht mehr\b/i.test(said.text);
  // "Einwilligung ABH nicht erteilt" gives none; the card of the case shows which there are.
  if (!withdrawn && hasAny(words, "missing")) return id && { kind: "show-case", caseId: id.id };
  const dates = datesOf(said);
  const found = findOffices(said, dates);
  const spans = [...dates, ...found.used];
  const rest = words.filter(
    (word) =>
      !isInside(word, spans) &&
      !isAny(
        word,
        "consent",
        "consentTail",
        "withdrawn",
        "glue",
        "case",
        "create",
        "make",
        "fresh",
        "writes",
      ),
  );
  if (!id && rest.length > 0) return undefined;
  return {
    kind: "consent",
    caseId: caseOf(said),
    offices: found.offices,
    withdrawn,
    ...(withdrawn ? {} : periodOf(dates)),
    ...formOf(said.text),
    ...directionOf(said.text),
  };
}

function periodOf(dates: readonly FoundDate[]): Pick<Consent, "from" | "until"> {
  const days = dates.filter((date) => date.kind === "days");
  const until = days.find((date) => date.relation === "until");
  const from = days.find((date) => date.relation !== "until");
  const isRange = from?.relation === "on" && from.from !== from.to;
  const end = until?.to ?? (isRange ? from.to : undefined);
  return { ...(from ? { from: from.from } : {}), ...(end ? { until: end } : {}) };
}

function formOf(text: string): Pick<Consent, "form"> {
  if (/(?<!\p{L})(?:schriftl|unterschr|unterzeichn|written|signed)/iu.test(text)) return { form: "written" };
  if (/(?<!\p{L})(?:m(?:ü|ue)ndl|telefon|tel(?!\p{L})|oral)/iu.test(text)) return { form: "oral" };
  return {};
}

function directionOf(text: string): Pick<Consent, "direction"> {
  if (/beide[nr]? richtung|beidseitig|gegenseitig|wechselseitig|both (?:ways|directions)/i.test(text)) {
    return { direction: "both" };
  }
  if (/nur (?:vom|von|auskunft)|auskunft (?:vom|von)/i.test(text)) return { direction: "from-recipient" };
  if (/nur an|eine richtung|einseitig/i.test(text)) return { direction: "to-recipient" };
  return {};
}
