import { entries, NAME, ORDINARY, WORD } from "./lexicon.js";

/**
 * How much an unknown word looks like a name rather than a German word: the mean log odds of its letter
 * triples, counted over our own two lists. Above 0 it looks like a name. Words in other scripts score 1.
 */
export function nameLikeness(word: string): number {
  table ??= train();
  const weights = table;
  let sum = 0;
  let count = 0;
  let a = 0;
  let b = 0;
  for (let i = 0; i <= word.length; i++) {
    const c = i < word.length ? letter(word.charCodeAt(i)) : 0;
    if (c < 0) return 1;
    sum += weights[(a * 27 + b) * 27 + c] ?? 0;
    count++;
    a = b;
    b = c;
  }
  return sum / count;
}

let table: Float32Array | undefined;

function train(): Float32Array {
  const size = 27 ** 3;
  const names = new Float32Array(size).fill(0.3);
  const words = new Float32Array(size).fill(0.3);
  for (const [word, flags] of entries()) {
    const isName = (flags & NAME) !== 0 && (flags & ORDINARY) === 0;
    if (isName) count(word, names);
    else if ((flags & WORD) !== 0) count(word, words);
  }
  const all = (counts: Float32Array) => counts.reduce((sum, one) => sum + one, 0);
  const [allNames, allWords] = [all(names), all(words)];
  return names.map((inNames, at) => Math.log(inNames / allNames / ((words[at] ?? 1) / allWords)));
}

function count(word: string, counts: Float32Array): void {
  let a = 0;
  let b = 0;
  for (let i = 0; i <= word.length; i++) {
    const c = i < word.length ? letter(word.charCodeAt(i)) : 0;
    if (c < 0) return;
    const at = (a * 27 + b) * 27 + c;
    counts[at] = (counts[at] ?? 0) + 1;
    a = b;
    b = c;
  }
}

/** a–z are 1–26, the edge of a word and what joins its parts 0, everything else -1. */
function letter(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  return code === 45 || code === 39 || code === 32 || code === 8217 ? 0 : -1;
}
