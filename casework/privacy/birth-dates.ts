import type { Span } from "./finding.js";
import type { NameSpan } from "./names/find-names.js";
import type { Word } from "./tokens.js";
import { foldedWords } from "./words/fold.js";
import { PLACE } from "./words/lexicon.js";
import { RELATIVES } from "./words/person-words.js";

const MONTHS =
  "jan(?:uar)?|jän(?:ner)?|feb(?:ruar)?|mär(?:z)?|mrz|maerz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?";
const START = "(?<![\\p{L}\\p{N}]|\\d[./-])";
const END = "(?![\\p{L}\\p{N}]|[-/]\\d)";

/** "12.05. 10:30", "12.05. 10 Uhr": an hour, not a year. */
const HOUR = "(?! ?[:.]\\d{2}(?!\\d)| ?(?:uhr|h)(?!\\p{L})|-\\d{1,2} ?uhr)";

const NUMERIC = new RegExp(
  `${START}(\\d{1,2})(?: ?[.] ?|[/-])(\\d{1,2})(?: ?[.] ?|[/-])(\\d{4}|\\d{2}${HOUR})${END}`,
  "giu",
);
const ISO = new RegExp(`${START}(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${END}`, "gu");
const WRITTEN = new RegExp(`${START}(\\d{1,2})\\.? ?(${MONTHS})\\.? ?(\\d{4}|['’]?\\d{2})${END}`, "giu");
/** Incomplete ones count only after a word for birth. */
const DAY_AND_MONTH = new RegExp(`${START}(\\d{1,2})\\. ?(?:(\\d{1,2})\\.|(?:${MONTHS}))(?! ?\\d)`, "giu");
const MONTH_AND_YEAR = new RegExp(`${START}(?:${MONTHS}|\\d{1,2}[./]) ?(\\d{4})${END}`, "giu");
const UNBROKEN = new RegExp(`${START}([0-3]\\d)([01]\\d)((?:19|20)\\d{2})${END}`, "gu");

export type BirthDateSpan = Span & {
  /** From the word for birth on ("geb.", "*"), to the end of one that follows. */
  readonly cueStart: number;
  readonly cueEnd: number;
};

const BIRTH = new Set(
  foldedWords(
    "geb geboren geborene geborener gebdat gebdatum geburt geburtsdatum geburtstag geburtsdat gebtag gebtg dob born birth birthday gd gebd gebs",
  ),
);
const BETWEEN = new Set(
  foldedWords(
    "am an im in der den dem ist war dat datum tag des klient kl kind sohn tochter of date u und ca",
  ),
);
const RELATIVE = new Set(foldedWords(RELATIVES));
/** After these a date is something else: a deadline, a decision, an entry. */
const OTHER_DATE = new Set(
  foldedWords(
    "vom von seit ab bis zum am den der dem des stand einreise eingereist ankunft angekommen urteil gesetz bescheid fassung gültig ausgestellt heirat verheiratet termin frist datum und beginn ende start zwischen mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag spätestens zu im fällig wv wiedervorlage antrag schreiben brief mail vertrag einzug auszug",
  ),
);

/**
 * Birth dates. Sure with a word for birth beside them, in any spelling, the day without a year included.
 * Without one a full date counts if it is 16 to 100 years ago and nothing says that it is another date, or if
 * it follows a name or a word for a child and is at least a year ago. A year alone ("Jg. 1985", "geb. 1985")
 * is no more exact than an age and stays.
 */
export function findBirthDates(
  text: string,
  words: readonly Word[],
  names: readonly NameSpan[],
  thisYear: number,
): readonly BirthDateSpan[] {
  const found: BirthDateSpan[] = [];
  const indexAt = wordIndex(words);
  const afterName = new Set(names.map((name) => name.to));

  const look = (pattern: RegExp, yearOf: (match: RegExpMatchArray) => number | undefined, alone: boolean) => {
    for (const match of text.matchAll(pattern)) {
      const year = yearOf(match);
      const start = match.index;
      if (Number.isNaN(year)) continue;
      const end = start + match[0].length;
      const first = indexAt(start);
      const cue = cueAround(text, words, first, start, end);
      if (cue) found.push({ start, end, ...cue });
      else if (alone && year !== undefined && isLikelyBirth(first, start, thisYear - year)) {
        found.push({ start, end, cueStart: start, cueEnd: end });
      }
    }
  };

  const isLikelyBirth = (first: number, start: number, age: number): boolean => {
    const before = words[first - 1];
    const gap = before ? text.slice(before.end, start) : "";
    if (gap.includes("*")) return true;
    const close = /^[ ,(;:-]{1,3}$/.test(gap);
    if (before && close && age >= 1 && age <= 110) {
      if (afterName.has(first) || RELATIVE.has(before.folded)) return true;
    }
    if (age < 16 || age > 100) return false;
    return !(before && close && OTHER_DATE.has(before.folded));
  };

  look(NUMERIC, (m) => dayAndMonth(m[1], m[2]) && fullYear(m[3], thisYear), true);
  look(ISO, (m) => dayAndMonth(m[3], m[2]) && fullYear(m[1], thisYear), true);
  look(WRITTEN, (m) => dayAndMonth(m[1], "1") && fullYear(m[3], thisYear), true);
  look(UNBROKEN, (m) => dayAndMonth(m[1], m[2]) && fullYear(m[3], thisYear), false);
  look(DAY_AND_MONTH, () => undefined, false);
  look(MONTH_AND_YEAR, () => undefined, false);
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, i, all) => i === 0 || one.start >= (all[i - 1]?.end ?? 0));
}

