import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { commandRequest } from "../../../bot/commands/command-request.js";
import { importStaff } from "../../../bot/commands/import-staff.js";
import { knowledgeInMemory } from "../../../bot/knowledge-in-memory.js";
import { frontDoor } from "../../../bot/turn/handle-event.js";
import { transact } from "../../../bot/turn/transact.js";
import { auditStream } from "../../../casework/audit/audit.js";
import { type CaseEntry, caseRecord } from "../../../casework/case/case.js";
import { emergencyId, emergencyRecord } from "../../../casework/case/emergency-access.js";
import { staffRecord } from "../../../casework/staff/staff.js";
import type { UnitOfWork } from "../../../casework/store/unit-of-work.js";
import type { Settings } from "../../../dialogs/turn.js";
import type { Person, Turn } from "../../wire/person.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";

/**
 * § 35 SGB I, § 78 SGB X: a card that was used gives its answer again for two weeks, and to nobody whose access has
 * ended since. The stored answer is no way around the rules of access.
 */

let bot: Bot;
let owner: Person;
let deputy: Person;
let id: string;
/** The card that the deputy used while access was in force, and what it answered. */
let used: Turn;
let answered: Turn;

beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

beforeEach(async () => {
  owner = bot.wire.person("Fallmanagement A");
  deputy = bot.wire.person("Fallmanagement B");
  await onStaff("case-manager", "Stadt Eschweiler");
  const form = await owner.says("Neuer Fall: Eschweiler, Wohngeld");
  id = caseIdIn((await owner.presses(form, "Anlegen")).text);
  await change((entry) => ({ ...entry, deputies: [{ person: deputy.id }] }));
  used = await deputy.says(`Maßnahme zu ${id}`);
  answered = await deputy.presses(used, "Speichern", { free_what: "Quittengelee besorgen" });
  expect(answered.text).toContain("Quittengelee");
});

function onStaff(role: string, agency: string): Promise<unknown> {
  const lines = [
    `${owner.id};A;a@example.org;case-manager;Stadt Eschweiler;`,
    `${deputy.id};B;b@example.org;${role};${agency};`,
  ];
  return importStaff(bot.ledger, ["aadObjectId;name;email;role;agency;rechtskreis", ...lines, ""].join("\n"));
}

function write(work: (unit: UnitOfWork) => Promise<void>): Promise<unknown> {
  return transact(bot.ledger, commandRequest(bot.ledger), work);
}

function change(how: (entry: CaseEntry) => CaseEntry): Promise<unknown> {
  return write(async (unit) =>
    unit.write(caseRecord, id, how((await unit.read(caseRecord, id)) as CaseEntry)),
  );
}

const audited = async () =>
  (await bot.peek((unit) => unit.readStream(auditStream, "all", { reverse: true, limit: 1 })))[0]?.entry;

test("while access is in force the used card answers as before, and that look is in the audit", async () => {
  const again = await deputy.presses(used, "Speichern", { free_what: "Quittengelee besorgen" });
  expect(again.replacement).toEqual(answered.replacement);
  expect(await audited()).toMatchObject({ action: "case-read", person: deputy.id, subject: id });
});

const endings: Readonly<Record<string, () => Promise<unknown>>> = {
  "the deputy's time is over": () =>
    change((entry) => ({ ...entry, deputies: [{ person: deputy.id, until: "2020-01-01" }] })),
  "the deputy was taken off the case": () => change((entry) => ({ ...entry, deputies: [] })),
  "the deputy has gone to another organisation": () => onStaff("case-manager", "Caritasverband"),
  "the deputy has another role": () => onStaff("coordinator", "Stadt Eschweiler"),
  "the deputy is no longer on the staff list": () => write((unit) => unit.remove(staffRecord, deputy.id)),
};

const neutral =
  /^(?:Das ist schon erledigt\. Die Antwort von damals wird nicht mehr gezeigt\.|Fallarbeit ist für Sie nicht freigeschaltet\..*)$/;

