import type { Word } from "../tokens.js";
import { foldedWords } from "../words/fold.js";
import { nameLikeness } from "../words/likeness.js";
import { isNearWord } from "../words/near-word.js";
import { OFFICES } from "../words/person-words.js";

/** How name-like an unknown word must be (words/likeness.ts): with a capital, and without. */
export type Threshold = readonly [withCapital: number, without: number];

/** Any unknown word will do. */
export const ANY = Number.NEGATIVE_INFINITY;

/** A text as the search for names reads it. Indexes may lie outside; then there is no word. */
export type Reader = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly word: (i: number) => Word | undefined;
  /** The word, unless it is part of something found before (a mail address, a street). */
  readonly free: (i: number) => Word | undefined;
  /** Begins with a capital, in a text that is not all capitals. */
  readonly hasCapital: (word: Word) => boolean;
  readonly looksLikeName: (word: Word, threshold: Threshold) => boolean;
  readonly isInitial: (i: number) => boolean;
  readonly isOffice: (i: number) => boolean;
};

const OFFICE = new Set(foldedWords(OFFICES));
const LONGEST_ABBREVIATION = 5;

export function reader(text: string, words: readonly Word[], covered: (word: Word) => boolean): Reader {
  const capitalsTell = /\p{Ll}/u.test(text.slice(0, 2000));
  const word = (i: number) => words[i];
  const free = (i: number) => {
    const one = words[i];
    return one && !covered(one) ? one : undefined;
  };
  const hasCapital = (one: Word) => one.capital && capitalsTell;

  const looksLikeName = (one: Word, [withCapital, without]: Threshold) => {
    if (one.kind !== "unknown") return false;
    const isAbbreviation = one.text.length <= LONGEST_ABBREVIATION && one.text === one.text.toUpperCase();
    if ((capitalsTell && isAbbreviation) || (one.folded.length < 3 && !hasCapital(one))) return false;
    const threshold = hasCapital(one) ? withCapital : without;
    if (threshold === ANY && hasCapital(one)) return true;
    return nameLikeness(one.folded) > threshold && !isNearWord(one.folded);
  };

  /** A single letter that stands for a name: "Fr. M.", "Ahmad H." – but not "Herr A 33". */
  const isInitial = (i: number) => {
    const one = free(i);
    if (one?.kind !== "letter" || !/\p{L}/u.test(one.text)) return false;
    const next = words[i + 1];
    if (next?.kind === "mixed" && /^[ .]*$/.test(next.gap)) return false;
    const sign = text[one.end] ?? " ";
    return sign === "." || (hasCapital(one) && !/[\p{L}\p{N}+/&-]/u.test(sign));
  };

  const isOffice = (i: number) => OFFICE.has(words[i]?.folded ?? "");
  return { text, words, word, free, hasCapital, looksLikeName, isInitial, isOffice };
}

/** Only blanks between this word and the one before. */
export function isJoined(word: Word | undefined): boolean {
  return word !== undefined && /^[ \u00a0]{1,2}$/.test(word.gap);
}

export function has(word: Word, flag: number): boolean {
  return (word.flags & flag) !== 0;
}
