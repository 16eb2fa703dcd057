import vm from "node:vm";
import ICAL from "ical.js";
import type { Busy } from "../../casework/conference/busy.js";
import { mergedSpans } from "./busy-spans.js";
import { eventSpans } from "./ical-events.js";
import { zoneClock } from "./ical-time.js";

export type IcsBusy =
  /** `unread` entries could not be understood: whoever shows this says that more may be taken. */
  | { readonly kind: "read"; readonly busy: readonly Busy[]; readonly unread: number }
  /** Nothing is known: never to be taken for free. */
  | { readonly kind: "unreadable"; readonly reason: "not-a-calendar" | "too-large" | "too-slow" };

const largest = 20 * 1024 * 1024;
const deadlineMs = 2_000;

/**
 * When a calendar feed (RFC 5545, VEVENT and VFREEBUSY) is taken between two instants in ms: series with their
 * exceptions, moved and cancelled dates, time zones. Merged and in order, clipped to [from, to). Texts are not kept.
 * Events marked as free or cancelled take no time, tentative ones do. Dates and floating times are read in `zone`.
 */
export function busyFromIcs(text: string, from: number, to: number, zone = "Europe/Berlin"): IcsBusy {
  if (text.length > largest) return { kind: "unreadable", reason: "too-large" };
  const read = (): IcsBusy => {
    let calendars: ICAL.Component[];
    try {
      calendars = calendarsIn(text);
    } catch {
      return { kind: "unreadable", reason: "not-a-calendar" };
    }
    const clock = zoneClock(zone);
    const found = calendars.map((calendar) => eventSpans(calendar, { from, to, clock }));
    return {
      kind: "read",
      busy: mergedSpans(
        found.flatMap(({ spans }) => spans),
        from,
        to,
      ),
      unread: found.reduce((sum, { unread }) => sum + unread, 0),
    };
  };
  return beforeDeadline(read) ?? { kind: "unreadable", reason: "too-slow" };
}

/** A file may hold several calendars one after another. */
function calendarsIn(text: string): ICAL.Component[] {
  const parsed: unknown = ICAL.parse(text);
  if (!Array.isArray(parsed)) throw new Error("no calendar");
  const single = typeof parsed[0] === "string";
  const calendars = (single ? [parsed] : parsed).map((each) => new ICAL.Component(each));
  if (calendars.length === 0 || calendars.some(({ name }) => name !== "vcalendar"))
    throw new Error("no calendar");
  return calendars;
}

/**
 * ical.js searches for ever after a rule that no day fulfils (`FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30`). V8 ends
 * whatever runs inside a script once its time is over, our own functions included; nothing of it is used then.
 */
function beforeDeadline<T>(work: () => T): T | undefined {
  try {
    return vm.runInNewContext("work()", { work }, { timeout: deadlineMs });
  } catch (error) {
    if (isTimeout(error)) return undefined;
    throw error;
  }
}

/** By its code: the error may come from another realm, whose Error is not ours. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}
