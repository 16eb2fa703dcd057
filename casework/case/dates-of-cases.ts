import { z } from "zod";
import type { LocalDate } from "../calendar/local-date.js";
import { wallClock } from "../calendar/zone.js";
import type { Conference } from "../conference/conference.js";
import { conferencesOf } from "../conference/convened.js";
import type { Actor } from "../staff/staff.js";
import { type RecordKind, SYSTEM_SCOPE } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { homeDay, mayWorkOn } from "./access.js";
import { type AgendaItem, agendaOfCase } from "./agenda.js";
import { type CaseEntry, caseRecord, Deputy } from "./case.js";
import { casesIndex } from "./open-cases.js";

/** Something that is dated in an open case: day and ids, no words. The id of a residence title is empty. */
export type CaseDate = { readonly caseId: string; readonly id: string; readonly day: LocalDate } & (
  | { readonly kind: AgendaItem["kind"] }
  /** One that is planned, on the day on which it begins where it was planned. */
  | { readonly kind: "conference" }
);
export type DatedKind = CaseDate["kind"];

/** What is dated in one open case, as it stands in the list of one person who may work on it. */
type Line = {
  readonly caseId: string;
  readonly owner: string;
  readonly agency: string;
  /** Of the deputies this person alone. */
  readonly deputies: Deputy[];
  /** Each the day, the letter of its kind and its id. */
  readonly dates: readonly string[];
};

const DATE = /^\d{4}-\d\d-\d\d[mfcsk]/;

/** By hand, since a person has hundreds of them and reads them all at once. */
function isLine(value: unknown): value is Line {
  const { caseId, owner, agency, deputies, dates } = (value ?? {}) as Partial<Record<keyof Line, unknown>>;
  return (
    [caseId, owner, agency].every((one) => typeof one === "string") &&
    Array.isArray(deputies) &&
    deputies.every((one) => Deputy.safeParse(one).success) &&
    Array.isArray(dates) &&
    dates.every((one) => typeof one === "string" && DATE.test(one))
  );
}

const letters = { measure: "m", "follow-up": "f", consent: "c", status: "s", conference: "k" } as const;
const kinds = new Map<string, DatedKind>(
  Object.entries(letters).map(([kind, letter]) => [letter, kind as DatedKind]),
);
const DAY = "2026-11-27".length;

/**
 * Kept for each person who works on open cases, in a few records each, so that an agenda of 300 cases opens those few
 * and of the cases only the ones that it shows; and so that fifty people who stand in for one person rarely write to
 * the same one. Written in the commit that changes its case: it is never behind it, and its line goes when that is
 * closed or erased. Sealed, since a day beside a case id tells something.
 */
export const datesRecord: RecordKind<{ lines: readonly Line[] }> = {
  name: "dates-of-cases",
  schema: z.object({
    lines: z.custom<readonly Line[]>((value) => Array.isArray(value) && value.every(isLine)),
  }),
  schemaVersion: 1,
  scopes: () => [SYSTEM_SCOPE],
};

const RECORDS = 16;

/** In which of a person's records the line of a case stands. */
function recordOf(person: string, caseId: string): string {
  const sum = Array.from(caseId).reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return `${person}/${sum % RECORDS}`;
}

/** From one day to another, both included. */
type Days = { readonly from: LocalDate; readonly to: LocalDate };

/**
 * What is dated on these days in the open cases that a person may work on today, newest case first; of it what
 * `isAsked`. Of a case from before this was kept it is read out of the case, and kept from then on.
 */
export async function datesOfOpenCases(
  unit: UnitOfWork,
  actor: Actor,
  days: Days,
  isAsked: (kind: DatedKind, day: LocalDate) => boolean = () => true,
): Promise<readonly CaseDate[]> {
  const records = Array.from({ length: RECORDS }, (_, at) => `${actor.id}/${at}`);
  const [listed, kept] = await Promise.all([
    unit.range(casesIndex(actor.id), { reverse: true }),
    unit.readMany(datesRecord, records),
  ]);
  const ids = listed.map(({ member }) => member);
  const known = new Map(kept.flatMap((record) => record?.lines ?? []).map((line) => [line.caseId, line]));
  const unknown = ids.filter((id) => !known.has(id));
  for (const entry of await unit.readMany(caseRecord, unknown)) {
    if (entry?.state !== "open") continue;
    const line = lineFor(actor.id, entry, await conferenceDays(unit, entry.id));
    known.set(entry.id, line);
    await putLine(unit, actor.id, entry.id, line);
  }
  const today = homeDay(unit.now);
  const found: CaseDate[] = [];
  for (const id of ids) {
    const line = known.get(id);
    if (line && mayWorkOn(actor, line, today)) readDates(line, days, isAsked, found);
  }
  return found;
}

