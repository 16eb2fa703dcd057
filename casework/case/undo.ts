import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Actor } from "../staff/staff.js";
import { caseScope, type RecordKind } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { homeDay, mayWorkOn } from "./access.js";
import { type CaseEntry, caseRecord } from "./case.js";
import { changeKinds } from "./change-log.js";
import { ChangedPart } from "./parts.js";

/** So long the last own action can be taken back. */
export const UNDO_MS = 10 * 60 * 1000;

/** What it takes to take an action back. It holds earlier values, so it expires with the chance to use it. */
export const Undoable = z.object({
  person: z.string(),
  kind: z.enum(changeKinds),
  changes: z.array(ChangedPart),
  /** Id of a note that the action appended. */
  note: z.string().optional(),
});
export type Undoable = z.infer<typeof Undoable>;

export const undoableRecord: RecordKind<Undoable> = {
  name: "undoable",
  schema: Undoable,
  schemaVersion: 1,
  scopes: (id) => [caseScope(caseOf(id))],
};

/** What a person did lately: `sort` is the instant, the same for all that one turn did; `member` names the record. */
export function recentIndex(person: string): string {
  return `recent/${person}`;
}

function caseOf(undoableId: string): string {
  return undoableId.slice(0, undoableId.indexOf("."));
}

/** Keeps what the action of this turn takes to be taken back, and lets go of what is too old. */
export async function keepForUndo(
  unit: UnitOfWork,
  actor: Actor,
  caseId: string,
  kept: Omit<Undoable, "person">,
): Promise<void> {
  const index = recentIndex(actor.id);
  const old = await unit.range(index, { to: instant(unit.now - UNDO_MS), limit: 100 });
  for (const entry of old) unit.removeFromIndex(index, entry);
  const id = `${caseId}.${randomBytes(9).toString("base64url")}`;
  await unit.write(
    undoableRecord,
    id,
    { ...kept, changes: [...kept.changes], person: actor.id },
    { expiresAt: unit.now + UNDO_MS },
  );
  unit.addToIndex(index, { sort: instant(unit.now), member: id });
}

/** Instances' clocks differ a little, and a clock that was set back leaves actions that seem to lie ahead. */
const CLOCKS_DIFFER_MS = 60 * 1000;

/** The instant (ISO 8601) of the person's last action that can still be taken back. */
async function lastOf(unit: UnitOfWork, actor: Actor): Promise<string | undefined> {
  const [from, to] = [instant(unit.now - UNDO_MS), instant(unit.now + CLOCKS_DIFFER_MS)];
  const [last] = await unit.range(recentIndex(actor.id), { from, to, reverse: true, limit: 1 });
  return last?.sort;
}

export type LastAction = { readonly caseId: string; readonly done: Undoable };

/**
 * Takes the person's last action off the list and returns what it did, case by case; empty if there is none of
 * the last ten minutes, or it is not that of the instant `at` (ms). Whoever gave a case away may still take that back.
 */
export async function takeLastAction(
  unit: UnitOfWork,
  actor: Actor,
  at?: number,
): Promise<readonly LastAction[]> {
  const index = recentIndex(actor.id);
  const last = await lastOf(unit, actor);
  if (last === undefined || (at !== undefined && Date.parse(last) !== at)) return [];
  const same = await unit.range(index, { from: last, to: `${last}\u0001` });
  const taken: LastAction[] = [];
  for (const item of same) {
    const done = await unit.read(undoableRecord, item.member);
    unit.removeFromIndex(index, item);
    if (!done) continue;
    await unit.remove(undoableRecord, item.member);
    const caseId = caseOf(item.member);
    const entry = await unit.read(caseRecord, caseId);
    if (entry && done.person === actor.id && mayTakeBack(unit, actor, entry, done))
      taken.push({ caseId, done });
  }
  return taken;
}

/** Whether the person's last action is that of the instant `at` (ms), and can still be taken back. */
export async function isLastAction(unit: UnitOfWork, actor: Actor, at: number): Promise<boolean> {
  const last = await lastOf(unit, actor);
  return last !== undefined && Date.parse(last) === at;
}

function mayTakeBack(unit: UnitOfWork, actor: Actor, entry: CaseEntry, done: Undoable): boolean {
  const today = homeDay(unit.now);
  if (mayWorkOn(actor, entry, today)) return true;
  const given = done.changes.find(({ part }) => part === "owner");
  return done.kind === "case-handed-over" && given?.was === actor.id && given.is === entry.owner;
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
