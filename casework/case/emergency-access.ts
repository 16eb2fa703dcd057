import { z } from "zod";
import { audit } from "../audit/audit.js";
import { CASE_ID } from "../privacy/case-id.js";
import { holds } from "../staff/rights.js";
import type { Actor } from "../staff/staff.js";
import { caseScope, type RecordKind } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type CaseEntry, caseRecord } from "./case.js";

/**
 * Notzugriff: a colleague of the same organisation opens a case when owner and deputies can't be reached. Needs a
 * reason, ends by itself, and the owner and the coordinators are told (who opens a door in an emergency is seen).
 */
export const EMERGENCY_MS = 3 * 60 * 60 * 1000;

const EmergencyAccess = z.object({
  person: z.string(),
  at: z.number(),
  until: z.number(),
  reason: z.string(),
});
type EmergencyAccess = z.infer<typeof EmergencyAccess>;

export const emergencyRecord: RecordKind<EmergencyAccess> = {
  name: "emergency",
  schema: EmergencyAccess,
  schemaVersion: 1,
  scopes: (id) => [caseScope(id.slice(0, id.indexOf(".")))],
};

export function emergencyId(caseId: string, person: string): string {
  return `${caseId}.${person}`;
}

/** Whether this person's emergency access to a case of the own organisation lasts still. */
export async function hasEmergencyAccess(unit: UnitOfWork, actor: Actor, entry: CaseEntry): Promise<boolean> {
  const access = await unit.read(emergencyRecord, emergencyId(entry.id, actor.id));
  return access !== undefined && unit.now < access.until && mayOpenInEmergency(actor, entry);
}

/** Case managers of the case's own organisation, and nobody else: not even a coordinator sees content. */
function mayOpenInEmergency(actor: Actor, entry: CaseEntry): boolean {
  return holds(actor, "casework") && entry.agency === actor.agency;
}

/** Opens the case for three hours; undefined for an unknown id and one of another organisation alike. */
export async function openInEmergency(
  unit: UnitOfWork,
  actor: Actor,
  caseId: string,
  reason: string,
): Promise<{ readonly entry: CaseEntry; readonly until: number } | undefined> {
  if (!CASE_ID.test(caseId)) return undefined;
  const id = emergencyId(caseId, actor.id);
  await unit.prefetch([
    { kind: caseRecord, id: caseId },
    { kind: emergencyRecord, id },
  ]);
  const entry = await unit.read(caseRecord, caseId);
  if (!entry || !mayOpenInEmergency(actor, entry)) {
    await audit(unit, actor.id, "case-refused", caseId);
    return undefined;
  }
  const until = unit.now + EMERGENCY_MS;
  await unit.write(emergencyRecord, id, { person: actor.id, at: unit.now, until, reason });
  await audit(unit, actor.id, "emergency-access", caseId);
  return { entry, until };
}
