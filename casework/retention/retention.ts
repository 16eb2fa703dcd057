import { z } from "zod";
import { type CaseEntry, type ClosingReason, closingReasons } from "../case/case.js";
import { caseScope, type RecordKind } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";

/** How many calendar months a closed case is kept, by the reason of closing. Set by the operator, guessed by nobody. */
export type RetentionRules = {
  readonly standard: number;
  readonly byReason: Partial<Record<ClosingReason, number>>;
};

/** "default=24,moved-away=12". Undefined: not well-formed, an unknown reason, or no default. */
export function parseRetention(text: string): RetentionRules | undefined {
  const byReason: Partial<Record<ClosingReason, number>> = {};
  let standard: number | undefined;
  for (const part of text.split(",").map((one) => one.trim())) {
    const [, name, digits] = /^([a-z-]+)=(\d{1,3})$/.exec(part) ?? [];
    if (name === undefined || Number(digits) < 1) return undefined;
    const reason = closingReasons.find((one) => one === name);
    if (name === "default") standard = Number(digits);
    else if (reason) byReason[reason] = Number(digits);
    else return undefined;
  }
  return standard === undefined ? undefined : { standard, byReason };
}

/** So long before it is deleted the owner is told, and told in vain nobody is: no deletion without the notice. */
export const NOTICE_MS = 14 * 24 * 60 * 60 * 1000;

const RetentionState = z.object({
  /** Löschsperre: why the case is kept whatever its age. */
  hold: z.object({ reason: z.string(), by: z.string(), at: z.number() }).optional(),
  /** The owner was told that the case is going to be deleted; for the closing at `closedAt`. */
  announced: z.object({ at: z.number(), closedAt: z.number() }).optional(),
});
type RetentionState = z.infer<typeof RetentionState>;

export const retentionRecord: RecordKind<RetentionState> = {
  name: "retention",
  schema: RetentionState,
  schemaVersion: 1,
  scopes: (caseId) => [caseScope(caseId)],
};

/** When the time of a closed case is over, ms since the epoch; undefined while it is open. */
export function keptUntil(entry: CaseEntry, rules: RetentionRules): number | undefined {
  if (entry.state !== "closed" || entry.closedAt === undefined) return undefined;
  const months = (entry.closingReason && rules.byReason[entry.closingReason]) ?? rules.standard;
  const end = new Date(entry.closedAt);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + months);
  // The 31st of a month that has none is its last day, not the first of the next.
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  return end.getTime();
}

export type RetentionStep = "keep" | "announce" | "delete";

/** What is to be done with a case at this instant. Reopening and a hold stop everything. */
export async function nextStep(
  unit: UnitOfWork,
  entry: CaseEntry,
  rules: RetentionRules,
): Promise<RetentionStep> {
  const until = keptUntil(entry, rules);
  if (until === undefined || unit.now < until - NOTICE_MS) return "keep";
  const state = await unit.read(retentionRecord, entry.id);
  if (state?.hold) return "keep";
  if (state?.announced?.closedAt !== entry.closedAt) return "announce";
  const noticed = unit.now - (state?.announced?.at ?? unit.now) >= NOTICE_MS;
  return noticed && unit.now >= until ? "delete" : "keep";
}

export async function noteAnnouncement(unit: UnitOfWork, entry: CaseEntry): Promise<void> {
  const state = (await unit.read(retentionRecord, entry.id)) ?? {};
  const announced = { at: unit.now, closedAt: entry.closedAt ?? unit.now };
  await unit.write(retentionRecord, entry.id, { ...state, announced });
}

/** The reason of the hold on a case, if there is one. */
export async function holdOn(unit: UnitOfWork, caseId: string): Promise<string | undefined> {
  return (await unit.read(retentionRecord, caseId))?.hold?.reason;
}

/** Sets a hold, or lifts it where no reason is given. Lifted, the owner is told anew before anything is deleted. */
export async function setHold(
  unit: UnitOfWork,
  by: string,
  caseId: string,
  reason: string | undefined,
): Promise<void> {
  await unit.write(
    retentionRecord,
    caseId,
    reason === undefined ? {} : { hold: { reason, by, at: unit.now } },
  );
}
