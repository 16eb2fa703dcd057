import { compoundSplitter, type Splitter } from "../../german/compounds.js";
import { stem } from "../../german/stem.js";
import { indexGrams } from "./grams.js";
import type { Forward, Lists, SearchIndex, Vocabulary } from "./structure.js";

/** A word of the title counts as often as this. */
const TITLE_TIMES = 3;
/** How strongly the length of a unit is held against it (BM25's b). */
const B = 0.4;

/** Builds everything that searching needs from the numbered words. Deterministic. */
export const invert = (forward: Forward): SearchIndex => {
  const { words, tokens, titleEnds } = forward;
  const units = titleEnds.length;
  const counts = new Uint32Array(words.list.length);
  for (const word of tokens.items) (counts[word] as number)++;
  const { terms, wordTerms } = termsOf(words, counts);
  const meanLength = units ? tokens.items.length / units : 1;
  let titles = 0;
  for (let u = 0; u < units; u++) titles += (titleEnds[u] as number) - (tokens.starts[u] as number);
  return {
    ...forward,
    units,
    counts,
    terms,
    wordTerms,
    meanLength,
    meanTitle: units ? Math.max(1, titles / units) : 1,
    ...invertTerms(forward, wordTerms, terms.list.length, meanLength),
    ...indexGrams(words.list, tokens),
  };
};

/** Long texts repeat a word for many reasons, so repetition has to count for longer before it saturates. */
export const saturation = (meanLength: number): number =>
  Math.min(4, Math.max(1.1, 1.2 * (meanLength / 40) ** 0.35));

/**
 * Cuts compounds of a question as those of the collection were cut: by how often the stem of a part occurs as a word,
 * so that "Kitaplatz" finds "Plätze" although no "Platz" stands anywhere.
 */
export const splitterOf = (index: SearchIndex): Splitter => {
  let counts = stemCounts.get(index);
  if (!counts) {
    counts = new Uint32Array(index.terms.list.length);
    for (const [w, count] of index.counts.entries()) {
      const own = index.wordTerms.items[index.wordTerms.starts[w] as number] as number;
      counts[own] = (counts[own] as number) + count;
    }
    stemCounts.set(index, counts);
  }
  const known = counts;
  return compoundSplitter((part) => known[index.terms.ids.get(stem(part)) ?? -1] ?? 0);
};

const stemCounts = new WeakMap<SearchIndex, Uint32Array>();

const termsOf = (words: Vocabulary, counts: Uint32Array): { terms: Vocabulary; wordTerms: Lists } => {
  const list: string[] = [];
  const ids = new Map<string, number>();
  const idOf = (term: string): number => {
    let id = ids.get(term);
    if (id === undefined) {
      id = list.length;
      ids.set(term, id);
      list.push(term);
    }
    return id;
  };
  const stems = Uint32Array.from(words.list, (word) => idOf(stem(word)));
  const stemCounts = new Uint32Array(list.length);
  for (const [w, own] of stems.entries())
    stemCounts[own] = (stemCounts[own] as number) + (counts[w] as number);
  const split = compoundSplitter((part) => stemCounts[ids.get(stem(part)) ?? -1] ?? 0);
  const starts = new Uint32Array(words.list.length + 1);
  const items: number[] = [];
  for (const [w, word] of words.list.entries()) {
    starts[w] = items.length;
    const own = stems[w] as number;
    items.push(own);
    for (const part of split(word) ?? []) {
      const id = idOf(stem(part));
      if (id !== own) items.push(id);
    }
  }
  starts[words.list.length] = items.length;
  return { terms: { list, ids }, wordTerms: { starts, items: Uint32Array.from(items) } };
};

const invertTerms = (
  { tokens, titleEnds }: Forward,
  wordTerms: Lists,
  size: number,
  meanLength: number,
): Pick<SearchIndex, "postings" | "impacts" | "impactScale"> => {
  const units = titleEnds.length;
  const k = saturation(meanLength);
  const starts = new Uint32Array(size + 1);
  const frequency = new Float32Array(size);
  const touched: number[] = [];
  /** Weighted term frequencies of one unit in `frequency`, its terms in `touched`. */
  const count = (unit: number): void => {
    touched.length = 0;
    const to = tokens.starts[unit + 1] as number;
    const titleEnd = titleEnds[unit] as number;
    for (let t = tokens.starts[unit] as number; t < to; t++) {
      const word = tokens.items[t] as number;
      const end = wordTerms.starts[word + 1] as number;
      for (let i = wordTerms.starts[word] as number; i < end; i++) {
        const term = wordTerms.items[i] as number;
        if (frequency[term] === 0) touched.push(term);
        frequency[term] = (frequency[term] as number) + (t < titleEnd ? TITLE_TIMES : 1);
      }
    }
  };
  for (let unit = 0; unit < units; unit++) {
    count(unit);
    for (const term of touched) {
      (starts[term + 1] as number)++;
      frequency[term] = 0;
    }
  }
  for (let t = 0; t < size; t++) starts[t + 1] = (starts[t + 1] as number) + (starts[t] as number);
  const next = starts.slice(0, size);
  const items = new Uint32Array(starts[size] as number);
  const impacts = new Uint8Array(items.length);
  for (let unit = 0; unit < units; unit++) {
    count(unit);
    const length = (tokens.starts[unit + 1] as number) - (tokens.starts[unit] as number);
    const norm = k * (1 - B + (B * length) / meanLength);
    for (const term of touched) {
      const tf = frequency[term] as number;
      const at = next[term] as number;
      items[at] = unit;
      impacts[at] = Math.max(1, Math.round((255 * tf) / (tf + norm)));
      next[term] = at + 1;
      frequency[term] = 0;
    }
  }
  return { postings: { starts, items }, impacts, impactScale: k + 1 };
};
