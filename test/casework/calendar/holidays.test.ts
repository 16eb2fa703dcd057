import { describe, expect, test } from "@jest/globals";
import {
  addWorkingDays,
  closedDaysBetween,
  daysWithoutConference,
  easterSunday,
  isBridgeDay,
  isWorkingDay,
  publicHolidayOn,
  publicHolidays,
} from "../../../casework/calendar/holidays.js";
import { localDate } from "../../../casework/calendar/local-date.js";
import { schoolHolidayOn, schoolHolidays } from "../../../casework/calendar/school-holidays.js";

describe("holidays in North Rhine-Westphalia", () => {
  test("Easter falls on the days that church and law publish, the two exceptions of the computus included", () => {
    const known: Record<number, string> = {
      1818: "1818-03-22",
      1943: "1943-04-25",
      1954: "1954-04-18",
      1981: "1981-04-19",
      2000: "2000-04-23",
      2008: "2008-03-23",
      2011: "2011-04-24",
      2019: "2019-04-21",
      2024: "2024-03-31",
      2025: "2025-04-20",
      2026: "2026-04-05",
      2027: "2027-03-28",
      2028: "2028-04-16",
      2038: "2038-04-25",
      2049: "2049-04-18",
      2076: "2076-04-19",
    };
    for (const [year, date] of Object.entries(known))
      expect(localDate(easterSunday(Number(year)))).toBe(date);
  });

  test("Easter equals the formula of Meeus for every year from 1583 to 4000", () => {
    const differing: number[] = [];
    for (let year = 1583; year <= 4000; year++) {
      if (localDate(easterSunday(year)) !== easterByMeeus(year)) differing.push(year);
    }
    expect(differing).toEqual([]);
  });

  test("a year has the eleven days of § 2 Feiertagsgesetz NW, in order", () => {
    expect(publicHolidays(2027)).toEqual([
      { date: "2027-01-01", name: "Neujahr" },
      { date: "2027-03-26", name: "Karfreitag" },
      { date: "2027-03-29", name: "Ostermontag" },
      { date: "2027-05-01", name: "Tag der Arbeit" },
      { date: "2027-05-06", name: "Christi Himmelfahrt" },
      { date: "2027-05-17", name: "Pfingstmontag" },
      { date: "2027-05-27", name: "Fronleichnam" },
      { date: "2027-10-03", name: "Tag der Deutschen Einheit" },
      { date: "2027-11-01", name: "Allerheiligen" },
      { date: "2027-12-25", name: "1. Weihnachtstag" },
      { date: "2027-12-26", name: "2. Weihnachtstag" },
    ]);
    expect(publicHolidayOn("2027-03-28")).toBeUndefined();
    expect(publicHolidayOn("2027-05-27")).toBe("Fronleichnam");
  });

  test("the Reformation was a holiday in 2017 and in no other year", () => {
    expect(publicHolidayOn("2017-10-31")).toBe("Reformationstag");
    expect(publicHolidayOn("2018-10-31")).toBeUndefined();
  });

  test("carnival and the two eves are no days for a conference", () => {
    expect(daysWithoutConference(2027).map(({ date }) => date)).toEqual([
      "2027-02-04",
      "2027-02-08",
      "2027-12-24",
      "2027-12-31",
    ]);
    expect(closedDaysBetween("2026-12-31", "2027-02-04")).toEqual(["2026-12-31", "2027-02-04"]);
  });

  test("a bridge day stands alone between days off", () => {
    expect(isBridgeDay("2027-05-07")).toBe(true);
    expect(isBridgeDay("2027-05-28")).toBe(true);
    expect(isBridgeDay("2017-10-30")).toBe(true);
    expect(isBridgeDay("2027-05-06")).toBe(false);
    expect(isBridgeDay("2027-05-05")).toBe(false);
    expect(isBridgeDay("2027-05-08")).toBe(false);
  });

  test("a lead time counts working days only", () => {
    expect(isWorkingDay("2026-12-25")).toBe(false);
    expect(addWorkingDays("2026-12-23", 5)).toBe("2026-12-31");
    expect(addWorkingDays("2027-03-25", 1)).toBe("2027-03-30");
    expect(addWorkingDays("2027-03-25", 0)).toBe("2027-03-25");
  });
});

describe("school holidays in North Rhine-Westphalia", () => {
  test("the first and the last day belong to them", () => {
    expect(schoolHolidayOn("2027-07-19")?.name).toBe("Sommerferien");
    expect(schoolHolidayOn("2027-08-31")?.name).toBe("Sommerferien");
    expect(schoolHolidayOn("2027-09-01")).toBeUndefined();
  });

  test("an operator's own list replaces the built-in one", () => {
    const own = [{ name: "Winterferien", from: "2030-02-01", to: "2030-02-05" }];
    expect(schoolHolidayOn("2030-02-03", own)?.name).toBe("Winterferien");
    expect(schoolHolidayOn("2027-07-19", own)).toBeUndefined();
  });

  test("the list is in order and nothing overlaps", () => {
    const edges = schoolHolidays.flatMap(({ from, to }) => [from, to]);
    expect(edges).toEqual([...edges].sort());
  });
});

/** Jean Meeus, Astronomical Algorithms, chapter 8: another way to the same date. */
function easterByMeeus(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  const month = String(Math.floor(n / 31)).padStart(2, "0");
  return `${year}-${month}-${String((n % 31) + 1).padStart(2, "0")}`;
}
