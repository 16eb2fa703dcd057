import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { DateTime } from "luxon";
import { busyFromIcs } from "../../../adapters/calendar/ical-busy.js";
import { cpuTimeOf } from "../../apart/cpu-time.js";

const from = Date.parse("2026-10-19T00:00:00+02:00");
const to = Date.parse("2026-11-16T00:00:00+01:00");

/** Busy spans as local text, e.g. `10-26 09:00–10:00`; the zone of Berlin. */
function busy(...lines: string[]): readonly string[] {
  const read = busyFromIcs(calendar(...lines), from, to);
  if (read.kind !== "read") return [read.reason];
  const at = (ms: number) => DateTime.fromMillis(ms, { zone: "Europe/Berlin" });
  return [
    ...read.busy.map(({ start, end }) => {
      const sameDay = at(start).hasSame(at(end), "day");
      return `${at(start).toFormat("MM-dd HH:mm")}–${at(end).toFormat(sameDay ? "HH:mm" : "MM-dd HH:mm")}`;
    }),
    ...(read.unread > 0 ? [`${read.unread} unread`] : []),
  ];
}

function calendar(...lines: string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//DE", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

function event(...lines: string[]): string {
  return ["BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20261001T000000Z", ...lines, "END:VEVENT"].join(
    "\r\n",
  );
}

describe("a calendar feed", () => {
  test("takes the hours of its appointments, in whatever zone they are written", () => {
    expect(
      busy(
        event("DTSTART:20261026T080000Z", "DTEND:20261026T090000Z"),
        event("DTSTART;TZID=Europe/Berlin:20261027T090000", "DURATION:PT90M"),
        event("DTSTART;TZID=America/New_York:20261028T090000", "DTEND;TZID=America/New_York:20261028T100000"),
        event("DTSTART:20261029T090000", "DTEND:20261029T100000"),
        event("DTSTART;TZID=W. Europe Standard Time:20261030T090000", "DURATION:PT1H"),
      ),
    ).toEqual([
      "10-26 09:00–10:00",
      "10-27 09:00–10:30",
      "10-28 14:00–15:00",
      "10-29 09:00–10:00",
      "10-30 09:00–10:00",
    ]);
  });

  test("goes by its own VTIMEZONE where it brings one", () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Dienststelle",
      "BEGIN:STANDARD",
      "DTSTART:16010101T000000",
      "TZOFFSETFROM:+0300",
      "TZOFFSETTO:+0300",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    const start = "DTSTART;TZID=Dienststelle:20261026T110000";
    expect(busy(...zone, event(start, "DURATION:PT1H"))).toEqual(["10-26 09:00–10:00"]);
    expect(busy(event(start, "DURATION:PT1H"))).toEqual(["1 unread"]);
  });

  test("takes whole days from midnight to midnight, over the clock change too", () => {
    expect(
      busy(
        event("DTSTART;VALUE=DATE:20261024", "DTEND;VALUE=DATE:20261026"),
        event("DTSTART;VALUE=DATE:20261102"),
        event("DTSTART;VALUE=DATE:20261104", "DURATION:P2D"),
      ),
    ).toEqual(["10-24 00:00–10-26 00:00", "11-02 00:00–11-03 00:00", "11-04 00:00–11-06 00:00"]);
  });

  test("repeats by the wall clock, without what is excluded, moved or cancelled", () => {
    expect(
      busy(
        event(
          "DTSTART;TZID=Europe/Berlin:20250106T090000",
          "DTEND;TZID=Europe/Berlin:20250106T100000",
          "RRULE:FREQ=WEEKLY;BYDAY=MO,WE",
          "EXDATE;TZID=Europe/Berlin:20250108T090000,20250113T090000",
          "EXDATE:20261021T070000Z",
          "EXDATE;VALUE=DATE:20261104",
          "RDATE;TZID=Europe/Berlin:20261030T130000",
        ),
        event(
          "RECURRENCE-ID;TZID=Europe/Berlin:20261026T090000",
          "DTSTART:20261027T120000Z",
          "DURATION:PT30M",
        ),
        event(
          "RECURRENCE-ID:20261028T080000Z",
          "STATUS:CANCELLED",
          "DTSTART:20261028T080000Z",
          "DURATION:PT1H",
        ),
      ),
    ).toEqual([
      "10-19 09:00–10:00",
      "10-27 13:00–13:30",
      "10-30 13:00–14:00",
      "11-02 09:00–10:00",
      "11-09 09:00–10:00",
      "11-11 09:00–10:00",
    ]);
  });

  test("keeps the end of a repeated night shift and of counted series", () => {
    expect(
      busy(
        event("DTSTART;TZID=Europe/Berlin:20261023T220000", "DURATION:PT8H", "RRULE:FREQ=DAILY;COUNT=3"),
        event(
          "DTSTART:20261109T080000Z",
          "DTEND:20261109T090000Z",
          "RRULE:FREQ=DAILY;UNTIL=20261110T080000Z",
        ),
      ),
    ).toEqual([
      "10-23 22:00–10-24 06:00",
      "10-24 22:00–10-25 05:00",
      "10-25 22:00–10-26 06:00",
      "11-09 09:00–10:00",
      "11-10 09:00–10:00",
    ]);
  });

  test("takes no time for what is free or cancelled, and time for what is tentative", () => {
    const at = ["DTSTART:20261026T080000Z", "DTEND:20261026T090000Z"];
    expect(busy(event(...at, "TRANSP:TRANSPARENT"))).toEqual([]);
    expect(busy(event(...at, "STATUS:CANCELLED"))).toEqual([]);
    expect(busy(event(...at, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"))).toEqual([]);
    expect(busy(event(...at, "STATUS:TENTATIVE"))).toEqual(["10-26 09:00–10:00"]);
    expect(busy(event("DTSTART:20261026T080000Z"))).toEqual([]);
  });

  test("may be free/busy times alone", () => {
    const freeBusy = [
      "BEGIN:VFREEBUSY",
      "FREEBUSY:20261026T080000Z/20261026T090000Z,20261026T090000Z/PT30M",
      "FREEBUSY;FBTYPE=FREE:20261027T080000Z/20261027T090000Z",
      "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261028T080000Z/PT1H",
      "END:VFREEBUSY",
    ];
    expect(busy(...freeBusy)).toEqual(["10-26 09:00–10:30", "10-28 09:00–10:00"]);
  });

  test("may be several calendars in one file", () => {
    const one = calendar(event("DTSTART:20261026T080000Z", "DURATION:PT1H"));
    const two = calendar(event("DTSTART:20261027T080000Z", "DURATION:PT1H"));
    expect(busyFromIcs(one + two, from, to)).toMatchObject({ kind: "read", busy: { length: 2 }, unread: 0 });
  });

  test("is clipped to the window, with what overlaps joined", () => {
    const day = Date.parse("2026-10-26T09:00:00+01:00");
    const text = calendar(
      event("DTSTART:20261026T070000Z", "DURATION:PT90M"),
      event("DTSTART:20261026T081500Z", "DURATION:PT30M"),
      event("DTSTART:20261026T093000Z", "DURATION:PT3H"),
    );
    const hour = 3_600_000;
    expect(busyFromIcs(text, day, day + 2 * hour)).toEqual({
      kind: "read",
      busy: [
        { start: day, end: day + 0.75 * hour },
        { start: day + 1.5 * hour, end: day + 2 * hour },
      ],
      unread: 0,
    });
  });

  test("counts what it cannot read instead of calling it free", () => {
    expect(busy(event("DTEND:20261026T090000Z"), event("DTSTART:20261027T080000Z", "DURATION:PT1H"))).toEqual(
      ["10-27 09:00–10:00", "1 unread"],
    );
    expect(busy(event("DTSTART:20261026T090000Z", "DTEND:20261026T080000Z"))).toEqual(["1 unread"]);
  });

  test.each([
    "",
    "<!doctype html><title>Anmeldung</title>",
    "BEGIN:VCALENDAR",
    "BEGIN:VCARD\r\nEND:VCARD\r\n",
  ])("that is no calendar is unknown, not free: %j", (text) => {
    expect(busyFromIcs(text, from, to)).toEqual({ kind: "unreadable", reason: "not-a-calendar" });
  });

  test("with a rule that no day fulfils does not hang", () => {
    const never = event(
      "DTSTART:20261026T080000Z",
      "DURATION:PT1H",
      "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    );
    expect(cpuTimeOf(() => expect(busy(never)).toEqual(["too-slow"]))).toBeLessThan(5_000);
  });

  test("repeats weekly as luxon would, in any zone and over any clock change", () => {
    const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC", "Asia/Kathmandu"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 3 }),
        (zone, hour, daysBefore, interval) => {
          const first = DateTime.fromMillis(from, { zone })
            .minus({ days: daysBefore })
            .set({ hour, minute: 0 });
          const expected: { start: number; end: number }[] = [];
          for (let i = 0; ; i++) {
            const start = first.plus({ weeks: i * interval }).toMillis();
            if (start >= to) break;
            if (start + 1_800_000 > from) expected.push({ start, end: start + 1_800_000 });
          }
          const text = calendar(
            event(
              `DTSTART;TZID=${zone}:${first.toFormat("yyyyMMdd'T'HHmmss")}`,
              "DURATION:PT30M",
              `RRULE:FREQ=WEEKLY;INTERVAL=${interval}`,
            ),
          );
          // Ours skips an ambiguous or missing hour as RFC 5545 says; luxon may choose otherwise on that one day.
          const read = busyFromIcs(text, from, to);
          const starts = read.kind === "read" ? read.busy.map(({ start }) => start) : [];
          const clear = ({ start }: { start: number }) => {
            const local = DateTime.fromMillis(start, { zone });
            return local.hour > 3 && local.hour === hour;
          };
          expect(starts.filter((start) => clear({ start }))).toEqual(
            expected.filter(clear).map(({ start }) => Math.max(start, from)),
          );
        },
      ),
    );
  });
});
