import { z } from "zod";
import { type RecordKind, SYSTEM_SCOPE } from "../../casework/store/record.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import type { DirectoryData } from "./model.js";

/** Somebody noticed that the entry of an office no longer holds. It marks the entry for everybody. */
const OfficeReport = z.object({
  office: z.string(),
  /** When it was noticed first, ms since the epoch. */
  at: z.number(),
  /** Who noticed it first: id on the staff list and organisation. */
  person: z.string(),
  agency: z.string(),
  /** How many noticed it. */
  count: z.number().int().min(1),
});
export type OfficeReport = z.infer<typeof OfficeReport>;

export const reportRecord: RecordKind<OfficeReport> = {
  name: "directory-report",
  schema: OfficeReport,
  schemaVersion: 1,
  scopes: () => [SYSTEM_SCOPE],
};

/** Open reports: `sort` and `member` are the id of the office. */
const REPORTS = "directory-reports";

/** Records what somebody noticed. True if this entry was not reported yet, so that the keeper is told once. */
export async function reportOffice(
  unit: UnitOfWork,
  by: { readonly id: string; readonly agency: string },
  office: string,
): Promise<boolean> {
  const before = await unit.read(reportRecord, office);
  if (!before) unit.addToIndex(REPORTS, { sort: office, member: office });
  await unit.write(reportRecord, office, {
    office,
    at: before?.at ?? unit.now,
    person: before?.person ?? by.id,
    agency: before?.agency ?? by.agency,
    count: (before?.count ?? 0) + 1,
  });
  return before === undefined;
}

/** The reports on these offices, by office. */
export async function reportsOn(
  unit: UnitOfWork,
  offices: readonly string[],
): Promise<ReadonlyMap<string, OfficeReport>> {
  const found = await unit.readMany(reportRecord, offices);
  return new Map(found.flatMap((report) => (report ? [[report.office, report] as const] : [])));
}

export async function openReports(unit: UnitOfWork): Promise<readonly OfficeReport[]> {
  const entries = await unit.range(REPORTS);
  const found = await unit.readMany(
    reportRecord,
    entries.map(({ member }) => member),
  );
  return found.filter((report) => report !== undefined);
}

/** An import settles the reports on offices that are gone or were checked on or after the day of the report. */
export async function settleReports(unit: UnitOfWork, data: DirectoryData): Promise<void> {
  const checkedAt = new Map(data.offices.map((office) => [office.id, office.checkedAt]));
  for (const report of await openReports(unit)) {
    const checked = checkedAt.get(report.office);
    const reportedOn = new Date(report.at).toISOString().slice(0, 10);
    if (checked !== undefined && checked < reportedOn) continue;
    unit.removeFromIndex(REPORTS, { sort: report.office, member: report.office });
    await unit.remove(reportRecord, report.office);
  }
}
