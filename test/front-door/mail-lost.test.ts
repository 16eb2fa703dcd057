import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { commandRequest } from "../../bot/commands/command-request.js";
import { transact } from "../../bot/turn/transact.js";
import { CONFERENCE_REMINDERS, type ConferenceReminderJob } from "../../casework/attendance/reminders.js";
import { scopesOfConference } from "../../casework/conference/conference.js";
import { refusal, startMailServer } from "../adapters/mail/mail-server.js";
import type { Person } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { calendarOf } from "./calendar-part.js";
import { eventually } from "./eventually.js";
import { addresses, addressOf, type Planned, plannedConference } from "./planned-conference.js";

/** Mail that does not arrive is told to whom it matters: the convener hears whom to phone, not the operator alone. */

const [jobcenter, jugendamt] = ["JC-Eschweiler", "JA-Eschweiler"] as const;
/** How the server answers recipients for now. */
const refused = new Map<string, number>();
let smtp: Awaited<ReturnType<typeof startMailServer>>;
let bot: Bot;

beforeAll(async () => {
  smtp = await startMailServer({
    onRcptTo({ address }, _session, done) {
      const code = refused.get(address);
      if (code === undefined) done();
      else done(refusal(code));
    },
  });
  bot = await startBot({ SMTP_URL: smtp.url });
});
afterAll(async () => {
  await bot.close();
  await smtp.close();
});

const mailsTo = (address: string, about: string) =>
  smtp.received.filter(({ to, parsed }) => to.includes(address) && parsed.subject?.includes(about));

/** What the bot wrote to this person by itself with these words in it. */
function told({ conversation }: Person, words: string): Promise<string> {
  return eventually(`a word about: ${words}`, async () =>
    bot.wire.connector
      .messages(conversation)
      .map(({ text }) => String(text ?? ""))
      .find((text) => text.includes(words)),
  );
}

test("a poll's link that is refused for good is told to the convener, with whom to phone", async () => {
  refused.set(addressOf(jobcenter), 550);
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, Bürgergeld, Kita");
  const caseId = caseIdIn((await person.presses(form, "Anlegen")).text);
  const consent = await person.says(`FaKo für ${caseId} mit Jobcenter und Jugendamt nächste Woche`);
  const dates = await person.presses(consent, "Speichern", { informed: "true" });
  await person.presses(dates, "Umfrage starten", addresses(dates.card ?? {}));
  const line = await told(person, "Link zur Terminumfrage");
  expect(line).toMatch(new RegExp(`${caseId}[\\s\\S]*Jobcenter.*nicht zugestellt`));
  expect(line).not.toContain("Jugendamt");
  refused.clear();
});

test("a reminder that is refused for good is told to the convener", async () => {
  const { person, conferenceId } = await plannedConference(bot);
  refused.set(addressOf(jugendamt), 550);
  const payload: ConferenceReminderJob = { conferenceId, dateSequence: 0, participant: jugendamt };
  const scopes = scopesOfConference(conferenceId);
  await transact(bot.ledger, commandRequest(bot.ledger), (unit) =>
    unit.enqueue({ queue: CONFERENCE_REMINDERS, id: `${conferenceId}/now`, due: unit.now, payload, scopes }),
  );
  expect(await told(person, "Erinnerung an")).toContain("Jugendamt");
  refused.clear();
});

/** Its office is uninvited while the mail server is away for it. */
async function withdrawn(): Promise<Planned> {
  const planned = await plannedConference(bot);
  await eventually("three invitations", async () =>
    [jobcenter, jugendamt].every((one) => mailsTo(addressOf(one), planned.caseId).length > 0)
      ? true
      : undefined,
  );
  refused.set(addressOf(jugendamt), 451);
  await planned.person.says(`Einwilligung Jugendamt zurückgezogen ${planned.caseId}`);
  return planned;
}

test("whose cancellation still waits when the case is erased is told all the same", async () => {
  const { person, caseId } = await withdrawn();
  const form = await person.says(`Fall ${caseId} löschen`);
  await person.presses(form, "Endgültig löschen", { free_reason: "Einwilligung fehlt" });
  refused.clear();
  const cancelled = await eventually("a cancellation", async () =>
    mailsTo(addressOf(jugendamt), caseId)
      .map(({ parsed }) => calendarOf(parsed))
      .find(({ method }) => method === "CANCEL"),
  );
  expect(cancelled.attendee).toBe(addressOf(jugendamt));
}, 60_000);
