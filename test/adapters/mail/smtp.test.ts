import { afterEach, describe, expect, test } from "@jest/globals";
import ICAL from "ical.js";
import type { ParsedMail } from "mailparser";
import { smtpMailer } from "../../../adapters/mail/smtp.js";
import { startOwnClock } from "../../apart/own-clock.js";
import { refusal, startMailServer, startSilentServer } from "./mail-server.js";
import { invitationMail, sender } from "./mails.js";

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function mailServer(...options: Parameters<typeof startMailServer>) {
  const server = await startMailServer(...options);
  open.push(server);
  return { ...server, mailer: smtpMailer({ url: server.url, from: sender }) };
}

/** The calendar part as it came through the wire. */
function calendarOf(parsed: ParsedMail): ICAL.Component {
  const part = parsed.attachments.find(({ contentType }) => contentType === "text/calendar");
  return new ICAL.Component(ICAL.parse(part?.content.toString() ?? ""));
}

describe("mail through SMTP", () => {
  test("carries invitation, new date and cancellation as one event in the attendee's calendar", async () => {
    const { mailer, received } = await mailServer();
    const later = {
      start: Date.parse("2026-11-12T10:00:00+01:00"),
      end: Date.parse("2026-11-12T11:00:00+01:00"),
    };
    expect(await mailer.send(invitationMail())).toEqual({ kind: "sent" });
    expect(await mailer.send(invitationMail({ ...later, sequence: 1 }))).toEqual({ kind: "sent" });
    expect(await mailer.send(invitationMail({ ...later, sequence: 2, method: "CANCEL" }))).toEqual({
      kind: "sent",
    });

    const calendars = received.map(({ parsed }) => calendarOf(parsed));
    expect(calendars.map((calendar) => calendar.getFirstPropertyValue("method"))).toEqual([
      "REQUEST",
      "REQUEST",
      "CANCEL",
    ]);
    const events = calendars.map((calendar) => calendar.getFirstSubcomponent("vevent"));
    expect(new Set(events.map((event) => event?.getFirstPropertyValue("uid"))).size).toBe(1);
    expect(events.map((event) => event?.getFirstPropertyValue("sequence"))).toEqual([0, 1, 2]);
    expect(new Set(received.map(({ parsed }) => parsed.messageId)).size).toBe(3);
  });

  test("is text and calendar as two forms of one message, to one person", async () => {
    const { mailer, received } = await mailServer();
    const mail = invitationMail();
    await mailer.send(mail);
    const [message] = received;
    expect(received).toHaveLength(1);
    expect(message?.to).toEqual(["jugendamt@example.org"]);
    expect(message?.from).toBe("kim@example.org");
    const { parsed, raw = "" } = message ?? {};
    expect(parsed?.headers.get("content-type")).toMatchObject({ value: "multipart/alternative" });
    expect(raw.match(/^Content-Type: .*(?:\r\n[ \t].*)*/gm)?.map(unfolded)).toEqual([
      expect.stringContaining("multipart/alternative"),
      "Content-Type: text/plain; charset=utf-8",
      "Content-Type: text/calendar; charset=UTF-8; method=REQUEST",
    ]);
    expect(raw).not.toMatch(/^Content-Disposition/im);
    expect(parsed?.text?.trim()).toBe(mail.text);
    expect(parsed?.messageId).toBe(mail.messageId);
    expect(parsed?.subject).toBe("Fallkonferenz K-7F3Q9");
    expect(parsed?.from?.value).toEqual([{ name: "KIM-Assistent", address: "kim@example.org" }]);
    expect(parsed?.headers.get("auto-submitted")).toBe("auto-generated");
    const part = parsed?.attachments[0]?.content.toString();
    expect(part).toBe(mail.calendar?.content);
  });

  test("that is sent twice has the same Message-ID and the same parts", async () => {
    const { mailer, received } = await mailServer();
    await mailer.send(invitationMail());
    await mailer.send(invitationMail());
    const [first, second] = received.map(({ raw }) => raw.replace(/^(Date|Received): .*\r\n/gm, ""));
    expect(first).toBe(second);
  });

  test("without a calendar part is plain text", async () => {
    const { mailer, received } = await mailServer();
    const { calendar: _none, ...mail } = invitationMail();
    await mailer.send({ ...mail, text: "Erinnerung: morgen um 9 Uhr.\nGrüße" });
    expect(received[0]?.parsed.text?.trim()).toBe("Erinnerung: morgen um 9 Uhr.\nGrüße");
    expect(received[0]?.parsed.attachments).toEqual([]);
  });

  test("lets no name, subject or text begin a header, an address or a part of its own", async () => {
    const { mailer, received } = await mailServer();
    const evil = 'Amt"\r\nBcc: x@example.org\r\n\r\n, <y@example.org>\u0000\n';
    const result = await mailer.send(
      invitationMail(
        {},
        { to: { name: evil, email: "a@example.org" }, subject: evil, text: `${evil}\r\n.\r\nQUIT` },
      ),
    );
    expect(result).toEqual({ kind: "sent" });
    const { parsed, to } = received[0] ?? {};
    expect(received).toHaveLength(1);
    expect(to).toEqual(["a@example.org"]);
    expect(parsed?.headers.has("bcc")).toBe(false);
    expect(parsed?.subject).toBe('Amt" Bcc: x@example.org , <y@example.org>');
    expect(parsed?.to).toMatchObject({ value: [{ address: "a@example.org" }] });
    expect(parsed?.text).toContain("QUIT");
  });

  test.each([
    "a@example.org\r\nBcc: x@example.org",
    "a@example.org, b@example.org",
    "A <a@example.org>",
    "",
    "a",
  ])("goes to no address like %j", async (email) => {
    const { mailer, received } = await mailServer();
    const result = await mailer.send(invitationMail({}, { to: { name: "Amt", email } }));
    expect(result).toEqual({ kind: "permanent", reason: "faulty address" });
    expect(received).toEqual([]);
  });

  test("has no Message-ID that could hold anything else", async () => {
    const { mailer } = await mailServer();
    const result = await mailer.send(invitationMail({}, { messageId: "<a@b>\r\nBcc: x@example.org" }));
    expect(result).toEqual({ kind: "permanent", reason: "faulty message-id" });
  });
});

