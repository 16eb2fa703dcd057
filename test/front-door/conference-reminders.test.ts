import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Mail } from "../../bot/outbox/mailer.js";
import { remindOfConference } from "../../bot/outbox/remind-of-conference.js";
import { CONFERENCE_REMINDERS } from "../../casework/attendance/reminders.js";
import { workingDaysBefore } from "../../casework/calendar/holidays.js";
import { conferenceRecord } from "../../casework/conference/conference.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import type { MessageJob } from "../../dialogs/messages.js";
import type { Reply } from "../../dialogs/reply.js";
import { visibleText } from "../wire/card.js";
import { type Bot, startBot } from "./bot.js";
import { type Planned, plannedConference } from "./planned-conference.js";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot?.close());

const [jobcenter, jugendamt] = ["JC-Eschweiler", "JA-Eschweiler"] as const;

/** Does all reminders of a conference, whenever they are due, and tells what left. */
async function reminded({ conferenceId }: Planned, dateSequence = 0) {
  const mails: Mail[] = [];
  const chat: Reply[] = [];
  const handle = remindOfConference({
    ledger: bot.ledger,
    mailer: {
      kind: "smtp",
      send: async (mail) => {
        mails.push(mail);
        return { kind: "sent" };
      },
    },
    mailDomain: "example.org",
  });
  for (const participant of ["convener", jobcenter, jugendamt]) {
    const outcome = await handle({ conferenceId, dateSequence, participant }, "job");
    if (outcome.kind !== "done") throw new Error(outcome.reason);
    const unit = beginWork(bot.ledger.store, bot.ledger.keyring, bot.ledger.clock());
    await outcome.record?.({
      ...unit,
      enqueue: async ({ payload }) => void chat.push(...(payload as MessageJob).replies),
    });
  }
  return { mails, chat };
}

test("participants are reminded by mail, and the convener of what is still to do, with an agenda", async () => {
  const planned = await plannedConference(bot);
  await planned.person.presses(await planned.person.says(`wer kommt ${planned.caseId}`), "tel. abgesagt", {
    seat: jobcenter,
  });
  const { mails, chat } = await reminded(planned);
  // Who has declined is not reminded.
  expect(mails.map(({ to }) => to.email)).toEqual([`${jugendamt.toLowerCase()}@example.org`]);
  expect(mails[0]?.subject).toBe(`Erinnerung: Fallkonferenz ${planned.caseId}`);
  expect(mails[0]?.text).toContain("1. Anlass und Ziel");
  for (const word of ["Kita", "Wohngeld", "Familie", "Bürgergeld"])
    expect(mails[0]?.text).not.toContain(word);
  const card = visibleText(chat[0]?.card);
  expect(card).toContain("Noch keine Antwort, bitte anrufen: Jugendamt");
  expect(card).toContain("Nötige Zusage fehlt noch: Jobcenter");
  expect(card).toContain("Maßnahmen: wer, was, bis wann");
});

test("nobody is reminded of a date that was moved, called off, or without consent", async () => {
  const planned = await plannedConference(bot);
  await planned.person.says(`Einwilligung Jugendamt zurückgezogen ${planned.caseId}`);
  expect((await reminded(planned)).mails.map(({ to }) => to.email)).toEqual([
    `${jobcenter.toLowerCase()}@example.org`,
  ]);
  expect((await reminded(planned, 7)).mails).toEqual([]);
  await planned.person.presses(await planned.person.says(`sag die FaKo ${planned.caseId} ab`), "Absagen");
  expect(await reminded(planned)).toEqual({ mails: [], chat: [] });
});

test("a reminder waits for the working days before the conference", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const planned = await plannedConference(bot, person);
  const offered = await person.says(`verschieb die FaKo ${planned.caseId} auf übernächste Woche`);
  await person.presses(offered, "Speichern");
  const conference = await bot.peek((unit) => unit.read(conferenceRecord, planned.conferenceId));
  const jobs = await bot.ledger.store.jobs(CONFERENCE_REMINDERS, 100);
  const mine = jobs.filter(({ id }) => id.startsWith(`${planned.conferenceId}/1/`));
  expect(mine).toHaveLength(3);
  for (const { due } of mine) {
    expect(due).toBeGreaterThan(Date.now());
    expect(due).toBeLessThan(Date.parse(conference?.start ?? ""));
  }
});

test("working days are counted back over weekends and holidays", () => {
  expect(workingDaysBefore("2026-12-28", 1)).toBe("2026-12-24");
  expect(workingDaysBefore("2026-11-30", 2)).toBe("2026-11-26");
});
