import { framesQuestion } from "../../german/question-frames.js";
import { choose, thorough } from "./choose.js";
import { lineFeatures, noAnswerFeatures, type Reading, readFor } from "./features.js";
import type { Rarity } from "./overlap.js";
import { wordsOf } from "./page.js";
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
  /** Says what the thing asked for is: "X ist …", "X steht für …". */
  readonly defines: boolean;
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
export const weighLines = (
  question: string,
  lines: readonly string[],
  rarity: Rarity = () => 1,
): Extraction => {
  if (lines.length === 0) return { lines: [], noAnswer: 1, nounCover: 0 };
  const reading = readFor(question, lines, rarity);
  const definition = definitionOf(reading);
  const verdicts = lineFeatures(reading).map((f, i): LineVerdict => {
    const { cover = 0, withHead = 0, wanted = 0 } = f;
    return {
      odds: logOdds(sentenceForest, valuesOf(sentenceForest, f)),
      cover,
      coverWithHeading: withHead,
      wanted,
      defines: definition(lines[i] ?? ""),
    };
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

const DEFINING =
  /^(?:(?:der|die|das|ein|eine|unter)\s+)?(.{2,60}?)\s+(?:ist|sind|steht für|stehen für|bedeutet|heißt|bezeichnet|meint|versteht man)\s/i;

/** For "Was ist X?": does a line begin with X and go on to say what it is? */
const definitionOf = ({ kinds, overlap }: Reading): ((line: string) => boolean) => {
  const asked = overlap.asked.filter((w) => !framesQuestion(w.stem)).map((w) => w.stem);
  if (!kinds.has("meaning") || asked.length === 0) return () => false;
  return (line) => {
    const subject = wordsOf(DEFINING.exec(line)?.[1] ?? "").map((w) => w.stem);
    return subject.length <= asked.length + 1 && asked.every((word) => subject.includes(word));
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