describe("mail that does not go out", () => {
  test("is tried again after 451 and never after 550", async () => {
    const busy = await mailServer({ onRcptTo: (_to, _session, done) => done(refusal(451)) });
    expect(await busy.mailer.send(invitationMail())).toMatchObject({ kind: "temporary" });
    const unknown = await mailServer({ onRcptTo: (_to, _session, done) => done(refusal(550)) });
    const result = await unknown.mailer.send(invitationMail());
    expect(result).toMatchObject({ kind: "permanent" });
    expect(JSON.stringify(result)).not.toContain("@");
  });

  test("after the text was refused is told apart in the same way", async () => {
    const refusingText = (code: number) =>
      mailServer({
        onData(stream, _session, done) {
          stream.on("end", () => done(refusal(code)));
          stream.resume();
        },
      });
    expect(await (await refusingText(452)).mailer.send(invitationMail())).toMatchObject({
      kind: "temporary",
    });
    expect(await (await refusingText(554)).mailer.send(invitationMail())).toMatchObject({
      kind: "permanent",
    });
  });

  test("because of us is a matter of setup: password, sender, certificate", async () => {
    const wrongPassword = await mailServer({
      authOptional: false,
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refusal(535)),
    });
    const url = wrongPassword.url.replace("//", "//kim:falsch@");
    expect(await smtpMailer({ url, from: sender }).send(invitationMail())).toMatchObject({ kind: "setup" });

    const notOurs = await mailServer({ onMailFrom: (_from, _session, done) => done(refusal(550)) });
    expect(await notOurs.mailer.send(invitationMail())).toMatchObject({ kind: "setup" });

    const selfSigned = await mailServer({ disabledCommands: [] });
    expect(await selfSigned.mailer.send(invitationMail())).toMatchObject({ kind: "setup" });
    const trusted = smtpMailer({ url: `${selfSigned.url}/?tls.rejectUnauthorized=false`, from: sender });
    expect(await trusted.send(invitationMail())).toEqual({ kind: "sent" });
    expect(selfSigned.received).toHaveLength(1);
  });

  test("ends by its deadline at a server that says nothing, or nothing more", async () => {
    const greeting = ["220 hello", "250 hello", "250 ok", "250 ok", "354 go on"];
    for (const lines of [[], greeting.slice(0, 1), greeting.slice(0, 3), greeting]) {
      const server = await startSilentServer(lines);
      open.push(server);
      const mailer = smtpMailer({ url: server.url, from: sender, deadlineMs: 300 });
      const waited = startOwnClock();
      expect(await mailer.send(invitationMail())).toMatchObject({ kind: "temporary" });
      expect(waited()).toBeLessThan(2_000);
    }
  });

  test("is tried again when nobody listens", async () => {
    const server = await startMailServer();
    await server.close();
    const mailer = smtpMailer({ url: server.url, from: sender });
    expect(await mailer.send(invitationMail())).toMatchObject({ kind: "temporary" });
  });

  test("names a faulty address of the server as a matter of setup", async () => {
    const mailer = smtpMailer({ url: "mail.example.org", from: sender });
    expect(await mailer.send(invitationMail())).toMatchObject({ kind: "setup" });
  });
});

function unfolded(header: string): string {
  return header.replace(/\r\n\s+/g, " ");
}
