import { wallClock } from "../calendar/zone.js";
import type { IndexEntry } from "../store/store.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import type { Conference } from "./conference.js";

/** A span in ms since the epoch, end exclusive. */
export type Busy = { readonly start: number; readonly end: number };

/** When somebody sits in one of our conferences: `sort` is the day, `member` is `start/end/conference`. */
export function busyIndex(who: string): string {
  return `busy/${who}`;
}

/** The line of a conference in the busy index of everybody who sits in it. */
export function busyEntry(conference: Conference): IndexEntry {
  const { start, end, timeZone, id } = conference;
  const at = wallClock(timeZone, Date.parse(start));
  return { sort: at.date, member: `${Date.parse(start)}/${Date.parse(end)}/${id}` };
}

/** From the first to the last day, both inclusive (`YYYY-MM-DD`), without the conference `but`. Times only. */
export async function busyOf(
  unit: UnitOfWork,
  who: string,
  from: string,
  to: string,
  but?: string,
): Promise<readonly Busy[]> {
  const entries = await unit.range(busyIndex(who), { from, to: `${to}\u0001` });
  return entries.flatMap(({ member }) => {
    const [start, end, id] = member.split("/");
    return id === but ? [] : [{ start: Number(start), end: Number(end) }];
  });
}

export function overlaps(a: Busy, b: Busy): boolean {
  return a.start < b.end && b.start < a.end;
}
