import { answer } from "../../knowledge/documents/answer.js";
import { search } from "../../knowledge/documents/search.js";
import {
  answerEach,
  type CliCommand,
  complain,
  type ExitCode,
  print,
  UsageError,
  withBackstage,
} from "./command-line.js";
import { ingestDocuments } from "./ingest-documents.js";

export const knowledgeIngest: CliCommand = {
  words: ["knowledge", "ingest"],
  usage: "knowledge ingest PFAD …",
  does: "Liest Dateien und Ordner in die Unterlagen ein (PDF, DOCX, XLSX, HTML, Markdown, Text). Unverändertes bleibt.",
  least: 1,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ ledger }) => {
      const result = await ingestDocuments(ledger, line.args, showProgress);
      if (line.flags.json) print(JSON.stringify(result));
      else {
        const passages = result.stored.reduce((sum, one) => sum + one.passages, 0);
        print(`Eingelesen: ${result.stored.length} Dokumente mit ${passages} Abschnitten.`);
        print(`Unverändert: ${result.unchanged.length}.`);
        for (const { document, reason } of result.refused) complain(`Nicht gelesen: ${document} – ${reason}`);
      }
      const nothing = result.stored.length + result.unchanged.length === 0;
      return nothing && result.refused.length > 0 ? 1 : 0;
    }),
};

export const knowledgeSearch: CliCommand = {
  words: ["knowledge", "search"],
  usage: 'knowledge search "FRAGE" [-k 10]',
  does: "Sucht Abschnitte in den Unterlagen.",
  options: { k: { type: "string", short: "k" } },
  least: 1,
  most: 1,
  async run(line) {
    const k = Number(line.flags.k ?? 10);
    if (!Number.isInteger(k) || k < 1) throw new UsageError("-k braucht eine Zahl ab 1.");
    return withBackstage<ExitCode>(line, async ({ knowledge }) => {
      const documents = await knowledge.documents();
      await answerEach(
        line,
        line.args[0] ?? "",
        (question) =>
          search(documents, question, { k }).map(({ document, title, section, page, score, text }) => ({
            document,
            title,
            section,
            page,
            score,
            text,
          })),
        (hits) =>
          hits.map((hit) => `${hit.score}  ${place(hit)}\n   ${hit.text.split("\n").join(" ")}`).join("\n"),
      );
      return 0;
    });
  },
};

export const knowledgeAsk: CliCommand = {
  words: ["knowledge", "ask"],
  usage: 'knowledge ask "FRAGE"',
  does: "Antwortet mit Sätzen aus den Unterlagen und ihrer Quelle, oder sagt, dass nichts dazu darin steht.",
  least: 1,
  most: 1,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ knowledge }) => {
      const documents = await knowledge.documents();
      await answerEach(
        line,
        line.args[0] ?? "",
        (question) => {
          const { status, sentences } = answer(documents, question);
          return { status, sentences, model: "none" };
        },
        ({ status, sentences }) =>
          status === "unknown"
            ? "Steht nicht in den Unterlagen."
            : sentences.map((one) => `„${one.text}“ – ${place(one)}`).join("\n"),
      );
      return 0;
    }),
};

function place(one: {
  readonly title: string;
  readonly section: string;
  readonly page: number | null;
}): string {
  return [one.title, one.section, one.page === null ? "" : `S. ${one.page}`]
    .filter((part) => part)
    .join(" · ");
}

/** On a terminal only: a long ingest shows that it works. */
function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done + 1} von ${total} Dateien `);
}
