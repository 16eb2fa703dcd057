import { audit } from "../audit/audit.js";
import type { Actor } from "../staff/staff.js";
import type { IndexEntry } from "../store/store.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type CaseEntry, caseRecord } from "./case.js";
import { type ChangeKind, logChange } from "./change-log.js";
import { keepDates } from "./dates-of-cases.js";
import { caseIndexEntries } from "./open-cases.js";
import { partsChanged } from "./parts.js";
import { keepForUndo } from "./undo.js";

/** What is not taken back: consent comes back to life only by being given anew. */
const FINAL: ReadonlySet<ChangeKind> = new Set<ChangeKind>(["change-undone", "consent-withdrawn"]);

/**
 * The one way in which a case entry changes: written with its place in the lists of those who work on it, its dates,
 * its line in the change log and the audit, and what it takes to undo it. What changes nothing writes nothing.
 */
export async function saveCase(
  unit: UnitOfWork,
  actor: Actor,
  before: CaseEntry,
  after: CaseEntry,
  kind: ChangeKind,
  /** The offices that the audit names beside the case. */
  recipients: readonly string[] = [],
): Promise<CaseEntry> {
  const changes = partsChanged(before, after);
  if (changes.length === 0) return before;
  const entry = withHistory(unit, actor, before, { ...after, changedAt: unit.now });
  await unit.write(caseRecord, entry.id, entry);
  moveInLists(unit, before, entry);
  await keepDates(unit, before, entry);
  await logChange(
    unit,
    actor,
    entry.id,
    kind,
    changes.map(({ part }) => part),
  );
  if (!FINAL.has(kind)) await keepForUndo(unit, actor, entry.id, { kind, changes: [...changes] });
  if (recipients.length === 0) await audit(unit, actor.id, kind, entry.id);
  for (const recipient of recipients) await audit(unit, actor.id, kind, entry.id, recipient);
  return entry;
}

/** Writes a case that is not there yet. */
export async function saveNewCase(unit: UnitOfWork, actor: Actor, entry: CaseEntry): Promise<CaseEntry> {
  await unit.write(caseRecord, entry.id, entry);
  moveInLists(unit, undefined, entry);
  await keepDates(unit, undefined, entry);
  await logChange(unit, actor, entry.id, "case-created", []);
  await keepForUndo(unit, actor, entry.id, { kind: "case-created", changes: [] });
  await audit(unit, actor.id, "case-created", entry.id);
  return entry;
}

function withHistory(unit: UnitOfWork, actor: Actor, before: CaseEntry, after: CaseEntry): CaseEntry {
  if (before.phase === after.phase) return after;
  const entered = { phase: after.phase, at: unit.now, by: actor.id };
  return { ...after, phaseHistory: [...after.phaseHistory, entered] };
}

function moveInLists(unit: UnitOfWork, before: CaseEntry | undefined, after: CaseEntry): void {
  const was = before ? caseIndexEntries(before) : [];
  const is = caseIndexEntries(after);
  for (const one of without(was, is)) unit.removeFromIndex(one.index, one.entry);
  for (const one of without(is, was)) unit.addToIndex(one.index, one.entry);
}

type Listed = { readonly index: string; readonly entry: IndexEntry };

function without(some: readonly Listed[], others: readonly Listed[]): readonly Listed[] {
  return some.filter(
    (one) => !others.some((other) => other.index === one.index && other.entry.sort === one.entry.sort),
  );
}
