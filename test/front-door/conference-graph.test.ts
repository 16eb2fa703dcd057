import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { graphClient } from "../../adapters/calendar/graph/graph-client.js";
import { graphMeetings } from "../../adapters/calendar/graph/graph-meetings.js";
import { readMeetingAnswers } from "../../bot/outbox/read-meeting-answers.js";
import { MEETING_ANSWERS } from "../../casework/conference/invitations.js";
import { putStaff } from "../../casework/staff/staff.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { startGraphServer } from "../adapters/calendar/graph/graph-server.js";
import { inputsOf } from "../wire/card.js";
import type { Person } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { eventually } from "./eventually.js";
import { mailsAbout } from "./mail-folder.js";
import { addresses } from "./planned-conference.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let graph: Awaited<ReturnType<typeof startGraphServer>>;
let bot: Bot;
let person: Person;
beforeAll(async () => {
  graph = await startGraphServer();
  const { tenantId, clientId, clientSecret, mailbox, graphUrl, loginUrl } = graph.settings;
  bot = await startBot({
    GRAPH_MAILBOX: mailbox,
    GRAPH_TENANT_ID: tenantId,
    GRAPH_CLIENT_ID: clientId,
    GRAPH_CLIENT_SECRET: clientSecret,
    GRAPH_URL: graphUrl,
    GRAPH_LOGIN_URL: loginUrl,
  });
  const unit = beginWork(bot.ledger.store, bot.ledger.keyring, Date.now());
  for (const [id, email] of [
    ["leitung", "leitung@example.org"],
    ["vertretung", "vertretung@example.org"],
  ] as const) {
    await putStaff(unit, {
      id,
      email,
      name: "Allgemeiner Sozialer Dienst",
      role: "partner",
      agency: "Jugendamt der Stadt Eschweiler",
      rechtskreis: "SGB8",
    });
  }
  await bot.ledger.store.commit(unit.batch());
});
afterAll(async () => {
  await bot.close();
  await graph.close();
});
beforeEach(() => {
  person = bot.wire.person("Case Management Eschweiler");
  graph.faults.length = 0;
  graph.calendars.clear();
});

async function offered(when: string, offices = "Jugendamt und Jobcenter") {
  const form = await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, Kita, Bürgergeld");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  const consent = await person.says(`FaKo für ${id} mit ${offices} ${when}`);
  return { id, dates: await person.presses(consent, "Speichern", { informed: "true" }) };
}

const eventsOf = (id: string) => graph.events.filter(({ subject }) => subject.includes(id));
const once = <T>(what: string, look: () => T | undefined) => eventually(what, async () => look());

test("a seat is free when any of its people is, and whose calendar nobody knows is said", async () => {
  // The head of the office is away for three months, the deputy every morning.
  const monday = Math.floor(Date.now() / DAY) * DAY;
  const mornings = Array.from({ length: 90 }, (_, i) => monday + i * DAY + 5 * HOUR);
  graph.calendars.set("leitung@example.org", [[monday, monday + 90 * DAY, "3"]]);
  graph.calendars.set(
    "vertretung@example.org",
    mornings.map((start) => [start, start + 6.5 * HOUR, "2"] as const),
  );
  const { dates } = await offered("in 3 Wochen");
  expect(dates.text).toContain("Kalender nicht bekannt: Jobcenter");
  expect(dates.text).toContain("Kalender gelesen");
  expect(dates.text).toContain("Jugendamt der Stadt Eschweiler durch Vertretung");
  const choices = inputsOf(dates.card ?? {}).find(({ id }) => id === "slot")?.choices as { title: string }[];
  expect(choices).toHaveLength(3);
  for (const { title } of choices) expect(title).toMatch(/, 1[345]:\d\d–/);
});

test("a calendar that Graph does not answer for is unknown, and dates are found all the same", async () => {
  for (let i = 0; i < 4; i++) graph.faults.push({ on: "getSchedule", status: 503 });
  const { dates } = await offered("in 4 Wochen");
  expect(dates.text).toContain("Kalender nicht bekannt");
  expect(inputsOf(dates.card ?? {}).find(({ id }) => id === "slot")?.choices).toHaveLength(3);
});

test("one event invites all, in Teams without recording, and nobody gets a mail beside it", async () => {
  const { id, dates } = await offered("in 5 Wochen");
  const made = await person.presses(dates, "Anlegen", { ...addresses(dates.card ?? {}), where: "teams" });
  expect(made.text).toContain("Einladung über den Kalender");
  const event = await once("the event", () => eventsOf(id)[0]);
  expect(event).toMatchObject({
    subject: `Fallkonferenz ${id}`,
    hideAttendees: true,
    sensitivity: "private",
    isOnlineMeeting: true,
    onlineMeetingProvider: "teamsForBusiness",
  });
  expect(event.attendees.map(({ emailAddress }) => emailAddress.address).sort()).toEqual([
    "convener@example.org",
    "ja-eschweiler@example.org",
    "jc-eschweiler@example.org",
  ]);
  await once("what was said about recording", () => graph.recordings.get(event.id));
  expect(graph.recordings.get(event.id)).toEqual({
    allowRecording: false,
    allowTranscription: false,
    recordAutomatically: false,
  });
  expect(JSON.stringify(event)).not.toMatch(/5 Pers|Kita|Bürgergeld/);
  expect(await mailsAbout(bot, id, 0)).toEqual([]);
});

