import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sendReminder } from "../../bot/outbox/send-reminder.js";
import { transact } from "../../bot/turn/transact.js";
import { nextReminderDay, REMINDERS } from "../../casework/case/reminder.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { MESSAGES } from "../../dialogs/messages.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

const ESCHWEILER = "00000000-0000-4000-8000-000000000001";
const STOLBERG = "00000000-0000-4000-8000-000000000002";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

async function openCase(id?: string) {
  const person = bot.wire.person("Case Management Eschweiler", id ? { id } : {});
  const form = await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, Kita");
  const created = await person.presses(form, "Anlegen");
  return { person, id: caseIdIn(created.text) };
}

describe("the morning reminder", () => {
  const zone = { timeZone: "Europe/Berlin" };
  const at = (text: string) => Date.parse(text);

  test("comes on the next own working day, never on a public holiday in NRW", () => {
    const halfPastSeven = 7 * 60 + 30;
    const next = (days: number[], now: string) => nextReminderDay({ ...zone, days }, halfPastSeven, at(now));
    expect(next([1, 2, 3, 4, 5], "2026-11-27T05:00:00Z")).toBe("2026-11-27");
    expect(next([1, 2, 3, 4, 5], "2026-11-27T07:00:00Z")).toBe("2026-11-30");
    expect(next([1, 2, 4], "2026-12-24T12:00:00Z")).toBe("2026-12-28");
    expect(next([5], "2026-12-24T12:00:00Z")).toBe("2027-01-08");
    expect(next([], "2026-12-24T12:00:00Z")).toBeUndefined();
  });

  test("holds ids and neutral labels, queues the next one, and comes once a day", async () => {
    const { person, id } = await openCase();
    await person.says(`wv ${id} heute: Bescheid mit der Familie besprechen`);
    const set = await person.says("Erinnere mich morgens um 7:30");
    expect(set.text).toContain("um 7:30 Uhr");
    const jobs = await bot.ledger.store.jobs(REMINDERS, 50);
    expect(jobs.filter((job) => job.id.startsWith(person.id))).toHaveLength(1);

    // The morning comes: the job is done at its instant, twice, as after a crash.
    const [job] = jobs.filter((one) => one.id.startsWith(person.id));
    const [, day = "", minute = ""] = job?.id.split("/") ?? [];
    const clock = () => job?.due ?? 0;
    const handle = sendReminder({ ...bot.ledger, clock });
    for (const _ of [1, 2]) {
      const outcome = await handle({ person: person.id, day, minuteOfDay: Number(minute) }, job?.id ?? "");
      if (outcome.kind !== "done") throw new Error(outcome.reason);
      const unit = beginWork(bot.ledger.store, bot.ledger.keyring, clock());
      await outcome.record?.(unit);
      await bot.ledger.store.commit(unit.batch());
    }
    const told = await bot.ledger.store.jobs(MESSAGES, 100);
    expect(told.filter((one) => one.id === `reminder/${person.id}/${day}`)).toHaveLength(1);
    expect(
      (await bot.ledger.store.jobs(REMINDERS, 50)).filter((one) => one.id.startsWith(person.id)),
    ).toHaveLength(2);
  });

  test("comes once though the clock is set back while it is sent", async () => {
    const { person, id } = await openCase();
    await person.says(`wv ${id} heute: Bescheid besprechen`);
    await person.says("Erinnere mich morgens um 7:45");
    const ownJobs = async () =>
      (await bot.ledger.store.jobs(REMINDERS, 50)).filter((one) => one.id.startsWith(person.id));
    const [job] = await ownJobs();
    if (!job) throw new Error("nothing was queued");
    const [, day = "", minute = ""] = job.id.split("/");
    const handle = sendReminder({ ...bot.ledger, clock: () => job.due });
    const outcome = await handle({ person: person.id, day, minuteOfDay: Number(minute) }, job.id);
    if (outcome.kind !== "done") throw new Error(outcome.reason);
    const unit = beginWork(bot.ledger.store, bot.ledger.keyring, job.due - 60_000);
    await outcome.record?.(unit);
    unit.finish({ queue: REMINDERS, id: job.id });
    await bot.ledger.store.commit(unit.batch());
    const [next, ...more] = await ownJobs();
    expect(more).toEqual([]);
    expect(next?.id.split("/")[1]?.localeCompare(day)).toBe(1);
  });

  test("is switched off with one tap or word, and a job that waits then says nothing", async () => {
    const { person } = await openCase();
    await person.says("ich arbeite mo, di, do");
    expect((await person.says("Erinnere mich morgens um 8")).text).toContain("Mo, Di, Do");
    expect((await person.says("Erinnerung aus")).text).toContain("Die Erinnerung ist aus");
    const handle = sendReminder(bot.ledger);
    const outcome = await handle({ person: person.id, day: "2030-01-07", minuteOfDay: 480 }, "x");
    expect(outcome).toEqual({ kind: "done" });
  });

  test("writes into the chat what is due, without the words of the case", async () => {
    const { person, id } = await openCase();
    await person.says(`wv ${id} heute: Bescheid besprechen`);
    await person.says("Erinnere mich morgens um 7:30");
    const [job] = (await bot.ledger.store.jobs(REMINDERS, 50)).filter((one) => one.id.startsWith(person.id));
    const [, day = "", minute = ""] = job?.id.split("/") ?? [];
    const clock = () => job?.due ?? 0;
    const outcome = await sendReminder({ ...bot.ledger, clock })(
      { person: person.id, day, minuteOfDay: Number(minute) },
      "",
    );
    if (outcome.kind !== "done" || !outcome.record) throw new Error("nothing to remind of");
    const { record } = outcome;
    // In the bot's own time, so that its worker takes the message at once.
    const now = Date.now();
    await transact(bot.ledger, { once: [], now, deadline: now + 60_000 }, async (unit) => record(unit));
    const message = await bot.wire.connector.saw(
      ({ conversation, activity }) =>
        conversation === person.conversation && JSON.stringify(activity).includes("Guten Morgen"),
    );
    const text = JSON.stringify(message.activity);
    expect(text).toContain(id);
    expect(text).not.toContain("Bescheid");
  });
});

