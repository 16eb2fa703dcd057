import { audit } from "../audit/audit.js";
import { caseFor } from "../case/access.js";
import type { Actor } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Conference, caseOfConference, conferenceRecord, isAnonymousId } from "./conference.js";

/**
 * The conference, if this person may work on it: on a Fallkonferenz whoever works on its case, on an anonymous one
 * who called it. An unknown id and a foreign one answer alike.
 */
export async function conferenceFor(
  unit: UnitOfWork,
  actor: Actor,
  id: string,
  read: "read" | "silent" = "read",
): Promise<Conference | undefined> {
  const caseId = caseOfConference(id);
  if (caseId !== undefined) {
    return (await caseFor(unit, actor, caseId, read)) && (await unit.read(conferenceRecord, id));
  }
  if (!isAnonymousId(id)) return undefined;
  const conference = await unit.read(conferenceRecord, id);
  if (conference?.convener === actor.id) return conference;
  await audit(unit, actor.id, "case-refused", id);
  return undefined;
}
