import { z } from "zod";
import { wallClock } from "../calendar/zone.js";
import type { Conference } from "../conference/conference.js";
import { conferencesOf } from "../conference/convened.js";
import type { Actor } from "../staff/staff.js";
import { type RecordKind, SYSTEM_SCOPE } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { homeDay, mayWorkOn } from "./access.js";
import { AgendaItem, agendaOfCase } from "./agenda.js";
import { type CaseEntry, caseRecord, Deputy } from "./case.js";
import { casesIndex } from "./open-cases.js";

/** What is dated in an open case, and who may work on it: days and ids, no words. */
const DatesOfCase = z.object({
  caseId: z.string(),
  owner: z.string(),
  agency: z.string(),
  deputies: z.array(Deputy),
  items: z.array(AgendaItem),
  /** Those that are planned, on the day on which they begin where they were planned. */
  conferences: z.array(z.object({ id: z.string(), day: z.iso.date() })),
});
export type DatesOfCase = z.infer<typeof DatesOfCase>;

/**
 * Kept beside each open case, so that an agenda of 300 cases opens 300 small records under one key, and of the cases
 * only those that it shows. Written and removed in the commit that changes its case: it is never behind it, and goes
 * with it when that is erased. Sealed, since a day beside a case id tells something.
 */
export const datesRecord: RecordKind<DatesOfCase> = {
  name: "dates",
  schema: DatesOfCase,
  schemaVersion: 1,
  scopes: () => [SYSTEM_SCOPE],
};

/**
 * What is dated in the open cases that a person may work on today, newest case first. Of a case from before this was
 * kept it is read out of the case, and kept from then on.
 */
export async function datesOfOpenCases(unit: UnitOfWork, actor: Actor): Promise<readonly DatesOfCase[]> {
  const listed = await unit.range(casesIndex(actor.id), { reverse: true });
  const ids = listed.map(({ member }) => member);
  const kept = await unit.readMany(datesRecord, ids);
  const known = new Map(kept.flatMap((dates) => (dates ? [[dates.caseId, dates]] : [])));
  for (const entry of await unit.readMany(
    caseRecord,
    ids.filter((id) => !known.has(id)),
  )) {
    if (entry) known.set(entry.id, await keep(unit, entry, await conferenceDays(unit, entry.id)));
  }
  const today = homeDay(unit.now);
  return ids.flatMap((id) => known.get(id) ?? []).filter((dates) => mayWorkOn(actor, dates, today));
}

/** To be called with every change of a case; `after` undefined: it is erased. */
export async function keepDates(
  unit: UnitOfWork,
  before: CaseEntry | undefined,
  after: CaseEntry | undefined,
): Promise<void> {
  if (after?.state !== "open") {
    if (before?.state === "open") await unit.remove(datesRecord, before.id);
    return;
  }
  if (before?.state === "open" && same(plainDatesOf(before), plainDatesOf(after))) return;
  const known = await unit.read(datesRecord, after.id);
  // A new case has no conferences yet; one that is opened again, or was not kept, may have some.
  await keep(unit, after, known?.conferences ?? (before ? await conferenceDays(unit, after.id) : []));
}

/** To be called with every change of a conference. */
export async function keepConferenceDay(unit: UnitOfWork, conference: Conference): Promise<void> {
  const known = conference.caseId && (await unit.read(datesRecord, conference.caseId));
  if (!known) return;
  const others = known.conferences.filter(({ id }) => id !== conference.id);
  const conferences = [...others, ...dayOf(conference)];
  if (!same(conferences, known.conferences)) {
    await unit.write(datesRecord, known.caseId, { ...known, conferences });
  }
}

async function keep(
  unit: UnitOfWork,
  entry: CaseEntry,
  conferences: DatesOfCase["conferences"],
): Promise<DatesOfCase> {
  const dates = { ...plainDatesOf(entry), conferences };
  await unit.write(datesRecord, entry.id, dates);
  return dates;
}

/** What stands in the case itself. */
function plainDatesOf(entry: CaseEntry): Omit<DatesOfCase, "conferences"> {
  const { id: caseId, owner, agency, deputies } = entry;
  return { caseId, owner, agency, deputies, items: [...agendaOfCase(entry)] };
}

async function conferenceDays(unit: UnitOfWork, caseId: string): Promise<DatesOfCase["conferences"]> {
  return (await conferencesOf(unit, caseId)).flatMap(dayOf);
}

function dayOf({ id, state, timeZone, start }: Conference): DatesOfCase["conferences"] {
  return state === "planned" ? [{ id, day: wallClock(timeZone, Date.parse(start)).date }] : [];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
