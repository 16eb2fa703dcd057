import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { ParsedMail } from "mailparser";
import { imapMailbox } from "../../adapters/mail/imap.js";
import { mailTaker } from "../../bot/mailbox/take-mail.js";
import { attendanceRecord } from "../../casework/attendance/attendance.js";
import { judgedByLibical } from "../adapters/calendar/libical.js";
import { startDovecot } from "../adapters/mail/dovecot.js";
import { startImapServer } from "../adapters/mail/imap-server.js";
import { startMailServer } from "../adapters/mail/mail-server.js";
import { answerTo, bounceOf, calendarTextOf, eventIn, letter } from "./answers-by-mail.js";
import { type Bot, startBot } from "./bot.js";
import { eventually } from "./eventually.js";
import { to } from "./mail-folder.js";
import { addressOf, type Planned, plannedConference } from "./planned-conference.js";

/** Mail goes out through a real SMTP server and comes in through a real IMAP server: Dovecot in the long tests. */
let bot: Bot;
let smtp: Awaited<ReturnType<typeof startMailServer>>;
let imap: { url: string; deliver: (mail: Buffer) => unknown; close: () => Promise<void> };

beforeAll(async () => {
  smtp = await startMailServer();
  imap = process.env.KIM_LONG === "1" ? await startDovecot() : await startImapServer();
  bot = await startBot({ SMTP_URL: smtp.url });
});
afterAll(async () => {
  await bot?.close();
  await imap?.close();
  await smtp?.close();
});

const [jobcenter, jugendamt] = ["JC-Eschweiler", "JA-Eschweiler"] as const;
let planned: Planned;
let invited: Readonly<Record<string, ParsedMail>>;

beforeEach(async () => {
  planned = await plannedConference(bot);
  invited = await invitations(planned.caseId);
});

function invitations(caseId: string): Promise<Record<string, ParsedMail>> {
  return eventually("invitations", async () => {
    const mails = smtp.received
      .map(({ parsed }) => parsed)
      .filter(({ subject }) => subject?.includes(caseId));
    // To the two offices and the convener, in no order.
    if (mails.length < 3) return undefined;
    return Object.fromEntries([jobcenter, jugendamt].map((office) => [office, to(mails, addressOf(office))]));
  });
}

/** Puts mails into the mailbox and reads it as the bot does. */
async function arrive(...mails: readonly Buffer[]): Promise<readonly string[]> {
  for (const mail of mails) await imap.deliver(mail);
  const take = mailTaker(bot.ledger);
  const became: string[] = [];
  await imapMailbox({ url: imap.url, authServer: "mx.example.org" }).check(async (mail) => {
    became.push(await take(mail));
  });
  return became;
}

const sequenceOf = (mail: ParsedMail) => Number(eventIn(mail).getFirstPropertyValue("sequence"));
const methodOf = (mail: ParsedMail) => /^METHOD:(\w+)/m.exec(calendarTextOf(mail))?.[1];

const invitation = (office: string) => invited[office] as ParsedMail;
const board = async () => (await planned.person.says(`wer kommt ${planned.caseId}`)).text;
const known = () => bot.peek((unit) => unit.read(attendanceRecord, planned.conferenceId));

function toldTo(text: string): Promise<string> {
  return eventually(text, async () => {
    const messages = JSON.stringify(bot.wire.connector.messages(planned.person.conversation));
    return messages.includes(text) ? messages : undefined;
  });
}

