import { z } from "zod";
import { caseScope, type StreamKind } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";

/**
 * Who did what with which case, when. No content: the entry must stay readable to an operator (§ 203 StGB)
 * and may outlive the case's key.
 */
export const AuditEntry = z.object({
  at: z.number(),
  /** Entra object id of the person, or `system`. */
  person: z.string(),
  action: z.enum([
    "case-created",
    "case-changed",
    "case-read",
    "case-listed",
    "case-refused",
    "phase-changed",
    "case-closed",
    "case-reopened",
    "case-handed-over",
    "case-transferred",
    "deputy-changed",
    "change-undone",
    "changes-read",
    "follow-up-added",
    "follow-up-changed",
    "note-added",
    "notes-read",
    "measure-added",
    "measure-changed",
    "shared-read",
    "identity-told",
    "consent-recorded",
    "consent-withdrawn",
    "conference-planned",
    "answer-recorded",
    "poll-started",
    "poll-closed",
    "reminder-sent",
    "minutes-saved",
    "minutes-queued",
    "minutes-sent",
    "minutes-dropped",
    "invitation-sent",
    "invitation-dropped",
    "staff-imported",
    "directory-imported",
    "documents-ingested",
    "case-exported",
    "export-requested",
    "export-released",
    "case-erased",
    "hold-set",
    "hold-lifted",
    "deletion-announced",
    "emergency-access",
    "figures-read",
    "gap-recorded",
    "keys-rotated",
    "outbox-retried",
    "outbox-dropped",
    "staff-removed",
  ]),
  /** Id of the case or thing it was done to. */
  subject: z.string(),
  /** Recipient of a disclosure: the office, never a person. */
  recipient: z.string().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Looking at something: purged by age (§ 79(4) SGB X). What was changed or disclosed stays. */
const READS: ReadonlySet<AuditEntry["action"]> = new Set([
  "case-read",
  "case-listed",
  "case-refused",
  "notes-read",
  "figures-read",
]);

export function isRead(entry: AuditEntry): boolean {
  return READS.has(entry.action);
}

/** Whether something was changed, or left the house: what is no mere look. */
export function isAct(entry: AuditEntry): boolean {
  return !isRead(entry) && !entry.action.endsWith("-read");
}

export const auditStream: StreamKind<AuditEntry> = { name: "audit", schema: AuditEntry, scopes: "none" };

export function audit(
  unit: UnitOfWork,
  person: string,
  action: AuditEntry["action"],
  subject: string,
  recipient?: string,
): Promise<void> {
  // Whoever was refused is shown nothing of it, though it was looked at.
  if (action === "case-refused") unit.withhold(caseScope(subject));
  return unit.append(auditStream, "all", {
    at: unit.now,
    person,
    action,
    subject,
    ...(recipient === undefined ? {} : { recipient }),
  });
}

/** The stream's name in the store, for those who need its bytes. */
export const AUDIT_STREAM = `${auditStream.name}/all`;

/** The newest entries first. */
export async function readAudit(unit: UnitOfWork, limit: number): Promise<readonly AuditEntry[]> {
  const entries = await unit.readStream(auditStream, "all", { reverse: true, limit });
  return entries.map(({ entry }) => entry);
}
