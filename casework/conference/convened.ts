import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Conference, conferenceRecord, isAnonymousId } from "./conference.js";

/** The conferences of a case. `sort` is the start as it was when planned, `member` the id. */
export function conferencesIndex(caseId: string): string {
  return `conferences/${caseId}`;
}

/** The conferences that a person called, of both formats. `sort` is when they were planned, `member` the id. */
export function convenedIndex(person: string): string {
  return `convened/${person}`;
}

/** The conferences of a case, earliest first. */
export async function conferencesOf(unit: UnitOfWork, caseId: string): Promise<readonly Conference[]> {
  return (await conferencesIn(unit, conferencesIndex(caseId))).sort((a, b) => a.start.localeCompare(b.start));
}

/** What a person has called and what is still to come, earliest first. */
export async function comingConferencesBy(unit: UnitOfWork, person: string): Promise<readonly Conference[]> {
  return coming(unit, await recentConferencesBy(unit, person));
}

/** Of these the ones that are about no case. */
export async function comingAnonymousBy(unit: UnitOfWork, person: string): Promise<readonly Conference[]> {
  const entries = await unit.range(convenedIndex(person), { reverse: true, limit: RECENT });
  return coming(unit, await read(unit, entries.map(({ member }) => member).filter(isAnonymousId)));
}

function coming(unit: UnitOfWork, conferences: readonly Conference[]): readonly Conference[] {
  return conferences
    .filter(({ state, end }) => state === "planned" && Date.parse(end) > unit.now)
    .sort((a, b) => a.start.localeCompare(b.start));
}

/** What a person has called of late, the newest first, whatever became of it. */
export function recentConferencesBy(unit: UnitOfWork, person: string): Promise<readonly Conference[]> {
  return conferencesIn(unit, convenedIndex(person), RECENT);
}

/** Nobody looks for a conference behind this many newer ones of their own. */
const RECENT = 50;

async function conferencesIn(unit: UnitOfWork, index: string, newest?: number): Promise<Conference[]> {
  const entries = await unit.range(index, newest ? { reverse: true, limit: newest } : {});
  return read(
    unit,
    entries.map((entry) => entry.member),
  );
}

async function read(unit: UnitOfWork, ids: readonly string[]): Promise<Conference[]> {
  const conferences = await unit.readMany(conferenceRecord, ids);
  return conferences.filter((conference) => conference !== undefined);
}
