/** A day of the (proleptic) Gregorian calendar without time or zone, `YYYY-MM-DD`. Sorts as text. */
export type LocalDate = string;

/** Day of the week as in ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const dayMs = 86_400_000;

/** Whole days since 1970-01-01. Throws a RangeError if `date` is no day of the calendar (2026-02-30). */
export function dayNumber(date: LocalDate): number {
  const day = tryDayNumber(date);
  if (day === undefined) throw new RangeError(`${date} is not a date in the form YYYY-MM-DD`);
  return day;
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  return tryDayNumber(text) !== undefined;
}

function tryDayNumber(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [month, dayOfMonth] = [Number(match[2]), Number(match[3])];
  const day = dayNumberOf(Number(match[1]), month, dayOfMonth);
  const date = new Date(day * dayMs);
  // What is past the end of a month has run into the next.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth ? day : undefined;
}

/** Day number of year, month (1–12) and day; like `Date.UTC`, days past the end run into the next month. */
export function dayNumberOf(year: number, month: number, day: number): number {
  // setUTCFullYear, since Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / dayMs;
}

/** @throws RangeError beyond the days that a Date can hold */
export function localDate(day: number): LocalDate {
  const date = new Date(day * dayMs);
  if (Number.isNaN(date.getTime())) throw new RangeError(`There is no day ${day}`);
  // Put together by hand: a sentence asks for dozens of dates, and toISOString takes twice as long.
  return `${digits(date.getUTCFullYear(), 4)}-${digits(date.getUTCMonth() + 1, 2)}-${digits(date.getUTCDate(), 2)}`;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

/** 1970-01-01 was a Thursday. */
export function weekday(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function yearOf(day: number): number {
  return new Date(day * dayMs).getUTCFullYear();
}
