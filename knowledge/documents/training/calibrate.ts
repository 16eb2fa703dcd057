/**
 * Fits the weights of knowledge/documents/confidence.ts: which questions a collection answers at all. Prints them.
 *
 *   npm run build
 *   node dist/knowledge/documents/training/calibrate.js FOREIGN.txt[,FOREIGN.txt] FILES=QUESTIONS …
 *
 * FILES are documents or folders of documents, with commas between them. QUESTIONS is a .tsv (question, ids of documents)
 * or rows of OMoS-QA (.jsonl); those count that are answered by one of FILES. FOREIGN has a question a line about none
 * of it. Every collection counts the same. Printed for each: what it would be answered and refused if it alone had taken
 * no part in the fit.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { consider } from "../answer.js";
import type { Signs } from "../confidence.js";
import { isRefused, type Passage } from "../document.js";
import { buildIndex, type KnowledgeIndex } from "../knowledge-index.js";
import { parseDocument } from "../parse.js";
import { splitIntoPassages } from "../passages.js";

/** Shares that are wanted: the limit is put where both are missed least or surpassed most. */
const ANSWERED = 0.95;
const REFUSED = 0.94;
const RIDGE = 0.003;

const names: readonly (keyof Signs)[] = [
  "score",
  "noAnswer",
  "unknown",
  "cover",
  "nouns",
  "synonym",
  "known",
  "rivals",
  "size",
];

type Case = {
  readonly values: readonly number[];
  readonly good: boolean;
  readonly weight: number;
  readonly set: string;
};

const nameOf = (file: string): string => basename(file).replace(/\.\w+$/, "");

const filesOf = async (path: string): Promise<string[]> =>
  (await stat(path)).isDirectory()
    ? (await readdir(path, { recursive: true })).sort().map((file) => join(path, file))
    : [path];

const readCollection = async (
  paths: string,
): Promise<{ index: KnowledgeIndex; names: ReadonlySet<string> }> => {
  const passages: Passage[] = [];
  const read = new Set<string>();
  for (const path of paths.split(",")) {
    for (const file of (await filesOf(path)).filter((one) => /\.(?:html|md)$/.test(one))) {
      const parsed = await parseDocument({ name: file, bytes: await readFile(file) });
      if (isRefused(parsed)) continue;
      passages.push(...splitIntoPassages(file, parsed));
      read.add(nameOf(file));
    }
  }
  return { index: buildIndex(passages), names: read };
};

const linesOf = async (paths: string): Promise<string[]> =>
  (await Promise.all(paths.split(",").map((path) => readFile(path, "utf8")))).flatMap((text) =>
    text.trim().split("\n"),
  );

const readQuestions = async (path: string, documents: ReadonlySet<string>): Promise<string[]> => {
  const lines = await linesOf(path);
  if (path.endsWith(".jsonl")) {
    return lines
      .map((line) => JSON.parse(line) as { question: string; answers: number[]; pageId: number })
      .filter((row) => row.answers.length > 0 && documents.has(String(row.pageId)))
      .map((row) => row.question);
  }
  return lines
    .map((line) => line.split("\t"))
    .filter(([, ids = ""]) => ids.split(",").some((id) => documents.has(nameOf(id.replace(/:.*/, "")))))
    .map(([question = ""]) => question);
};

const casesOf = async (set: string, foreign: readonly string[]): Promise<Case[]> => {
  const [files = "", questions = ""] = set.split("=");
  const { index, names: documents } = await readCollection(files);
  const good = await readQuestions(questions, documents);
  const cases = (asked: readonly string[], isGood: boolean): Case[] =>
    asked.map((question) => {
      const { signs } = consider(index, question, null);
      return { values: names.map((name) => signs[name]), good: isGood, weight: 1 / asked.length, set };
    });
  return [...cases(good, true), ...cases(foreign, false)];
};

const logistic = (weights: readonly number[], values: readonly number[]): number =>
  1 /
  (1 + Math.exp(-values.reduce((sum, v, i) => sum + v * (weights[i] as number), weights.at(-1) as number)));

