import type { Command } from "./command.js";
import { caseOf, hasAny, isAny, isOnly, type Utterance } from "./utterance.js";

/** "Verlauf K-7F3Q9", "was ist bei 7f3q9 bisher passiert", "Notizen zu 7f3q9". */
export function readHistory(said: Utterance): Command | undefined {
  const { words } = said;
  const isNamed = hasAny(words, "history", "notes") || (said.id !== undefined && hasAny(words, "happened"));
  if (!isNamed || said.isCut) return undefined;
  const allowed = ["history", "notes", "historyTail", "glue", "show", "case"] as const;
  return isOnly(words, ...allowed) ? { kind: "history", caseId: caseOf(said) } : undefined;
}

/**
 * "Ansprechpartner zu K-7F3Q9", "wen anrufen zu 7f3q9", "wer ist für diesen Fall zuständig". Without an id only
 * where nothing else is asked for: "Ansprechpartner Jugendamt Stolberg" is for the directory.
 */
export function readContacts(said: Utterance): Command | undefined {
  const { words, id } = said;
  if (said.isCut) return undefined;
  const isNamed = hasAny(words, "contacts");
  const isAsked = hasAny(words, "reaches") || /\bwelche\b.*\b(?:ämter|stellen|behörden)\b/i.test(said.text);
  const allowed = ["contacts", "contactTail", "reaches", "glue", "case", "show"] as const;
  if (id) {
    const extra = words.filter((word) => !isAny(word, ...allowed)).length;
    const isMeant = isNamed ? extra <= 4 : isAsked && extra === 0;
    return isMeant ? { kind: "contacts", caseId: id.id } : undefined;
  }
  if (!isOnly(words, ...allowed) || !(isNamed || (isAsked && hasAny(words, "case")))) return undefined;
  return { kind: "contacts", caseId: "last" };
}

/** "meine Fälle", "welche Fälle habe ich offen"; "zeig mir den Fall" without an id lists them too. */
export function readMyCases(said: Utterance): Command | undefined {
  const { words } = said;
  if (said.id || said.isCut) return undefined;
  const isPlural = hasAny(words, "cases") && isOnly(words, "cases", "mine", "glue", "show");
  const isWhich =
    hasAny(words, "case") &&
    (words.length === 1 || hasAny(words, "show", "mine")) &&
    isOnly(words, "case", "mine", "glue", "show");
  // "meine offenen Fälle in Stolberg": the list shows where they are.
  const own = words.findIndex((word) => /^mein/.test(word.folded));
  const isOwn =
    own >= 0 && words.slice(own, own + 3).some((word) => isAny(word, "cases")) && !said.isQuestion;

  return isPlural || isWhich || isOwn ? { kind: "my-cases" } : undefined;
}

/** "Zeig mir K-7F3Q9", "7f3q9", "Status K-7F3Q9", and questions that the card of the case answers. */
export function readShowCase(said: Utterance): Command | undefined {
  const { id, words } = said;
  if (!id || said.isCut) return undefined;
  const isShown = isOnly(
    words,
    "show",
    "showTail",
    "glue",
    "case",
    "client",
    "agenda",
    "agendaTail",
    "fresh",
  );
  const isAsked = isOnly(
    words,
    "showQuestion",
    "showTail",
    "glue",
    "case",
    "measure",
    "measures",
    "conference",
    "consent",
    "agendaTail",
    "show",
    "overdue",
  );
  return isShown || isAsked ? { kind: "show-case", caseId: id.id } : undefined;
}
