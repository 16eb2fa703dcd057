import { entries, NAME, PLACE, WORD } from "./lexicon.js";

const SHORTEST = 6;

/**
 * Whether an unknown folded word is a listed word with one slip: a letter too many, too few, another one or
 * two exchanged ("nachholeen", "Wohnugn"), the first letter being right. Both sides are compared with one letter left out, so a look-up
 * costs one probe per letter.
 */
export function isNearWord(word: string): boolean {
  if (word.length < SHORTEST) return false;
  shortened ??= shorten();
  if (shortened.has(word)) return true;
  for (let i = 1; i < word.length; i++) {
    if (shortened.has(word.slice(0, i) + word.slice(i + 1))) return true;
  }
  return false;
}

/** All listed words of a fair length, whole and with each of their letters left out; made at the first need. */
let shortened: Set<string> | undefined;

function shorten(): Set<string> {
  const all = new Set<string>();
  for (const [word, flags] of entries()) {
    if (word.length < SHORTEST - 1 || (flags & (WORD | PLACE)) === 0 || (flags & NAME) !== 0) continue;
    all.add(word);
    for (let i = 1; i < word.length; i++) all.add(word.slice(0, i) + word.slice(i + 1));
  }
  return all;
}
