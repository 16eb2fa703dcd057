import { choose, thorough } from "./choose.js";
import { lineFeatures, noAnswerFeatures, readFor } from "./features.js";
import type { Rarity } from "./overlap.js";
import { logOdds, probability, valuesOf } from "./trees.js";
import { noAnswerForest, sentenceForest } from "./weights.js";

/** What speaks for a line. */
export type LineVerdict = {
  /** Log odds that it belongs to the answer, if there is one on the page. */
  readonly odds: number;
  /** Share of the question that it holds, alone and with the heading above it. */
  readonly cover: number;
  readonly coverWithHeading: number;
  /** How well it looks like what is wanted: a date for "wann", a street for "wo". */
  readonly wanted: number;
};

/** What a page says to a question. */
export type Extraction = {
  readonly lines: readonly LineVerdict[];
  /** Probability that the page does not answer the question. */
  readonly noAnswer: number;
  /** Share of the weight of the question's nouns that the page holds. */
  readonly nounCover: number;
};

/** Above this the page counts as not answering. Chosen by cross-validation on the training rows. */
const NO_ANSWER = 0.25;

/**
 * Weighs the lines of a page as the answer to a question. Line 0 is the page's title. Trained on OMoS-QA (train split),
 * see docs/wissen.md; about 2 ms for a page of 25 lines.
 */
export const weighLines = (question: string, lines: readonly string[], rarity: Rarity = () => 1): Extraction => {
  if (lines.length === 0) return { lines: [], noAnswer: 1, nounCover: 0 };
  const reading = readFor(question, lines, rarity);
  const verdicts = lineFeatures(reading).map((f): LineVerdict => {
    const { cover = 0, withHead = 0, wanted = 0 } = f;
    return { odds: logOdds(sentenceForest, valuesOf(sentenceForest, f)), cover, coverWithHeading: withHead, wanted };
  });
  const page = noAnswerFeatures(
    reading,
    verdicts.map((v) => v.odds),
  );
  return {
    lines: verdicts,
    noAnswer: probability(logOdds(noAnswerForest, valuesOf(noAnswerForest, page))),
    nounCover: page.nounCover ?? 0,
  };
};

/** Numbers of the lines that answer a question, in order; none if the page does not answer. */
export const extractAnswer = (question: string, lines: readonly string[], rarity?: Rarity): number[] => {
  const { lines: verdicts, noAnswer } = weighLines(question, lines, rarity);
  if (noAnswer > NO_ANSWER) return [];
  return choose(
    verdicts.map((v) => probability(v.odds)),
    thorough,
  );
};
