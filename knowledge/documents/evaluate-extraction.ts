import { z } from "zod";
import { extractAnswer } from "./extract/extract.js";
import { type Rarity, rarityIn } from "./extract/overlap.js";
import { wordsOf } from "./extract/page.js";

/** A row of OMoS-QA: a question, a page with a sentence a line, the numbers (from 0) of the lines that answer. */
export const ExtractionRow = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string(),
  context: z.string(),
  answers: z
    .array(z.int().nonnegative())
    .nullish()
    .transform((lines) => lines ?? []),
});
export type ExtractionRow = z.infer<typeof ExtractionRow>;

/** Shares from 0 to 1. `null` where the rows hold no case to measure by. */
export type Figures = {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
};

export type ExtractionReport = {
  readonly rows: number;
  /**
   * Means of precision and recall over the rows that have an answer, and the F of the two means. A row without a
   * prediction counts precision 1 and recall 0.
   */
  readonly answerable: Figures;
  /** "The page does not answer" as a class of its own. */
  readonly noAnswer: Figures;
  readonly millisecondsPerPage: number;
  /** Line numbers by id of the row; empty for "no answer". */
  readonly predictions: Readonly<Record<string, readonly number[]>>;
};

type Predict = (question: string, lines: readonly string[]) => readonly number[];

/**
 * Sentence extraction as OMoS-QA defines it (Kleinle, Prange and Friedrich 2024). If no row has an answer the gold is
 * taken to be unknown: predictions, but null figures.
 */
export const evaluateExtraction = (rows: readonly ExtractionRow[], predict?: Predict): ExtractionReport => {
  const rarity = rarityOf(new Set(rows.map((row) => row.context)));
  const chosen = predict ?? ((question, lines) => extractAnswer(question, lines, rarity));
  const started = performance.now();
  const predictions = new Map(rows.map((row) => [row.id, chosen(row.question, row.context.split("\n"))]));
  const millisecondsPerPage = rows.length ? (performance.now() - started) / rows.length : 0;
  const known = rows.some((row) => row.answers.length > 0);
  return {
    rows: rows.length,
    answerable: known ? answerFigures(rows, predictions) : unknown,
    noAnswer: known ? noAnswerFigures(rows, predictions) : unknown,
    millisecondsPerPage,
    predictions: Object.fromEntries(predictions),
  };
};

/** How rare words are in a set of pages, given as text with a sentence a line. */
export const rarityOf = (pages: ReadonlySet<string>): Rarity => {
  const holding = new Map<string, number>();
  for (const page of pages) {
    for (const stemmed of new Set(wordsOf(page).map((w) => w.stem)))
      holding.set(stemmed, (holding.get(stemmed) ?? 0) + 1);
  }
  return rarityIn(pages.size, (stemmed) => holding.get(stemmed) ?? 0);
};

const unknown: Figures = { precision: null, recall: null, f1: null };

const f1 = (precision: number, recall: number): number =>
  precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;

const answerFigures = (
  rows: readonly ExtractionRow[],
  predictions: ReadonlyMap<string, readonly number[]>,
): Figures => {
  const answered = rows.filter((row) => row.answers.length > 0);
  let precision = 0;
  let recall = 0;
  for (const row of answered) {
    const predicted = new Set(predictions.get(row.id));
    const gold = new Set(row.answers);
    const hits = [...predicted].filter((line) => gold.has(line)).length;
    precision += predicted.size ? hits / predicted.size : 1;
    recall += hits / gold.size;
  }
  precision /= answered.length;
  recall /= answered.length;
  return { precision, recall, f1: f1(precision, recall) };
};

const noAnswerFigures = (
  rows: readonly ExtractionRow[],
  predictions: ReadonlyMap<string, readonly number[]>,
): Figures => {
  const empty = rows.filter((row) => row.answers.length === 0);
  const said = rows.filter((row) => predictions.get(row.id)?.length === 0);
  const right = said.filter((row) => row.answers.length === 0).length;
  if (empty.length === 0) return unknown;
  const precision = said.length ? right / said.length : 0;
  const recall = right / empty.length;
  return { precision, recall, f1: f1(precision, recall) };
};