describe.each(Object.keys(endings))("%s", (ending) => {
  test("the used card shows no word of the case any more, however it is pressed", async () => {
    await endings[ending]?.();
    for (const as of [undefined, "submit"] as const) {
      const again = await deputy.presses(
        used,
        "Speichern",
        { free_what: "Quittengelee besorgen" },
        as ? { as } : {},
      );
      expect(again.text).toMatch(neutral);
      expect(JSON.stringify([again.body, again.replies])).not.toMatch(/Quittengelee|Wohngeld/);
    }
    // It was saved once all the same.
    const shown = (await owner.says(`Zeig mir ${id}`)).text;
    expect(shown.split("Quittengelee")).toHaveLength(2);
  });
});

test("the refused look is in the audit", async () => {
  await endings["the deputy's time is over"]?.();
  await deputy.presses(used, "Speichern", { free_what: "Quittengelee besorgen" });
  expect(await audited()).toMatchObject({ action: "case-refused", person: deputy.id, subject: id });
});

test("what was opened in an emergency closes for used cards as well", async () => {
  const colleague = bot.wire.person("Fallmanagement C");
  await importStaff(
    bot.ledger,
    [
      "aadObjectId;name;email;role;agency;rechtskreis",
      ...[owner, deputy, colleague].map((one) => `${one.id};x;a@example.org;case-manager;Stadt Eschweiler;`),
      "",
    ].join("\n"),
  );
  await colleague.says(`Notzugriff ${id} Grund: Frist morgen`);
  const card = await colleague.says(`Maßnahme zu ${id}`);
  const saved = await colleague.presses(card, "Speichern", { free_what: "Anruf" });
  expect(saved.text).toContain("Anruf");
  await write((unit) => unit.remove(emergencyRecord, emergencyId(id, colleague.id)));
  const again = await colleague.presses(card, "Speichern", { free_what: "Anruf" });
  expect(again.text).not.toContain("Anruf");
});

test("the same press delivered again is answered as it was: that answer may never have arrived", async () => {
  await endings["the deputy was taken off the case"]?.();
  const again = await deputy.redelivers();
  expect(again.replacement).toEqual(answered.replacement);
});

describe("an event whose id comes again", () => {
  /** The front door on a clock of its own, in front of the same store. */
  const door = (laterMs: number) =>
    frontDoor({
      ledger: { ...bot.ledger, clock: () => Date.now() + laterMs },
      knowledge: knowledgeInMemory(bot.ledger.store, bot.ledger.keyring, bot.dataDir).both,
      settings: { demo: false, botId: "28:kim", staleAfterDays: 365, publicUrl: () => undefined } as Settings,
      sentMarks: { add: () => {}, has: async () => false, answersTo: async () => [], flush: async () => {} },
      cards: { add: () => {}, flush: async () => {} },
      models: { cleanPassages: true },
      log: () => {},
    });
  /** As from the tab, where the client names the event. */
  const asked = (laterMs: number) =>
    door(laterMs)({
      id: "4f6f0f6e-5b0d-4c8e-9a37-0d2f6f3c1b11",
      at: Date.now(),
      person: { id: deputy.id },
      conversation: { id: `tab/${deputy.id}`, scope: "personal" },
      locale: "de",
      timeZone: "Europe/Berlin",
      reference: "",
      content: { kind: "text", text: `Zeig mir ${id}` },
    });

  test("is answered as it was for some minutes, and by the rules of today from then on", async () => {
    expect(JSON.stringify(await asked(0))).toContain("Quittengelee");
    await endings["the deputy was taken off the case"]?.();
    expect(JSON.stringify(await asked(9 * 60_000))).toContain("Quittengelee");
    expect(JSON.stringify(await asked(11 * 60_000))).not.toMatch(/Quittengelee|Wohngeld/);
  });
});
