import { dayNumber, dayNumberOf, type LocalDate, localDate, weekday, yearOf } from "./local-date.js";

export type NamedDay = { readonly date: LocalDate; readonly name: string };

/**
 * Easter Sunday of the Gregorian calendar, as a day number: the golden number gives the ecclesiastical full moon,
 * Easter is the Sunday after it (Clavius' computus of 1582).
 */
export function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  // Leap days that the Gregorian reform dropped, and the moon's own correction, both per century.
  const solar = century - Math.floor(century / 4);
  const lunar = Math.floor((8 * century + 13) / 25);
  let epact = (solar - lunar + 19 * golden + 15) % 30;
  // No full moon on 19 April, and on 18 April only in the first half of the cycle.
  if (epact === 29 || (epact === 28 && golden > 10)) epact -= 1;
  const fullMoon = dayNumberOf(year, 3, 21) + epact;
  return fullMoon + (7 - (weekday(fullMoon) % 7));
}

const afterEaster: readonly (readonly [number, string])[] = [
  [-2, "Karfreitag"],
  [1, "Ostermontag"],
  [39, "Christi Himmelfahrt"],
  [50, "Pfingstmontag"],
  [60, "Fronleichnam"],
];

const fixed: readonly (readonly [number, number, string])[] = [
  [1, 1, "Neujahr"],
  [5, 1, "Tag der Arbeit"],
  [10, 3, "Tag der Deutschen Einheit"],
  [11, 1, "Allerheiligen"],
  [12, 25, "1. Weihnachtstag"],
  [12, 26, "2. Weihnachtstag"],
];

/**
 * Public holidays of North Rhine-Westphalia, in order: § 2 (1) Feiertagsgesetz NW as in force since 1995.
 * Easter Sunday and Whit Sunday are none there. 31 October 2017 was one, once (500 years of the Reformation).
 */
export function publicHolidays(year: number): readonly NamedDay[] {
  const easter = easterSunday(year);
  const days = [
    ...fixed.map(([month, day, name]) => ({ date: localDate(dayNumberOf(year, month, day)), name })),
    ...afterEaster.map(([offset, name]) => ({ date: localDate(easter + offset), name })),
  ];
  if (year === 2017) days.push({ date: "2017-10-31", name: "Reformationstag" });
  return days.sort(byDate);
}

/**
 * Days on which nobody in the Rhineland comes to a conference although they are no holidays: Weiberfastnacht
 * (Thursday before Ash Wednesday), Rosenmontag, 24 and 31 December. Callers pass them as `closedDays`.
 */
export function daysWithoutConference(year: number): readonly NamedDay[] {
  const easter = easterSunday(year);
  return [
    { date: localDate(easter - 52), name: "Weiberfastnacht" },
    { date: localDate(easter - 48), name: "Rosenmontag" },
    { date: localDate(dayNumberOf(year, 12, 24)), name: "Heiligabend" },
    { date: localDate(dayNumberOf(year, 12, 31)), name: "Silvester" },
  ];
}

/** `daysWithoutConference` of all years between two days, both inclusive, as dates in order. */
export function closedDaysBetween(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  for (let year = yearOf(dayNumber(from)); year <= yearOf(dayNumber(to)); year++) {
    for (const { date } of daysWithoutConference(year)) if (date >= from && date <= to) dates.push(date);
  }
  return dates;
}

/** The holiday on this day, if it is one. */
export function publicHolidayOn(date: LocalDate): string | undefined {
  return holidaysOf(yearOf(dayNumber(date))).get(date);
}

/** A working day (Monday to Friday) that stands alone between days off: many take it as leave. */
export function isBridgeDay(date: LocalDate): boolean {
  const day = dayNumber(date);
  return !isDayOff(day) && isDayOff(day - 1) && isDayOff(day + 1);
}

/** Monday to Friday and no public holiday. */
export function isWorkingDay(date: LocalDate): boolean {
  return !isDayOff(dayNumber(date));
}

/** The `count`-th working day after `date`; `date` itself is not counted. For lead times. */
export function addWorkingDays(date: LocalDate, count: number): LocalDate {
  let day = dayNumber(date);
  for (let left = count; left > 0; ) {
    day += 1;
    if (!isDayOff(day)) left -= 1;
  }
  return localDate(day);
}

/** The `count`-th working day before `date`; `date` itself is not counted. For reminders. */
export function workingDaysBefore(date: LocalDate, count: number): LocalDate {
  let day = dayNumber(date);
  for (let left = count; left > 0; ) {
    day -= 1;
    if (!isDayOff(day)) left -= 1;
  }
  return localDate(day);
}

function isDayOff(day: number): boolean {
  return weekday(day) > 5 || holidaysOf(yearOf(day)).has(localDate(day));
}

const known = new Map<number, ReadonlyMap<LocalDate, string>>();

function holidaysOf(year: number): ReadonlyMap<LocalDate, string> {
  let days = known.get(year);
  if (!days) {
    days = new Map(publicHolidays(year).map(({ date, name }) => [date, name]));
    known.set(year, days);
  }
  return days;
}

function byDate(a: NamedDay, b: NamedDay): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}
