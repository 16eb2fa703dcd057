import type { FoundDate } from "../../casework/calendar/date-phrases.js";
import type { Command } from "./command.js";
import { findOffices } from "./office-words.js";
import { caseOf, datesOf, hasAny, impossibleDateIn, isAny, isInside, type Utterance } from "./utterance.js";

type Consent = Extract<Command, { kind: "consent" }>;

/** "EWE JC 7F3Q9 schriftl. heute, bis ende juni, beide richtungen", "Einwilligung Jugendamt zurückgezogen". */
export function readConsent(said: Utterance): Command | undefined {
  const { words, id } = said;
  if (!hasAny(words, "consent") || hasAny(words, "template", "conference", "contacts")) return undefined;
  if (said.isCut || hasAny(words, "notes")) return undefined;
  // Questions about consent in general are for the documents; about a case, its overview answers them.
  if (said.isQuestion || said.endsAsQuestion || hasAny(words, "question")) {
    const isAboutCase = id !== undefined || isWhichAreMissing(said.text);
    return isAboutCase ? { kind: "consents", caseId: caseOf(said) } : undefined;
  }
  const withdrawn = hasAny(words, "withdrawn") || /\bnicht mehr\b/i.test(said.text);
  // "Einwilligung ABH nicht erteilt" gives none; the overview shows which there are.
  if (!withdrawn && hasAny(words, "missing")) {
    return id || isWhichAreMissing(said.text) ? { kind: "consents", caseId: caseOf(said) } : undefined;
  }
  const dates = datesOf(said);
  const found = findOffices(said, dates);
  const offices = found.offices.filter((office) => !isKim(office) && !isGiver(office));
  const base = found.offices.some(isKim) || /(?:grund|basis)einwilligung/i.test(said.text);
  if (!withdrawn && !base && offices.length === 0 && isOverview(said)) {
    return { kind: "consents", caseId: caseOf(said) };
  }
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
        "show",
      ),
  );
  if (!id && rest.length > 0) return undefined;
  return {
    kind: "consent",
    caseId: caseOf(said),
    offices,
    withdrawn,
    ...(base ? { base } : {}),
    ...(/übergabe|uebergabe|übergeben|hand ?over/i.test(said.text) ? { handover: true } : {}),
    ...(withdrawn ? {} : { ...periodOf(dates), ...impossibleDateIn(dates) }),
    ...(withdrawn ? {} : giversOf(said.text)),
    ...(/schweigepflicht|entb[iu]nd|§ ?203|confidentiality/i.test(said.text) && !withdrawn
      ? { released: true }
      : {}),
    ...formOf(said.text),
    ...directionOf(said.text),
  };
}

/** "welche Einwilligungen fehlen noch", "fehlende EWE". */
function isWhichAreMissing(text: string): boolean {
  return (
    /\bfehl(?:en|t|ende[nr]?)\b|\bmissing\b/i.test(text) &&
    /einwilligungen|\bEWEn?\b|\bconsents\b/i.test(text)
  );
}

/** Several are looked at, one is recorded: "Einwilligungen zu K-7F3Q9", "zeig die EWE zu 7f3q9". */
function isOverview({ words, text }: Utterance): boolean {
  const several = words.some(({ folded }) =>
    /^(?:einwilligungen|ewen|einverstandnisse|consents)$/.test(folded),
  );
  const how = formOf(text).form !== undefined || /\balle\b/i.test(text);
  return hasAny(words, "show") || (several && !how && !hasAny(words, "create", "make", "fresh"));
}

function isKim(office: string): boolean {
  return /^kim$/i.test(office);
}

/** "durch den Vormund": who gave it, no recipient. */
function isGiver(office: string): boolean {
  return /^(?:vormund|vormundin|betreuer|betreuerin)$/i.test(office);
}

/** Who consented, by role; a sentence that says nothing of it leaves it to the card. */
function giversOf(text: string): Pick<Consent, "givers"> {
  if (
    /beide[nr]? (?:eltern|erwachsene)|mutter (?:und|u\.?|\+) vater|vater (?:und|u\.?|\+) mutter|eltern|both (?:parents|adults)|by (?:the )?parents|mother and father|father and mother/i.test(
      text,
    )
  ) {
    return { givers: ["adult", "second-adult"] };
  }
  if (/vormund|rechtliche[rn]? (?:betreu|vertret)|legal guardian/i.test(text))
    return { givers: ["legal-guardian"] };
  const young = /jugendliche|junge[rn]? mensch|tochter|sohn(?!\p{L})|young person/iu.test(text);
  const adult = /mutter|vater|klient(?:in)?(?!\p{L})|mother|father|by (?:the )?client/iu.test(text);
  if (young) return { givers: adult ? ["adult", "young-person"] : ["young-person"] };
  if (/alle (?:gemeinsam|haben|zusammen)|von allen/i.test(text)) return { givers: ["all"] };
  return adult ? { givers: ["adult"] } : {};
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
  if (/(?<!\p{L})(?:schriftl|unterschr|unterzeichn|written|writing|signed)/iu.test(text))
    return { form: "written" };
  if (/(?<!\p{L})(?:telefon|tel(?!\p{L})|by phone|phone)/iu.test(text)) return { form: "phone" };
  if (/(?<!\p{L})(?:m(?:ü|ue)ndl|oral|verbal)/iu.test(text)) return { form: "oral" };
  return {};
}

function directionOf(text: string): Pick<Consent, "direction"> {
  if (/beide[nr]? richtung|beidseitig|gegenseitig|wechselseitig|both (?:ways|directions)/i.test(text)) {
    return { direction: "both" };
  }
  if (/nur (?:vom|von|auskunft)|auskunft (?:vom|von)|only from/i.test(text))
    return { direction: "from-recipient" };
  if (/nur an|eine richtung|einseitig|only to|one (?:way|direction)/i.test(text))
    return { direction: "to-recipient" };
  return {};
}
