import { audit } from "../audit/audit.js";
import type { Actor } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type CaseEntry, caseRecord, noteStream } from "./case.js";
import { logChange } from "./change-log.js";
import { type ChangedPart, putBack } from "./parts.js";
import { saveCase } from "./save-case.js";
import { takeLastAction, type Undoable } from "./undo.js";

export type Undone = {
  /** The case as it is now. */
  readonly entry: CaseEntry;
  /** Who owned it until now: whoever a handover had given it to. */
  readonly formerOwner: string;
  readonly kind: Undoable["kind"];
  /** What others have changed since; it stays as they left it. */
  readonly kept: readonly ChangedPart[];
};

/**
 * Takes back the last action of the last ten minutes, in every case that it touched. Later changes of others stay.
 * A case that was just opened is closed as opened by mistake. Empty: there is nothing to take back.
 *
 * @param at instant (ms) of the action that is meant: if it is the last one no more, nothing is taken back
 */
export async function undoLastAction(
  unit: UnitOfWork,
  actor: Actor,
  at?: number,
): Promise<readonly Undone[]> {
  const undone: Undone[] = [];
  for (const { caseId, done } of await takeLastAction(unit, actor, at)) {
    // Read anew for each: two that were done to one case are taken back one after the other.
    const entry = await unit.read(caseRecord, caseId);
    if (!entry) continue;
    if (done.note) await retractNote(unit, actor, entry.id, done.note);
    const { entry: restored, kept } =
      done.kind === "case-created"
        ? { entry: asMistake(unit, entry), kept: [] }
        : putBack(entry, done.changes);
    const saved = await saveCase(unit, actor, entry, restored, "change-undone");
    undone.push({ entry: saved, formerOwner: entry.owner, kind: done.kind, kept });
  }
  return undone;
}

function asMistake(unit: UnitOfWork, entry: CaseEntry): CaseEntry {
  return { ...entry, state: "closed", closedAt: unit.now, closingReason: "mistake" };
}

/** Notes are only ever appended: one that is taken back stays, and another says that it is not to be read. */
async function retractNote(unit: UnitOfWork, actor: Actor, caseId: string, noteId: string): Promise<void> {
  await unit.append(noteStream, caseId, { at: unit.now, author: actor.id, text: "", retracts: noteId });
  await logChange(unit, actor, caseId, "change-undone", []);
  await audit(unit, actor.id, "change-undone", caseId);
}
