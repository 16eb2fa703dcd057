import ICAL from "ical.js";
import type { CalendarAnswer, Participation } from "../../bot/mailbox/incoming-mail.js";

const largest = 256 * 1024;
const participations: readonly Participation[] = [
  "accepted",
  "declined",
  "tentative",
  "delegated",
  "needs-action",
];

/**
 * Reads an iTIP REPLY (RFC 5546 3.2.3), or a COUNTER, which asks for another date (3.2.7). Undefined for anything
 * else: another method, no calendar at all, a reply without UID, DTSTAMP or answer, or for more than one attendee.
 * Comments are not read: they may hold case content.
 */
export function readReply(text: string): CalendarAnswer | undefined {
  if (text.length > largest) return undefined;
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const method = textOf(calendar, "method").toUpperCase();
    if (calendar.name !== "vcalendar" || (method !== "REPLY" && method !== "COUNTER")) return undefined;
    const event = calendar.getFirstSubcomponent("vevent");
    const answer = event ? replyIn(event) : undefined;
    return answer && method === "COUNTER" ? { ...answer, participation: "proposed" } : answer;
  } catch {
    return undefined;
  }
}

function replyIn(event: ICAL.Component): CalendarAnswer | undefined {
  const [property, ...others] = event.getAllProperties("attendee");
  if (!property || others.length > 0) return undefined;
  const uid = textOf(event, "uid");
  const attendee = mailAddress(property.getFirstValue());
  const answer = String(property.getParameter("partstat") ?? "").toLowerCase();
  const participation = participations.find((each) => each === answer);
  const dtstamp = event.getFirstPropertyValue("dtstamp");
  const sequence = event.getFirstPropertyValue("sequence") ?? 0;
  if (uid === "" || attendee === undefined || participation === undefined) return undefined;
  if (!(dtstamp instanceof ICAL.Time) || typeof sequence !== "number" || !(sequence >= 0)) return undefined;
  const delegatedTo = mailAddress(property.getParameter("delegated-to"));
  return {
    uid,
    attendee,
    participation,
    ...(delegatedTo === undefined ? {} : { delegatedTo }),
    sequence,
    stampedAt: dtstamp.toUnixTime() * 1000,
  };
}

function mailAddress(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" ? /^mailto:(\S+@\S+)$/i.exec(first.trim())?.[1]?.toLowerCase() : undefined;
}

function textOf(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? "");
}
