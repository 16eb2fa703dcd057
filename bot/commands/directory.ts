import { wallClock } from "../../casework/calendar/zone.js";
import { findOffices } from "../../knowledge/directory/find.js";
import type { FindResult, ImportFault } from "../../knowledge/directory/model.js";
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

export const directoryFind: CliCommand = {
  words: ["directory", "find"],
  usage: 'directory find "FRAGE"',
  does: "Sagt, welche Stelle zuständig ist und warum.",
  least: 1,
  most: 1,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ knowledge, config, ledger }) => {
      const { directory } = await knowledge();
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
