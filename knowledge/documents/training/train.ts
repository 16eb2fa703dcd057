/**
 * Trains the sentence model on rows of OMoS-QA and writes `knowledge/documents/extract/weights.ts`. Deterministic.
 *
 *   npm run train -- train_de.jsonl [--check dev_de.jsonl] [--write knowledge/documents/extract/weights.ts]
 *   npm run format
 *
 * Prints figures of a five-fold cross-validation by page, and of `--check`, which takes no part in training.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import {
  type ExtractionReport,
  ExtractionRow,
  evaluateExtraction,
  rarityOf,
} from "../evaluate-extraction.js";
import { choose, thorough } from "../extract/choose.js";
import { type Features, lineFeatures, noAnswerFeatures, type Reading, readFor } from "../extract/features.js";
import type { Rarity } from "../extract/overlap.js";
import { type Forest, logOdds, probability, valuesOf } from "../extract/trees.js";
import { type BoostOptions, boost } from "./boost.js";

const FOLDS = 5;
const sentenceOptions: BoostOptions = {
  rounds: 250,
  depth: 3,
  rate: 0.06,
  ridge: 5,
  leastLeaf: 4,
  featureShare: 0.3,
  rowShare: 0.8,
  seed: 1,
};
const pageOptions: BoostOptions = {
  rounds: 150,
  depth: 2,
  rate: 0.03,
  ridge: 3,
  leastLeaf: 2,
  featureShare: 0.2,
  rowShare: 0.8,
  seed: 1,
};
const thresholds = [0.2, 0.22, 0.24, 0.26, 0.28, 0.32, 0.36];

type Example = {
  readonly row: ExtractionRow;
  readonly reading: Reading;
  readonly lines: readonly Features[];
  readonly fold: number;
};
type Models = { readonly sentence: Forest; readonly page: Forest };

const readRows = async (path: string): Promise<ExtractionRow[]> =>
  (await readFile(path, "utf8"))
    .trim()
    .split("\n")
    .map((line) => ExtractionRow.parse(JSON.parse(line)));

/** Rows about one page share a fold, so that no page is in training and test at once. */
const examplesOf = (rows: readonly ExtractionRow[], rarity: Rarity): Example[] => {
  const pages = new Map([...new Set(rows.map((row) => row.context))].map((context, i) => [context, i]));
  return rows.map((row) => {
    const reading = readFor(row.question, row.context.split("\n"), rarity);
    return {
      row,
      reading,
      lines: lineFeatures(reading),
      fold: ((pages.get(row.context) ?? 0) * 7919) % FOLDS,
    };
  });
};

const trainSentences = (examples: readonly Example[]): Forest => {
  const answered = examples.filter((e) => e.row.answers.length > 0);
  const features = Object.keys(answered[0]?.lines[0] ?? {});
  return boost(
    {
      features,
      rows: answered.flatMap((e) => e.lines.map((line) => valuesOf({ features }, line))),
      labels: answered.flatMap((e) => e.lines.map((_, i) => (e.row.answers.includes(i) ? 1 : 0))),
      // Figures are means over rows, so long pages must not outweigh short ones.
      weights: answered.flatMap((e) => e.lines.map(() => Math.sqrt(25 / e.lines.length))),
    },
    sentenceOptions,
  );
};

const oddsOf = (sentence: Forest, e: Example): number[] =>
  e.lines.map((line) => logOdds(sentence, valuesOf(sentence, line)));

/** `odds` come from a sentence model that has not seen the row, as they will in use. */
const trainPages = (examples: readonly Example[], odds: ReadonlyMap<Example, readonly number[]>): Forest => {
  const named = examples.map((e) => noAnswerFeatures(e.reading, odds.get(e) ?? []));
  const features = Object.keys(named[0] ?? {});
  const rows = named.map((f) => valuesOf({ features }, f));
  const labels = examples.map((e) => (e.row.answers.length === 0 ? 1 : 0));
  return boost({ features, rows, labels, weights: labels.map(() => 1) }, pageOptions);
};

const crossOdds = (examples: readonly Example[]): Map<Example, number[]> => {
  const odds = new Map<Example, number[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainSentences(examples.filter((e) => e.fold !== fold));
    for (const e of examples.filter((one) => one.fold === fold)) odds.set(e, oddsOf(model, e));
  }
  return odds;
};

const noAnswerOf = (page: Forest, e: Example, odds: readonly number[]): number =>
  probability(logOdds(page, valuesOf(page, noAnswerFeatures(e.reading, odds))));

const percent = (x: number | null): string => (x === null ? "-" : (100 * x).toFixed(1));
const show = (label: string, { answerable: a, noAnswer: n }: ExtractionReport): void =>
  console.log(
    `${label.padEnd(24)} answers P ${percent(a.precision)} R ${percent(a.recall)} F ${percent(a.f1)}   no answer P ${percent(n.precision)} R ${percent(n.recall)} F ${percent(n.f1)}`,
  );

const report = (
  label: string,
  examples: readonly Example[],
  odds: ReadonlyMap<Example, readonly number[]>,
  noAnswer: ReadonlyMap<Example, number>,
): void => {
  for (const limit of thresholds) {
    const lines = new Map(
      examples.map((e) => [
        `${e.row.question}\n${e.row.context}`,
        (noAnswer.get(e) ?? 0) > limit ? [] : choose((odds.get(e) ?? []).map(probability), thorough),
      ]),
    );
    show(
      `${label} at ${limit}`,
      evaluateExtraction(
        examples.map((e) => e.row),
        (q, l) => lines.get(`${q}\n${l.join("\n")}`) ?? [],
      ),
    );
  }
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "string" }, write: { type: "string" } },
});
const [trainingFile] = positionals;
if (!trainingFile) throw new Error("usage: train.js TRAIN.jsonl [--check DEV.jsonl] [--write WEIGHTS.ts]");

const rows = await readRows(trainingFile);
const examples = examplesOf(rows, rarityOf(new Set(rows.map((row) => row.context))));
const odds = crossOdds(examples);
const crossed = new Map<Example, number>();
for (let fold = 0; fold < FOLDS; fold++) {
  const page = trainPages(
    examples.filter((e) => e.fold !== fold),
    odds,
  );
  for (const e of examples.filter((one) => one.fold === fold))
    crossed.set(e, noAnswerOf(page, e, odds.get(e) ?? []));
}
report("cross-validation", examples, odds, crossed);

const models: Models = { sentence: trainSentences(examples), page: trainPages(examples, odds) };
console.log(
  `numbers: ${[models.sentence, models.page].map((f) => f.nodes.length * 2 + f.leaves.length).join(" + ")}`,
);
if (values.check) {
  const check = await readRows(values.check);
  const others = examplesOf(check, rarityOf(new Set(check.map((row) => row.context))));
  const otherOdds = new Map(others.map((e) => [e, oddsOf(models.sentence, e)]));
  report(
    "check",
    others,
    otherOdds,
    new Map(others.map((e) => [e, noAnswerOf(models.page, e, otherOdds.get(e) ?? [])])),
  );
}
if (values.write) {
  const constant = (name: string, forest: Forest): string =>
    `export const ${name}: Forest = {\n${Object.entries(forest)
      .map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`)
      .join("\n")}\n};\n`;
  await writeFile(
    values.write,
    `import type { Forest } from "./trees.js";\n\n// Written by knowledge/documents/training/train.ts; don't edit.\n\n${constant("sentenceForest", models.sentence)}\n${constant("noAnswerForest", models.page)}`,
  );
}
