import { audit } from "../audit/audit.js";
import type { LocalDate } from "../calendar/local-date.js";
import { HOME_ZONE, wallClock } from "../calendar/zone.js";
import { CASE_ID } from "../privacy/case-id.js";
import { holds } from "../staff/rights.js";
import type { Actor } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type CaseEntry, caseRecord } from "./case.js";
import { emergencyId, emergencyRecord, hasEmergencyAccess } from "./emergency-access.js";

/**
 * Deny by default: only the owner and the deputies read and change a case, and only while they belong to its
 * organisation, which is its controller (§ 67(4) SGB X). A deputy's right ends by itself after its last day;
 * `today` is the day at home (`homeDay`), wherever the person's device is.
 */
export function mayWorkOn(
  actor: Actor,
  entry: Pick<CaseEntry, "owner" | "agency" | "deputies">,
  today: LocalDate,
): boolean {
  return (
    mayDoCasework(actor) &&
    entry.agency === actor.agency &&
    (entry.owner === actor.id || isDeputy(entry, actor.id, today))
  );
}

export function isDeputy(entry: Pick<CaseEntry, "deputies">, person: string, today: LocalDate): boolean {
  return entry.deputies.some(
    (deputy) => deputy.person === person && (deputy.until === undefined || today <= deputy.until),
  );
}

/** The calendar day in the StädteRegion at an instant. */
export function homeDay(now: number): LocalDate {
  return wallClock(HOME_ZONE, now).date;
}

/**
 * Who may give a case to somebody else, for good or for a while: its owner and the deputies. A door that was opened
 * in an emergency closes by itself, so nobody gets to keep the case through it.
 */
export function mayGiveAway(unit: UnitOfWork, actor: Actor, entry: CaseEntry): boolean {
  return mayWorkOn(actor, entry, homeDay(unit.now));
}

/** Coordinators see structure, admins operate, partners see what is shared: none of them works on cases. */
export function mayDoCasework(actor: Actor): boolean {
  return holds(actor, "casework");
}

/**
 * The case, if this person may work on it. An unknown id and a foreign one answer alike, and both attempts
 * are in the audit (§ 79(4) SGB X: every read is logged).
 * @param read `silent` only where the caller itself notes why it looked
 */
export async function caseFor(
  unit: UnitOfWork,
  actor: Actor,
  id: string,
  read: "read" | "silent" = "read",
): Promise<CaseEntry | undefined> {
  // What is no case id is not even looked up, and does not get into the audit, which is readable at rest.
  if (!CASE_ID.test(id)) return undefined;
  // Both in one round trip and always: an unknown id takes as long as a foreign one.
  await unit.prefetch([
    { kind: caseRecord, id },
    { kind: emergencyRecord, id: emergencyId(id, actor.id) },
  ]);
  const entry = await unit.read(caseRecord, id);
  const allowed =
    entry !== undefined &&
    (mayWorkOn(actor, entry, homeDay(unit.now)) || (await hasEmergencyAccess(unit, actor, entry)));
  if (!allowed) {
    await audit(unit, actor.id, "case-refused", id);
    return undefined;
  }
  if (read === "read") await audit(unit, actor.id, "case-read", id);
  return entry;
}
