import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { importStaff } from "../../../bot/commands/import-staff.js";
import { caseFor } from "../../../casework/case/access.js";
import { staffRecord } from "../../../casework/staff/staff.js";
import { beginWork } from "../../../casework/store/unit-of-work.js";
import type { Person } from "../../wire/person.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";

/** § 67(4) SGB X: an emergency opens a door within one organisation, for a while, and everybody hears it. */

const HOUR_MS = 60 * 60 * 1000;
let bot: Bot;
let owner: Person;
let colleague: Person;
let foreign: Person;
let coordinator: Person;
let id: string;

beforeEach(async () => {
  bot = await startBot();
  [owner, colleague, foreign, coordinator] = [
    "Fallmanagement A",
    "Fallmanagement B",
    "Fallmanagement C",
    "Koordination",
  ].map((name) => bot.wire.person(name)) as [Person, Person, Person, Person];
  const rows = [
    [owner, "case-manager", "Stadt Eschweiler"],
    [colleague, "case-manager", "Stadt Eschweiler"],
    [foreign, "case-manager", "Caritasverband"],
    [coordinator, "coordinator", "Stadt Eschweiler"],
  ] as const;
  const lines = rows.map(
    ([person, role, agency]) => `${person.id};${person.name};a@example.org;${role};${agency};`,
  );
  await importStaff(bot.ledger, ["aadObjectId;name;email;role;agency;rechtskreis", ...lines, ""].join("\n"));
  const form = await owner.says("Neuer Fall: Eschweiler, Wohngeld");
  id = caseIdIn((await owner.presses(form, "Anlegen")).text);
  await owner.says(`Notiz zu ${id}: Zitronenfalterkuchen bestellt`);
  await coordinator.says("Hallo");
});
afterEach(() => bot.close());

test("a colleague opens a case with a reason; owner and coordinator are told; it ends after three hours", async () => {
  expect((await colleague.says(`Zeig mir ${id}`)).text).toContain("gibt es nicht");
  expect((await colleague.says(`Notzugriff ${id}`)).text).toContain("braucht einen Grund");
  expect((await colleague.says(`Zeig mir ${id}`)).text).toContain("gibt es nicht");
  const opened = await colleague.says(`Notzugriff ${id} Grund: Kollegin erkrankt, Frist morgen`);
  expect(opened.text).toContain("Notzugriff bis");
  expect((await colleague.says(`Verlauf ${id}`)).text).toContain("Zitronenfalterkuchen");
  const toOwner = await bot.wire.connector.saw(
    ({ conversation, raw }) => conversation === owner.conversation && raw.includes("Notzugriff auf"),
  );
  expect(toOwner.raw).toContain("Frist morgen");
  const toCoordinator = await bot.wire.connector.saw(
    ({ conversation, raw }) => conversation === coordinator.conversation && raw.includes("Notzugriff auf"),
  );
  expect(toCoordinator.raw).not.toContain("Frist morgen");
  expect(toCoordinator.raw).not.toContain("Wohngeld");
  // It is no right of the owner: what ends a case stays with them.
  expect((await colleague.says(`Fall ${id} löschen`)).text).toContain("nur die Fallführung");

  const at = async (hours: number) => {
    const { store, keyring } = bot.ledger;
    const unit = beginWork(store, keyring, Date.now() + hours * HOUR_MS);
    const actor = await unit.read(staffRecord, colleague.id);
    return actor && (await caseFor(unit, actor, id));
  };
  expect(await at(2.9)).toBeDefined();
  expect(await at(3.1)).toBeUndefined();
});

test("another organisation gets the answer that an unknown id gets, and the coordinator sees no case", async () => {
  const unknown = await foreign.says("Notzugriff K-00000 Grund: eilt");
  const refused = await foreign.says(`Notzugriff ${id} Grund: eilt`);
  expect(refused.text).toBe(unknown.text.replace("K-00000", id));
  for (const text of [`Notzugriff ${id} Grund: eilt`, `Zeig mir ${id}`, `Export ${id}`]) {
    expect((await coordinator.says(text)).text).not.toContain("Wohngeld");
  }
});

test("nobody gets to keep a case through it, and whoever loses a case to a deputy is told", async () => {
  await colleague.says(`Notzugriff ${id} Grund: Kollegin erkrankt`);
  for (const text of [`Übergabe ${id} an Fallmanagement B`, `Vertretung ${id} durch Fallmanagement A`]) {
    const refused = await colleague.says(text);
    expect(refused.text).toContain("Mit einem Notzugriff lässt sich ein Fall nicht weitergeben");
    expect(refused.card).toBeUndefined();
  }

  const cover = await owner.says(`Vertretung ${id} durch Fallmanagement B`);
  await owner.presses(cover, "Speichern", { person: colleague.id });
  const given = await colleague.says(`Übergabe ${id} an Fallmanagement B`);
  await colleague.presses(given, "Speichern", { person: colleague.id });
  const told = await bot.wire.connector.saw(
    ({ conversation, raw }) => conversation === owner.conversation && raw.includes("Übergeben hat"),
  );
  expect(told.raw).toContain("Fallmanagement B");
});

test("a form that was opened while one was deputy saves nothing once only the emergency is left", async () => {
  const cover = await owner.says(`Vertretung ${id} durch Fallmanagement B`);
  await owner.presses(cover, "Speichern", { person: colleague.id });
  const given = await colleague.says(`Übergabe ${id} an Fallmanagement B`);
  await owner.says(`Vertretung ${id} beenden`);
  await colleague.says(`Notzugriff ${id} Grund: Kollegin erkrankt`);
  const late = await colleague.presses(given, "Speichern", { person: colleague.id });
  expect(late.text).toContain("nicht weitergeben");
  expect((await owner.says(id)).text).toContain("Wohngeld");
});
