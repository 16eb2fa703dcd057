import { fewKept } from "../store/few-kept.js";
import { dayNumber, type LocalDate, localDate } from "./local-date.js";

/**
 * Local wall-clock time of an IANA zone. Rests on the rules that come with Node (Intl) and never on the zone of
 * the process. Instants are milliseconds since the epoch; offsets are milliseconds to add to UTC.
 */
export type OffsetSegment = {
  /** Inclusive. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly offset: number;
};

/** Where the cases are. */
export const HOME_ZONE = "Europe/Berlin";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Two changes of offset in one zone lie further apart than this (Ramadan in Morocco: about four weeks). */
const probeMs = 7 * dayMs;

export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Cuts [from, to) into stretches of one offset: one, or two where the clocks change once. RangeError: no such zone. */
export function offsetSegments(zone: string, from: number, to: number): readonly OffsetSegment[] {
  const segments: OffsetSegment[] = [];
  const lastYear = utcYear(to);
  for (let year = utcYear(from); year <= lastYear; year++) {
    for (const { start, end, offset } of segmentsOfYear(zone, year)) {
      const clipped = { start: Math.max(start, from), end: Math.min(end, to), offset };
      if (clipped.start >= clipped.end) continue;
      const last = segments.at(-1);
      if (last?.offset === offset) segments[segments.length - 1] = { ...last, end: clipped.end };
      else segments.push(clipped);
    }
  }
  return segments;
}

export function offsetAt(zone: string, instant: number): number {
  for (const segment of segmentsOfYear(zone, utcYear(instant))) {
    if (instant < segment.end) return segment.offset;
  }
  throw new RangeError(`${instant} is no instant`);
}

/**
 * The instant at which the clocks of `zone` show `date` and `minuteOfDay`. A time that comes twice (autumn)
 * means the first one; one that is skipped (spring) is moved forward by the gap, as in RFC 5545 3.3.5.
 */
export function instantOf(zone: string, date: LocalDate, minuteOfDay: number): number {
  const wall = dayNumber(date) * dayMs + minuteOfDay * minuteMs;
  const around = offsetSegments(zone, wall - dayMs, wall + dayMs);
  for (const { start, end, offset } of around) {
    const instant = wall - offset;
    if (instant >= start && instant < end) return instant;
  }
  // Skipped: the offset that held before the gap. The first segment whose end lies behind the gap is it.
  const before = around.find(({ end, offset }) => wall - offset >= end) ?? around[0];
  return wall - (before?.offset ?? 0);
}

/** What calendar and clock show at an instant. `minuteOfDay` is whole, 0 to 1439. */
export function wallClock(
  zone: string,
  instant: number,
): { readonly date: LocalDate; readonly minuteOfDay: number } {
  const wall = instant + offsetAt(zone, instant);
  const day = Math.floor(wall / dayMs);
  return { date: localDate(day), minuteOfDay: Math.floor((wall - day * dayMs) / minuteMs) };
}

/** ISO 8601 with the local offset, to the second: `2026-10-26T09:00:00+01:00`. */
export function isoWithOffset(instant: number, offset: number): string {
  const sign = offset < 0 ? "-" : "+";
  const minutes = Math.abs(offset) / minuteMs;
  const hh = String(Math.floor(minutes / 60)).padStart(2, "0");
  const mm = String(Math.floor(minutes % 60)).padStart(2, "0");
  return `${new Date(instant + offset).toISOString().slice(0, 19)}${sign}${hh}:${mm}`;
}

/**
 * Names of zones come from people's clients, and Intl takes each in any mixture of capitals: without an end to what is
 * kept, somebody could fill the memory with spellings.
 */
const formats = fewKept<Intl.DateTimeFormat>(100);
const years = fewKept<readonly OffsetSegment[]>(1_000);

/** The segments of a UTC year, found once: probing Intl costs some microseconds per instant. */
function segmentsOfYear(zone: string, year: number): readonly OffsetSegment[] {
  return years.get(`${zone} ${year}`, () => findSegments(zone, year));
}

function findSegments(zone: string, year: number): readonly OffsetSegment[] {
  const yearEnd = startOfUtcYear(year + 1);
  const segments: OffsetSegment[] = [];
  let start = startOfUtcYear(year);
  let offset = probeOffset(zone, start);
  for (let probed = start; probed < yearEnd; ) {
    const next = Math.min(probed + probeMs, yearEnd);
    const nextOffset = probeOffset(zone, next);
    if (nextOffset !== offset) {
      const change = findChange(zone, probed, next, offset);
      segments.push({ start, end: change, offset });
      start = change;
      offset = nextOffset;
    }
    probed = next;
  }
  if (start < yearEnd) segments.push({ start, end: yearEnd, offset });
  return segments;
}

/** First whole minute in (low, high] that no longer has `offset`. */
function findChange(zone: string, low: number, high: number, offset: number): number {
  let same = low / minuteMs;
  let other = high / minuteMs;
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (probeOffset(zone, middle * minuteMs) === offset) same = middle;
    else other = middle;
  }
  return other * minuteMs;
}

function probeOffset(zone: string, instant: number): number {
  const field = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(zone).formatToParts(instant)) {
    if (type in field) field[type as keyof typeof field] = Number(value);
  }
  const wall = Date.UTC(field.year, field.month - 1, field.day, field.hour, field.minute, field.second);
  return wall - instant;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  return formats.get(
    zone,
    () =>
      new Intl.DateTimeFormat("en-US", {
        timeZone: zone,
        hourCycle: "h23",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
      }),
  );
}

function utcYear(instant: number): number {
  return new Date(instant).getUTCFullYear();
}

function startOfUtcYear(year: number): number {
  return Date.UTC(year, 0, 1);
}
