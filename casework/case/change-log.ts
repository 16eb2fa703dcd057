import { z } from "zod";
import type { Actor } from "../staff/staff.js";
import { caseScope, type StreamKind } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type PartName, partNames } from "./parts.js";

export const changeKinds = [
  "case-created",
  "case-changed",
  "phase-changed",
  "case-closed",
  "case-reopened",
  "case-handed-over",
  "deputy-changed",
  "note-added",
  "measure-added",
  "measure-changed",
  "follow-up-added",
  "follow-up-changed",
  "consent-recorded",
  "consent-withdrawn",
  "change-undone",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Who changed what of a case, when. It names the parts and never holds their values: what was taken out is gone. */
export const CaseChange = z.object({
  at: z.number(),
  by: z.string(),
  kind: z.enum(changeKinds),
  parts: z.array(z.enum(partNames)),
});
export type CaseChange = z.infer<typeof CaseChange>;

export const changeStream: StreamKind<CaseChange> = {
  name: "changes",
  schema: CaseChange,
  scopes: (id) => [caseScope(id)],
};

export function logChange(
  unit: UnitOfWork,
  actor: Actor,
  caseId: string,
  kind: ChangeKind,
  parts: readonly PartName[],
): Promise<void> {
  return unit.append(changeStream, caseId, { at: unit.now, by: actor.id, kind, parts: [...new Set(parts)] });
}

/** The newest changes of a case, newest first. */
export async function changesOf(
  unit: UnitOfWork,
  caseId: string,
  limit: number,
): Promise<readonly CaseChange[]> {
  const entries = await unit.readStream(changeStream, caseId, { reverse: true, limit });
  return entries.map(({ entry }) => entry);
}
