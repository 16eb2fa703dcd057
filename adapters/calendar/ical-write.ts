import type { Invitation } from "../../bot/outbox/mailer.js";
import { wallClock } from "../../casework/calendar/zone.js";
import { foldedLines, mailto, quotedParameter, textValue } from "./ical-line.js";

/**
 * One scheduling message to one attendee (RFC 5546), as iMIP carries it (RFC 6047): the others stand in messages of
 * their own, so nobody reads who else is invited. What the texts may say is the caller's duty: no word about a
 * client. Throws a RangeError for an address that is none, or a sequence or instant that is no whole number.
 */
export function writeInvitation(invitation: Invitation): string {
  const { method, uid, sequence, stampedAt, start, end, summary, description, location } = invitation;
  const { organizer, attendee } = invitation;
  if (![sequence, stampedAt, start, end].every(Number.isSafeInteger) || sequence < 0) {
    throw new RangeError("sequence and instants are whole numbers, sequence from 0");
  }
  const inBerlin = invitation.timeZone === berlin && isUnambiguous(start) && isUnambiguous(end);
  const time = inBerlin ? berlinTime : utcTime;
  const expected = method === "REQUEST" ? ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE" : "";
  return foldedLines([
    "BEGIN:VCALENDAR",
    "PRODID:-//KIM-Assistent//Konferenzen//DE",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...(inBerlin ? berlinRules : []),
    "BEGIN:VEVENT",
    `UID:${textValue(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(stampedAt)}`,
    `DTSTART${time(start)}`,
    `DTEND${time(end)}`,
    `SUMMARY:${textValue(summary)}`,
    `DESCRIPTION:${textValue(description)}`,
    ...(location ? [`LOCATION:${textValue(location)}`] : []),
    "CLASS:CONFIDENTIAL",
    `STATUS:${method === "REQUEST" ? "CONFIRMED" : "CANCELLED"}`,
    "TRANSP:OPAQUE",
    `ORGANIZER;CN=${quotedParameter(organizer.name)}:${mailto(organizer.email)}`,
    `ATTENDEE;CN=${quotedParameter(attendee.name)};CUTYPE=INDIVIDUAL;ROLE=${roles[attendee.role]}${expected}:${mailto(attendee.email)}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ]);
}

const roles = { chair: "CHAIR", required: "REQ-PARTICIPANT", optional: "OPT-PARTICIPANT" };

const berlin = "Europe/Berlin";

/** Summer time by Directive 2000/84/EC: last Sunday of March to last Sunday of October, each at 01:00 UTC. */
const berlinRules = [
  "BEGIN:VTIMEZONE",
  `TZID:${berlin}`,
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:19810329T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

/**
 * In autumn an hour comes twice. RFC 5545 3.3.5 takes its local form for the first run, but readers differ
 * (ical.js takes the second), so an event that begins or ends in it is written in UTC.
 */
function isUnambiguous(ms: number): boolean {
  const { minuteOfDay } = wallClock(berlin, ms);
  return [ms - hourMs, ms + hourMs].every((other) => wallClock(berlin, other).minuteOfDay !== minuteOfDay);
}

const hourMs = 3_600_000;

function berlinTime(ms: number): string {
  const { date, minuteOfDay } = wallClock(berlin, ms);
  const clock = [Math.floor(minuteOfDay / 60), minuteOfDay % 60, Math.floor(ms / 1000) % 60];
  return `;TZID=${berlin}:${date.replaceAll("-", "")}T${clock.map((part) => String(part).padStart(2, "0")).join("")}`;
}

function utcTime(ms: number): string {
  return `:${utc(ms)}`;
}

function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
