import { describe, expect, test } from "@jest/globals";
import { readReply } from "../../../adapters/calendar/ical-reply.js";
import { writeInvitation } from "../../../adapters/calendar/ical-write.js";
import { invitation } from "./invitations.js";

/** As Outlook and others write it: folded, with a comment, an attendee in capitals. */
const accepted = [
  "BEGIN:VCALENDAR",
  "METHOD:REPLY",
  "PRODID:Microsoft Exchange Server 2010",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  'ATTENDEE;PARTSTAT=ACCEPTED;CN="Jugendamt Eschweiler":MAILTO:Jugendamt@Exampl',
  " e.org",
  "COMMENT;LANGUAGE=de-DE:Frau Muster kommt mit.",
  "UID:K-7F3Q9.1@kim.example.org",
  "DTSTART;TZID=W. Europe Standard Time:20261109T090000",
  "DTSTAMP:20261027T101112Z",
  "SEQUENCE:1",
  "SUMMARY;LANGUAGE=de-DE:Zugesagt: Fallkonferenz K-7F3Q9",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

describe("an answer by mail", () => {
  test("says who answers what to which invitation, and nothing else", () => {
    expect(readReply(accepted)).toEqual({
      uid: "K-7F3Q9.1@kim.example.org",
      attendee: "jugendamt@example.org",
      participation: "accepted",
      sequence: 1,
      stampedAt: Date.parse("2026-10-27T10:11:12Z"),
    });
  });

  test("may be a refusal, a perhaps or a deputy", () => {
    const as = (partstat: string) => readReply(accepted.replace("PARTSTAT=ACCEPTED", `PARTSTAT=${partstat}`));
    expect(as("DECLINED")?.participation).toBe("declined");
    expect(as("tentative")?.participation).toBe("tentative");
    expect(as('DELEGATED;DELEGATED-TO="mailto:Vertretung@example.org"')).toMatchObject({
      participation: "delegated",
      delegatedTo: "vertretung@example.org",
    });
  });

  test("without a sequence answers to the first invitation", () => {
    expect(readReply(accepted.replace("SEQUENCE:1\r\n", ""))?.sequence).toBe(0);
  });

  test.each([
    ["an invitation", writeInvitation(invitation())],
    ["no calendar", "Ich komme gern."],
    ["nothing", ""],
    ["a reply without UID", accepted.replace(/UID:.*\r\n/, "")],
    ["a reply without DTSTAMP", accepted.replace(/DTSTAMP:.*\r\n/, "")],
    ["a reply with a word nobody knows", accepted.replace("ACCEPTED", "MAYBE")],
    ["a reply without an address", accepted.replace("MAILTO:", "urn:")],
    ["a reply for two", accepted.replace("UID:", "ATTENDEE;PARTSTAT=DECLINED:mailto:x@example.org\r\nUID:")],
    ["a reply of absurd length", accepted + " ".repeat(300_000)],
  ])("is not seen in %s", (_what, text) => {
    expect(readReply(text)).toBeUndefined();
  });
});
