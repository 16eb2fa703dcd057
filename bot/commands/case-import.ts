import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import { homeDay } from "../../casework/case/access.js";
import { caseRecord } from "../../casework/case/case.js";
import { addNote, createCase } from "../../casework/case/commands.js";
import { similarCases } from "../../casework/case/similar-cases.js";
import { newCaseId } from "../../casework/privacy/case-id.js";
import { staffWithRole } from "../../casework/staff/find-staff.js";
import type { Actor } from "../../casework/staff/staff.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import type { Directory } from "../../knowledge/directory/build.js";
import type { Ledger } from "../turn/transact.js";
import { OPERATOR } from "./case-erase.js";
import { caseOfRow, type RowCase } from "./case-row.js";
import { readCaseTable, type TableFault } from "./case-table.js";
import { type CliCommand, complain, type ExitCode, print, withBackstage } from "./command-line.js";
import { commitCommand } from "./command-request.js";

/** More cases than that are no running work of one organisation. */
const MOST_ROWS = 1000;

export type CasesImported =
  | {
      readonly kind: "imported" | "checked";
      readonly count: number;
      /** The id that each row has got; none in a dry run. */
      readonly cases: readonly { readonly line: number; readonly id: string }[];
      readonly warnings: readonly TableFault[];
    }
  | { readonly kind: "faulty"; readonly faults: readonly TableFault[] };

export const caseImport: CliCommand = {
  words: ["case", "import"],
  usage: "case import DATEI.csv|xlsx [--dry-run]",
  does: "Übernimmt laufende Fälle und Einwilligungen auf Papier aus einer Tabelle. Alles oder nichts; --dry-run prüft nur.",
  options: { "dry-run": { type: "boolean" } },
  least: 1,
  most: 1,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ ledger, knowledge, config }) => {
      const directory = await knowledge.directory();
      const result = await importCases(ledger, line.args[0] ?? "", {
        directory,
        staleAfterDays: config.staleAfterDays,
        dryRun: line.flags["dry-run"] === true,
      });
      if (line.flags.json) print(JSON.stringify(result));
      else report(result);
      return result.kind === "faulty" ? 1 : 0;
    }),
};

type Options = { readonly directory: Directory; readonly staleAfterDays: number; readonly dryRun: boolean };

/** Puts a table of cases in: all of it or, with any fault or in a dry run, nothing. */
export async function importCases(
  ledger: Ledger,
  path: string,
  { directory, staleAfterDays, dryRun }: Options,
): Promise<CasesImported> {
  const file = basename(path);
  const table = await readCaseTable(path);
  const look = beginWork(ledger.store, ledger.keyring, ledger.clock());
  const staff = await staffWithRole(look, "case-manager");
  const world = { directory, staleAfterDays, staff, today: homeDay(look.now) };
  const faults: TableFault[] = [...table.faults];
  const cases: RowCase[] = [];
  if (table.rows.length > MOST_ROWS) {
    faults.push({
      file,
      line: MOST_ROWS + 1,
      column: "",
      reason: `Höchstens ${MOST_ROWS} Fälle auf einmal.`,
    });
  }
  if (faults.length === 0) {
    for (const row of table.rows) {
      const read = caseOfRow(world, row);
      if ("faults" in read) faults.push(...read.faults.map((fault) => ({ file, ...fault })));
      else cases.push(read);
    }
  }
  if (faults.length > 0) return { kind: "faulty", faults };
  const warnings = await doubles(look, file, cases);
  if (dryRun) return { kind: "checked", count: cases.length, cases: [], warnings };
  const made = await commitCommand(ledger, async (unit) => {
    const opened: { line: number; id: string }[] = [];
    for (const row of cases) opened.push({ line: row.line, id: await open(unit, row) });
    return opened;
  });
  return { kind: "imported", count: cases.length, cases: made, warnings };
}

/** The operator acts, the person on the list owns the case: nothing of it is theirs to undo. */
async function open(unit: UnitOfWork, { owner, facts, beginning, note }: RowCase): Promise<string> {
  const actor: Actor = { ...owner, id: OPERATOR, role: "admin" };
  const id = await freeId(unit);
  await createCase(unit, actor, id, facts, beginning, owner.id);
  if (note !== "") await addNote(unit, actor, id, note);
  return id;
}

async function freeId(unit: UnitOfWork): Promise<string> {
  for (;;) {
    const id = newCaseId((bytes) => randomBytes(bytes));
    if (!(await unit.read(caseRecord, id))) return id;
  }
}

/** A table that is read twice makes every case twice: what looks alike is named. */
async function doubles(
  unit: UnitOfWork,
  file: string,
  cases: readonly RowCase[],
): Promise<readonly TableFault[]> {
  const warnings: TableFault[] = [];
  for (const { line, owner, facts } of cases) {
    const [first] = await similarCases(unit, owner, facts);
    if (first) warnings.push({ file, line, column: "", reason: `Ähnlicher offener Fall: ${first.id}` });
  }
  return warnings;
}

function report(result: CasesImported): void {
  const place = ({ file, line, column }: TableFault) =>
    `${file}, Zeile ${line}${column ? `, Spalte ${column}` : ""}`;
  if (result.kind === "faulty") {
    complain(`Nichts eingelesen. ${result.faults.length} Fehler, bitte korrigieren:`);
    for (const fault of result.faults) complain(`  ${place(fault)}: ${fault.reason}`);
    return;
  }
  print(`${result.kind === "checked" ? "Geprüft, nichts geändert" : "Eingelesen"}: ${result.count} Fälle.`);
  for (const { line, id } of result.cases) print(`  Zeile ${line}: ${id}`);
  for (const warning of result.warnings) complain(`  Hinweis: ${place(warning)}: ${warning.reason}`);
}
