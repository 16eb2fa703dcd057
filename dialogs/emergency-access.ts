import { literal } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import type { Texts } from "../bot/texts/de.js";
import { readableInstant } from "../bot/texts/format.js";
import { audit } from "../casework/audit/audit.js";
import { openInEmergency } from "../casework/case/emergency-access.js";
import { coordinatorsOf } from "../casework/staff/staff.js";
import { caseScope, SYSTEM_SCOPE } from "../casework/store/record.js";
import type { Locale } from "./event.js";
import { caseOutcome, unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";
import { writeTo } from "./write-to.js";

/** "Notzugriff K-7F3Q9 Grund: …": three hours, for a colleague of the same organisation; others are told at once. */
export async function openForEmergency(turn: Turn, caseId: string, reason: string): Promise<Outcome> {
  const { texts, unit, actor, event } = turn;
  const words = texts.protection.emergency;
  // Before anything is looked up: the answer is the same whether the case exists or not.
  if (reason === "") return { replies: [say(texts, words.reasonMissing(caseId))] };
  const opened = await openInEmergency(unit, actor, caseId, reason);
  if (!opened) return unknownCase(turn, caseId);
  const { entry, until } = opened;
  const endFor = (locale: Locale) => readableInstant(locale, event.timeZone, until);
  await tell(turn, caseId, entry.owner, (theirs, locale) =>
    theirs.protection.emergency.toldOwner(caseId, literal(actor.name), literal(reason), endFor(locale)),
  );
  // Structure, no content: the coordinator learns that and when, the owner also why.
  for (const { id } of await coordinatorsOf(unit, entry.agency)) {
    await tell(turn, caseId, id, (theirs, locale) =>
      theirs.protection.emergency.toldCoordinator(caseId, literal(actor.name), endFor(locale)),
    );
  }
  await audit(unit, actor.id, "case-read", caseId);
  return caseOutcome(turn, entry, words.opened(endFor(event.locale)));
}

async function tell(
  { unit }: Turn,
  caseId: string,
  person: string,
  write: (texts: Texts, locale: Locale) => string,
): Promise<void> {
  const id = `emergency/${caseId}/${unit.now}/${person}`;
  await writeTo(unit, { id, person, scopes: [SYSTEM_SCOPE, caseScope(caseId)] }, (theirs, locale) =>
    say(theirs, write(theirs, locale)),
  );
}
