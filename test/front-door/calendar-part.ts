import ICAL from "ical.js";
import type { ParsedMail } from "mailparser";

/** What the calendar part of a message says. */
export function calendarOf(mail: ParsedMail) {
  const part = mail.attachments.find((one) => one.contentType.startsWith("text/calendar"));
  const component = new ICAL.Component(ICAL.parse(String(part?.content)));
  const event = component.getFirstSubcomponent("vevent");
  return {
    method: String(component.getFirstPropertyValue("method")),
    uid: String(event?.getFirstPropertyValue("uid")),
    sequence: Number(event?.getFirstPropertyValue("sequence")),
    start: String(event?.getFirstPropertyValue("dtstart")),
    attendee: String(event?.getFirstPropertyValue("attendee")).replace(/^mailto:/, ""),
  };
}
