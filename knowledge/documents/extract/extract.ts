import { choose } from "./choose.js";
import { lineFeatures, noAnswerFeatures, type Reading, readFor } from "./features.js";
import type { Rarity } from "./overlap.js";
import { logOdds, probability, valuesOf } from "./trees.js";
import { noAnswerForest, sentenceForest } from "./weights.js";

/** What a page says to a question. */
export type Extraction = {
  /** Probability of each line to belong to the answer, if there is one on the page. */
  readonly lines: readonly number[];
  /** Probability that the page does not answer the question. */
  readonly noAnswer: number;
  /** Lines of the answer in order; empty if the page does not answer. */
  readonly chosen: readonly number[];
};

/** Above this the page counts as not answering. Chosen by cross-validation on the training rows. */
const NO_ANSWER = 0.26;

/**
 * Finds the lines of a page that answer a question. Line 0 is the page's title. Trained on OMoS-QA (train split), see
 * docs/wissen.md; about 2 ms for a page of 25 lines.
 */
export const extractAnswer = (
  question: string,
  lines: readonly string[],
  rarity: Rarity = () => 1,
): Extraction => {
  if (lines.length === 0) return { lines: [], noAnswer: 1, chosen: [] };
  const reading = readFor(question, lines, rarity);
  const odds = lineOdds(reading);
  const noAnswer = probability(
    logOdds(noAnswerForest, valuesOf(noAnswerForest, noAnswerFeatures(reading, odds))),
  );
  const probabilities = odds.map(probability);
  return { lines: probabilities, noAnswer, chosen: noAnswer > NO_ANSWER ? [] : choose(probabilities) };
};

const lineOdds = (reading: Reading): number[] =>
  lineFeatures(reading).map((f) => logOdds(sentenceForest, valuesOf(sentenceForest, f)));
