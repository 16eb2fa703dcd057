import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { caseRecord } from "../../../casework/case/case.js";
import { disclosuresOf } from "../../../casework/consent/disclosures.js";
import { putStaff } from "../../../casework/staff/staff.js";
import { beginWork } from "../../../casework/store/unit-of-work.js";
import type { Person } from "../../wire/person.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";

/** § 67(4) SGB X: every organisation is a controller of its own; "same StädteRegion" is no permission. */

const OTHER = "Caritasverband für die Regionen Aachen-Stadt";

let bot: Bot;
let owner: Person;
let id: string;
beforeAll(async () => {
  bot = await startBot();
  const unit = beginWork(bot.ledger.store, bot.ledger.keyring, bot.ledger.clock());
  await putStaff(unit, {
    id: "caritas-1",
    name: "Case Management Caritas",
    email: "",
    role: "case-manager",
    agency: OTHER,
    rechtskreis: "",
  });
  await bot.ledger.store.commit(unit.batch());
});
afterAll(() => bot.close());

beforeEach(async () => {
  owner = bot.wire.person("Case Management Eschweiler", { id: "00000000-0000-4000-8000-000000000001" });
  const form = await owner.says("Neuer Fall: Eschweiler, Bürgergeld, Kita");
  id = caseIdIn((await owner.presses(form, "Anlegen")).text);
});

test("a case of another organisation is answered like one that does not exist, also where consents are asked for", async () => {
  const other = bot.wire.person("Case Management Caritas", { id: "caritas-1" });
  for (const asked of ["Zeig mir", "Einwilligungen zu", "EWE JC", "Einwilligung JC zurückgezogen"]) {
    const foreign = (await other.says(`${asked} ${id}`)).text;
    const unknown = (await other.says(`${asked} K-0A0A0`)).text;
    expect(foreign.replaceAll(id, "…")).toBe(unknown.replaceAll("K-0A0A0", "…"));
  }
  const press = await other.sends({
    value: { kim: { action: "consent.withdraw" }, caseId: id, all: "true" },
  });
  expect(press.text).toContain("gibt es nicht, oder er ist Ihnen nicht zugeordnet");
});

test("to hand a case over to another organisation takes a consent for that, and is kept as a disclosure", async () => {
  const refused = await handOver();
  expect(refused.text).not.toContain("übergeben an");
  expect(await ownerOf()).toBe(owner.id);

  const cooperation = await owner.says(`EWE Übergabe an Caritas ${id} schriftl. heute, nur an Caritas`);
  expect(cooperation.text).toContain(OTHER);
  await owner.presses(cooperation, "Speichern", { informed: "true", purpose: "cooperation" });
  await handOver();
  expect(await ownerOf()).toBe(owner.id);

  const grid = await owner.says(`EWE Übergabe an Caritas ${id} schriftl. heute, nur an Caritas`);
  await owner.presses(grid, "Speichern", { informed: "true" });
  await handOver();
  expect(await ownerOf()).toBe("caritas-1");
  expect(await bot.peek((unit) => disclosuresOf(unit, id))).toEqual([
    expect.objectContaining({ what: "handover", recipientName: OTHER, consents: [expect.any(String)] }),
  ]);
});

async function handOver() {
  const card = await owner.says(`Übergabe ${id} an Case Management Caritas`);
  return owner.presses(card, "case.handover.save", { person: "caritas-1" });
}

async function ownerOf(): Promise<string | undefined> {
  return (await bot.peek((unit) => unit.read(caseRecord, id)))?.owner;
}
