import { editDistance } from "../../german/spelling.js";
import type { SearchIndex } from "./structure.js";

const MOST = 3;
const SHORTEST = 4;

type Shapes = { readonly lengths: Uint8Array; readonly letters: Uint32Array };
type Found = { readonly word: string; readonly distance: number; readonly count: number };
const shapes = new WeakMap<SearchIndex, Shapes>();

/**
 * Words that a mistyped word may stand for, from the collection and from `others`: nearest first, then most frequent.
 * One slip for short words, two from eight letters on. `occurs` keeps out words that the asker may not see.
 */
export const corrections = (
  index: SearchIndex,
  word: string,
  occurs: (word: number) => boolean,
  others: ReadonlySet<string>,
): string[] => {
  if (word.length < SHORTEST || /[\d§]/.test(word)) return [];
  const most = word.length >= 8 ? 2 : 1;
  const { lengths, letters } = shapesOf(index);
  const mine = lettersOf(word);
  const found: Found[] = [];
  const consider = (other: string, count: number): void => {
    const slips = editDistance(word, other, most);
    // A slip in the first letter is rare.
    if (slips <= most) found.push({ word: other, count, distance: slips + (other[0] === word[0] ? 0 : 0.5) });
  };
  for (let w = 0; w < lengths.length; w++) {
    if (Math.abs((lengths[w] as number) - word.length) > most) continue;
    // Each slip changes at most two letters of the set: a cheap test that spares most comparisons.
    if (bits((letters[w] as number) ^ mine) > 2 * most) continue;
    if (occurs(w)) consider(index.words.list[w] as string, index.counts[w] as number);
  }
  for (const other of others) consider(other, 0);
  found.sort((a, b) => a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1));
  const near = found.filter((f) => f.distance === found[0]?.distance).map((f) => f.word);
  return [...new Set(near)].slice(0, MOST);
};

const shapesOf = (index: SearchIndex): Shapes => {
  const known = shapes.get(index);
  if (known) return known;
  const { list } = index.words;
  const made = {
    lengths: Uint8Array.from(list, (w) => (/[\d§]/.test(w) ? 255 : Math.min(w.length, 200))),
    letters: Uint32Array.from(list, lettersOf),
  };
  shapes.set(index, made);
  return made;
};

/** One bit a letter; what is not a to z shares the bits that are left. */
const lettersOf = (word: string): number => {
  let set = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i) - 97;
    set |= 1 << (code >= 0 && code < 26 ? code : 26 + (code & 3));
  }
  return set >>> 0;
};

const bits = (n: number): number => {
  let v = n - ((n >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};
