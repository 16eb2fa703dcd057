import type { KindSpan } from "./finding.js";
import { fold, foldedWords } from "./words/fold.js";
import { flagsOf, isStrongName } from "./words/lexicon.js";

const LOCAL_PART = /[\p{L}\p{N}._%+-]/u;
/** Shared mailboxes of offices: no personal data. */
const FUNCTION_MAILBOXES = new Set(
  foldedWords(
    "info kontakt post poststelle mail office team service verwaltung rathaus stadt gemeinde jugendamt sozialamt auslaenderamt auslaenderbehoerde jobcenter wohngeld beratung migrationsberatung mbe jmd kim ki anmeldung empfang zentrale sekretariat kita schule buergerbuero buergerservice standesamt familienkasse gesundheitsamt dolmetscher sprachmittlung noreply no-reply frauenhaus suchtberatung schuldnerberatung schulberatung wohnberatung beratungsstelle fluechtlingsberatung migrationsdienst sozialdienst gesundheit asyl integration soziales beirat migrationsbeirat eltern treff cafe pflegeberatung seniorenberatung rechnung bewerbung personal presse redaktion datenschutz hilfe support",
  ),
);

/** Mail addresses, also with "(at)". Linear: looks at most 64 signs to the left and 255 to the right of each @. */
export function findMails(text: string): readonly KindSpan[] {
  const found: KindSpan[] = [];
  for (const match of text.matchAll(/ ?[([]at[)\]] ?|@/gi)) {
    let start = match.index;
    while (start > 0 && match.index - start < 64 && LOCAL_PART.test(text[start - 1] ?? "")) start--;
    const after = match.index + match[0].length;
    const domain = /^(?:[\p{L}\p{N}-]{1,63}\.){1,6}[\p{L}]{2,24}/u.exec(text.slice(after, after + 255))?.[0];
    if (start === match.index || !domain) continue;
    const mailbox = text.slice(start, match.index).toLowerCase();
    const parts = mailbox.split(/[.+_-]/).map(fold);
    const isFunction = parts.some((part) => FUNCTION_MAILBOXES.has(part));
    if (isFunction && !parts.some((part) => isStrongName(part, flagsOf(part)))) continue;
    found.push({ kind: "email", start, end: after + domain.length });
  }
  return found;
}

/** Words that a number follows which is a phone number even when it is short. */
const PHONE_WORD =
  /(?:tel|telefon|telefonnummer|telefonnr|telnr|handy|handynr|handynummer|mobil|mobilnummer|mobilnr|fax|whatsapp|rückruf|rufnummer|durchwahl|phone|nummer|erreichbar unter)[ .:#-]{0,3}$/i;

const MORE_DIGITS = /\p{N}+/uy;

/**
 * Phone numbers, German and foreign, however grouped. Emergency and service numbers stay (110, 112, 115,
 * 116 016, 0800, 0180), and so do dates, times, amounts, postcodes and paragraphs.
 */
export function findPhones(text: string): readonly KindSpan[] {
  const found: KindSpan[] = [];
  const begin = /(?<![\p{L}\p{N}.,/:§-])(?:\+ ?|\(\+|\(?0|49|\d)\d/gu;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const end = phoneEnd(text, match.index);
    if (end > match.index) {
      found.push({ kind: "phone", start: match.index, end });
      begin.lastIndex = end;
    } else {
      // whatever this number is, do not start again inside it
      const behind = match.index + match[0].length;
      begin.lastIndex = Math.min(endOf(MORE_DIGITS, text, behind) ?? behind, match.index + 40);
    }
  }
  return found;
}

/** The end of the phone number that begins at `start`, or `start`. */
function phoneEnd(text: string, start: number): number {
  const window = text.slice(start, start + 40);
  if (isDateOrTime(window)) return start;
  const ends = groupEnds(window);
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    const rest = window.slice(end, end + LONGEST_CUT);
    if (CUT.test(rest)) continue;
    return isPhone(window.slice(0, end), () => isCalledPhone(text, start)) ? start + end : start;
  }
  return start;
}

/** A unit or the rest of an amount or time: the digits before it are no part of a phone number. */
const CUT =
  /^(?: ?(?:uhr|pers|personen|kinder|kind|jahre|euro|eur|€|qm|zimmer|%|tage|wochen|monate)|[:,.]\d)/i;
const LONGEST_CUT = 12;

function isCalledPhone(text: string, start: number): boolean {
  return PHONE_WORD.test(text.slice(Math.max(0, start - 24), start));
}

/** No number is longer (E.164). */
const MOST_DIGITS = 15;
const SIGNS_BEFORE = /\(?\+? ?/y;
const DIGITS = /\d+/y;
const SEPARATOR = /(?: ?[-–/.] ?|\)? ?\(?|\) ?[-/]? ?| {1,2})(?=\d)/y;

/**
 * Where the runs of digits end, at most three separators between them; a new number, a date or too many digits
 * end the last one.
 */
function groupEnds(window: string): number[] {
  const ends: number[] = [];
  let soFar = 0;
  let at = endOf(SIGNS_BEFORE, window, 0) ?? 0;
  for (;;) {
    const end = endOf(DIGITS, window, at);
    if (end === undefined) return ends;
    soFar += end - at;
    if (soFar > MOST_DIGITS) return ends;
    ends.push(end);
    const next = endOf(SEPARATOR, window, end);
    if (next === undefined) return ends;
    if (soFar >= 7 && startsAnew(window.slice(next), soFar)) return ends;
    at = next;
  }
}

function startsAnew(next: string, digitsBefore: number): boolean {
  return isDateOrTime(next) || (digitsBefore >= 9 && /^0\d{2,5}[ /-]?\d{3}/.test(next));
}

/** Where a sticky pattern that begins at `at` ends. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function isDateOrTime(from: string): boolean {
  const text = from.replace(/^\(/, "");
  return (
    /^\d{1,2}\. ?\d{1,2}\.(?! ?\d{3}\.)/.test(text) ||
    /^\d{4}-\d{2}-\d{2}(?!\d)/.test(text) ||
    /^\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)/.test(text) ||
    /^(?:0[1-9]|1[0-2])[./-](?:19|20)\d{2}(?!\d)/.test(text) ||
    /^\d{2}[./]\d{2} ?[-–] ?\d{2}[./]\d{2}(?!\d)/.test(text) ||
    /^\d{1,2}-\d{1,2}-(?:19|20)\d{2}(?!\d)/.test(text) ||
    /^[0-2]?\d[.:][0-5]\d(?: ?[-–] ?| ?uhr)/i.test(text)
  );
}

function isPhone(value: string, isCalled: () => boolean): boolean {
  const digits = value.replace(/\D+/g, "");
  if (/^0?(?:800|180|116|115|110|112)/.test(digits)) return false;
  if (value.startsWith("+") || value.startsWith("(+") || digits.startsWith("00")) {
    return digits.length >= 9 && digits.length <= 16;
  }
  if (digits.startsWith("0"))
    return digits.length >= 7 && digits.length <= 14 && !/^0533\d{4,8}$/.test(digits);
  if (/^491[5-7]/.test(digits)) return digits.length >= 11 && digits.length <= 13;
  return digits.length >= 6 && digits.length <= 12 && isCalled();
}
