import { wallClock } from "../../casework/calendar/zone.js";
import { roles } from "../../casework/staff/staff.js";
import { type AnswerSentence, answer } from "../../knowledge/documents/answer.js";
import type { DocumentView, Library } from "../../knowledge/documents/library.js";
import { type SearchHit, search } from "../../knowledge/documents/search.js";
import { validityOf } from "../../knowledge/documents/validity.js";
import type { WrittenSentence } from "../../knowledge/writing/write-answer.js";
import { assistanceFor, type Models } from "../assistance.js";
import { embedDocuments } from "../embed-documents.js";
import type { Ledger } from "../turn/transact.js";
import {
  answerEach,
  type CliCommand,
  type CommandLine,
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
    withBackstage<ExitCode>(line, async ({ ledger, knowledge, models }) => {
      const result = await ingestDocuments(ledger, line.args, showProgress);
      // Built and saved here, so that a running bot has only to read it.
      if (result.stored.length + result.removed.length > 0) await knowledge.library();
      await makeVectors(ledger, await models());
      if (line.flags.json) print(JSON.stringify(result));
      else {
        const passages = result.stored.reduce((sum, one) => sum + one.passages, 0);
        print(`Eingelesen: ${result.stored.length} Dokumente mit ${passages} Abschnitten.`);
        print(`Unverändert: ${result.unchanged.length}.`);
        if (result.removed.length > 0)
          print(`Entfernt, weil nicht mehr im Ordner: ${result.removed.join(", ")}.`);
        for (const { document, reason } of result.refused) complain(`Nicht gelesen: ${document} – ${reason}`);
      }
      const nothing = result.stored.length + result.unchanged.length === 0;
      return nothing && result.refused.length > 0 ? 1 : 0;
    }),
};

/** What is nearest in meaning, where an embedding model is set up and answers; what it says when not is on stderr. */
async function nearTo(
  models: Models,
  { index }: DocumentView,
  question: string,
): Promise<{ readonly near?: readonly string[] }> {
  const assist = assistanceFor(models, { log: (entry) => complain(JSON.stringify(entry)) });
  const near = await assist?.near?.(question, new Set(index.passages.documents));
  return near ? { near } : {};
}

/** Documents that were just taken in get their vectors at once; what fails is said, and words find them all the same. */
async function makeVectors(ledger: Ledger, { meaning, cleanPassages }: Models): Promise<void> {
  if (!meaning) return;
  const { made, kept, failed } = await embedDocuments(
    ledger,
    { model: meaning.model, cleanPassages },
    showProgress,
  );
  if (failed === undefined) return;
  const why =
    failed === "dimension"
      ? "Das Modell liefert Vektoren anderer Länge als zuvor: Unter diesem Namen läuft jetzt ein anderes Modell. Bitte EMBEDDING_MODEL prüfen."
      : `Das Modell hat nicht geliefert (${failed}).`;
  complain(`Bedeutungssuche: ${made + kept} Abschnitte fertig, dann Abbruch. ${why}`);
  complain(
    "Die Suche nach Wörtern ist vollständig. Ein erneutes Einlesen oder ein Neustart des Bots macht weiter.",
  );
}

/** A sentence of a model stands at the first place that supports it. */
function sourced({ text, sources }: WrittenSentence): readonly AnswerSentence[] {
  return sources
    .slice(0, 1)
    .map(({ document, title, section, page }) => ({ text, document, title, section, page }));
}

/** An operator at the machine can read every document anyway, so by default the search hides nothing. */
const AS = { "as-role": { type: "string" }, "as-agency": { type: "string" } } as const;
const AS_HELP =
  "Ohne Angabe sieht der Betrieb alle Dokumente. Mit --as-role und --as-agency antwortet der Befehl wie im Chat einer Person mit dieser Rolle und Organisation.";

/** @throws UsageError */
function viewFor(library: Library, { flags }: CommandLine): DocumentView {
  const role = flags["as-role"];
  const agency = flags["as-agency"];
  if (role === undefined && agency === undefined) return library.whole;
  const known: readonly unknown[] = [...roles, "guest"];
  if (role !== undefined && !known.includes(role)) {
    throw new UsageError(`Die Rolle „${String(role)}“ gibt es nicht. Möglich sind ${known.join(", ")}.`);
  }
  return library.viewFor({ role: String(role ?? "guest"), agency: String(agency ?? "") });
}

