import { z } from "zod";
import { readUnits } from "./index/forward.js";
import { invert } from "./index/invert.js";
import { rank } from "./index/rank.js";

export const CorpusDocument = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? ""),
  text: z.string(),
});
export type CorpusDocument = z.infer<typeof CorpusDocument>;

export const Query = z.object({ id: z.union([z.string(), z.number()]).transform(String), text: z.string() });
export type Query = z.infer<typeof Query>;

/** Grade by document by query; above 0 is relevant. */
export type Qrels = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The documents found for each query, best first. */
export type Run = ReadonlyMap<string, readonly { readonly document: string; readonly score: number }[]>;

export type RetrievalFigures = {
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly recallAt10: number;
  readonly mrrAt10: number;
  readonly ndcgAt10: number;
};

export type RetrievalReport = {
  readonly documents: number;
  /** Queries with at least one relevant document; the others count nowhere. */
  readonly judgedQueries: number;
  /** Means over the queries; `null` if none has a relevant document. */
  readonly figures: RetrievalFigures | null;
  readonly millisecondsPerQuery: { readonly mean: number; readonly p95: number };
  readonly buildMilliseconds: number;
  readonly run: Run;
};

const DEPTH = 100;

/** Indexes a collection, asks it every query and compares with the judgements. Each document is one unit. */
export const evaluateRetrieval = (
  corpus: readonly CorpusDocument[],
  queries: readonly Query[],
  qrels: Qrels,
): RetrievalReport => {
  const started = performance.now();
  const index = invert(readUnits(corpus));
  const buildMilliseconds = performance.now() - started;
  const run = new Map<string, { document: string; score: number }[]>();
  const times: number[] = [];
  for (const { id, text } of queries) {
    const asked = performance.now();
    const ranked = rank(index, text, DEPTH);
    times.push(performance.now() - asked);
    run.set(
      id,
      ranked.map(({ unit, score }) => ({ document: (corpus[unit] as CorpusDocument).id, score })),
    );
  }
  times.sort((a, b) => a - b);
  return {
    documents: corpus.length,
    ...measureRun(run, qrels),
    millisecondsPerQuery: {
      mean: times.reduce((a, b) => a + b, 0) / (times.length || 1),
      p95: times[Math.ceil(times.length * 0.95) - 1] ?? 0,
    },
    buildMilliseconds,
    run,
  };
};

/**
 * Means over the judged queries as trec_eval has them: recall is the share of relevant documents found, MRR takes the
 * first relevant one, nDCG discounts the grade by log2(rank + 1). A query without a run counts as 0.
 */
export const measureRun = (run: Run, qrels: Qrels): Pick<RetrievalReport, "judgedQueries" | "figures"> => {
  const sums = { recallAt1: 0, recallAt5: 0, recallAt10: 0, mrrAt10: 0, ndcgAt10: 0 };
  let judgedQueries = 0;
  for (const [query, grades] of qrels) {
    const relevant = [...grades].filter(([, grade]) => grade > 0);
    if (relevant.length === 0) continue;
    judgedQueries++;
    const found = (run.get(query) ?? []).slice(0, 10).map(({ document }) => grades.get(document) ?? 0);
    const hits = (k: number): number =>
      found.slice(0, k).filter((grade) => grade > 0).length / relevant.length;
    sums.recallAt1 += hits(1);
    sums.recallAt5 += hits(5);
    sums.recallAt10 += hits(10);
    const first = found.findIndex((grade) => grade > 0);
    sums.mrrAt10 += first < 0 ? 0 : 1 / (first + 1);
    const ideal = relevant.map(([, grade]) => grade).sort((a, b) => b - a);
    sums.ndcgAt10 += gain(found) / gain(ideal.slice(0, 10));
  }
  if (judgedQueries === 0) return { judgedQueries, figures: null };
  return {
    judgedQueries,
    figures: {
      recallAt1: sums.recallAt1 / judgedQueries,
      recallAt5: sums.recallAt5 / judgedQueries,
      recallAt10: sums.recallAt10 / judgedQueries,
      mrrAt10: sums.mrrAt10 / judgedQueries,
      ndcgAt10: sums.ndcgAt10 / judgedQueries,
    },
  };
};

const gain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, i) => sum + Math.max(0, grade) / Math.log2(i + 2), 0);

/** Lines `query<TAB>doc<TAB>grade`; a header line and TREC's four columns with an iteration are understood as well. */
export const readQrels = (text: string): Qrels => {
  const qrels = new Map<string, Map<string, number>>();
  for (const line of text.split(/\r?\n/)) {
    const cells = line.trim().split(line.includes("\t") ? /\t+/ : /\s+/);
    const [query, second, third, fourth] = cells;
    const [document, grade] = cells.length >= 4 ? [third, fourth] : [second, third];
    if (!query || !document || grade === undefined || !/^-?\d+(?:\.\d+)?$/.test(grade)) continue;
    const grades = qrels.get(query) ?? new Map<string, number>();
    grades.set(document, Number(grade));
    qrels.set(query, grades);
  }
  return qrels;
};

/** A run in TREC's format: query, Q0, document, rank from 1, score, name of the system. */
export const writeTrecRun = (run: Run, system: string): string => {
  let lines = "";
  for (const [query, found] of run) {
    for (const [i, { document, score }] of found.entries()) {
      lines += `${query} Q0 ${document} ${i + 1} ${score.toFixed(6)} ${system}\n`;
    }
  }
  return lines;
};