/** Logistic regression with a little ridge, by Newton's method. The last weight is the constant. */
const regress = (train: readonly Case[]): number[] => {
  const n = names.length + 1;
  let weights = new Array<number>(n).fill(0);
  for (let round = 0; round < 30; round++) {
    const gradient = weights.map((w, i) => (i < n - 1 ? RIDGE * w : 0));
    const curvature = weights.map((_, i) => weights.map((__, j) => (i === j && i < n - 1 ? RIDGE : 0)));
    for (const { values, good, weight } of train) {
      const p = logistic(weights, values);
      const x = [...values, 1];
      for (const [i, xi] of x.entries()) {
        gradient[i] = (gradient[i] as number) + weight * (p - (good ? 1 : 0)) * xi;
        const row = curvature[i] as number[];
        for (const [j, xj] of x.entries()) row[j] = (row[j] as number) + weight * p * (1 - p) * xi * xj;
      }
    }
    const step = solve(curvature, gradient);
    weights = weights.map((w, i) => w - (step[i] as number));
  }
  return weights;
};

/** Solves a small system of linear equations by elimination with pivots. */
const solve = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] => {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let r = column + 1; r < n; r++)
      if (Math.abs(rows[r]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = r;
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const top = rows[column] as number[];
    for (const [r, row] of rows.entries()) {
      if (r === column) continue;
      const factor = (row[column] as number) / (top[column] as number);
      for (let c = column; c <= n; c++) row[c] = (row[c] as number) - factor * (top[c] as number);
    }
  }
  return rows.map((row, i) => (row[n] as number) / (row[i] as number));
};

type Shares = { readonly answered: number; readonly refused: number };

const sharesAt = (limit: number, weights: readonly number[], cases: readonly Case[]): Shares => {
  const share = (good: boolean, pass: (p: number) => boolean): number => {
    const some = cases.filter((c) => c.good === good);
    const total = some.reduce((sum, c) => sum + c.weight, 0) || 1;
    return (
      some.filter((c) => pass(logistic(weights, c.values))).reduce((sum, c) => sum + c.weight, 0) / total
    );
  };
  return { answered: share(true, (p) => p >= limit), refused: share(false, (p) => p < limit) };
};

const bestLimit = (weights: readonly number[], cases: readonly Case[]): number => {
  let best = 0.5;
  let most = -1;
  for (let limit = 0.2; limit < 0.8; limit += 0.005) {
    const { answered, refused } = sharesAt(limit, weights, cases);
    const worth = Math.min(answered - ANSWERED, refused - REFUSED);
    if (worth > most) {
      most = worth;
      best = limit;
    }
  }
  return best;
};

const show = (label: string, { answered, refused }: Shares): void =>
  console.log(
    `${label}: ${(100 * answered).toFixed(1)} % answered, ${(100 * refused).toFixed(1)} % of foreign refused`,
  );

const [foreignFiles, ...sets] = process.argv.slice(2);
if (!foreignFiles || sets.length === 0) throw new Error("usage: calibrate.js FOREIGN.txt FILES=QUESTIONS …");
const foreign = await linesOf(foreignFiles);
const cases: Case[] = [];
for (const set of sets) cases.push(...(await casesOf(set, foreign)));
for (const left of sets) {
  const others = cases.filter((c) => c.set !== left);
  const weights = regress(others);
  const own = cases.filter((c) => c.set === left);
  show(`${left.slice(0, 80)} (left out)`, sharesAt(bestLimit(weights, others), weights, own));
}
const weights = regress(cases);
const limit = bestLimit(weights, cases);
show("all", sharesAt(limit, weights, cases));
const least = Math.log(limit / (1 - limit)) - (weights.at(-1) as number);
console.log(
  `weights: { ${names.map((name, i) => `${name}: ${(weights[i] as number).toFixed(2)}`).join(", ")} }, least: ${least.toFixed(2)}`,
);
