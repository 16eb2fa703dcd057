import { randomBytes } from "node:crypto";
import { audit } from "../audit/audit.js";
import type { Actor } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type CaseEntry, type Note, noteStream } from "./case.js";
import { logChange } from "./change-log.js";
import { saveCase, saveNewCase } from "./save-case.js";
import { keepForUndo } from "./undo.js";

/** What a person fills in; the rest of a case entry comes with the turn. */
export type CaseFacts = Pick<
  CaseEntry,
  | "place"
  | "topics"
  | "languages"
  | "interpreter"
  | "household"
  | "ageBand"
  | "status"
  | "urgency"
  | "phase"
  | "goals"
>;

/** What may come with a case at once: its first measures, Wiedervorlagen and consents. */
export type CaseBeginning = Partial<
  Pick<CaseEntry, "measures" | "followUps" | "consents" | "similarTo" | "createdAt">
>;

/** `owner`: whoever is to own it, where somebody else opens it for them. */
export async function createCase(
  unit: UnitOfWork,
  actor: Actor,
  id: string,
  facts: CaseFacts,
  beginning: CaseBeginning = {},
  owner: string = actor.id,
): Promise<CaseEntry> {
  const entry = await saveNewCase(unit, actor, {
    measures: [],
    followUps: [],
    consents: [],
    similarTo: [],
    createdAt: unit.now,
    ...facts,
    ...beginning,
    id,
    owner,
    deputies: [],
    agency: actor.agency,
    state: "open",
    phaseHistory: [{ phase: facts.phase, at: unit.now, by: actor.id }],
    changedAt: unit.now,
  });
  for (const consent of entry.consents) {
    await audit(unit, actor.id, "consent-recorded", id, consent.recipient);
  }
  return entry;
}

export function changeCase(
  unit: UnitOfWork,
  actor: Actor,
  before: CaseEntry,
  facts: CaseFacts,
): Promise<CaseEntry> {
  // What may be missing is missing if the facts do not say it.
  const { household: _h, ageBand: _a, status: _s, ...kept } = before;
  return saveCase(unit, actor, before, { ...kept, ...facts }, "case-changed");
}

/** Appends only: it reads no version of the case, so any number of notes at once all land. */
export async function addNote(unit: UnitOfWork, actor: Actor, caseId: string, text: string): Promise<Note> {
  const id = randomBytes(6).toString("base64url");
  const note: Note = { id, at: unit.now, author: actor.id, text };
  await unit.append(noteStream, caseId, note);
  await logChange(unit, actor, caseId, "note-added", []);
  await keepForUndo(unit, actor, caseId, { kind: "note-added", changes: [], note: id });
  await audit(unit, actor.id, "note-added", caseId);
  return note;
}