describe("an answer by mail", () => {
  test("counts, once, and a refusal is told to the convener", async () => {
    const yes = answerTo(invitation(jobcenter), { from: addressOf(jobcenter) });
    expect(await arrive(yes, yes)).toEqual(["counted", "counted"]);
    const no = answerTo(invitation(jugendamt), { from: addressOf(jugendamt), partstat: "DECLINED" });
    expect(await arrive(no)).toEqual(["counted"]);
    expect((await known())?.answers).toHaveLength(2);
    expect(await board()).toMatch(
      /Jobcenter.*: zugesagt \(per E-Mail[\s\S]*Jugendamt.*: abgesagt \(per E-Mail/,
    );
    await toldTo("abgesagt");
  });

  test("that is older than another, or to an earlier invitation, changes nothing", async () => {
    const from = addressOf(jugendamt);
    const now = Date.now();
    await arrive(answerTo(invitation(jugendamt), { from, stamp: new Date(now - 60_000) }));
    const older = answerTo(invitation(jugendamt), {
      from,
      partstat: "DECLINED",
      stamp: new Date(now - 120_000),
    });
    const future = answerTo(invitation(jugendamt), { from, partstat: "DECLINED", sequence: 7 });
    expect(await arrive(older, future)).toEqual(["stale", "stale"]);
    expect((await known())?.answers).toMatchObject([{ answer: "accepted" }]);
  });

  test("may send somebody else, or ask for another date", async () => {
    await arrive(
      answerTo(invitation(jobcenter), { from: addressOf(jobcenter), partstat: "DELEGATED" }),
      answerTo(invitation(jugendamt), {
        from: addressOf(jugendamt),
        method: "COUNTER",
        partstat: "TENTATIVE",
      }),
    );
    expect(await board()).toMatch(/schickt Vertretung[\s\S]*bittet um einen anderen Termin/);
    await toldTo("bittet um einen anderen Termin");
  });
});

describe("a forged answer", () => {
  test("changes nothing, whoever sends it, and is shown to the convener", async () => {
    const before = await known();
    const became = await arrive(
      answerTo(invitation(jugendamt), { from: "fremd@example.com", attendee: addressOf(jugendamt) }),
      // One invited office speaks for another.
      answerTo(invitation(jugendamt), { from: addressOf(jobcenter), attendee: addressOf(jugendamt) }),
      // The right address, but our mail server knows that it is forged.
      answerTo(invitation(jugendamt), {
        from: addressOf(jugendamt),
        partstat: "DECLINED",
        headers: ["Authentication-Results: mx.example.org; dmarc=fail header.from=example.org"],
      }),
      // A UID that somebody made up: it has the form of ours.
      answerTo(invitation(jugendamt), {
        from: addressOf(jugendamt),
        uid: `${planned.conferenceId}.${"0".repeat(32)}@example.org`,
      }),
    );
    expect(became).toEqual(["shown", "shown", "shown", "stale"]);
    expect(await known()).toEqual(before);
    expect(await board()).toContain("0 von 2 haben zugesagt.");
    const told = await toldTo("Antwort von unbekanntem Absender");
    expect(told).toContain("…@example.com");
    expect(told).not.toContain("fremd@");
  });
});

test("REQUEST, new date, REPLY and CANCEL are one event, and only an answer to the date that stands counts", async () => {
  const { person, caseId } = planned;
  const from = addressOf(jugendamt);
  const sentTo = (sequence: number) =>
    eventually(`SEQUENCE ${sequence}`, async () => {
      const mine = smtp.received.filter(
        ({ parsed, to: [first] }) => parsed.subject?.includes(caseId) && first === from,
      );
      return mine.map(({ parsed }) => parsed).find((mail) => sequenceOf(mail) === sequence);
    });
  const first = await sentTo(0);
  expect(await arrive(answerTo(first, { from }))).toEqual(["counted"]);

  const offered = await person.says(`verschieb die FaKo ${caseId} auf übernächste Woche`);
  await person.presses(offered, "Speichern");
  const second = await sentTo(1);
  expect(await board()).toContain("0 von 2 haben zugesagt.");
  // Sent now, but to the date that was: it came late.
  expect(await arrive(answerTo(first, { from, stamp: new Date(Date.now() + 1000) }))).toEqual(["stale"]);
  expect(await board()).toContain("0 von 2 haben zugesagt.");
  expect(await arrive(answerTo(second, { from, partstat: "TENTATIVE" }))).toEqual(["counted"]);
  expect(await board()).toContain("unter Vorbehalt");

  await person.presses(await person.says(`sag die FaKo ${caseId} ab`), "Absagen");
  const third = await sentTo(2);
  expect(await arrive(answerTo(second, { from, stamp: new Date(Date.now() + 2000) }))).toEqual(["stale"]);
  const mails = [first, second, third];
  expect(new Set(mails.map((mail) => String(eventIn(mail).getFirstPropertyValue("uid")))).size).toBe(1);
  expect(mails.map(methodOf)).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
  for (const mail of mails) {
    expect(judgedByLibical(calendarTextOf(mail))).toMatchObject({ errors: 0, restrictions: true });
  }
});

describe("what no calendar wrote", () => {
  test("is shown to the convener without names, and not interpreted", async () => {
    const became = await arrive(
      letter({
        from: addressOf(jugendamt),
        subject: "AW: Termin",
        headers: [`In-Reply-To: ${invitation(jugendamt).messageId}`],
        body: "Ich komme gern. Frau Meier ist am 0241 123456 zu erreichen.\r\n\r\nAm 27.11.2026 um 10:00 schrieb KIM-Assistent:\r\n> Guten Tag",
      }),
      letter({
        from: "praxis@example.com",
        subject: `Fallkonferenz ${planned.caseId}`,
        body: "Wir kommen auch.",
      }),
    );
    expect(became).toEqual(["shown", "shown"]);
    const told = await toldTo("Wir kommen auch.");
    expect(told).toContain("Ich komme gern.");
    expect(told).toContain("Antwort von unbekanntem Absender");
    for (const word of ["Meier", "123456", "Guten Tag\\u201c", "praxis@"]) expect(told).not.toContain(word);
    expect(await board()).toContain("0 von 2 haben zugesagt.");
  });

  test("stands on the board where a mail came back, or a machine answered", async () => {
    const became = await arrive(
      bounceOf(invitation(jobcenter), addressOf(jobcenter)),
      letter({
        from: addressOf(jugendamt),
        subject: `Abwesend: ${invitation(jugendamt).subject}`,
        headers: ["Auto-Submitted: auto-replied", `In-Reply-To: ${invitation(jugendamt).messageId}`],
        body: "Bis 1.12. nicht im Haus.",
      }),
    );
    expect(became).toEqual(["undelivered", "away"]);
    expect(await board()).toMatch(/E-Mail nicht zugestellt[\s\S]*Abwesenheitsnotiz/);
    await arrive(answerTo(invitation(jugendamt), { from: addressOf(jugendamt) }));
    expect(await board()).not.toContain("Abwesenheitsnotiz");
  });

  test("about nothing of ours is left alone", async () => {
    const spam = letter({ from: "a@example.com", subject: "Angebot", body: "Nur heute!" });
    const foreign = letter({ from: "a@example.com", subject: "Fallkonferenz K-00000", body: "Hallo" });
    expect(await arrive(spam, foreign)).toEqual(["unrelated", "unrelated"]);
  });
});

test("no word of the case is in any byte that was sent", async () => {
  expect(String(eventIn(invitation(jobcenter)).getFirstPropertyValue("summary"))).toBe(
    `Fallkonferenz ${planned.caseId}`,
  );
  for (const { raw, parsed } of smtp.received) {
    const bytes = [
      raw,
      parsed.text ?? "",
      ...parsed.attachments.map(({ content }) => content.toString()),
    ].join("\n");
    for (const word of ["Familie", "5 Pers", "Bürgergeld", "Kita", "Wohngeld", "Eschweiler, "]) {
      expect(bytes).not.toContain(word);
    }
  }
});

test("the bot reads its mailbox by itself", async () => {
  const inbox = await startImapServer();
  inbox.deliver(letter({ from: "a@example.com", subject: "Angebot", body: "Nur heute!" }));
  const reading = await startBot({ IMAP_URL: inbox.url });
  try {
    await eventually("the mail to be read", async () => (inbox.mails[0]?.seen ? true : undefined));
  } finally {
    await reading.close();
    await inbox.close();
  }
});
