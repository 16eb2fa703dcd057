import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Busy, busyEntry, busyIndex, busyOf, overlaps } from "./busy.js";
import { CONVENER, type Conference, type Participant } from "./conference.js";

/**
 * Whom another of our conferences has at that time. Reads a guard per participant and day, so that of two
 * conferences planned at once only one gets the seat. `but` is the one that is being moved.
 */
export async function takenSeats(
  unit: UnitOfWork,
  conference: Conference,
  day: string,
  but?: Conference,
): Promise<readonly Participant[]> {
  const span: Busy = { start: Date.parse(conference.start), end: Date.parse(conference.end) };
  const taken: Participant[] = [];
  for (const participant of conference.participants) {
    const who = seatOwner(participant, conference);
    await unit.guard(`busy/${who}/${day}`);
    const busy = await busyOf(unit, who, day, day, but?.id);
    if (busy.some((other) => overlaps(other, span))) taken.push(participant);
  }
  return taken;
}

/** Everybody's seat is taken at that time. */
export function putOnCalendars(unit: UnitOfWork, conference: Conference): void {
  for (const participant of conference.participants) {
    unit.addToIndex(busyIndex(seatOwner(participant, conference)), busyEntry(conference));
  }
}

export function takeOffCalendars(unit: UnitOfWork, conference: Conference): void {
  for (const participant of conference.participants) {
    unit.removeFromIndex(busyIndex(seatOwner(participant, conference)), busyEntry(conference));
  }
}

/** Whose calendar a seat takes up: the convener's own, that of the office, or the client's of this case. */
export function seatOwner(
  { id, kind }: Pick<Participant, "id" | "kind">,
  { convener, caseId }: Pick<Conference, "convener" | "caseId">,
): string {
  if (id === CONVENER) return convener;
  return kind === "office" ? `office:${id}` : `${kind}:${caseId ?? ""}:${id}`;
}
