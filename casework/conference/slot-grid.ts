import { publicHolidayOn } from "../calendar/holidays.js";
import { parseInstant } from "../calendar/instant.js";
import { dayNumber, localDate, weekday } from "../calendar/local-date.js";
import { instantOf, type OffsetSegment, offsetSegments } from "../calendar/zone.js";
import { type Bitmap, bitmap, setRange, subtract } from "./bitmap.js";
import { type OfficeHours, type SlotRequest, weekdayOf } from "./slot-request.js";

/**
 * Time cut into quarters of an hour: bit i is the quarter that begins at `base` + i × 15 minutes (UTC, so that no
 * clock change disturbs it). Every offset in use today is a multiple of 15 minutes, so local quarters are quarters.
 */
export type SlotGrid = {
  readonly base: number;
  readonly length: number;
  /** First and last local day of the request, as day numbers; the grid runs on for one more duration. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly segments: readonly OffsetSegment[];
};

export const quarterMs = 15 * 60_000;
const minuteMs = 60_000;
const dayMs = 86_400_000;
const midnight = 24 * 60;

export function slotGrid(request: SlotRequest): SlotGrid {
  const firstDay = dayNumber(request.from);
  const lastDay = dayNumber(request.to);
  const base = Math.floor(instantOf(request.timeZone, request.from, 0) / quarterMs) * quarterMs;
  // A slot may begin before the last midnight and end after it.
  const end = instantOf(request.timeZone, localDate(lastDay + 1), 0) + request.durationMinutes * minuteMs;
  return {
    base,
    length: Math.ceil((end - base) / quarterMs),
    firstDay,
    lastDay,
    // One quarter more, so that the end of the last slot has its offset too.
    segments: offsetSegments(request.timeZone, base, end + quarterMs),
  };
}

/**
 * The starts that the calendar allows. The step counts on the local wall clock from midnight: with a step of 120
 * minutes 8:00 and 10:00 are starts on a clock-change day too, although 7 or 9 hours have passed since midnight.
 * An hour that comes twice has its starts twice.
 */
export function allowedStarts(grid: SlotGrid, request: SlotRequest): Bitmap {
  const starts = bitmap(grid.length);
  const closed = new Set(request.closedDays);
  for (let day = grid.firstDay; day <= grid.lastDay; day++) {
    const date = localDate(day);
    if (closed.has(date) || publicHolidayOn(date) !== undefined) continue;
    for (let minute = 0; minute < midnight; minute += request.stepMinutes) {
      setLocal(starts, grid, day, minute, minute + 15);
    }
  }
  const notBefore = request.notBefore === undefined ? undefined : parseInstant(request.notBefore);
  if (notBefore !== undefined) {
    const early = bitmap(grid.length);
    setRange(early, 0, Math.ceil((notBefore - grid.base) / quarterMs));
    subtract(starts, early);
  }
  return starts;
}

/** For each participant the quarters inside office hours that are not busy. */
export function freeQuarters(grid: SlotGrid, request: SlotRequest): readonly Bitmap[] {
  const usual = officeQuarters(grid, request.officeHours);
  const bufferMs = request.bufferMinutes * minuteMs;
  return request.participants.map((participant) => {
    const own = participant.officeHours;
    const free = own ? officeQuarters(grid, own) : usual.slice();
    subtract(free, busyQuarters(grid, participant.busy, bufferMs));
    return free;
  });
}

/** Local hours, day by day: what of a window the clock skips is not there, what it shows twice counts twice. */
function officeQuarters(grid: SlotGrid, hours: readonly OfficeHours[]): Bitmap {
  const quarters = bitmap(grid.length);
  const windows = hours.map(({ days, from, to }) => ({
    days: new Set(days.map(weekdayOf)),
    from: minuteOfDay(from),
    to: minuteOfDay(to),
  }));
  // The grid reaches one duration past the last day: 24 hours at most, which is into a second day of 23 hours.
  for (let day = grid.firstDay; day <= grid.lastDay + 2; day++) {
    for (const { days, from, to } of windows) {
      if (days.has(weekday(day))) setLocal(quarters, grid, day, from, to);
    }
  }
  return quarters;
}

/** Widened by the buffer on both sides, then rounded outward to quarters: a slot that touches any of it is not free. */
function busyQuarters(
  grid: SlotGrid,
  busy: SlotRequest["participants"][number]["busy"],
  bufferMs: number,
): Bitmap {
  const quarters = bitmap(grid.length);
  for (const span of busy) {
    const start = span.start - bufferMs;
    const end = span.end + bufferMs;
    if (start >= end) continue;
    setRange(quarters, Math.floor((start - grid.base) / quarterMs), Math.ceil((end - grid.base) / quarterMs));
  }
  return quarters;
}

/** Sets the quarters of a local day from one minute to another, in each stretch of one offset that has them. */
function setLocal(bits: Bitmap, grid: SlotGrid, day: number, from: number, to: number): void {
  const wall = day * dayMs;
  for (const { start, end, offset } of grid.segments) {
    const low = Math.max(start, wall + from * minuteMs - offset);
    const high = Math.min(end, wall + to * minuteMs - offset);
    if (low < high) setRange(bits, (low - grid.base) / quarterMs, (high - grid.base) / quarterMs);
  }
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
