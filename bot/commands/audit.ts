import { type Fault, type Verdict, verifyAudit } from "../../casework/audit/verify.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { type CliCommand, complain, type ExitCode, print, withBackstage } from "./command-line.js";

const WHAT: Readonly<Record<Fault["what"], string>> = {
  changed: "Der Eintrag hat einen anderen Inhalt als bei der Versiegelung.",
  missing: "Der Eintrag fehlt und wurde nicht nach Alter gelöscht.",
  unreadable: "Der Eintrag ist kein Protokolleintrag.",
  chain: "Die Kette ist ab hier abgeschnitten oder gefälscht.",
};

export const auditVerify: CliCommand = {
  words: ["audit", "verify"],
  usage: "audit verify",
  does: "Prüft die Kette des Zugriffsprotokolls und nennt den ersten gebrochenen Eintrag. Rückgabe 1, wenn einer gebrochen ist.",
  least: 0,
  most: 0,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ ledger }) => {
      const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
      const verdict = await verifyAudit(unit, ledger.store);
      if (line.flags.json) print(JSON.stringify(verdict));
      else show(verdict);
      return verdict.status === "intact" ? 0 : 1;
    }),
};

function show({ entries, unsealed, purged, head, broken }: Verdict): void {
  if (broken) {
    complain(`Das Protokoll ist gebrochen. Erster gebrochener Eintrag: Nr. ${broken.position}.`);
    complain(WHAT[broken.what]);
  } else print("Das Protokoll ist unversehrt.");
  print(`Einträge: ${entries}, davon noch nicht versiegelt: ${unsealed}. Nach Alter gelöscht: ${purged}.`);
  if (head.hash !== "") print(`Stand der Kette: Nr. ${head.position}, ${head.hash}`);
}