function today(): string {
  return wallClock("Europe/Berlin", Date.now()).date;
}

export const knowledgeSearch: CliCommand = {
  words: ["knowledge", "search"],
  usage: 'knowledge search "FRAGE" [-k 10] [--as-role ROLLE] [--as-agency ORGANISATION]',
  does: `Sucht Abschnitte in den Unterlagen.\n${AS_HELP}`,
  options: { k: { type: "string", short: "k" }, ...AS },
  least: 1,
  most: 1,
  async run(line) {
    const k = Number(line.flags.k ?? 10);
    if (!Number.isInteger(k) || k < 1) throw new UsageError("-k braucht eine Zahl ab 1.");
    return withBackstage<ExitCode>(line, async ({ knowledge, models }) => {
      const view = viewFor(await knowledge.library(), line);
      const behind = view.notInForce(today());
      const open = await models();
      await answerEach(
        line,
        line.args[0] ?? "",
        async (question) =>
          search(view.index, question, { k, behind, ...(await nearTo(open, view, question)) }).map(
            ({ document, title, section, page, score, text }) => ({
              document,
              title,
              section,
              page,
              score,
              text,
            }),
          ),
        (hits) =>
          hits
            .map((hit) => `${hit.score}  ${place(view, hit)}\n   ${hit.text.split("\n").join(" ")}`)
            .join("\n"),
      );
      return 0;
    });
  },
};

export const knowledgeAsk: CliCommand = {
  words: ["knowledge", "ask"],
  usage: 'knowledge ask "FRAGE" [--as-role ROLLE] [--as-agency ORGANISATION]',
  does: `Antwortet mit Sätzen aus den Unterlagen und ihrer Quelle, oder sagt, dass nichts dazu darin steht.\n${AS_HELP}`,
  options: AS,
  least: 1,
  most: 1,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ knowledge, models }) => {
      const view = viewFor(await knowledge.library(), line);
      const behind = view.notInForce(today());
      const open = await models();
      let found: readonly SearchHit[] = [];
      await answerEach(
        line,
        line.args[0] ?? "",
        async (question) => {
          const near = await nearTo(open, view, question);
          const { status, sentences, passages, nearest } = answer(view.index, question, { behind, ...near });
          found = nearest;
          if (status === "unknown" && !near.near) return { status, sentences, model: "none" };
          const written = await assistanceFor(open)?.write?.(question, passages);
          if (written?.kind !== "written") return { status, sentences, model: "none" };
          return {
            status: "answer" as const,
            sentences: written.sentences.flatMap(sourced),
            model: written.model,
          };
        },
        ({ status, sentences }) =>
          status === "unknown"
            ? ["Steht nicht in den Unterlagen.", ...nearestPlaces(view, found)].join("\n")
            : sentences.map((one) => `„${one.text}“ – ${place(view, one)}`).join("\n"),
      );
      return 0;
    }),
};

function nearestPlaces(view: DocumentView, hits: readonly SearchHit[]): readonly string[] {
  if (hits.length === 0) return [];
  return [
    "Passende Fundstellen, ohne Gewähr, dass sie antworten:",
    ...hits.map((hit) => `  ${place(view, hit)}`),
  ];
}

function place(
  view: DocumentView,
  one: {
    readonly document: string;
    readonly title: string;
    readonly section: string;
    readonly page: number | null;
  },
): string {
  return [one.title, one.section, one.page === null ? "" : `S. ${one.page}`, marked(view, one.document)]
    .filter((part) => part)
    .join(" · ");
}

function marked({ metaOf }: DocumentView, document: string): string {
  const validity = validityOf(metaOf(document), today());
  if (validity.kind === "in-force") return "";
  if (validity.kind === "not-yet") return `GILT ERST AB ${validity.from}`;
  const until = validity.since ? `GALT NUR BIS ${validity.since}` : "GILT NICHT MEHR";
  return validity.replacedBy ? `${until}, ersetzt durch „${validity.replacedBy}“` : until;
}

/** On a terminal only: a long ingest shows that it works. */
function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(done < total ? `\r${done + 1} von ${total} Dateien ` : "\n");
}
