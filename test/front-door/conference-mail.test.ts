import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { deadLetters } from "../../bot/outbox/worker.js";
import { INVITATIONS } from "../../casework/conference/invitations.js";
import { MINUTES } from "../../casework/minutes/send-minutes.js";
import { judgedByLibical } from "../adapters/calendar/libical.js";
import { refusal, startMailServer } from "../adapters/mail/mail-server.js";
import { type Bot, startBot } from "./bot.js";
import { calendarOf } from "./calendar-part.js";
import { eventually } from "./eventually.js";
import { plannedConference } from "./planned-conference.js";

/** What the server does with mail to an address, each of these once. */
const faults: { readonly to: string; readonly does: "refuse" | "wait" }[] = [];
let smtp: Awaited<ReturnType<typeof startMailServer>>;
let bot: Bot;

beforeAll(async () => {
  smtp = await startMailServer({
    onRcptTo({ address }, _session, done) {
      const i = faults.findIndex(({ to }) => to === address);
      const [fault] = i < 0 ? [] : faults.splice(i, 1);
      if (!fault) done();
      else done(refusal(fault.does === "refuse" ? 550 : 451));
    },
  });
  bot = await startBot({ SMTP_URL: smtp.url });
});
afterAll(async () => {
  await bot.close();
  await smtp.close();
});

const about = (id: string) => smtp.received.filter(({ parsed }) => parsed.subject?.includes(id));
const received = (id: string, count: number) =>
  eventually(`${count} mails about ${id}`, async () => (about(id).length >= count ? about(id) : undefined));

test("invitation, new date and cancellation reach each calendar as one entry", async () => {
  const { person, caseId } = await plannedConference(bot);
  await received(caseId, 3);
  const moved = await person.presses(
    await person.says(`verschieb die FaKo ${caseId} auf übernächste Woche`),
    "Speichern",
  );
  await received(caseId, 6);
  await person.presses(await person.presses(moved, "Absagen"), "Absagen");
  const all = await received(caseId, 9);
  const said = all.map(({ parsed }) => calendarOf(parsed));
  expect(new Set(said.map(({ uid }) => uid)).size).toBe(1);
  for (const address of ["ja-eschweiler@example.org", "jc-eschweiler@example.org", "convener@example.org"]) {
    const own = said.filter(({ attendee }) => attendee === address);
    expect(own.map(({ method, sequence }) => `${method} ${sequence}`)).toEqual([
      "REQUEST 0",
      "REQUEST 1",
      "CANCEL 2",
    ]);
  }
  expect(all[0]?.parsed.text).toContain("Vorgesehener Ablauf:\n1. Anlass und Ziel");
  for (const { parsed, raw } of all) {
    const part = parsed.attachments.find(({ contentType }) => contentType.startsWith("text/calendar"));
    expect(judgedByLibical(String(part?.content))).toMatchObject({ errors: 0, restrictions: true });
    const plain = `${raw} ${parsed.text} ${part?.content}`;
    expect(plain).not.toMatch(/Pers\b|Kita|Bürgergeld|Wohngeld\b|Fallführung:/);
  }
});

test("an address that is refused for good becomes a dead letter, and its convener is told", async () => {
  faults.push({ to: "jc-eschweiler@example.org", does: "refuse" });
  const { person, caseId, conferenceId } = await plannedConference(bot);
  await received(caseId, 2);
  await eventually("a word to the convener", async () => {
    const told = bot.wire.connector.received.filter(
      ({ conversation }) => conversation === person.conversation,
    );
    return JSON.stringify(told).includes("nicht zugestellt") ? true : undefined;
  });
  const dead = await bot.ledger.store.jobs(deadLetters(INVITATIONS), 10);
  expect(dead.map(({ id }) => id)).toContain(`${conferenceId}/JC-Eschweiler/0/REQUEST`);
  expect(about(caseId)).toHaveLength(2);
});

test("minutes that are refused for good become a dead letter, and the convener is told whom they did not reach", async () => {
  const { person, caseId, conferenceId } = await plannedConference(bot);
  await received(caseId, 3);
  faults.push({ to: "jc-eschweiler@example.org", does: "refuse" });
  const saved = await person.presses(await person.says(`Protokoll zu ${caseId}`), "Speichern", {
    present: "convener,JC-Eschweiler,JA-Eschweiler",
    free_decision_0: "Das Jobcenter prüft den Antrag.",
  });
  await person.presses(await person.presses(saved, "An Teilnehmende senden"), "Senden");
  const told = await bot.wire.connector.saw(
    ({ conversation, raw }) => conversation === person.conversation && raw.includes("Protokoll an"),
  );
  expect(told.raw).toContain("Jobcenter");
  expect(told.raw).not.toContain("Antrag");
  const dead = await bot.ledger.store.jobs(deadLetters(MINUTES), 10);
  expect(dead.map(({ id }) => id)).toEqual([expect.stringContaining(`${conferenceId}/`)]);
  // The other office has its minutes.
  const all = await received(caseId, 5);
  const withMinutes = all.filter(({ raw }) => raw.includes("wordprocessingml"));
  expect(withMinutes.map(({ parsed }) => [parsed.to].flat()[0]?.text)).toEqual(
    expect.arrayContaining([expect.stringContaining("ja-eschweiler@example.org")]),
  );
  expect(JSON.stringify(withMinutes.map(({ parsed }) => parsed.to))).not.toContain("jc-eschweiler");
});

test("a server that is busy for a while gets the same message later, once", async () => {
  faults.push({ to: "ja-eschweiler@example.org", does: "wait" });
  const { caseId } = await plannedConference(bot);
  const all = await received(caseId, 3);
  const ids = all.map(({ parsed }) => parsed.messageId);
  expect(new Set(ids).size).toBe(3);
});

test("a refused login is told to the convener at once, naming whom to phone, and the mail waits", async () => {
  const locked = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(refusal(535)),
  });
  const misconfigured = await startBot({ SMTP_URL: locked.url.replace("//", "//kim:falsch@") });
  try {
    const { person, conferenceId } = await plannedConference(misconfigured);
    await eventually("a word about each office", async () => {
      const { connector } = misconfigured.wire;
      const told = JSON.stringify(connector.messages(person.conversation));
      const both =
        /Einladung an Jugendamt[^"]*Technik/.test(told) && /Einladung an Jobcenter[^"]*Technik/.test(told);
      return both ? true : undefined;
    });
    const waiting = await misconfigured.ledger.store.jobs(INVITATIONS, 10);
    expect(waiting.map(({ id }) => id)).toContain(`${conferenceId}/JC-Eschweiler/0/REQUEST`);
    expect(await misconfigured.ledger.store.jobs(deadLetters(INVITATIONS), 10)).toEqual([]);
  } finally {
    await misconfigured.close();
    await locked.close();
  }
});
