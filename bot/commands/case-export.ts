import { writeFile } from "node:fs/promises";
import { audit } from "../../casework/audit/audit.js";
import { HOME_ZONE } from "../../casework/calendar/zone.js";
import { type CaseEntry, caseRecord } from "../../casework/case/case.js";
import { parseCaseId } from "../../casework/privacy/case-id.js";
import { auditOf, besideCase, exportCase } from "../../casework/retention/export-case.js";
import { isExportReleased, requestExport } from "../../casework/retention/export-release.js";
import { caseScope, SYSTEM_SCOPE } from "../../casework/store/record.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { namesIn } from "../../dialogs/export-case.js";
import { type WriteReply, writeTo } from "../../dialogs/write-to.js";
import { exportRequestCard } from "../cards/export.js";
import { say } from "../cards/notices.js";
import { caseAsText } from "../texts/case-export.js";
import { de } from "../texts/de.js";
import { type Ledger, transact } from "../turn/transact.js";
import { OPERATOR } from "./case-erase.js";
import {
  type CliCommand,
  complain,
  type ExitCode,
  print,
  UsageError,
  withBackstage,
} from "./command-line.js";
import { commandRequest } from "./command-request.js";

type Exported =
  | { readonly kind: "exported"; readonly json: string; readonly text: string }
  | { readonly kind: "requested" }
  | { readonly kind: "unknown" };

export const caseExport: CliCommand = {
  words: ["case", "export"],
  usage: "case export FALL [--out DATEI]",
  does: "Gibt einen Fall vollständig aus: als Text für die führende Akte, mit --json für Maschinen. Außerhalb der Demo gibt die Fallführung das auf einer Karte frei.",
  options: { out: { type: "string" } },
  least: 1,
  most: 1,
  async run(line) {
    const id = parseCaseId(line.args[0] ?? "");
    if (!id) throw new UsageError("Das ist keine Fallnummer. Sie sieht so aus: K-7F3Q9.");
    return withBackstage<ExitCode>(line, async ({ config, ledger }) => {
      const exported = await exportFor(ledger, id, config.demo);
      if (exported.kind === "unknown") {
        complain(`Den Fall ${id} gibt es nicht.`);
        return 1;
      }
      if (exported.kind === "requested") {
        complain(
          `Freigabe angefragt: Die Fallführung von ${id} hat eine Karte bekommen. Danach 24 Stunden lang noch einmal aufrufen.`,
        );
        return 1;
      }
      const content = line.flags.json ? exported.json : exported.text;
      if (typeof line.flags.out === "string") {
        await writeFile(line.flags.out, `${content}\n`, { mode: 0o600 });
        print(
          line.flags.json
            ? JSON.stringify({ caseId: id, file: line.flags.out })
            : `Geschrieben: ${line.flags.out}`,
        );
      } else print(content);
      return 0;
    });
  },
};

async function exportFor(ledger: Ledger, id: string, demo: boolean): Promise<Exported> {
  const { store, keyring } = ledger;
  const [log, beside] = await Promise.all([auditOf(store, id), besideCase(store, keyring, id)]);
  const done = await transact<Exported>(ledger, commandRequest(ledger), async (unit) => {
    const entry = await unit.read(caseRecord, id);
    if (!entry) {
      await audit(unit, OPERATOR, "case-refused", id);
      return { kind: "unknown" };
    }
    if (!demo && !(await isExportReleased(unit, id))) {
      if (await requestExport(unit, id)) {
        await audit(unit, OPERATOR, "export-requested", id);
        await tellOwner(unit, entry, "export-request", (texts) => exportRequestCard(texts, id));
      }
      return { kind: "requested" };
    }
    const exported = await exportCase(unit, entry);
    const nameOf = await namesIn(unit, exported);
    await audit(unit, OPERATOR, "case-exported", id);
    await tellOwner(unit, entry, "exported", (texts) => say(texts, texts.protection.export.told(id)));
    return {
      kind: "exported",
      json: JSON.stringify({ ...exported, audit: log, beside }, null, 2),
      text: caseAsText({ texts: de, locale: "de", timeZone: HOME_ZONE, nameOf }, exported),
    };
  });
  if (done.kind !== "done")
    throw new Error("Der Fall ändert sich gerade ständig. Bitte noch einmal versuchen.");
  return done.result;
}

function tellOwner(
  unit: UnitOfWork,
  { id, owner }: CaseEntry,
  what: string,
  write: WriteReply,
): Promise<void> {
  const scopes = [SYSTEM_SCOPE, caseScope(id)];
  return writeTo(unit, { id: `${what}/${id}/${unit.now}`, person: owner, scopes }, write);
}
