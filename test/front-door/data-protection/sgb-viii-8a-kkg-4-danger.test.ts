import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { caseRecord } from "../../../casework/case/case.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";

/**
 * § 8a SGB VIII, § 4 KKG: danger to a child comes before consent and before everything else; whatever was typed is
 * still there afterwards.
 */

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

async function newCase() {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Bürgergeld, Kita");
  return { person, id: caseIdIn((await person.presses(form, "Anlegen")).text) };
}

test("danger in a sentence shows whom to call, then goes on with the consent that was meant", async () => {
  const { person, id } = await newCase();
  const first = await person.says(
    `EWE Jugendamt ${id} schriftl. heute, beide Richtungen, das Kind wird geschlagen`,
  );
  expect(first.text).toContain("Zuerst: Schutz");
  expect(first.text).toContain("110");
  expect(first.text).toContain("§ 8b SGB VIII");
  const on = await person.presses(first, "Trotzdem weiter");
  expect(on.text).not.toContain("Zuerst: Schutz");
  expect(on.text.length).toBeGreaterThan(0);
});

test("danger that is typed into the grid shows whom to call above what the card did", async () => {
  const { person, id } = await newCase();
  const grid = await person.says(`EWE Jugendamt ${id} schriftl. heute, beide Richtungen`);
  const saved = await person.presses(grid, "Speichern", {
    informed: "true",
    free_evidence: "Vermerk: das Kind wird geschlagen",
  });
  expect(saved.text).toContain("Zuerst: Schutz");
  expect((await bot.peek((unit) => unit.read(caseRecord, id)))?.consents).toHaveLength(1);
});

test("to call the Jugendamt in danger needs no consent, and nothing here asks for one", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const shown = await person.says("das Kind wird geschlagen, Eschweiler");
  expect(shown.text).toContain("Jugendamt der Stadt Eschweiler");
  expect(shown.text).not.toContain("Einwilligung");
});

test("work about protection is no alarm", async () => {
  const { person, id } = await newCase();
  const grid = await person.says(`EWE Jugendamt ${id} schriftl. heute, SPFH nach 8a von 2023 läuft aus`);
  expect(grid.text).not.toContain("Zuerst: Schutz");
});
