import type ICAL from "ical.js";
import type { LocalDate } from "../../casework/calendar/local-date.js";
import { instantOf, isTimeZone } from "../../casework/calendar/zone.js";

/** The instant of an iCalendar time in ms; `tzid` is the TZID of the property that it comes from. */
export type ZoneClock = (time: ICAL.Time, tzid: string | undefined) => number;

const minuteMs = 60_000;

/** Names that Outlook and Exchange give to zones instead of the IANA ones, as far as offices here may send them. */
const windowsZones: Readonly<Record<string, string>> = {
  "W. Europe Standard Time": "Europe/Berlin",
  "Romance Standard Time": "Europe/Paris",
  "Central Europe Standard Time": "Europe/Budapest",
  "Central European Standard Time": "Europe/Warsaw",
  "GMT Standard Time": "Europe/London",
  "E. Europe Standard Time": "Europe/Chisinau",
  "FLE Standard Time": "Europe/Kiev",
  "GTB Standard Time": "Europe/Bucharest",
  "Turkey Standard Time": "Europe/Istanbul",
  "Russian Standard Time": "Europe/Moscow",
  "Eastern Standard Time": "America/New_York",
  UTC: "UTC",
};

/**
 * A time means what the file's own VTIMEZONE says; where it has none, the zone that TZID names; days and times
 * without any zone are those of `ownZone`. An unknown TZID throws a RangeError: guessing could show busy as free.
 */
export function zoneClock(ownZone: string): ZoneClock {
  return (time, tzid) => {
    const zone = time.zone;
    const date = dateOf(time);
    if (time.isDate) return instantOf(ownZone, date, 0);
    if (zone?.tzid === "UTC" || (zone?.tzid !== undefined && zone.tzid !== "floating"))
      return time.toUnixTime() * 1000;
    const named = tzid === undefined ? ownZone : (windowsZones[tzid] ?? tzid);
    if (!isTimeZone(named)) throw new RangeError("unknown time zone");
    return instantOf(named, date, time.hour * 60 + time.minute) + time.second * 1000;
  };
}

/** The end of what begins at `start`: days are counted on the calendar, hours and minutes on the clock of physics. */
export function endAfter(
  start: ICAL.Time,
  duration: ICAL.Duration,
  tzid: string | undefined,
  clock: ZoneClock,
): number {
  const lastDay = start.clone();
  lastDay.adjust(duration.weeks * 7 + duration.days, 0, 0, 0);
  const rest = duration.hours * 60 * minuteMs + duration.minutes * minuteMs + duration.seconds * 1000;
  return clock(lastDay, tzid) + rest;
}

export function dateOf({ year, month, day }: ICAL.Time): LocalDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
