import { z } from "zod";
import { caseScope, type RecordKind } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";

/** The owner lets the administration export a case, for a day. */
const ExportRelease = z.object({ requestedAt: z.number(), releasedUntil: z.number().optional() });
type ExportRelease = z.infer<typeof ExportRelease>;

export const releaseRecord: RecordKind<ExportRelease> = {
  name: "export-release",
  schema: ExportRelease,
  schemaVersion: 1,
  scopes: (caseId) => [caseScope(caseId)],
};

const DAY_MS = 24 * 60 * 60 * 1000;

export async function isExportReleased(unit: UnitOfWork, caseId: string): Promise<boolean> {
  const release = await unit.read(releaseRecord, caseId);
  return release?.releasedUntil !== undefined && unit.now < release.releasedUntil;
}

/** Notes that a release was asked for. False: it was asked for within the last day, so nobody needs to be told again. */
export async function requestExport(unit: UnitOfWork, caseId: string): Promise<boolean> {
  const before = await unit.read(releaseRecord, caseId);
  if (before && unit.now - before.requestedAt < DAY_MS) return false;
  await unit.write(releaseRecord, caseId, { requestedAt: unit.now });
  return true;
}

/** The owner says yes. False: nobody has asked. */
export async function releaseExport(unit: UnitOfWork, caseId: string): Promise<boolean> {
  const before = await unit.read(releaseRecord, caseId);
  if (!before) return false;
  await unit.write(releaseRecord, caseId, { ...before, releasedUntil: unit.now + DAY_MS });
  return true;
}
