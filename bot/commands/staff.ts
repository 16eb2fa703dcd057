import { readFile } from "node:fs/promises";
import { audit } from "../../casework/audit/audit.js";
import { openCasesOf } from "../../casework/case/open-cases.js";
import { reminderRecord } from "../../casework/case/reminder.js";
import { removeStaff, staffRecord } from "../../casework/staff/staff.js";
import { referenceRecord } from "../../dialogs/messages.js";
import type { Ledger } from "../turn/transact.js";
import { type CliCommand, complain, type ExitCode, print, withBackstage } from "./command-line.js";
import { commitCommand } from "./command-request.js";
import { importStaff } from "./import-staff.js";

export const staffImport: CliCommand = {
  words: ["staff", "import"],
  usage: "staff import DATEI.csv",
  does: "Liest die Personalliste ein (aadObjectId;name;email;role;agency;rechtskreis). Alles oder nichts.",
  least: 1,
  most: 1,
  run: (line) =>
    withBackstage(line, async ({ ledger }) => {
      const result = await importStaff(ledger, await readFile(line.args[0] ?? "", "utf8"));
      if (line.flags.json) print(JSON.stringify(result));
      else if (result.kind === "imported") print(`${result.count} Personen eingelesen.`);
      else {
        complain("Nichts eingelesen. Bitte korrigieren:");
        for (const { line: at, column, reason } of result.faults) {
          complain(`  Zeile ${at}${column ? `, Spalte ${column}` : ""}: ${reason}`);
        }
      }
      return result.kind === "imported" ? 0 : 1;
    }),
};

type Removed =
  | { readonly kind: "removed" }
  | { readonly kind: "unknown" }
  /** Still works on these cases, which nobody else may open. */
  | { readonly kind: "has-cases"; readonly cases: readonly string[] };

export const staffRemove: CliCommand = {
  words: ["staff", "remove"],
  usage: "staff remove KENNUNG [--force]",
  does: "Nimmt jemanden von der Personalliste (aadObjectId): Fälle, Notizen und gedrückte Karten sind für diese Person sofort zu. Nicht, solange sie offene Fälle führt, außer mit --force.",
  options: { force: { type: "boolean" } },
  least: 1,
  most: 1,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ ledger }) => {
      const removed = await remove(ledger, line.args[0] ?? "", line.flags.force === true);
      if (line.flags.json) print(JSON.stringify(removed));
      else if (removed.kind === "removed") print("Von der Personalliste genommen.");
      else if (removed.kind === "unknown") complain("Diese Kennung steht nicht auf der Personalliste.");
      else {
        complain(
          `Nichts geändert: Diese Person führt noch ${removed.cases.join(", ")}. Bitte die Fälle zuerst im Chat übergeben („Übergabe K-… an …“), oder --force.`,
        );
      }
      return removed.kind === "removed" ? 0 : 1;
    }),
};

async function remove(ledger: Ledger, person: string, force: boolean): Promise<Removed> {
  return commitCommand<Removed>(ledger, async (unit) => {
    const member = await unit.read(staffRecord, person);
    if (!member) return { kind: "unknown" };
    const cases = (await openCasesOf(unit, member))
      .filter(({ owner }) => owner === person)
      .map(({ id }) => id);
    if (cases.length > 0 && !force) return { kind: "has-cases", cases };
    await removeStaff(unit, member);
    await unit.remove(referenceRecord, person);
    await unit.remove(reminderRecord, person);
    await audit(unit, "operator", "staff-removed", person);
    return { kind: "removed" };
  });
}
