import { readFile } from "node:fs/promises";
import { type CliCommand, complain, print, withBackstage } from "./command-line.js";
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
