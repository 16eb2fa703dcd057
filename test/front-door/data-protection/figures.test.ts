import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { importStaff } from "../../../bot/commands/import-staff.js";
import type { Person } from "../../wire/person.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";

/** Coordinators see the structure and no single case; no count tells of one family. */

let bot: Bot;
let manager: Person;
let coordinator: Person;
let elsewhere: Person;
beforeAll(async () => {
  bot = await startBot();
  [manager, coordinator, elsewhere] = ["Fallmanagement", "Koordination", "Koordination anderswo"].map(
    (name) => bot.wire.person(name),
  ) as [Person, Person, Person];
  const rows = [
    `${manager.id};Fallmanagement;a@example.org;case-manager;Stadt Eschweiler;`,
    `${coordinator.id};Koordination;b@example.org;coordinator;Stadt Eschweiler;`,
    `${elsewhere.id};Koordination;c@example.org;coordinator;Stadt Stolberg;`,
  ];
  await importStaff(bot.ledger, ["aadObjectId;name;email;role;agency;rechtskreis", ...rows, ""].join("\n"));
});
afterAll(() => bot.close());

async function newCase(about: string): Promise<string> {
  const form = await manager.says(`Neuer Fall: ${about}`);
  return caseIdIn((await manager.presses(form, "Anlegen")).text);
}

test("a gap is told by a sentence or a card, once a case, and counted without the case", async () => {
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) ids.push(await newCase("Eschweiler, Kita"));
  const [first = ""] = ids;
  for (const id of ids) {
    const told = await manager.says(`kein Angebot gefunden für Kita in Eschweiler zu ${id}`);
    expect(told.text).toContain("Als Lücke gezählt");
  }
  expect((await manager.says(`kein Angebot gefunden für Kita zu ${first}`)).text).toContain("schon gemeldet");
  const two = await newCase("Stolberg, Kita + Wohngeld");
  const form = await manager.says(`kein Angebot gefunden ${two}`);
  const saved = await manager.presses(form, "Speichern", { topics: "wohngeld" });
  expect(saved.text).toContain("Als Lücke gezählt");

  const list = await coordinator.says("Lückenliste");
  expect(list.text).toContain("mindestens 5");
  expect(list.text).toContain("unter 5");
  expect(list.text).not.toMatch(/K-[0-9A-Z]{5}/);
  const csv = await coordinator.presses(list, "CSV");
  expect(csv.text).toContain("Eschweiler");
  expect(csv.text).not.toMatch(/K-[0-9A-Z]{5}/);
  expect((await elsewhere.says("Lückenliste")).text).toContain("noch keine Lücke");
  expect((await manager.says("Lückenliste")).text).toContain("für die Koordination");
});
