import type { Precision } from "../date-phrases.js";
import { addWorkingDays } from "../holidays.js";
import { dayNumber, dayNumberOf, localDate, weekday, yearOf } from "../local-date.js";
import type { Unit } from "./vocabulary.js";

/** Days as day numbers, both ends inclusive. */
export type Days = {
  readonly from: number;
  readonly to: number;
  readonly said: Precision;
  /** No year was said, so a range may move it by one. */
  readonly yearless?: boolean;
  /** Already past by its own words ("gestern", "letzte Woche"). */
  readonly past?: boolean;
  /** Said as a stretch that begins today ("in den nächsten 2 Wochen"). */
  readonly running?: boolean;
};

export function oneDay(day: number, said: Precision): Days {
  return { from: day, to: day, said };
}

/** A day of a month; without a year the next such day from `today` on, or the last one up to it. */
export function dayOf(
  today: number,
  day: number,
  month: number,
  year: number | undefined,
  isPast: boolean,
): Days | "impossible" {
  if (year !== undefined) {
    const found = dayIn(fullYear(year, today), month, day);
    return found === undefined ? "impossible" : oneDay(found, "day");
  }
  const thisYear = yearOf(today);
  // Nine years, since 29 February can be eight years away (1896 to 1904, 2096 to 2104).
  for (let away = 0; away <= 8; away++) {
    const found = dayIn(thisYear + (isPast ? -away : away), month, day);
    if (found !== undefined && (isPast ? found <= today : found >= today)) {
      return { ...oneDay(found, "day"), yearless: true };
    }
  }
  return "impossible";
}

/** Undefined for a day that the month has not, or a month that the year has not. */
export function dayIn(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return undefined;
  return dayNumberOf(year, month, day);
}

export function monthLength(year: number, month: number): number {
  return new Date(dayNumberOf(year, month + 1, 0) * 86_400_000).getUTCDate();
}

/** Two digits are a year of this century, unless that lies more than 30 years ahead. */
export function fullYear(year: number, today: number): number {
  if (year >= 100) return year;
  return 2000 + year > yearOf(today) + 30 ? 1900 + year : 2000 + year;
}

export function yearAndMonth(day: number): { year: number; month: number } {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

export function mondayOf(day: number): number {
  return day - weekday(day) + 1;
}

/** ISO 8601: week 1 is the one with 4 January in it. */
export function isoWeekMonday(year: number, week: number): number {
  return mondayOf(dayNumberOf(year, 1, 4)) + (week - 1) * 7;
}

export function weeksIn(year: number): number {
  return (isoWeekMonday(year + 1, 1) - isoWeekMonday(year, 1)) / 7;
}

export function monthSpan(year: number, month: number): Days {
  return { from: dayNumberOf(year, month, 1), to: dayNumberOf(year, month + 1, 0), said: "span" };
}

export function yearSpan(year: number): Days {
  return { from: dayNumberOf(year, 1, 1), to: dayNumberOf(year, 12, 31), said: "span" };
}

/** This week (Monday to Friday), month or year, or the one `step` further on. */
export function period(today: number, step: number, unit: Unit): Days {
  const { year, month } = yearAndMonth(today);
  if (unit === "month") return monthSpan(year, month + step);
  if (unit === "year") return yearSpan(year + step);
  const monday = mondayOf(today) + step * 7;
  return { from: monday, to: monday + 4, said: "span" };
}

/** Thirds, as people use them: the first ten days of a month, Monday and Tuesday, the first two months. */
export function partOf({ from, to }: Days, part: "start" | "middle" | "end", unit: Unit): Days {
  const [head, tail] = unit === "week" ? [2, 2] : unit === "month" ? [10, to - from - 19] : [59, 61];
  if (part === "start") return { from, to: from + head - 1, said: "span" };
  if (part === "end") return { from: to - tail + 1, to, said: "span" };
  return { from: from + head, to: to - tail, said: "span" };
}

/** Months end as in § 188 (3) BGB: a month from 31 January is the last of February. */
export function add(day: number, count: number, unit: Unit): number {
  if (unit === "day") return day + count;
  if (unit === "working-day") return dayNumber(addWorkingDays(localDate(day), count));
  if (unit === "week") return day + 7 * count;
  const { year, month } = yearAndMonth(day);
  const total = year * 12 + month - 1 + count * (unit === "year" ? 12 : 1);
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const dayOfMonth = new Date(day * 86_400_000).getUTCDate();
  return dayNumberOf(toYear, toMonth, Math.min(dayOfMonth, monthLength(toYear, toMonth)));
}
