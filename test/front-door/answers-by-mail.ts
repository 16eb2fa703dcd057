import ICAL from "ical.js";
import type { ParsedMail } from "mailparser";

export function calendarTextOf({ attachments }: ParsedMail): string {
  const part = attachments.find(({ contentType }) => contentType.startsWith("text/calendar"));
  return String(part?.content ?? "");
}

/** The event that an invitation carries. */
export function eventIn(mail: ParsedMail): ICAL.Component {
  const event = new ICAL.Component(ICAL.parse(calendarTextOf(mail))).getFirstSubcomponent("vevent");
  if (!event) throw new Error("no event in this mail");
  return event;
}

export type AnswerOptions = {
  readonly from: string;
  readonly partstat?: string;
  readonly attendee?: string;
  readonly sequence?: number;
  readonly stamp?: Date;
  readonly method?: "REPLY" | "COUNTER";
  readonly uid?: string;
  readonly headers?: readonly string[];
};

let counter = 0;

/** What a calendar program mails back when somebody presses a button in an invitation. */
export function answerTo(invitation: ParsedMail, options: AnswerOptions): Buffer {
  const event = eventIn(invitation);
  const { from, partstat = "ACCEPTED", attendee = from, method = "REPLY", headers = [] } = options;
  const stamp = (options.stamp ?? new Date()).toISOString().replace(/[-:]|\.\d+/g, "");
  const calendar = [
    "BEGIN:VCALENDAR",
    "PRODID:-//test//DE",
    "VERSION:2.0",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `UID:${options.uid ?? String(event.getFirstPropertyValue("uid"))}`,
    `SEQUENCE:${options.sequence ?? Number(event.getFirstPropertyValue("sequence"))}`,
    `DTSTAMP:${stamp}`,
    `ATTENDEE;PARTSTAT=${partstat}:mailto:${attendee}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
  return letter({
    from,
    subject: `Antwort: ${invitation.subject}`,
    headers,
    type: `text/calendar; charset=utf-8; method=${method}`,
    body: calendar,
  });
}

/** What a person or a machine writes. */
export function letter(mail: {
  readonly from: string;
  readonly subject: string;
  readonly body: string;
  readonly type?: string;
  readonly headers?: readonly string[];
}): Buffer {
  counter += 1;
  return Buffer.from(
    [
      ...(mail.headers ?? []),
      `From: Poststelle <${mail.from}>`,
      "To: KIM-Assistent <kim-assistent@example.org>",
      `Subject: ${mail.subject}`,
      `Message-ID: <answer-${counter}@example.org>`,
      "MIME-Version: 1.0",
      `Content-Type: ${mail.type ?? "text/plain; charset=utf-8"}`,
      "",
      mail.body,
    ].join("\r\n"),
  );
}

/** The report of a mail server that could not deliver (RFC 3464), with the headers of what it was given. */
export function bounceOf(invitation: ParsedMail, recipient: string): Buffer {
  return letter({
    from: "mailer-daemon@mx.example.org",
    subject: "Undelivered Mail Returned to Sender",
    headers: ["Auto-Submitted: auto-replied"],
    type: 'multipart/report; report-type=delivery-status; boundary="r"',
    body: [
      "--r",
      "Content-Type: text/plain",
      "",
      "The mail could not be delivered.",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example.org",
      "",
      `Final-Recipient: rfc822; ${recipient}`,
      "Action: failed",
      "Status: 5.1.1",
      "",
      "--r",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: ${invitation.messageId}`,
      `Subject: ${invitation.subject}`,
      "",
      "--r--",
      "",
    ].join("\r\n"),
  });
}
