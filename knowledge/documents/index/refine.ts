import type { Question } from "./question.js";
import type { Ranked } from "./rank.js";
import type { SearchIndex } from "./structure.js";

/** Tuned together on several collections, see docs/wissen.md. */
export const refineWeights = { grams: 0.2, title: 0.2, proximity: 0.4, adjacent: 0.3 };
/** How strongly length is held against a unit when its pieces are counted (BM25's b). */
const GRAM_B = 0.65;
/** Further apart than so many words, two words of the question are no hint of each other. */
const WINDOW = 8;
/** So many of the last words of the question are compared with the next one. */
const RECENT = 6;

/**
 * Takes a closer look at candidates, text by text: character 4-grams (compounds and endings that stems miss, typos),
 * words of the question in the title, words of the question near each other. Best first; ties by position.
 */
export const refine = (index: SearchIndex, question: Question, candidates: readonly Ranked[]): Ranked[] => {
  const grams = gramScorer(index, question);
  const nearness = nearnessScorer(index, question);
  return candidates
    .map(({ unit, score }) => ({ unit, score: score + grams(unit) + nearness(unit) }))
    .sort((a, b) => b.score - a.score || a.unit - b.unit);
};

/**
 * BM25 over 4-grams, counted through the words of a unit: a word stands for all pieces it shares with the question.
 * `head[word]` starts a chain through `link` of those pieces; only words of the question's pieces are ever touched.
 */
const gramScorer = (index: SearchIndex, question: Question): ((unit: number) => number) => {
  const { tokens, gramWords } = index;
  const items = tokens.items;
  let size = 0;
  for (const { gram } of question.grams)
    size += (gramWords.starts[gram + 1] as number) - (gramWords.starts[gram] as number);
  const head = new Uint32Array(index.words.list.length);
  const link = new Uint32Array(size + 1);
  const piece = new Uint16Array(size + 1);
  let free = 1;
  for (const [g, { gram }] of question.grams.entries()) {
    const to = gramWords.starts[gram + 1] as number;
    for (let i = gramWords.starts[gram] as number; i < to; i++) {
      const word = gramWords.items[i] as number;
      link[free] = head[word] as number;
      piece[free] = g;
      head[word] = free++;
    }
  }
  const k = 1.2 * Math.max(1, Math.sqrt(index.meanLength / 24));
  const worth = Float64Array.from(
    question.grams,
    ({ idf, weight }) => refineWeights.grams * idf * weight * (k + 1),
  );
  const frequency = new Uint32Array(worth.length);
  return (unit) => {
    const from = tokens.starts[unit] as number;
    const to = tokens.starts[unit + 1] as number;
    frequency.fill(0);
    for (let t = from; t < to; t++) {
      for (let at = head[items[t] as number] as number; at > 0; at = link[at] as number)
        (frequency[piece[at] as number] as number)++;
    }
    const norm = k * (1 - GRAM_B + (GRAM_B * (to - from)) / index.meanLength);
    let score = 0;
    for (let g = 0; g < worth.length; g++) {
      const tf = frequency[g] as number;
      if (tf > 0) score += ((worth[g] as number) * tf) / (tf + norm);
    }
    return score;
  };
};

/** Words of the question in the title, and pairs of them close to each other. */
const nearnessScorer = (index: SearchIndex, question: Question): ((unit: number) => number) => {
  const { tokens, titleEnds } = index;
  const own = question.terms.filter((t) => !t.synonym);
  const n = own.length;
  const idfs = Float64Array.from(own, (t) => t.idf);
  const slotOf = slotFinder(
    index,
    own.map((t) => t.term),
  );
  const best = new Float64Array(n * n);
  const title = new Float64Array(n);
  const recentSlot = new Int32Array(RECENT);
  const recentAt = new Int32Array(RECENT);
  return (unit) => {
    const from = tokens.starts[unit] as number;
    const to = tokens.starts[unit + 1] as number;
    const titleEnd = titleEnds[unit] as number;
    best.fill(0);
    title.fill(0);
    let adjacent = 0;
    let seen = 0;
    for (let t = from; t < to; t++) {
      const slot = slotOf(tokens.items[t] as number);
      if (slot < 0) continue;
      if (t < titleEnd) (title[slot] as number)++;
      for (let r = Math.max(0, seen - RECENT); r < seen; r++) {
        const other = recentSlot[r % RECENT] as number;
        const gap = t - (recentAt[r % RECENT] as number);
        if (gap > WINDOW || other === slot) continue;
        const pair = slot < other ? slot * n + other : other * n + slot;
        const worth = Math.min(idfs[slot] as number, idfs[other] as number) / gap;
        if (worth > (best[pair] as number)) best[pair] = worth;
        if (gap === 1) adjacent++;
      }
      recentSlot[seen % RECENT] = slot;
      recentAt[seen % RECENT] = t;
      seen++;
    }
    let score = refineWeights.adjacent * Math.min(adjacent, 5);
    for (const pair of best) score += refineWeights.proximity * pair;
    const norm = 1.2 * (0.7 + (0.3 * (titleEnd - from)) / index.meanTitle);
    for (const [slot, { idf, weight }] of own.entries()) {
      const tf = title[slot] as number;
      if (tf > 0) score += (refineWeights.title * weight * idf * tf * 2.2) / (tf + norm);
    }
    return score;
  };
};

/** Which of some terms a word stands for, by its place in the list, or -1. Looked up once a word. */
const slotFinder = (index: SearchIndex, terms: readonly number[]): ((word: number) => number) => {
  const { starts, items } = index.wordTerms;
  const slots = new Map<number, number>(terms.map((term, slot) => [term, slot]));
  // 0: not looked up yet, else the slot + 2, so 1 is none.
  const known = new Uint8Array(index.words.list.length);
  return (word) => {
    const found = known[word] as number;
    if (found > 0) return found - 2;
    let slot = -1;
    const end = starts[word + 1] as number;
    for (let i = starts[word] as number; i < end && slot < 0; i++) slot = slots.get(items[i] as number) ?? -1;
    known[word] = Math.min(slot, 250) + 2;
    return slot;
  };
};
