import ICAL from "ical.js";
import { dayNumber } from "../../casework/calendar/local-date.js";
import type { Busy } from "../../casework/conference/busy.js";
import { dateOf, endAfter, type ZoneClock } from "./ical-time.js";

type Window = { readonly from: number; readonly to: number; readonly clock: ZoneClock };

/** What a calendar takes of a window, not merged, and how many of its entries could not be read. */
export function eventSpans(
  calendar: ICAL.Component,
  window: Window,
): { readonly spans: readonly Busy[]; readonly unread: number } {
  const spans: Busy[] = [];
  let unread = 0;
  const read = (work: () => readonly Busy[]) => {
    try {
      spans.push(...work());
    } catch {
      unread += 1;
    }
  };
  const events = calendar.getAllSubcomponents("vevent");
  const replaced = replacedDates(events, window.clock);
  for (const event of events) {
    read(() => (takesTime(event) ? occurrences(event, replaced, window) : []));
  }
  for (const freeBusy of calendar.getAllSubcomponents("vfreebusy")) {
    read(() => freeBusySpans(freeBusy, window.clock));
  }
  return { spans, unread };
}

function takesTime(event: ICAL.Component): boolean {
  if (upper(event, "status") === "CANCELLED" || upper(event, "transp") === "TRANSPARENT") return false;
  return upper(event, "x-microsoft-cdo-busystatus") !== "FREE";
}

/** The dates of a series that another event of the file stands in for, by UID. */
type Replaced = ReadonlyMap<string, ReadonlySet<number>>;

function replacedDates(events: readonly ICAL.Component[], clock: ZoneClock): Replaced {
  const replaced = new Map<string, Set<number>>();
  for (const event of events) {
    const property = event.getFirstProperty("recurrence-id");
    const time = property && timesOf(property)[0];
    if (!time) continue;
    const uid = String(event.getFirstPropertyValue("uid"));
    const dates = replaced.get(uid) ?? new Set();
    try {
      dates.add(clock(time, tzidOf(property)));
    } catch {
      // The date stays in its series and counts as busy; the event itself is counted as unread.
    }
    replaced.set(uid, dates);
  }
  return replaced;
}

function occurrences(
  event: ICAL.Component,
  replaced: Replaced,
  { from, to, clock }: Window,
): readonly Busy[] {
  const property = event.getFirstProperty("dtstart");
  const first = property && timesOf(property)[0];
  if (!first) throw new Error("an event without a start");
  const tzid = tzidOf(property);
  const endOf = ends(event, first, tzid, clock);
  const single = event.hasProperty("recurrence-id");
  if (single && event.getFirstProperty("recurrence-id")?.getParameter("range")) {
    throw new Error("moves all later dates of a series");
  }

  const excluded = new Set(single ? [] : replaced.get(String(event.getFirstPropertyValue("uid"))));
  const excludedDays = new Set<string>();
  for (const exdate of event.getAllProperties("exdate")) {
    for (const time of timesOf(exdate)) {
      if (time.isDate) excludedDays.add(dateOf(time));
      else excluded.add(clock(time, tzidOf(exdate)));
    }
  }

  const spans = new Map<number, Busy>();
  const add = (time: ICAL.Time, of: string | undefined, end?: number) => {
    const start = clock(time, of);
    const span = { start, end: end ?? endOf(time, of) };
    const gone = excluded.has(start) || excludedDays.has(dateOf(time));
    if (!gone && span.start < to && span.end > from) spans.set(start, span);
    return start;
  };
  add(first, tzid);
  if (single) return [...spans.values()];

  for (const rule of event.getAllProperties("rrule")) {
    const recur = rule.getFirstValue();
    if (!(recur instanceof ICAL.Recur)) throw new Error("an unreadable rule");
    const dates = recur.iterator(first);
    for (let time = dates.next(); time; time = dates.next()) {
      // The iterator goes on using its object.
      if (add(time.clone(), tzid) >= to) break;
    }
  }
  for (const rdate of event.getAllProperties("rdate")) {
    for (const value of rdate.getValues()) {
      if (value instanceof ICAL.Time) add(value, tzidOf(rdate));
      else if (value instanceof ICAL.Period)
        add(value.start, tzidOf(rdate), periodEnd(value, tzidOf(rdate), clock));
      else throw new Error("an unreadable date");
    }
  }
  return [...spans.values()];
}

/** When an occurrence ends, from DTEND, DURATION or neither (RFC 5545 3.6.1: a day lasts a day, an instant nothing). */
function ends(
  event: ICAL.Component,
  first: ICAL.Time,
  tzid: string | undefined,
  clock: ZoneClock,
): (start: ICAL.Time, tzid: string | undefined) => number {
  const dtend = event.getFirstProperty("dtend");
  const last = dtend && timesOf(dtend)[0];
  const duration = event.getFirstPropertyValue("duration");
  if (first.isDate || duration instanceof ICAL.Duration) {
    const length =
      duration instanceof ICAL.Duration
        ? duration
        : ICAL.Duration.fromData({ days: last ? Math.max(daysBetween(first, last), 1) : 1 });
    return (start, of) => endAfter(start, length, of, clock);
  }
  const length = last ? clock(last, tzidOf(dtend)) - clock(first, tzid) : 0;
  if (length < 0) throw new Error("ends before it begins");
  return (start, of) => clock(start, of) + length;
}

function freeBusySpans(component: ICAL.Component, clock: ZoneClock): readonly Busy[] {
  return component.getAllProperties("freebusy").flatMap((property) => {
    if (String(property.getParameter("fbtype") ?? "BUSY").toUpperCase() === "FREE") return [];
    return property.getValues().map((value) => {
      if (!(value instanceof ICAL.Period)) throw new Error("an unreadable period");
      return { start: clock(value.start, undefined), end: periodEnd(value, undefined, clock) };
    });
  });
}

function periodEnd(
  { start, end, duration }: ICAL.Period,
  tzid: string | undefined,
  clock: ZoneClock,
): number {
  if (duration) return endAfter(start, duration, tzid, clock);
  return clock(end, tzid);
}

function timesOf(property: ICAL.Property): ICAL.Time[] {
  return property.getValues().map((value: unknown) => {
    if (!(value instanceof ICAL.Time)) throw new Error("an unreadable time");
    return value;
  });
}

function tzidOf(property: ICAL.Property | null | undefined): string | undefined {
  const tzid = property?.getParameter("tzid");
  return typeof tzid === "string" ? tzid : undefined;
}

function daysBetween(first: ICAL.Time, last: ICAL.Time): number {
  return dayNumber(dateOf(last)) - dayNumber(dateOf(first));
}

function upper(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? "").toUpperCase();
}
