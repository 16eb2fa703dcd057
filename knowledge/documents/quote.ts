import type { Passage, Sentence } from "./document.js";
import { brief, choose } from "./extract/choose.js";
import type { LineVerdict } from "./extract/extract.js";
import { probability } from "./extract/trees.js";
import type { WindowLine } from "./reading-window.js";

export type Quoted = { readonly passage: Passage; readonly sentence: Sentence };

/**
 * What counts beside the sentence model when few sentences are to be quoted. The model was trained on whole pages and
 * long answers; what a person wants to read names the thing asked for and looks like an answer. Tuned on the questions
 * about the sample documents.
 */
const weights = { cover: 2, withHeading: 1.5, wanted: 2.5, relevance: 6, defines: 3 };
const MOST = 6;
const LONGEST_LIST = 12;
/** Rows of a table are much alike: beside the one that was asked for, its neighbours answer nothing. */
const ROW_SHARE = 0.8;

/**
 * The sentences of a reading window to quote, in order. `relevance` says how well a passage fits the question, from 0 to 1.
 * A list goes with the sentence that introduces it, and an item with its introduction.
 */
export const quote = (
  lines: readonly WindowLine[],
  verdicts: readonly LineVerdict[],
  relevance: (passage: Passage) => number,
): Quoted[] => {
  const all = lines.flatMap(({ passage, sentence }, i) => {
    const verdict = verdicts[i];
    return passage && sentence && verdict
      ? [{ passage, sentence, cover: verdict.cover, worth: worthOf(verdict, relevance(passage)) }]
      : [];
  });
  const chosen = choose(
    all.map((s) => s.worth),
    brief,
  );
  const fullest = Math.max(0, ...chosen.map((i) => (isRow(all[i]) ? (all[i]?.cover ?? 0) : 0)));
  const best = chosen
    .filter((i) => !isRow(all[i]) || (all[i]?.cover ?? 0) >= ROW_SHARE * fullest)
    .sort((a, b) => (all[b]?.worth ?? 0) - (all[a]?.worth ?? 0))
    .slice(0, MOST);
  const kept = new Set<number>();
  for (const i of best) for (const j of [...introductionOf(all, i), i, ...listAfter(all, i)]) kept.add(j);
  return [...kept].sort((a, b) => a - b).flatMap((i) => all[i] ?? []);
};

/** The surest value among the quoted ones: how well a page answers at its best point. */
export const bestWorth = (
  lines: readonly WindowLine[],
  verdicts: readonly LineVerdict[],
  relevance: (passage: Passage) => number,
): number =>
  lines.reduce((most, { passage }, i) => {
    const verdict = verdicts[i];
    return passage && verdict ? Math.max(most, worthOf(verdict, relevance(passage))) : most;
  }, 0);

const worthOf = (line: LineVerdict, relevance: number): number => {
  const { cover, withHeading, wanted } = weights;
  const middle = (cover + withHeading + wanted + weights.relevance) / 2;
  const sum =
    cover * line.cover +
    withHeading * line.coverWithHeading +
    wanted * Math.min(1, line.wanted) +
    weights.relevance * relevance ** 2 +
    (line.defines ? weights.defines : 0);
  return probability(line.odds + sum - middle);
};

const isRow = (one: Quoted | undefined): boolean =>
  one?.sentence.item === true && one.sentence.text.includes(" · ");

/** A sentence that ends in a colon, or in nothing at all as statutes write it, before a list of items. */
const introduces = (all: readonly Quoted[], i: number): boolean => {
  const text = all[i]?.sentence.text ?? "";
  if (all[i]?.sentence.item || text === "") return false;
  return text.endsWith(":") || (!/[.!?]["“”)]?$/.test(text) && (all[i + 1]?.sentence.item ?? false));
};

const introductionOf = (all: readonly Quoted[], i: number): number[] => {
  if (!all[i]?.sentence.item) return [];
  let at = i;
  while (all[at]?.sentence.item && all[at]?.passage === all[i]?.passage) at--;
  return all[at]?.passage === all[i]?.passage && introduces(all, at) ? [at] : [];
};

const listAfter = (all: readonly Quoted[], i: number): number[] => {
  if (!introduces(all, i)) return [];
  const items: number[] = [];
  for (let at = i + 1; all[at]?.sentence.item && items.length < LONGEST_LIST; at++) {
    if (all[at]?.passage.document !== all[i]?.passage.document) break;
    items.push(at);
  }
  return items;
};
