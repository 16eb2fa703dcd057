/**
 * Fits the weights of knowledge/documents/confidence.ts: which questions a collection answers at all. Prints them.
 *
 *   node dist/knowledge/documents/training/calibrate.js FOREIGN.txt FOLDER=QUESTIONS …
 *
 * FOLDER holds documents, QUESTIONS is a .tsv with the question in the first column or OMoS rows (.jsonl), of which those
 * count that have an answer and whose page is a file of the folder. FOREIGN has a question a line about none of it.
 */
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { consider } from "../answer.js";
import type { Signs } from "../confidence.js";
import { isRefused, type Passage } from "../document.js";
import { buildIndex, type KnowledgeIndex } from "../knowledge-index.js";
import { parseDocument } from "../parse.js";
import { splitIntoPassages } from "../passages.js";

const KEPT = 0.955;
const REFUSED = 0.946;
const names: readonly (keyof Signs)[] = [
  "score",
  "noAnswer",
  "unknown",
  "cover",
  "nouns",
  "synonym",
  "known",
  "size",
];

const readFolder = async (folder: string): Promise<{ index: KnowledgeIndex; files: ReadonlySet<string> }> => {
  const passages: Passage[] = [];
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => /\.(?:html|md)$/.test(file))
    .sort();
  for (const file of files) {
    const parsed = await parseDocument({ name: file, bytes: await readFile(join(folder, file)) });
    if (!isRefused(parsed)) passages.push(...splitIntoPassages(file, parsed));
  }
  return {
    index: buildIndex(passages),
    files: new Set(files.map((file) => basename(file).replace(/\.\w+$/, ""))),
  };
};

const readQuestions = async (path: string, files: ReadonlySet<string>): Promise<string[]> => {
  const lines = (await readFile(path, "utf8")).trim().split("\n");
  if (!path.endsWith(".jsonl")) return lines.map((line) => line.split("\t")[0] ?? "");
  return lines
    .map((line) => JSON.parse(line) as { question: string; answers: number[]; pageId: number })
    .filter((row) => row.answers.length > 0 && files.has(String(row.pageId)))
    .map((row) => row.question);
};

type Case = {
  readonly values: readonly number[];
  readonly good: boolean;
  readonly weight: number;
  readonly set: string;
};

const [foreignFile, ...sets] = process.argv.slice(2);
if (!foreignFile || sets.length === 0) throw new Error("usage: calibrate.js FOREIGN.txt FOLDER=QUESTIONS …");
const foreign = (await readFile(foreignFile, "utf8")).trim().split("\n");
const cases: Case[] = [];
const folders = new Map<string, Awaited<ReturnType<typeof readFolder>>>();
for (const set of sets) {
  const [folder = "", questions = ""] = set.split("=");
  const read = folders.get(folder) ?? (await readFolder(folder));
  folders.set(folder, read);
  const signsOf = (question: string): number[] => {
    const { signs } = consider(read.index, question, null);
    return names.map((name) => signs[name]);
  };
  const good = await readQuestions(questions, read.files);
  for (const question of good)
    cases.push({ values: signsOf(question), good: true, weight: 1 / good.length, set });
  for (const question of foreign)
    cases.push({ values: signsOf(question), good: false, weight: 1 / foreign.length, set });
}

/** Logistic regression by gradient descent with a little ridge. */
const regress = (train: readonly Case[]): number[] => {
  const weights = names.map(() => 0).concat(0);
  for (let round = 0; round < 4000; round++) {
    const gradient = weights.map((w, i) => (i < names.length ? 0.003 * w : 0));
    for (const { values, good, weight } of train) {
      const z = values.reduce((sum, v, i) => sum + v * (weights[i] ?? 0), weights[names.length] ?? 0);
      const error = (1 / (1 + Math.exp(-z)) - (good ? 1 : 0)) * weight;
      for (const [i, v] of [...values, 1].entries()) gradient[i] = (gradient[i] ?? 0) + error * v;
    }
    for (const [i, g] of gradient.entries()) weights[i] = (weights[i] ?? 0) - 0.4 * g;
  }
  return weights;
};
const rate = (weights: readonly number[], { values }: Case): number =>
  values.reduce((sum, v, i) => sum + v * (weights[i] ?? 0), 0);
const limitFor = (weights: readonly number[], of: readonly Case[]): number => {
  const rates = of
    .filter((c) => c.good)
    .map((c) => rate(weights, c))
    .sort((a, b) => a - b);
  return rates[Math.floor(rates.length * (1 - KEPT))] ?? 0;
};
/** The lowest limit that refuses enough of the foreign questions to the first set. */
const refusing = (weights: readonly number[]): number => {
  const rates = cases
    .filter((c) => c.set === sets[0] && !c.good)
    .map((c) => rate(weights, c))
    .sort((a, b) => a - b);
  return rates[Math.ceil(rates.length * REFUSED) - 1] ?? 0;
};
const show = (label: string, weights: readonly number[], limit: number, of: readonly Case[]): void => {
  const share = (some: readonly Case[]): string =>
    (100 * (some.filter((c) => rate(weights, c) >= limit).length / (some.length || 1))).toFixed(1);
  console.log(
    `${label}: ${share(of.filter((c) => c.good))} % of good questions answered, ${(100 - Number(share(of.filter((c) => !c.good)))).toFixed(1)} % of foreign ones refused`,
  );
};

for (const left of sets) {
  const weights = regress(cases.filter((c) => c.set !== left));
  const own = cases.filter((c) => c.set === left);
  if (sets.length > 1) show(`${left} (not trained on, own limit)`, weights, limitFor(weights, own), own);
}
const weights = regress(cases);
const limit = refusing(weights);
for (const set of sets)
  show(
    `${set} (trained on)`,
    weights,
    limit,
    cases.filter((c) => c.set === set),
  );
console.log(
  `weights: { ${names.map((name, i) => `${name}: ${(weights[i] ?? 0).toFixed(2)}`).join(", ")} }, least: ${limit.toFixed(2)}`,
);