describe("into the Datenbank KIM", () => {
  test("all of it first, then only what changed, field by field, until it is marked", async () => {
    const { person, id } = await openCase();
    await person.says(`Notiz zu ${id}: Erstgespräch geführt`);
    const all = await person.says(`übertragung ${id}`);
    expect(all.text).toContain("Noch nicht übertragen");
    expect(all.text).toContain("Gemeinde: Eschweiler");
    expect(all.text).toContain("Erstgespräch geführt");
    await person.presses(all, "Als übertragen markieren");
    expect((await person.says(`übertragung ${id}`)).text).toContain("hat sich nichts geändert");
    await person.says(`Maßnahme zu ${id}: Kita-Navigator ausfüllen bis 12.03.`);
    await person.says(`${id} jetzt in Hilfeplanung`);
    const changed = await person.says(`seit der letzten Übertragung in die Datenbank KIM ${id}`);
    expect(changed.text).toContain("Maßnahmen: Kita-Navigator ausfüllen, bis 12.03.");
    expect(changed.text).toContain("Phase: Hilfeplanung");
    expect(changed.text).not.toContain("Gemeinde: Eschweiler");
  });

  test("what changed between showing and marking stays to be carried over", async () => {
    const { person, id } = await openCase();
    const shown = await person.says(`übertragung ${id}`);
    await person.says(`${id} jetzt in Assessment`);
    await person.presses(shown, "Als übertragen markieren");
    expect((await person.says(`übertragung ${id}`)).text).toContain("Phase: Assessment");
  });

  test("an older card that is marked after a newer one brings nothing up again", async () => {
    const { person, id } = await openCase();
    const older = await person.says(`übertragung ${id}`);
    await person.says(`${id} jetzt in Assessment`);
    await person.says(`Notiz zu ${id}: Erstgespräch geführt`);
    await person.presses(await person.says(`übertragung ${id}`), "Als übertragen markieren");
    await person.presses(older, "Als übertragen markieren");
    expect((await person.says(`übertragung ${id}`)).text).toContain("hat sich nichts geändert");
  });
});

test("what others did while somebody was away, case by case", async () => {
  const { person, id } = await openCase(ESCHWEILER);
  await person.presses(await person.says(`Vertretung ${id} durch CM Stolberg`), "Speichern");
  const deputy = bot.wire.person("Case Management Stolberg", { id: STOLBERG });
  await deputy.says(`Notiz zu ${id}: Familie war da`);
  await deputy.presses(await deputy.presses(await deputy.says(id), "Bearbeiten"), "Speichern", {
    household: 6,
  });
  const news = await person.says("was war, während ich weg war");
  expect(news.text).toContain("Case Management Stolberg · Notiz");
  expect(news.text).toContain("Angaben geändert: Personen im Haushalt");
  expect(news.text).not.toContain("Familie war da");
  await person.says(`Notiz zu ${id}: gelesen`);
  expect((await person.says("was war, während ich weg war")).text).toContain("niemand etwas geändert");
});

test("no name in the store says on which day something ends in which case", async () => {
  const { person, id } = await openCase();
  await person.presses(await person.presses(await person.says(id), "Bearbeiten"), "Speichern", {
    status: "fictional",
    statusExpires: "2030-05-31",
  });
  await person.says(`wv ${id} am 30.05.2030: nachfragen`);
  const names: string[] = [];
  for await (const trace of bot.ledger.store.traces(id)) names.push(JSON.stringify(trace));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => /2030-05|status/.test(name))).toEqual([]);
});
