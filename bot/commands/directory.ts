import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { wallClock } from "../../casework/calendar/zone.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { exportCsv } from "../../knowledge/directory/export-csv.js";
import { findOffices } from "../../knowledge/directory/find.js";
import type { FindResult, ImportFault } from "../../knowledge/directory/model.js";
import { openReports } from "../../knowledge/directory/reports.js";
import { loadDirectory } from "../../knowledge/directory/stored.js";
import { unansweredSince } from "../../knowledge/directory/unanswered.js";
import {
  answerEach,
  type CliCommand,
  complain,
  type ExitCode,
  print,
  withBackstage,
} from "./command-line.js";
import { importDirectory } from "./import-directory.js";

export const directoryImport: CliCommand = {
  words: ["directory", "import"],
  usage: "directory import PFAD [--dry-run]",
  does: "Ersetzt das Verzeichnis der Ämter (CSV-Ordner, .xlsx oder XZuFi-XML). Alles oder nichts; --dry-run prüft nur.",
  options: { "dry-run": { type: "boolean" } },
  least: 1,
  most: 1,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ ledger }) => {
      const result = await importDirectory(ledger, line.args[0] ?? "", {
        dryRun: line.flags["dry-run"] === true,
      });
      if (line.flags.json) {
        print(JSON.stringify(result));
        return result.kind === "faulty" ? 1 : 0;
      }
      if (result.kind === "faulty") {
        complain(`Nichts eingelesen. ${result.faults.length} Fehler, bitte korrigieren:`);
        for (const fault of result.faults) complain(`  ${faultLine(fault)}`);
        return 1;
      }
      const { places, topics, offices, responsibilities } = result.counts;
      print(
        `${result.kind === "checked" ? "Geprüft, nichts geändert" : "Eingelesen"}: ${places} Orte, ${topics} Themen, ${offices} Stellen, ${responsibilities} Zuständigkeiten.`,
      );
      for (const change of result.changes) print(`  ${change}`);
      for (const warning of result.warnings) complain(`  Hinweis: ${faultLine(warning)}`);
      return 0;
    }),
};

export const directoryExport: CliCommand = {
  words: ["directory", "export"],
  usage: "directory export ORDNER",
  does: "Schreibt das Verzeichnis als die vier CSV-Dateien in einen Ordner; sie lassen sich unverändert wieder einlesen.",
  least: 1,
  most: 1,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ ledger }) => {
      const data = await loadDirectory(beginWork(ledger.store, ledger.keyring, ledger.clock()));
      if (!data) {
        complain("Es ist noch kein Verzeichnis eingelesen.");
        return 1;
      }
      const folder = line.args[0] ?? "";
      await mkdir(folder, { recursive: true });
      const files = exportCsv(data);
      for (const { name, text } of files) await writeFile(join(folder, name), text);
      if (line.flags.json) print(JSON.stringify({ folder, files: files.map(({ name }) => name) }));
      else print(`Geschrieben nach ${folder}: ${files.map(({ name }) => name).join(", ")}`);
      return 0;
    }),
};

/** Days back over which questions without an answer are counted. */
const COUNTED_DAYS = 30;

export const directoryReports: CliCommand = {
  words: ["directory", "reports"],
  usage: "directory reports",
  does: "Zeigt, welche Einträge als „stimmt nicht mehr“ gemeldet sind und wie viele Fragen ohne Antwort blieben.",
  least: 0,
  most: 0,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ ledger, knowledge }) => {
      const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
      const directory = await knowledge.directory();
      const unanswered = await unansweredSince(unit, ledger.clock() - COUNTED_DAYS * 24 * 60 * 60 * 1000);
      const reports = (await openReports(unit)).map(({ office, at, agency, count }) => ({
        office,
        name: directory.offices.find(({ id }) => id === office)?.name ?? office,
        reportedAt: new Date(at).toISOString(),
        agency,
        count,
      }));
      if (line.flags.json) {
        print(JSON.stringify({ reports, unanswered }));
        return 0;
      }
      if (reports.length === 0) print("Keine Meldungen.");
      for (const { office, name, reportedAt, agency, count } of reports) {
        print(
          `${office}  ${name}\n   gemeldet am ${reportedAt.slice(0, 10)} von ${agency || "unbekannt"}, ${count}-mal`,
        );
      }
      print(`Fragen ohne Antwort in den letzten ${COUNTED_DAYS} Tagen: ${unanswered}`);
      return 0;
    }),
};

export const directoryFind: CliCommand = {
  words: ["directory", "find"],
  usage: 'directory find "FRAGE"',
  does: "Sagt, welche Stelle zuständig ist und warum.",
  least: 1,
  most: 1,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ knowledge, config, ledger }) => {
      const directory = await knowledge.directory();
      const context = {
        today: wallClock("Europe/Berlin", ledger.clock()).date,
        staleAfterDays: config.staleAfterDays,
      };
      await answerEach(
        line,
        line.args[0] ?? "",
        (question) => findOffices(directory, question, context),
        inWords,
      );
      return 0;
    }),
};

function faultLine({ file, line, column, reason }: ImportFault): string {
  return `${file}, Zeile ${line}${column ? `, Spalte ${column}` : ""}: ${reason}`;
}

function inWords(result: FindResult): string {
  if (result.status === "unknown") return result.message ?? "Dazu steht nichts im Verzeichnis.";
  const lines = result.answers.map(
    ({ office, why, checkedAt, source }) =>
      `${office.name}\n   ${why}\n   geprüft am ${checkedAt || "?"}, Quelle: ${source}`,
  );
  if (result.question)
    lines.push(`${result.question} ${(result.options ?? []).map((one) => one.label).join(" | ")}`);
  return lines.join("\n");
}
