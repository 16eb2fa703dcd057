import { hearingOffices, sharedIndex } from "../consent/shared-index.js";
import type { Actor } from "../staff/staff.js";
import type { IndexEntry } from "../store/store.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { homeDay, mayWorkOn } from "./access.js";
import { type CaseEntry, caseRecord } from "./case.js";

/** Open cases of a person, owned or as deputy: `sort` is the instant of creation, `member` the id of the case. */
export function casesIndex(person: string): string {
  return `cases/${person}`;
}

/** Closed cases of a person, in the same way. */
export function closedCasesIndex(person: string): string {
  return `closed-cases/${person}`;
}

/** Every list in which a case stands, those of the offices that may see something of it included, and its line there. */
export function caseIndexEntries(
  entry: CaseEntry,
): readonly { readonly index: string; readonly entry: IndexEntry }[] {
  const index = entry.state === "open" ? casesIndex : closedCasesIndex;
  const people = new Set([entry.owner, ...entry.deputies.map(({ person }) => person)]);
  const line = { sort: new Date(entry.createdAt).toISOString(), member: entry.id };
  const hearing = entry.state === "open" ? hearingOffices(entry.consents) : [];
  return [
    ...[...people].map((person) => ({ index: index(person), entry: line })),
    ...hearing.map((office) => ({ index: sharedIndex(office), entry: line })),
  ];
}

/**
 * The open cases that a person may work on today, newest first. One whose holiday cover has ended still stands in
 * the list; it is passed over. Whoever wants few reads few: a page more than is wanted where some are passed over.
 */
export async function openCasesOf(
  unit: UnitOfWork,
  actor: Actor,
  { limit = Number.POSITIVE_INFINITY, openedSince }: { limit?: number; openedSince?: number } = {},
): Promise<readonly CaseEntry[]> {
  const from = openedSince === undefined ? {} : { from: new Date(openedSince).toISOString() };
  const listed = await unit.range(casesIndex(actor.id), { reverse: true, ...from });
  const today = homeDay(unit.now);
  const mine: CaseEntry[] = [];
  const step = Math.min(limit, listed.length);
  for (let at = 0; at < listed.length && mine.length < limit; at += step) {
    const ids = listed.slice(at, at + step).map(({ member }) => member);
    for (const entry of await unit.readMany(caseRecord, ids)) {
      if (entry && mine.length < limit && mayWorkOn(actor, entry, today)) mine.push(entry);
    }
  }
  return mine;
}
