import { say } from "../bot/cards/notices.js";
import { readableInstant } from "../bot/texts/format.js";
import { audit } from "../casework/audit/audit.js";
import { openInEmergency } from "../casework/case/emergency-access.js";
import { coordinatorsOf } from "../casework/staff/staff.js";
import { caseScope, SYSTEM_SCOPE } from "../casework/store/record.js";
import { queueMessage } from "./messages.js";
import { caseOutcome, unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

/** "Notzugriff K-7F3Q9 Grund: …": three hours, for a colleague of the same organisation; others are told at once. */
export async function openForEmergency(turn: Turn, caseId: string, reason: string): Promise<Outcome> {
  const { texts, unit, actor, event } = turn;
  const words = texts.protection.emergency;
  // Before anything is looked up: the answer is the same whether the case exists or not.
  if (reason === "") return { replies: [say(texts, words.reasonMissing(caseId))] };
  const opened = await openInEmergency(unit, actor, caseId, reason);
  if (!opened) return unknownCase(turn, caseId);
  const { entry, until } = opened;
  const end = readableInstant(event.locale, event.timeZone, until);
  await tell(turn, caseId, entry.owner, words.toldOwner(caseId, actor.name, reason, end));
  // Structure, no content: the coordinator learns that and when, the owner also why.
  for (const { id } of await coordinatorsOf(unit, entry.agency)) {
    await tell(turn, caseId, id, words.toldCoordinator(caseId, actor.name, end));
  }
  await audit(unit, actor.id, "case-read", caseId);
  return caseOutcome(turn, entry, words.opened(end));
}

function tell({ texts, unit }: Turn, caseId: string, person: string, words: string): Promise<void> {
  return queueMessage(unit, {
    id: `emergency/${caseId}/${unit.now}/${person}`,
    person,
    replies: [say(texts, words)],
    scopes: [SYSTEM_SCOPE, caseScope(caseId)],
  });
}
