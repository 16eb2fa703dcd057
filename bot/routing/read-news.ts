import { findDates } from "../../casework/calendar/date-phrases.js";
import { dayNumber, localDate } from "../../casework/calendar/local-date.js";
import type { Command } from "./command.js";
import { caseOf, hasAny, type Utterance } from "./utterance.js";

const away =
  /(?:w(?:ä|ae)hrend|als|in der zeit,? (?:in der|wo)) ich (?:weg|nicht da|im urlaub|krank|abwesend) war|(?:wieder|zurück) da,? was|was (?:hab|habe) ich verpasst|while i was away/i;
const happened =
  /(?<!\p{L})(?:passiert|getan|geschehen|neu|ge(?:ä|ae)ndert|was war|los|happened|changed|new)(?!\p{L})/iu;

/** "was war, während ich weg war", "was ist seit Montag in meinen Fällen passiert", "was war seit 12.11.". */
export function readAbsence(said: Utterance): Command | undefined {
  const { text, words, id, today } = said;
  if (id || said.isCut || words.length > 14) return undefined;
  const since = findDates(text, today).find(
    (found) => found.kind === "days" && /^(?:seit|since)/i.test(found.phrase),
  );
  const asks = happened.test(text) && since !== undefined;
  if (!away.test(text) && !asks) return undefined;
  const isOwn = hasAny(words, "cases", "mine") || /^was war seit/i.test(text);
  if (!away.test(text) && !isOwn) return undefined;
  return { kind: "absence", ...(since?.kind === "days" ? { since: lastOf(since.from, today) } : {}) };
}

/** "seit Montag" is the last one, not the one to come. */
function lastOf(day: string, today: string): string {
  return day > today ? localDate(dayNumber(day) - 7) : day;
}

/** "übertragung 7f3q9", "seit der letzten Übertragung in die Datenbank KIM", "7f3q9 Datenbank KIM". */
export function readTransfer(said: Utterance): Command | undefined {
  const { text, words, id } = said;
  if (said.isCut || words.length > 18 || hasAny(words, "note", "measure")) return undefined;
  const database = /(?<!\p{L})(?:datenbank kim|kim-?datenbank|db kim|kim database)(?!\p{L})/iu.test(text);
  // "Transfer K-7F3Q9 to …" gives the case away, unless it is the database that it goes to.
  const english = /(?<!\p{L})transfer(?:red)?(?!\p{L})/iu.test(text) && (database || !/\bto\b/i.test(text));
  const transfers = english || /(?<!\p{L})(?:ü|ue)bertrag(?:ung|en|e)?(?!\p{L})/iu.test(text);
  if (!(transfers && database) && !(id && (transfers || database))) return undefined;
  return { kind: "transfer", caseId: caseOf(said) };
}
