import { audit } from "../casework/audit/audit.js";
import { caseOfConference } from "../casework/conference/conference.js";
import { CASE_ID } from "../casework/privacy/case-id.js";
import type { Turn } from "./turn.js";

/** The case that an id of a case, or of something of a case, leads to; undefined for whatever else was typed. */
export function caseNamed(named: string | undefined): string | undefined {
  const id = named === undefined ? undefined : (caseOfConference(named) ?? named);
  return id !== undefined && CASE_ID.test(id) ? id : undefined;
}

/**
 * Whoever names a case and is told nothing of it is in the audit, whether there is such a case or not (§ 79(4) SGB X).
 * Typed text that is no id stays out: the audit is readable at rest.
 */
export async function noteRefusal({ unit, actor }: Turn, named: string | undefined): Promise<void> {
  const id = caseNamed(named);
  if (id !== undefined) await audit(unit, actor.id, "case-refused", id);
}
