import { z } from "zod";
import { audit } from "../audit/audit.js";
import type { Actor } from "../staff/staff.js";
import { caseScope, type RecordKind } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import type { CaseEntry } from "./case.js";
import { fingerprints, type PartName, partNames } from "./parts.js";

/**
 * How far a case has been carried over into the Datenbank KIM, the case file of record. It keeps fingerprints and no
 * values: what was taken out of a case since is gone from here too.
 */
export const Transfer = z.object({
  at: z.number(),
  by: z.string(),
  prints: z.record(z.string(), z.string()),
  /** Instant of the newest note that was carried over. */
  notesUntil: z.number(),
  /** When the card was made (ms) from which it was carried over: `prints` are those of that instant. */
  shownAt: z.number().default(0),
});
export type Transfer = z.infer<typeof Transfer>;

export const transferRecord: RecordKind<Transfer> = {
  name: "transfer",
  schema: Transfer,
  schemaVersion: 1,
  scopes: (id) => [caseScope(id)],
};

export type Untransferred = {
  readonly part: PartName;
  /** The item of a list. */
  readonly item?: string;
  /** It was carried over once and is no longer there. */
  readonly gone: boolean;
};

/** Parts that mean something in another file: who may work here is no business of it. */
const carried: readonly PartName[] = partNames.filter(
  (part) => !["owner", "agency", "deputies"].includes(part),
);

/** What stands in the case otherwise than when it was last carried over; all of it if it never was. */
export function untransferred(entry: CaseEntry, last: Transfer | undefined): readonly Untransferred[] {
  const now = fingerprints(entry);
  const before = last?.prints ?? {};
  const changed = new Set(
    [...Object.keys(before), ...Object.keys(now)].filter((key) => before[key] !== now[key]),
  );
  return [...changed].flatMap((key) => {
    const [name = "", item] = key.split("/");
    const part = carried.find((one) => one === name);
    if (!part) return [];
    return [{ part, ...(item === undefined ? {} : { item }), gone: now[key] === undefined }];
  });
}

/**
 * "Als übertragen markieren": `prints` are those of what was shown, so that a change in between stays to be carried over.
 * An older card than the one that was marked last changes nothing: its content went with that one.
 */
export async function markTransferred(
  unit: UnitOfWork,
  actor: Actor,
  caseId: string,
  shown: Pick<Transfer, "prints" | "notesUntil" | "shownAt">,
): Promise<void> {
  const last = await unit.read(transferRecord, caseId);
  if (last && last.shownAt > shown.shownAt) return;
  await unit.write(transferRecord, caseId, { ...shown, at: unit.now, by: actor.id });
  await audit(unit, actor.id, "case-transferred", caseId);
}
