import { readFile, writeFile } from "node:fs/promises";
import {
  ExtractionRow,
  evaluateExtraction,
  type Figures,
} from "../../knowledge/documents/evaluate-extraction.js";
import {
  CorpusDocument,
  evaluateRetrieval,
  Query,
  readQrels,
  writeTrecRun,
} from "../../knowledge/documents/evaluate-retrieval.js";
import { type CliCommand, type CommandLine, print, UsageError } from "./command-line.js";
import { readJsonLines } from "./read-json-lines.js";

export const evaluateRetrievalCommand: CliCommand = {
  words: ["evaluate", "retrieval"],
  usage: "evaluate retrieval --corpus C.jsonl --queries Q.jsonl --qrels R.tsv [--run OUT.trec]",
  does:
    "Misst die Suche an einer Sammlung mit bewerteten Fragen.\n" +
    "C.jsonl: {id,title,text} je Zeile, Q.jsonl: {id,text} je Zeile, R.tsv: Frage<TAB>Dokument<TAB>Note.\n" +
    "--run schreibt die gefundenen Dokumente im TREC-Format (Ränge ab 1).",
  options: {
    corpus: { type: "string" },
    queries: { type: "string" },
    qrels: { type: "string" },
    run: { type: "string" },
  },
  least: 0,
  most: 0,
  async run(line) {
    const [corpusFile, queriesFile, qrelsFile] = ["corpus", "queries", "qrels"].map((name) =>
      needed(line, name),
    ) as [string, string, string];
    const corpus = await readJsonLines(corpusFile, CorpusDocument);
    const queries = await readJsonLines(queriesFile, Query);
    const qrels = readQrels(await readFile(qrelsFile, "utf8"));
    const report = evaluateRetrieval(corpus, queries, qrels);
    if (typeof line.flags.run === "string") await writeFile(line.flags.run, writeTrecRun(report.run, "kim"));
    const { figures } = report;
    const result = {
      documents: report.documents,
      queries: queries.length,
      judgedQueries: report.judgedQueries,
      "recall@1": figures?.recallAt1 ?? null,
      "recall@5": figures?.recallAt5 ?? null,
      "recall@10": figures?.recallAt10 ?? null,
      "MRR@10": figures?.mrrAt10 ?? null,
      "nDCG@10": figures?.ndcgAt10 ?? null,
      msPerQuery: report.millisecondsPerQuery.mean,
      msPerQueryP95: report.millisecondsPerQuery.p95,
      buildMs: report.buildMilliseconds,
    };
    if (line.flags.json) print(JSON.stringify(result));
    else for (const [name, value] of Object.entries(result)) print(`${name.padEnd(14)} ${shown(value)}`);
    return 0;
  },
};

export const evaluateExtractionCommand: CliCommand = {
  words: ["evaluate", "extraction"],
  usage: "evaluate extraction DATEI.jsonl [--predictions OUT.json]",
  does:
    "Misst die Auswahl von Sätzen, wie OMoS-QA sie festlegt.\n" +
    "DATEI.jsonl: {id,question,context,answers} je Zeile, context mit einem Satz je Zeile, answers sind Zeilennummern ab 0.\n" +
    "--predictions schreibt je id die gewählten Zeilen.",
  options: { predictions: { type: "string" } },
  least: 1,
  most: 1,
  async run(line) {
    const rows = await readJsonLines(line.args[0] ?? "", ExtractionRow);
    const report = evaluateExtraction(rows);
    if (typeof line.flags.predictions === "string")
      await writeFile(line.flags.predictions, `${JSON.stringify(report.predictions)}\n`);
    const { answerable, noAnswer, millisecondsPerPage: msPerPage } = report;
    if (line.flags.json) print(JSON.stringify({ rows: rows.length, answerable, noAnswer, msPerPage }));
    else {
      print(`${rows.length} Fragen, ${shown(msPerPage)} ms je Seite`);
      print(`mit Antwort     ${inOneLine(answerable)}`);
      print(`ohne Antwort    ${inOneLine(noAnswer)}`);
    }
    return 0;
  },
};

function needed({ flags }: CommandLine, name: string): string {
  const value = flags[name];
  if (typeof value !== "string" || value === "") throw new UsageError(`Es fehlt --${name}.`);
  return value;
}

function inOneLine({ precision, recall, f1 }: Figures): string {
  return `precision ${shown(precision)}  recall ${shown(recall)}  F1 ${shown(f1)}`;
}

function shown(value: number | null): string {
  if (value === null) return "–";
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}
