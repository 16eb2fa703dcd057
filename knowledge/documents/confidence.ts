import type { Question, QuestionWord } from "./index/question.js";
import type { Ranked } from "./index/rank.js";
import type { SearchIndex } from "./index/structure.js";

/** What speaks for and against the collection having an answer at all. */
export type Signs = {
  /** Score of the best passage, for each unit of the question's own weight, as a share of the most that a match is worth. */
  readonly score: number;
  /** Log odds that the best page does not answer (see extract). */
  readonly noAnswer: number;
  /** Share of the question's weight in words that the collection does not know. */
  readonly unknown: number;
  /** Largest share of the question's weight that one passage holds. */
  readonly cover: number;
  /** Largest share of the weight of its nouns that one page holds. */
  readonly nouns: number;
  /** 1 if one of the best passages holds another name for what was asked. */
  readonly synonym: number;
  /** Share of the question's words that the collection knows; frame words count less. */
  readonly known: number;
  /** Score of the passage in place 20 as a share of the best one's: an answer stands out, chance matches are many. */
  readonly rivals: number;
  /** Decimal logarithm of the number of passages, up to 4000: the more there are, the more match by chance. */
  readonly size: number;
};

/** Log odds for each sign, fitted by training/calibrate.ts on own questions and questions about other things. */
const weights: Readonly<Record<keyof Signs, number>> = {
  score: 4.76,
  noAnswer: -0.27,
  unknown: 1.06,
  cover: -3.55,
  nouns: 3,
  synonym: 2.03,
  known: 7.33,
  rivals: 3.65,
  size: -2.5,
};
/** Below this a question counts as foreign: 95 of 100 good ones pass, 94 of 100 foreign ones do not. */
const LEAST = 2.74;

export const confidence = (signs: Signs): number =>
  (Object.keys(weights) as (keyof Signs)[]).reduce((sum, sign) => sum + weights[sign] * signs[sign], -LEAST);

/** A part of a word counts as much as this of the word. */
const PART = 0.6;
/** A rarer synonym than this idf says something; "Leistung" does not. */
const TELLING = 2;
const CLOSE = 3;
/** How many passages a caller has to rank for all signs. */
export const RANKED = 21;
const RIVAL = RANKED - 1;

export const retrievalSigns = (
  index: SearchIndex,
  question: Question,
  ranked: readonly Ranked[],
): Omit<Signs, "noAnswer" | "nouns"> => {
  const words = question.words.map((w) => ({ ...w, worth: w.idf * w.weight }));
  const total = words.reduce((sum, w) => sum + w.worth, 0) || 1;
  const coverOf = (unit: number): number =>
    words.reduce((sum, { terms, worth }) => {
      const [own, ...parts] = terms;
      if (own !== undefined && holds(index, own, unit)) return sum + worth;
      return parts.some((part) => holds(index, part, unit)) ? sum + PART * worth : sum;
    }, 0) / total;
  const synonyms = question.terms.filter((t) => t.synonym && t.telling && t.idf > TELLING);
  return {
    score: (ranked[0]?.score ?? 0) / total / index.impactScale,
    unknown: words.reduce((sum, w) => sum + w.worth * doubt(w), 0) / total,
    cover: ranked.reduce((most, { unit }) => Math.max(most, coverOf(unit)), 0),
    synonym: ranked.slice(0, CLOSE).some(({ unit }) => synonyms.some(({ term }) => holds(index, term, unit)))
      ? 1
      : 0,
    rivals: (ranked[RIVAL]?.score ?? 0) / (ranked[0]?.score || 1),
    size: Math.log10(Math.min(4000, Math.max(1, index.units))),
    known:
      1 -
      words.reduce((sum, w) => sum + w.weight * doubt(w), 0) /
        (words.reduce((sum, w) => sum + w.weight, 0) || 1),
  };
};

/** How little the collection knows a word: a corrected one may have meant something else. */
const doubt = (word: QuestionWord): number => (word.terms.length === 0 ? 1 : word.unsure ? 0.5 : 0);

/** Whether a unit is among the postings of a term, by bisection. */
const holds = ({ postings }: SearchIndex, term: number, unit: number): boolean => {
  let low = postings.starts[term] as number;
  const end = postings.starts[term + 1] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings.items[middle] as number) < unit) low = middle + 1;
    else high = middle;
  }
  return low < end && postings.items[low] === unit;
};
