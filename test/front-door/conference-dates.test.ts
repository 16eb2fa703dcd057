import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { addWorkingDays } from "../../casework/calendar/holidays.js";
import { homeDay } from "../../casework/case/access.js";
import { putStaff } from "../../casework/staff/staff.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { startGraphServer } from "../adapters/calendar/graph/graph-server.js";
import { inputsOf, type Json } from "../wire/card.js";
import type { Person } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

const DAY = 86_400_000;

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
    KIM_CONFERENCE_HOURS: "MO-FR 09:00-12:00",
  });
  person = bot.wire.person("Case Management Eschweiler");
});
afterAll(async () => {
  await bot.close();
  await graph.close();
});

async function newCase(facts = "Kita, Bürgergeld") {
  const form = await person.says(`Neuer Fall: Familie 5 Pers. Eschweiler, ${facts}`);
  return caseIdIn((await person.presses(form, "Anlegen")).text);
}

async function dates(text: string) {
  return person.presses(await person.says(text), "Speichern", { informed: "true" });
}

const choices = (card: Json | undefined, id: string) =>
  (inputsOf(card ?? {}).find((input) => input.id === id)?.choices ?? []) as {
    title: string;
    value: string;
  }[];
const days = (card: Json | undefined) => choices(card, "slot").map(({ value }) => value.slice(0, 10));

test("three dates stand on three days, within the conference hours and after five working days", async () => {
  const id = await newCase();
  const offered = await dates(`FaKo für ${id} mit Jugendamt`);
  const found = days(offered.card);
  expect(new Set(found).size).toBe(3);
  for (const { title } of choices(offered.card, "slot")) expect(title).toMatch(/, (09|10|11):\d\d–/);
  const least = addWorkingDays(homeDay(Date.now()), 5);
  for (const day of found) expect(day >= least).toBe(true);
});

test("what is urgent has 48 hours", async () => {
  const id = await newCase("Kita, eilt");
  const offered = await dates(`FaKo für ${id} mit Jugendamt`);
  const soon = homeDay(Date.now() + 2 * DAY);
  for (const day of days(offered.card)) expect(day >= soon).toBe(true);
  const usual = addWorkingDays(homeDay(Date.now()), 5);
  expect(days(offered.card).some((day) => day < usual)).toBe(true);
});

test("nothing is offered after the residence status expires, and the card says why", async () => {
  const id = await newCase();
  const expires = homeDay(Date.now() + 13 * DAY);
  const form = await person.presses(await person.says(`Zeig mir ${id}`), "Bearbeiten");
  await person.presses(form, "Speichern", { status: "tolerated", statusExpires: expires });
  const offered = await dates(`FaKo für ${id} mit Jugendamt`);
  expect(offered.text).toContain("Dann läuft der Aufenthaltsstatus ab");
  for (const day of days(offered.card)) expect(day <= expires).toBe(true);
});

test("where an office that must come never can, the smallest change is offered, and taken with one press", async () => {
  const unit = beginWork(bot.ledger.store, bot.ledger.keyring, Date.now());
  await putStaff(unit, {
    id: "wohngeld-partner",
    email: "wohngeld.eschweiler@example.org",
    name: "Wohngeldstelle",
    role: "partner",
    agency: "Wohngeldstelle der Stadt Eschweiler",
    rechtskreis: "WOHN",
  });
  await bot.ledger.store.commit(unit.batch());
  const today = Math.floor(Date.now() / DAY) * DAY;
  graph.calendars.set("wohngeld.eschweiler@example.org", [[today, today + 200 * DAY, "3"]]);
  const id = await newCase();
  const none = await dates(`FaKo für ${id} mit Jugendamt und Wohngeld nächste Woche`);
  expect(none.text).toContain("keinen Termin");
  const detours = choices(none.card, "detour");
  expect(detours[0]?.title).toMatch(/^mit Wohngeldstelle der Stadt Eschweiler optional: \d+ Termine$/);
  const offered = await person.presses(none, "Neu suchen", { detour: detours[0]?.value ?? "" });
  expect(choices(offered.card, "slot")).toHaveLength(3);
  expect(inputsOf(offered.card ?? {}).find((input) => String(input.id).startsWith("role:W"))?.value).toBe(
    "optional",
  );
});

test("a seat of which several people are known can wait for two of them", async () => {
  const office = { role: "partner", agency: "Jobcenter StädteRegion Aachen", rechtskreis: "SGB2" } as const;
  const unit = beginWork(bot.ledger.store, bot.ledger.keyring, Date.now());
  for (const desk of ["leistung", "vermittlung"]) {
    const email = `jc.${desk}@example.org`;
    await putStaff(unit, { ...office, id: `jc-${desk}`, email, name: `Jobcenter, ${desk}` });
  }
  await bot.ledger.store.commit(unit.batch());
  const today = Math.floor(Date.now() / DAY) * DAY;
  graph.calendars.set("jc.leistung@example.org", []);
  graph.calendars.set("jc.vermittlung@example.org", [[today, today + 15 * DAY, "2"]]);
  const id = await newCase();
  const offered = await dates(`FaKo für ${id} mit Jugendamt und Jobcenter`);
  const seat = "role:JC-Eschweiler";
  expect(choices(offered.card, seat).map(({ value }) => value)).toContain("pair");
  expect(choices(offered.card, "role:JA-Eschweiler").map(({ value }) => value)).not.toContain("pair");
  const soonest = days(offered.card)[0] ?? "";
  const waits = await person.presses(offered, "Neu suchen", { [seat]: "pair" });
  const free = new Date(today + 15 * DAY).toISOString().slice(0, 10);
  expect(soonest < free).toBe(true);
  expect(days(waits.card)).not.toEqual([]);
  for (const day of days(waits.card)) expect(day >= free).toBe(true);
  expect(inputsOf(waits.card ?? {}).find((input) => input.id === seat)?.value).toBe("pair");
});

test("the client and an interpreter have seats, and somebody more is asked along on the card", async () => {
  const id = await newCase();
  const offered = await dates(`FaKo für ${id} mit Jugendamt und Klientin und Dolmetscher in 3 Wochen`);
  expect(offered.text).toContain("Klient/in");
  expect(offered.text).toContain("Dolmetscher/in");
  // Where a client can be reached is written down nowhere.
  expect(inputsOf(offered.card ?? {}).map((input) => input.id)).not.toContain("mail:client");
  const asked = await person.presses(offered, "Anlegen", { free_more: "Caritas" });
  expect(asked.text).toContain("Caritas");
  const again = await person.presses(asked, "Speichern", { informed: "true" });
  const made = await person.presses(again, "Anlegen", { "mail:interpreter": "dolmetscherpool@example.org" });
  expect(made.text).toContain("Fallkonferenz steht");
  expect(made.text).toContain("Caritas");
  expect(made.text).toContain("Klient/in");
});

test("a seat that is taken off the card is not invited", async () => {
  const id = await newCase();
  const offered = await dates(`FaKo für ${id} mit Jugendamt und Jobcenter in 4 Wochen`);
  const made = await person.presses(offered, "Anlegen", {
    "role:JC-Eschweiler": "without",
    where: "JA-Eschweiler",
  });
  expect(made.text).not.toContain("Jobcenter");
  expect(made.text).toContain("Jugendamt der Stadt Eschweiler");
});
