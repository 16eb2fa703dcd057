import { analyse } from "../../german/analyse.js";
import { compoundSplitter } from "../../german/compounds.js";
import { stem } from "../../german/stem.js";
import type { SearchIndex } from "./structure.js";

export type Ranked = { readonly unit: number; readonly score: number };

const PART_WEIGHT = 0.5;

/** Best units first. `visible` is 1 for units that may be found; idf is counted over those alone. */
export const rank = (
  index: SearchIndex,
  query: string,
  k: number,
  visible: Uint8Array | null = null,
): Ranked[] => {
  const scores = new Float32Array(index.size);
  for (const [id, { weight, idf }] of queryTerms(index, query, visible)) {
    const end = index.starts[id + 1] ?? 0;
    for (let p = index.starts[id] ?? 0; p < end; p++) {
      const unit = index.postings[p] as number;
      scores[unit] = (scores[unit] as number) + weight * idf * (index.impacts[p] as number);
    }
  }
  const hits: Ranked[] = [];
  for (let unit = 0; unit < index.size; unit++) {
    const score = scores[unit] as number;
    if (score > 0 && (visible === null || visible[unit] === 1)) hits.push({ unit, score });
  }
  return hits.sort((a, b) => b.score - a.score || a.unit - b.unit).slice(0, k);
};

export const queryTerms = (
  index: SearchIndex,
  query: string,
  visible: Uint8Array | null,
): Map<number, { weight: number; idf: number }> => {
  const split = compoundSplitter(index.counts);
  const found = new Map<number, { weight: number; idf: number }>();
  const add = (term: string, weight: number): void => {
    const id = index.terms.get(term);
    if (id === undefined) return;
    const known = found.get(id);
    if (known) known.weight += weight;
    else found.set(id, { weight, idf: idfOf(index, id, visible) });
  };
  for (const token of analyse(query)) {
    add(token.stem, 1);
    for (const part of split(token.word)) add(stem(part), PART_WEIGHT);
  }
  return found;
};

const idfOf = (index: SearchIndex, id: number, visible: Uint8Array | null): number => {
  const from = index.starts[id] ?? 0;
  const to = index.starts[id + 1] ?? 0;
  let n = index.size;
  let df = to - from;
  if (visible) {
    n = 0;
    df = 0;
    for (const v of visible) n += v;
    for (let p = from; p < to; p++) df += visible[index.postings[p] as number] as number;
  }
  return Math.log(1 + (n - df + 0.5) / (df + 0.5));
};
