import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readReply } from "../../../adapters/calendar/ical-reply.js";
import { readMail } from "../../../adapters/mail/incoming.js";
import { damagedBytes, damagedText } from "../../wire/damage.js";
import { replyMail } from "./reply-mail.js";

const participations = [
  "accepted",
  "declined",
  "tentative",
  "delegated",
  "needs-action",
  "proposed",
  undefined,
];
const right = replyMail();
const calendar = [
  "BEGIN:VCALENDAR",
  "METHOD:REPLY",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "UID:K-7F3Q9.1@kim.example.org",
  "DTSTAMP:20261027T101112Z",
  "SEQUENCE:0",
  "ATTENDEE;PARTSTAT=ACCEPTED:mailto:jugendamt@example.org",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

test("whatever a calendar answers is an answer or none", () => {
  expect(readReply(calendar)).toBeDefined();
  fc.assert(
    fc.property(damagedText(calendar), (text) => {
      const answer = readReply(text);
      expect(participations).toContain(answer?.participation);
    }),
    { numRuns: 2_000 },
  );
});

test("whatever lies in the mailbox is read, and no more of it is kept than is allowed", async () => {
  const source = fc.oneof(
    damagedText(right.toString("latin1")).map((text) => Buffer.from(text, "latin1")),
    damagedBytes(right),
  );
  await fc.assert(
    fc.asyncProperty(source, async (bytes) => {
      const mail = await readMail(bytes, "mx.example.org");
      expect(mail.words.length).toBeLessThanOrEqual(500);
      expect(mail.subject.length).toBeLessThanOrEqual(200);
      expect(participations).toContain(mail.reply?.participation);
    }),
    { numRuns: 400 },
  );
});
