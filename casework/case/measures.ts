import type { Actor } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import type { CaseEntry, FollowUp, Measure } from "./case.js";
import { saveCase } from "./save-case.js";

export function addMeasure(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  measure: Measure,
): Promise<CaseEntry> {
  return saveCase(unit, actor, entry, { ...entry, measures: [...entry.measures, measure] }, "measure-added");
}

/** Marks a measure as done; it leaves the agenda. A measure that is done or unknown changes nothing. */
export function finishMeasure(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  measureId: string,
): Promise<CaseEntry> {
  const measures = changeOpen(entry.measures, measureId, (open) => ({ ...open, doneAt: unit.now }));
  return saveCase(unit, actor, entry, { ...entry, measures }, "measure-changed");
}

/** @param due `YYYY-MM-DD` */
export function postponeMeasure(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  measureId: string,
  due: string,
): Promise<CaseEntry> {
  const measures = changeOpen(entry.measures, measureId, (open) => ({ ...open, due }));
  return saveCase(unit, actor, entry, { ...entry, measures }, "measure-changed");
}

export function addFollowUp(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  followUp: FollowUp,
): Promise<CaseEntry> {
  return saveCase(
    unit,
    actor,
    entry,
    { ...entry, followUps: [...entry.followUps, followUp] },
    "follow-up-added",
  );
}

export function finishFollowUp(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  id: string,
): Promise<CaseEntry> {
  const followUps = changeOpen(entry.followUps, id, (open) => ({ ...open, doneAt: unit.now }));
  return saveCase(unit, actor, entry, { ...entry, followUps }, "follow-up-changed");
}

/** @param on `YYYY-MM-DD` */
export function postponeFollowUp(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  id: string,
  on: string,
): Promise<CaseEntry> {
  const followUps = changeOpen(entry.followUps, id, (open) => ({ ...open, on }));
  return saveCase(unit, actor, entry, { ...entry, followUps }, "follow-up-changed");
}

function changeOpen<T extends { readonly id: string; readonly doneAt?: number | undefined }>(
  items: readonly T[],
  id: string,
  change: (open: T) => T,
): T[] {
  return items.map((item) => (item.id === id && item.doneAt === undefined ? change(item) : item));
}