function dayAndMonth(day: string | undefined, month: string | undefined): number {
  const [d, m] = [Number(day), Number(month)];
  return d >= 1 && d <= 31 && m >= 1 && m <= 31 && Math.min(d, m) <= 12 ? 1 : Number.NaN;
}

/** A deadline may lie so many years ahead; two digits beyond that are of the last century. */
const YEARS_AHEAD = 12;

function fullYear(written: string | undefined, thisYear: number): number {
  const year = Number(written?.replace(/['’]/, ""));
  if (year >= 100) return year;
  const century = Math.floor(thisYear / 100) * 100;
  return century + year > thisYear + YEARS_AHEAD ? century - 100 + year : century + year;
}

/** Where the word for birth begins or ends, if one stands before or behind the date. */
function cueAround(
  text: string,
  words: readonly Word[],
  first: number,
  start: number,
  end: number,
): { cueStart: number; cueEnd: number } | undefined {
  const star = /\*\s{0,2}$/.exec(text.slice(Math.max(0, start - 3), start));
  if (star) return { cueStart: start - star[0].length, cueEnd: end };
  let right = start;
  for (let i = first - 1; i >= Math.max(0, first - 5); i--) {
    const one = words[i];
    if (!one || text.slice(one.end, right).length > 4 || /[\n;!?]/.test(text.slice(one.end, right))) break;
    if (isBirthWord(one)) return { cueStart: birthStart(words, i), cueEnd: end };
    if (!BETWEEN.has(one.folded) && (one.flags & PLACE) === 0 && !(one.capital && first - i > 1)) break;
    right = one.start;
  }
  let after = first;
  while ((words[after]?.start ?? end) < end) after++;
  const next = words[after];
  // "wer vor dem 1. Januar 1958 geboren ist": a law
  const before = words[first - 2]?.folded ?? "";
  const isLaw = /^(?:vor|nach|ab|seit)$/.test(before) && words[first - 1]?.folded === "dem";
  if (next && !isLaw && isBirthWord(next) && /^[ (,]{1,2}$/.test(text.slice(end, next.start))) {
    const dot = text[next.end] === "." ? 1 : 0;
    return { cueStart: start, cueEnd: next.end + dot };
  }
  if (!isLaw && isBornSomewhere(words, after)) {
    const on = words[first - 1];
    return { cueStart: on?.folded === "am" ? on.start : start, cueEnd: end };
  }
  return undefined;
}

/** "(am 12.03.1985) in Damaskus geboren": a place of one to three words between the date and the word for birth. */
function isBornSomewhere(words: readonly Word[], after: number): boolean {
  if (words[after]?.folded !== "in") return false;
  for (let i = after + 1; i < after + 5; i++) {
    const [one, last] = [words[i], words[i - 1]];
    if (!one || !last || !/^[ ,/-]{1,3}$/.test(one.gap)) return false;
    if (i > after + 1 && isBirthWord(one)) return true;
  }
  return false;
}

/** "Geb.-Datum" is two words for the tokeniser. */
function birthStart(words: readonly Word[], i: number): number {
  const [before, one] = [words[i - 1], words[i]];
  if (before && one && /^\.?-?$/.test(one.gap) && isBirthWord(before)) return before.start;
  return one?.start ?? 0;
}

function isBirthWord(one: Word): boolean {
  return BIRTH.has(one.folded) || BIRTH.has(one.folded.replace(/-/g, ""));
}

/** The index of the first word that starts at or after an offset, by bisection. */
function wordIndex(words: readonly Word[]): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
