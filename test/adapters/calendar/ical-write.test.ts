import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import ICAL from "ical.js";
import { writeInvitation } from "../../../adapters/calendar/ical-write.js";
import { invitation } from "./invitations.js";
import { judgedByLibical } from "./libical.js";

function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const component = calendar.getFirstSubcomponent("vevent");
  if (!component) throw new Error("no VEVENT");
  return { calendar, component, event: new ICAL.Event(component) };
}

describe("an invitation", () => {
  test("is read by ical.js with all that RFC 5546 asks of a REQUEST", () => {
    const { calendar, component, event } = parsed(writeInvitation(invitation({ sequence: 2 })));
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(component.getFirstPropertyValue("method")).toBeNull();
    expect(event.uid).toBe("K-7F3Q9.1@kim.example.org");
    expect(event.sequence).toBe(2);
    expect(component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-10-26T08:15:30Z");
    expect(event.startDate.toJSDate().toISOString()).toBe("2026-11-09T08:00:00.000Z");
    expect(event.endDate.toJSDate().toISOString()).toBe("2026-11-09T09:00:00.000Z");
    expect(event.startDate.zone?.tzid).toBe("Europe/Berlin");
    expect(component.getFirstPropertyValue("class")).toBe("CONFIDENTIAL");
    expect(component.getFirstPropertyValue("organizer")).toBe("mailto:kim@example.org");
    const [attendee, ...others] = component.getAllProperties("attendee");
    expect(others).toEqual([]);
    expect(attendee?.toJSON()).toEqual([
      "attendee",
      {
        cn: "Jugendamt Eschweiler",
        cutype: "INDIVIDUAL",
        role: "REQ-PARTICIPANT",
        partstat: "NEEDS-ACTION",
        rsvp: "TRUE",
      },
      "cal-address",
      "mailto:jugendamt@example.org",
    ]);
  });

  test("keeps its UID when it is moved and cancelled, and says so", () => {
    const cancelled = parsed(writeInvitation(invitation({ method: "CANCEL", sequence: 2 })));
    expect(cancelled.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(cancelled.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(cancelled.event.uid).toBe(invitation().uid);
    expect(cancelled.component.getFirstProperty("attendee")?.getParameter("rsvp")).toBeUndefined();
  });

  test("names the right instant on every quarter of both clock-change days", () => {
    for (const midnight of ["2026-10-24T22:00:00Z", "2027-03-27T23:00:00Z"]) {
      for (let quarter = 0; quarter < 26 * 4; quarter++) {
        const start = Date.parse(midnight) + quarter * 900_000;
        const end = start + 3_600_000;
        const { event } = parsed(writeInvitation(invitation({ start, end })));
        expect(event.startDate.toJSDate().getTime()).toBe(start);
        expect(event.endDate.toJSDate().getTime()).toBe(end);
      }
    }
  });

  test("is in UTC for any other zone", () => {
    const text = writeInvitation(invitation({ timeZone: "America/New_York" }));
    expect(text).toContain("\r\nDTSTART:20261109T080000Z\r\n");
    expect(text).not.toContain("VTIMEZONE");
  });

  test("brings any text through ical.js unchanged, but for control characters and spellings of the line end", () => {
    const units = fc.oneof(
      fc.constantFrom(
        "\\",
        ";",
        ",",
        ":",
        '"',
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "ß",
        "Ä",
        "👩‍👧",
        "\u2028",
        "\u0007",
        "^n",
      ),
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("END:VEVENT", "\nATTENDEE:mailto:x@example.org", "BEGIN:VALARM", "x".repeat(200)),
    );
    const text = fc.array(units, { maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const written = writeInvitation(invitation({ summary, description }));
        const { event, component } = parsed(written);
        expect(event.summary).toBe(seen(summary));
        expect(event.description).toBe(seen(description));
        expect(component.getAllSubcomponents()).toEqual([]);
        expect(component.getAllProperties("attendee")).toHaveLength(1);
        for (const line of written.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(written.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        expect(Buffer.from(written).toString()).toBe(written);
      }),
      { numRuns: 500 },
    );
  });

  test("lets no name bring a parameter or a line of its own", () => {
    const name = 'Amt";ROLE=CHAIR:mailto:x@example.org\r\nATTENDEE:mailto:y@example.org';
    const { component } = parsed(
      writeInvitation(invitation({ attendee: { name, email: "a@example.org", role: "chair" } })),
    );
    const attendees = component.getAllProperties("attendee");
    expect(attendees).toHaveLength(1);
    expect(attendees[0]?.getParameter("role")).toBe("CHAIR");
    expect(attendees[0]?.getFirstValue()).toBe("mailto:a@example.org");
    expect(attendees[0]?.getParameter("cn")).toBe(
      "Amt';ROLE=CHAIR:mailto:x@example.org ATTENDEE:mailto:y@example.org",
    );
  });

  test.each([
    "",
    "a",
    "a@b@c",
    "a@example.org\nx",
    "a b@example.org",
    "a@example.org, b@example.org",
    "<a@example.org>",
  ])("is refused for the address “%s”", (email) => {
    expect(() => writeInvitation(invitation({ organizer: { name: "KIM", email } }))).toThrow(RangeError);
  });

  test("is refused for an instant that is none and for a negative sequence", () => {
    expect(() => writeInvitation(invitation({ start: Number.NaN }))).toThrow(RangeError);
    expect(() => writeInvitation(invitation({ sequence: -1 }))).toThrow(RangeError);
  });
});

describe("libical", () => {
  test("accepts every kind of message that we write", () => {
    for (const method of ["REQUEST", "CANCEL"] as const) {
      for (const timeZone of ["Europe/Berlin", "UTC"]) {
        const description = `a, b; c \\ ${"ü".repeat(90)}\nEnde`;
        const verdict = judgedByLibical(
          writeInvitation(invitation({ method, timeZone, description, sequence: 3 })),
        );
        expect(verdict).toMatchObject({ errors: 0, restrictions: true });
      }
    }
  });

  test("would refuse a message that lacks what RFC 5546 asks for", () => {
    for (const lost of ["UID", "ORGANIZER", "DTSTAMP"]) {
      const lines = writeInvitation(invitation()).split("\r\n");
      const without = lines.filter((line) => !line.startsWith(lost)).join("\r\n");
      expect(judgedByLibical(without).restrictions).toBe(false);
    }
  });
});

function seen(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}\p{Cs}]/gu, (character) => (character === "\n" || character === "\t" ? character : ""));
}
