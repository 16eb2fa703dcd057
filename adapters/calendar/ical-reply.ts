import ICAL from "ical.js";

/** RFC 5545 3.2.12, for events. */
export type Participation = "accepted" | "declined" | "tentative" | "delegated" | "needs-action";

/** What a participant's calendar answered. Not proven: the caller compares UID, sender, sequence and stamp. */
export type Reply = {
  readonly uid: string;
  /** Mail address in lower case. */
  readonly attendee: string;
  readonly participation: Participation;
  /** Mail address of whom they send instead, in lower case. */
  readonly delegatedTo?: string;
  /** The SEQUENCE that they answer to; 0 where it is missing. */
  readonly sequence: number;
  /** When they answered, ms since the epoch. */
  readonly stampedAt: number;
};

const largest = 256 * 1024;
const participations: readonly Participation[] = [
  "accepted",
  "declined",
  "tentative",
  "delegated",
  "needs-action",
];

/**
 * Reads an iTIP REPLY (RFC 5546 3.2.3). Undefined for anything else: another method, no calendar at all, a reply
 * without UID, DTSTAMP or answer, or for more than one attendee. Comments are not read: they may hold case content.
 */
export function readReply(text: string): Reply | undefined {
  if (text.length > largest) return undefined;
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    if (calendar.name !== "vcalendar" || textOf(calendar, "method").toUpperCase() !== "REPLY")
      return undefined;
    const event = calendar.getFirstSubcomponent("vevent");
    return event ? replyIn(event) : undefined;
  } catch {
    return undefined;
  }
}

function replyIn(event: ICAL.Component): Reply | undefined {
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
