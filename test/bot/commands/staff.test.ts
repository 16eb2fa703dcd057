import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { importStaff } from "../../../bot/commands/import-staff.js";
import { staffRemove } from "../../../bot/commands/staff.js";
import { readAudit } from "../../../casework/audit/audit.js";
import { coordinatorsOf, staffRecord } from "../../../casework/staff/staff.js";
import { type Bot, caseIdIn, startBot } from "../../front-door/bot.js";
import type { Person } from "../../wire/person.js";
import { runCommand } from "./run-command.js";

let bot: Bot;
let owner: Person;
let coordinator: Person;

beforeAll(async () => {
  bot = await startBot();
  owner = bot.wire.person("Fallmanagement A");
  coordinator = bot.wire.person("Koordination");
  const lines = [
    `${owner.id};A;a@example.org;case-manager;Stadt Eschweiler;`,
    `${coordinator.id};K;k@example.org;coordinator;Stadt Eschweiler;`,
  ];
  await importStaff(bot.ledger, ["aadObjectId;name;email;role;agency;rechtskreis", ...lines, ""].join("\n"));
});
afterAll(() => bot.close());

const remove = (id: string, flags: Record<string, boolean> = {}) =>
  runCommand(staffRemove, [id], { DATA_DIR: bot.dataDir }, flags);

test("whoever leaves is off the list, everywhere and at once, and the audit says so", async () => {
  expect((await remove(coordinator.id)).code).toBe(0);
  expect(await bot.peek((unit) => unit.read(staffRecord, coordinator.id))).toBeUndefined();
  expect(await bot.peek((unit) => coordinatorsOf(unit, "Stadt Eschweiler"))).toEqual([]);
  expect(await bot.peek((unit) => readAudit(unit, 1))).toMatchObject([
    { action: "staff-removed", person: "operator", subject: coordinator.id },
  ]);
  expect((await remove(coordinator.id)).err).toContain("steht nicht auf der Personalliste");
});

test("whoever leads open cases is not removed before they are handed over, unless it must be", async () => {
  const form = await owner.says("Neuer Fall: Eschweiler, Wohngeld");
  const id = caseIdIn((await owner.presses(form, "Anlegen")).text);
  const refused = await remove(owner.id);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(id) });
  expect((await owner.says(`Zeig mir ${id}`)).text).toContain("Wohngeld");
  expect((await remove(owner.id, { force: true })).code).toBe(0);
  // In demo mode whoever speaks is enrolled anew, in the organisation of the demo: the case is another's.
  expect((await owner.says(`Zeig mir ${id}`)).text).toContain("gibt es nicht");
});
