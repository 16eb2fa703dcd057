import { analyse } from "../../german/analyse.js";
import { compoundSplitter } from "../../german/compounds.js";
import { stem } from "../../german/stem.js";
import type { SearchIndex } from "./structure.js";

export type Unit = { readonly title: string; readonly text: string };

/** Occurrences in the title count this much more than in the text. */
const TITLE_WEIGHT = 3;
/** A part of a compound counts this much of a whole word. */
const PART_WEIGHT = 0.6;
export const K1 = 1.2;
export const B = 0.7;

/** Inverted index over units of text; pure and deterministic. */
export const buildSearchIndex = (units: readonly Unit[]): SearchIndex => {
  const analysed = units.map((u) => ({ title: analyse(u.title), text: analyse(u.text) }));
  const counts = new Map<string, number>();
  for (const { title, text } of analysed) {
    for (const t of title) counts.set(t.word, (counts.get(t.word) ?? 0) + 1);
    for (const t of text) counts.set(t.word, (counts.get(t.word) ?? 0) + 1);
  }
  const split = compoundSplitter(counts);
  const terms = new Map<string, number>();
  const idOf = (term: string): number => {
    let id = terms.get(term);
    if (id === undefined) {
      id = terms.size;
      terms.set(term, id);
    }
    return id;
  };
  const lists: { unit: number; tf: number }[][] = [];
  const lengths = new Float32Array(units.length);
  for (const [unit, { title, text }] of analysed.entries()) {
    const tf = new Map<number, number>();
    const add = (term: string, weight: number): void => {
      const id = idOf(term);
      tf.set(id, (tf.get(id) ?? 0) + weight);
    };
    for (const [tokens, weight] of [
      [title, TITLE_WEIGHT],
      [text, 1],
    ] as const) {
      for (const t of tokens) {
        add(t.stem, weight);
        for (const part of split(t.word)) add(stem(part), weight * PART_WEIGHT);
      }
    }
    lengths[unit] = title.length + text.length;
    for (const [id, weight] of tf) {
      let list = lists[id];
      if (!list) {
        list = [];
        lists[id] = list;
      }
      list.push({ unit, tf: weight });
    }
  }
  let total = 0;
  for (const length of lengths) total += length;
  const mean = units.length ? total / units.length : 1;
  const size = lists.reduce((sum, l) => sum + l.length, 0);
  const starts = new Uint32Array(lists.length + 1);
  const postings = new Uint32Array(size);
  const impacts = new Float32Array(size);
  let at = 0;
  for (const [id, list] of lists.entries()) {
    starts[id] = at;
    for (const { unit, tf } of list) {
      postings[at] = unit;
      impacts[at] = (tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * (lengths[unit] ?? 0)) / mean));
      at++;
    }
  }
  starts[lists.length] = at;
  return { size: units.length, terms, starts, postings, impacts, counts };
};
