import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { DateTime } from "luxon";
import {
  instantOf,
  isoWithOffset,
  isTimeZone,
  offsetAt,
  offsetSegments,
  wallClock,
} from "../../../casework/calendar/zone.js";

const zones = [
  "Europe/Berlin",
  "UTC",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "America/Santiago",
  "Pacific/Apia",
];
const from2000to2040 = { min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) };

describe("local time", () => {
  test("both clock changes of Berlin are found to the minute", () => {
    const iso = (instant: number) => new Date(instant).toISOString();
    const of = (year: number) =>
      offsetSegments("Europe/Berlin", Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)).map((s) => [
        iso(s.start),
        s.offset / 3_600_000,
      ]);
    expect(of(2026)).toEqual([
      ["2026-01-01T00:00:00.000Z", 1],
      ["2026-03-29T01:00:00.000Z", 2],
      ["2026-10-25T01:00:00.000Z", 1],
    ]);
    expect(of(2027)[1]).toEqual(["2027-03-28T01:00:00.000Z", 2]);
  });

  test("segments run on over New Year", () => {
    const segments = offsetSegments("Europe/Berlin", Date.UTC(2026, 11, 1), Date.UTC(2027, 1, 1));
    expect(segments).toHaveLength(1);
  });

  test("nine o'clock is nine o'clock on both sides of a clock change", () => {
    const at = (date: string) => new Date(instantOf("Europe/Berlin", date, 9 * 60)).toISOString();
    expect(at("2026-10-24")).toBe("2026-10-24T07:00:00.000Z");
    expect(at("2026-10-25")).toBe("2026-10-25T08:00:00.000Z");
    expect(at("2027-03-28")).toBe("2027-03-28T07:00:00.000Z");
  });

  test("a time that comes twice means the first, a skipped one is moved forward", () => {
    const shown = (zone: string, date: string, minute: number) => {
      const instant = instantOf(zone, date, minute);
      return isoWithOffset(instant, offsetAt(zone, instant));
    };
    expect(shown("Europe/Berlin", "2026-10-25", 150)).toBe("2026-10-25T02:30:00+02:00");
    expect(shown("Europe/Berlin", "2027-03-28", 150)).toBe("2027-03-28T03:30:00+02:00");
    expect(shown("America/Santiago", "2026-09-06", 0)).toBe("2026-09-06T01:00:00-03:00");
  });

  test("offset and wall clock equal luxon's at random instants", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer(from2000to2040), (zone, instant) => {
        const theirs = DateTime.fromMillis(instant, { zone });
        expect(offsetAt(zone, instant)).toBe(theirs.offset * 60_000);
        expect(wallClock(zone, instant)).toEqual({
          date: theirs.toISODate(),
          minuteOfDay: theirs.hour * 60 + theirs.minute,
        });
        expect(isoWithOffset(instant, offsetAt(zone, instant))).toBe(
          theirs.startOf("second").toISO({ suppressMilliseconds: true })?.replace("Z", "+00:00"),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("an instant comes back from its wall clock, but for the hour that comes twice", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer(from2000to2040), (zone, instant) => {
        const minute = Math.floor(instant / 60_000) * 60_000;
        const { date, minuteOfDay } = wallClock(zone, minute);
        const back = instantOf(zone, date, minuteOfDay);
        expect(wallClock(zone, back)).toEqual({ date, minuteOfDay });
        expect(back).toBeLessThanOrEqual(minute);
      }),
      { numRuns: 500 },
    );
  });

  test("a zone that does not exist is told apart", () => {
    expect(isTimeZone("Europe/Berlin")).toBe(true);
    expect(isTimeZone("Europe/Aachen")).toBe(false);
  });
});
