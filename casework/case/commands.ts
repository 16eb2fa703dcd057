import { audit } from "../audit/audit.js";
import type { Consent } from "../consent/consent.js";
import type { Actor } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { agendaEntry, agendaIndex } from "./agenda.js";
import { type CaseEntry, caseRecord, type Measure, type Note, noteStream } from "./case.js";
import { casesIndex } from "./open-cases.js";

/** What a person fills in; the rest of a case entry comes with the turn. */
export type CaseFacts = Pick<
  CaseEntry,
  "place" | "topics" | "languages" | "interpreter" | "household" | "ageBand" | "status" | "urgency" | "phase"
>;

export async function createCase(
  unit: UnitOfWork,
  actor: Actor,
  id: string,
  facts: CaseFacts,
): Promise<CaseEntry> {
  const entry: CaseEntry = {
    ...facts,
    id,
    owner: actor.id,
    deputies: [],
    agency: actor.agency,
    state: "open",
    measures: [],
    consents: [],
    createdAt: unit.now,
    changedAt: unit.now,
  };
  await unit.write(caseRecord, id, entry);
  unit.addToIndex(casesIndex(actor.id), { sort: sortableInstant(unit.now), member: id });
  moveStatusExpiry(unit, undefined, entry);
  await audit(unit, actor.id, "case-created", id);
  return entry;
}

export async function changeCase(
  unit: UnitOfWork,
  actor: Actor,
  before: CaseEntry,
  facts: CaseFacts,
): Promise<CaseEntry> {
  // What may be missing is missing if the facts do not say it.
  const { household: _h, ageBand: _a, status: _s, ...kept } = before;
  const entry: CaseEntry = { ...kept, ...facts, changedAt: unit.now };
  await unit.write(caseRecord, entry.id, entry);
  moveStatusExpiry(unit, before, entry);
  await audit(unit, actor.id, "case-changed", entry.id);
  return entry;
}

/** Appends only: it reads no version of the case, so any number of notes at once all land. */
export async function addNote(unit: UnitOfWork, actor: Actor, caseId: string, text: string): Promise<Note> {
  const note: Note = { at: unit.now, author: actor.id, text };
  await unit.append(noteStream, caseId, note);
  await audit(unit, actor.id, "note-added", caseId);
  return note;
}

export async function addMeasure(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  measure: Measure,
): Promise<CaseEntry> {
  const changed = { ...entry, measures: [...entry.measures, measure], changedAt: unit.now };
  await unit.write(caseRecord, entry.id, changed);
  if (measure.due)
    unit.addToIndex(agendaIndex(entry.owner), measureOnAgenda(entry.id, measure.id, measure.due));
  await audit(unit, actor.id, "measure-added", entry.id);
  return changed;
}

/** Marks a measure as done; it leaves the agenda. A measure that is done or unknown changes nothing. */
export async function finishMeasure(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  measureId: string,
): Promise<CaseEntry> {
  const measure = entry.measures.find((one) => one.id === measureId && one.doneAt === undefined);
  if (!measure) return entry;
  const changed = {
    ...entry,
    measures: entry.measures.map((one) => (one === measure ? { ...one, doneAt: unit.now } : one)),
    changedAt: unit.now,
  };
  await unit.write(caseRecord, entry.id, changed);
  if (measure.due)
    unit.removeFromIndex(agendaIndex(entry.owner), measureOnAgenda(entry.id, measure.id, measure.due));
  await audit(unit, actor.id, "measure-changed", entry.id);
  return changed;
}

export async function recordConsents(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  consents: readonly Consent[],
): Promise<CaseEntry> {
  const changed = { ...entry, consents: [...entry.consents, ...consents], changedAt: unit.now };
  await unit.write(caseRecord, entry.id, changed);
  for (const consent of consents) {
    await audit(unit, actor.id, "consent-recorded", entry.id, consent.recipient);
  }
  return changed;
}

/** Withdraws every consent for these recipients, at once in force. Returns the case and whether there was any. */
export async function withdrawConsents(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  recipients: readonly string[],
): Promise<{ readonly entry: CaseEntry; readonly withdrawn: readonly Consent[] }> {
  const withdrawn = entry.consents.filter(
    (consent) => recipients.includes(consent.recipient) && consent.withdrawnAt === undefined,
  );
  if (withdrawn.length === 0) return { entry, withdrawn };
  const changed = {
    ...entry,
    consents: entry.consents.map((consent) =>
      withdrawn.includes(consent) ? { ...consent, withdrawnAt: unit.now } : consent,
    ),
    changedAt: unit.now,
  };
  await unit.write(caseRecord, entry.id, changed);
  for (const consent of withdrawn) {
    await audit(unit, actor.id, "consent-withdrawn", entry.id, consent.recipient);
  }
  return { entry: changed, withdrawn };
}

/** Epoch milliseconds as text that sorts in time. */
export function sortableInstant(ms: number): string {
  return new Date(ms).toISOString();
}

function measureOnAgenda(caseId: string, measureId: string, day: string) {
  return agendaEntry({ kind: "measure", day, caseId, measureId });
}

function moveStatusExpiry(unit: UnitOfWork, before: CaseEntry | undefined, after: CaseEntry): void {
  const was = before?.status?.expires;
  const is = after.status?.expires;
  if (was === is) return;
  const index = agendaIndex(after.owner);
  if (was) unit.removeFromIndex(index, agendaEntry({ kind: "status", day: was, caseId: after.id }));
  if (is) unit.addToIndex(index, agendaEntry({ kind: "status", day: is, caseId: after.id }));
}
