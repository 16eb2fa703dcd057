import { type Question, readQuestion, type Visible } from "./question.js";
import { refine } from "./refine.js";
import type { SearchIndex } from "./structure.js";

export type Ranked = { readonly unit: number; readonly score: number };

/** So many units go from counting words on to the closer look. */
const CANDIDATES = 300;

/** Best units first. */
export const rank = (index: SearchIndex, text: string, k: number, visible: Visible | null = null): Ranked[] =>
  rankQuestion(index, readQuestion(index, text, visible), k, visible);

export const rankQuestion = (
  index: SearchIndex,
  question: Question,
  k: number,
  visible: Visible | null = null,
): Ranked[] =>
  refine(index, question, candidates(index, question, Math.max(CANDIDATES, k), visible)).slice(0, k);

const scratch = new WeakMap<SearchIndex, Float32Array>();

/** The units with the highest BM25 sums over the terms of the question, in no order. */
const candidates = (
  index: SearchIndex,
  question: Question,
  most: number,
  visible: Visible | null,
): Ranked[] => {
  let scores = scratch.get(index);
  if (!scores) {
    scores = new Float32Array(index.units);
    scratch.set(index, scores);
  }
  const { starts, items } = index.postings;
  const { impacts } = index;
  for (const { term, idf, weight } of question.terms) {
    const worth = (weight * idf * index.impactScale) / 255;
    const to = starts[term + 1] as number;
    for (let p = starts[term] as number; p < to; p++) {
      const unit = items[p] as number;
      scores[unit] = (scores[unit] as number) + worth * (impacts[p] as number);
    }
  }
  const heap = topHeap(most);
  for (let unit = 0; unit < index.units; unit++) {
    const score = scores[unit] as number;
    if (score > heap.least() && (visible === null || visible.units[unit] === 1)) heap.add(unit, score);
  }
  scores.fill(0);
  return heap.all();
};

/** Keeps the `most` highest scores: a binary heap with the least of them on top. */
const topHeap = (
  most: number,
): { least(): number; add(unit: number, score: number): void; all(): Ranked[] } => {
  const units: number[] = [];
  const scores: number[] = [];
  const swap = (a: number, b: number): void => {
    [units[a], units[b]] = [units[b] as number, units[a] as number];
    [scores[a], scores[b]] = [scores[b] as number, scores[a] as number];
  };
  const sinkTop = (): void => {
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < scores.length && (scores[child] as number) < (scores[least] as number)) least = child;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  return {
    least: () => (scores.length < most ? 0 : (scores[0] as number)),
    add(unit, score) {
      if (scores.length === most) {
        units[0] = unit;
        scores[0] = score;
        sinkTop();
        return;
      }
      units.push(unit);
      scores.push(score);
      for (let at = scores.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if ((scores[parent] as number) <= (scores[at] as number)) return;
        swap(at, parent);
        at = parent;
      }
    },
    all: () => units.map((unit, i) => ({ unit, score: scores[i] as number })),
  };
};