/** To be called with every change of a case; `after` undefined: it is erased. */
export async function keepDates(
  unit: UnitOfWork,
  before: CaseEntry | undefined,
  after: CaseEntry | undefined,
): Promise<void> {
  const id = (after ?? before)?.id ?? "";
  const is = peopleOn(after);
  const people = [...new Set([...peopleOn(before), ...is])];
  const changed = (person: string) =>
    JSON.stringify(plainly(person, before)) !== JSON.stringify(plainly(person, after));
  if (!people.some(changed)) return;
  const known = await linesOf(unit, people, id);
  // A new case has no conferences yet; one that is opened again, or was not kept, may have some.
  const kept = known.find((line) => line !== undefined);
  const conferences = kept ? kept.dates.filter(isConference) : before ? await conferenceDays(unit, id) : [];
  for (const person of people) {
    const line = after && is.has(person) ? lineFor(person, after, conferences) : undefined;
    await putLine(unit, person, id, line);
  }
}

/** To be called with every change of a conference. */
export async function keepConferenceDay(unit: UnitOfWork, conference: Conference): Promise<void> {
  const { caseId, id } = conference;
  const people = caseId ? [...peopleOn(await unit.read(caseRecord, caseId))] : [];
  for (const [at, line] of (await linesOf(unit, people, caseId ?? "")).entries()) {
    if (!line) continue;
    const others = line.dates.filter((date) => !(isConference(date) && date.slice(DAY + 1) === id));
    const dates = [...others, ...dayOf(conference)];
    await putLine(unit, people[at] ?? "", line.caseId, { ...line, dates });
  }
}

/** In whose lists a case stands. */
function peopleOn(entry: CaseEntry | undefined): ReadonlySet<string> {
  if (entry?.state !== "open") return new Set();
  return new Set([entry.owner, ...entry.deputies.map(({ person }) => person)]);
}

async function linesOf(
  unit: UnitOfWork,
  people: readonly string[],
  caseId: string,
): Promise<readonly (Line | undefined)[]> {
  const records = await unit.readMany(
    datesRecord,
    people.map((person) => recordOf(person, caseId)),
  );
  return records.map((record) => record?.lines.find((line) => line.caseId === caseId));
}

/** Puts the line of a case into a person's records, or takes it out. */
async function putLine(
  unit: UnitOfWork,
  person: string,
  caseId: string,
  line: Line | undefined,
): Promise<void> {
  const id = recordOf(person, caseId);
  const lines = (await unit.read(datesRecord, id))?.lines ?? [];
  const others = lines.filter((other) => other.caseId !== caseId);
  if (!line && others.length === lines.length) return;
  const now = line ? [...others, line] : others;
  if (now.length > 0) await unit.write(datesRecord, id, { lines: now });
  else await unit.remove(datesRecord, id);
}

function lineFor(person: string, entry: CaseEntry, conferences: readonly string[]): Line {
  const { id: caseId, owner, agency } = entry;
  const deputies = entry.deputies.filter((deputy) => deputy.person === person);
  const dates = agendaOfCase(entry).map((item) => packed(item.kind, item.day, "id" in item ? item.id : ""));
  return { caseId, owner, agency, deputies, dates: [...dates, ...conferences] };
}

/** What stands in the case itself, if the person works on it. */
function plainly(person: string, entry: CaseEntry | undefined): Line | undefined {
  return entry && peopleOn(entry).has(person) ? lineFor(person, entry, []) : undefined;
}

async function conferenceDays(unit: UnitOfWork, caseId: string): Promise<readonly string[]> {
  return (await conferencesOf(unit, caseId)).flatMap(dayOf);
}

function dayOf({ id, state, timeZone, start }: Conference): readonly string[] {
  if (state !== "planned") return [];
  return [packed("conference", wallClock(timeZone, Date.parse(start)).date, id)];
}

function packed(kind: DatedKind, day: string, id: string): string {
  return `${day}${letters[kind]}${id}`;
}

function isConference(date: string): boolean {
  return date[DAY] === letters.conference;
}

/** Adds what is asked to `found`. Of the hundreds that are not asked nothing is cut out, since that would cost most. */
function readDates(
  { caseId, dates }: Line,
  { from, to }: Days,
  isAsked: (kind: DatedKind, day: LocalDate) => boolean,
  found: CaseDate[],
): void {
  // Sorts behind all that begins with the last day.
  const end = `${to}\uffff`;
  for (const date of dates) {
    if (date < from || date > end) continue;
    const [kind, day] = [kinds.get(date.charAt(DAY)), date.slice(0, DAY)];
    if (kind && isAsked(kind, day)) found.push({ caseId, kind, id: date.slice(DAY + 1), day });
  }
}