test("an answer that is lost after Graph has done its work, or throttling, leaves one event", async () => {
  graph.faults.push({
    on: "POST /v1.0/users/kim@example.org/events",
    status: 429,
    headers: { "retry-after": "0" },
  });
  for (let i = 0; i < 4; i++) {
    graph.faults.push({ on: "POST /v1.0/users/kim@example.org/events", status: 503, after: true });
  }
  const { id, dates } = await offered("in 6 Wochen");
  await person.presses(dates, "Anlegen", addresses(dates.card ?? {}));
  await once("the faults are used up", () => (graph.faults.length === 0 ? true : undefined));
  const waiting = () => bot.ledger.store.jobs("meetings", 10);
  await eventually("the outbox is empty", async () => ((await waiting()).length === 0 ? true : undefined));
  expect(eventsOf(id)).toHaveLength(1);
});

test("a new date changes the event, a withdrawn consent takes one off it, calling off cancels it", async () => {
  const { id, dates } = await offered("in 7 Wochen");
  const made = await person.presses(dates, "Anlegen", addresses(dates.card ?? {}));
  const event = await once("the event", () => eventsOf(id)[0]);
  const start = event.start.dateTime;
  const moved = await person.presses(await person.presses(made, "Verschieben"), "Speichern");
  await once("another date", () => (event.start.dateTime === start ? undefined : true));
  await person.says(`Einwilligung Jugendamt zurückgezogen ${id}`);
  await once("one attendee less", () => (event.attendees.length === 2 ? true : undefined));
  await person.presses(await person.presses(moved, "Absagen"), "Absagen");
  await once("a cancellation", () => (event.cancelled ? true : undefined));
  expect(event.comment).toBe(`Abgesagt: Fallkonferenz ${id}`);
  expect(eventsOf(id)).toHaveLength(1);
});

/** Reads the answers as the outbox does, without waiting for its next time. */
async function readAnswers(caseId: string) {
  const calendar = graphMeetings(graphClient(graph.settings));
  const read = readMeetingAnswers({ ledger: bot.ledger, calendar, log: () => undefined });
  return read({ conferenceId: `${caseId}.1` }, "now");
}

function answers(address: string, response: string, at = Date.now()): void {
  graph.answers.set(address, { response, time: new Date(at).toISOString() });
}

const asked = async (id: string) =>
  (await bot.ledger.store.jobs(MEETING_ANSWERS, 50)).some((job) => job.id === `${id}.1/answers`);
const toldTo = (text: string) =>
  once(text, () =>
    JSON.stringify(bot.wire.connector.messages(person.conversation)).includes(text) ? true : undefined,
  );

test("an answer given in Outlook stands on the board; to a date that was moved it counts no more", async () => {
  const { id, dates } = await offered("in 8 Wochen");
  const made = await person.presses(dates, "Anlegen", addresses(dates.card ?? {}));
  const event = await once("the event", () => eventsOf(id)[0]);
  await eventually("the calendar is asked from now on", async () => ((await asked(id)) ? true : undefined));
  answers("jc-eschweiler@example.org", "accepted", Date.now() - DAY);
  answers("ja-eschweiler@example.org", "declined");
  expect(await readAnswers(id)).toMatchObject({ kind: "done" });
  const board = await person.says(`wer kommt ${id}`);
  expect(board.text).toMatch(/Jugendamt.*: abgesagt \(im Kalender/);
  expect(board.text).toMatch(/Jobcenter.*: noch keine Antwort/);
  await toldTo("abgesagt (im Kalender)");

  answers("jc-eschweiler@example.org", "accepted");
  await readAnswers(id);
  await person.presses(await person.says(`wer kommt ${id}`), "tel. abgesagt", { seat: "JC-Eschweiler" });
  await readAnswers(id);
  expect((await person.says(`wer kommt ${id}`)).text).toMatch(/Jobcenter.*: abgesagt \(telefonisch/);

  const start = event.start.dateTime;
  await person.presses(await person.presses(made, "Verschieben"), "Speichern");
  await once("another date", () => (event.start.dateTime === start ? undefined : true));
  await readAnswers(id);
  expect((await person.says(`wer kommt ${id}`)).text).toContain("0 von 2 haben zugesagt.");
});

test("a calendar that may not be written to is told at once, with whom to phone, and the entry follows", async () => {
  graph.faults.push({ on: "POST /v1.0/users/kim@example.org/events", status: 403 });
  const { id, dates } = await offered("in 9 Wochen");
  await person.presses(dates, "Anlegen", addresses(dates.card ?? {}));
  await toldTo("bitte sagen Sie der Technik Bescheid");
  await toldTo("Jobcenter");
  expect(eventsOf(id)).toEqual([]);
  // It goes on by itself once the operator has mended it.
  await once("the event", () => eventsOf(id)[0]);
});
