import { audit } from "../../casework/audit/audit.js";
import { HOME_ZONE } from "../../casework/calendar/zone.js";
import { caseRecord } from "../../casework/case/case.js";
import { parseCaseId } from "../../casework/privacy/case-id.js";
import { detectPersonalData } from "../../casework/privacy/detect.js";
import { type Erased, eraseCase } from "../../casework/retention/erase-case.js";
import { holdOn } from "../../casework/retention/retention.js";
import { type Swept, sweepTraces } from "../../casework/retention/sweep-traces.js";
import { SYSTEM_SCOPE } from "../../casework/store/record.js";
import { forgetInChats } from "../../dialogs/forget-case.js";
import { writeTo } from "../../dialogs/write-to.js";
import { say } from "../cards/notices.js";
import { remainsElsewhere } from "../cards/protection.js";
import { de } from "../texts/de.js";
import { type Ledger, transact } from "../turn/transact.js";
import {
  type CliCommand,
  complain,
  type ExitCode,
  print,
  UsageError,
  withBackstage,
} from "./command-line.js";
import { commandRequest } from "./command-request.js";

/** Whom the audit names where an operator acts for the controller. */
export const OPERATOR = "operator";

export const caseErase: CliCommand = {
  words: ["case", "erase"],
  usage: "case erase FALL --reason GRUND",
  does: "Löscht einen Fall endgültig (Art. 17 DSGVO) und sagt, was außerhalb bleibt. Ohne Rückfrage; die Fallführung erfährt es.",
  options: { reason: { type: "string" } },
  least: 1,
  most: 1,
  async run(line) {
    const id = parseCaseId(line.args[0] ?? "");
    const reason = typeof line.flags.reason === "string" ? line.flags.reason.trim() : "";
    if (!id) throw new UsageError("Das ist keine Fallnummer. Sie sieht so aus: K-7F3Q9.");
    if (reason === "") throw new UsageError("Der Grund fehlt: --reason GRUND");
    return withBackstage<ExitCode>(line, async ({ ledger }) => {
      const erased = await erase(ledger, id, detectPersonalData(reason).cleaned);
      if (!erased) {
        complain(`Den Fall ${id} gibt es nicht.`);
        return 1;
      }
      if ("held" in erased) {
        complain(de.protection.erase.held(erased.held));
        return 1;
      }
      const removed = await sweepTraces(ledger.store, id);
      const warning = await ledger.store.scrub();
      show(line.flags.json === true, id, erased, removed, warning);
      return 0;
    });
  },
};

/** `held`: the reason of the hold that keeps it. */
async function erase(
  ledger: Ledger,
  id: string,
  reason: string,
): Promise<Erased | { readonly held: string } | undefined> {
  const done = await transact(ledger, commandRequest(ledger), async (unit) => {
    const entry = await unit.read(caseRecord, id);
    if (!entry) {
      await audit(unit, OPERATOR, "case-refused", id);
      return undefined;
    }
    const held = await holdOn(unit, id);
    if (held !== undefined) return { held };
    const erased = await eraseCase(unit, OPERATOR, entry, reason);
    await forgetInChats(unit, erased.chats, id);
    const message = {
      id: `erased/${unit.now}/${erased.owner}`,
      person: erased.owner,
      scopes: [SYSTEM_SCOPE],
    };
    await writeTo(unit, message, (texts) => say(texts, texts.protection.erase.told(id, reason)));
    return erased;
  });
  if (done.kind !== "done")
    throw new Error("Der Fall ändert sich gerade ständig. Bitte noch einmal versuchen.");
  return done.result ?? undefined;
}

function show(
  json: boolean,
  caseId: string,
  erased: Erased,
  removed: Swept,
  warning: string | undefined,
): void {
  const { cards, disclosures, conferences } = erased;
  if (json) {
    const remains = { disclosures, conferences, teamsMessages: true };
    print(JSON.stringify({ caseId, erased: true, cards, removed, remains, ...(warning ? { warning } : {}) }));
    return;
  }
  const places = Object.values(removed).reduce((sum, count) => sum + count, 0);
  print(`Fall ${caseId} ist gelöscht: Schlüssel vernichtet, ${places} weitere Spuren entfernt.`);
  print(`Karten in Chats, die der laufende Bot ersetzt: ${cards}.`);
  print("Was außerhalb bleibt:");
  print("  - Nachrichten, die Menschen selbst in Teams geschrieben haben, und Postfächer.");
  for (const sentence of remainsElsewhere(de, "de", HOME_ZONE, erased)) print(`  - ${sentence}`);
  if (warning) complain(warning);
}
