import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Bot, caseIdIn, startBot } from "./bot.js";

/** Whoever writes much gets cards that Teams takes; the driver refuses any other. */

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

async function openCase() {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Kita");
  return { person, id: caseIdIn((await person.presses(form, "Anlegen")).text) };
}

const long = "Unterlagen sortieren ".repeat(300);

test("long measures and Wiedervorlagen are cut on the cards of the case and of the agenda", async () => {
  const { person, id } = await openCase();
  for (let i = 0; i < 6; i++) {
    await person.says(`Maßnahme zu ${id}: ${long} bis 12.03.2027`);
    await person.says(`wv ${id} 12.03.2027 ${long}`);
  }
  expect((await person.says(id)).text).toMatch(/Unterl … \(bis/);
  expect((await person.says("was steht in den nächsten 52 Wochen an")).text).toContain("Unterlagen");
});

test("what is to be transferred comes in parts that fit, each note once", async () => {
  const { person, id } = await openCase();
  for (let i = 0; i < 30; i++)
    await person.says(`Notiz zu ${id}: Stand ${i}. ${"Gespräch geführt. ".repeat(30)}`);
  const seen: string[] = [];
  for (let part = 0; part < 10; part++) {
    const card = await person.says(`seit der letzten Übertragung in die Datenbank KIM ${id}`);
    // Each stands field by field and in the text to copy.
    seen.push(...new Set(card.text.match(/Stand \d+/g) ?? []));
    await person.presses(card, "Als übertragen markieren");
    if (!card.text.includes("sobald diese Angaben als übertragen markiert sind")) break;
  }
  expect(seen).toEqual(Array.from({ length: 30 }, (_, i) => `Stand ${i}`));
});

test("digits of another keyboard are digits to the check for personal data", async () => {
  const { person, id } = await openCase();
  await person.says(
    `Notiz zu ${id}: geb ０３.０４.１９８７, Tel. ٠٢٤١ ١٢٣٤٥٦, Mail max.muster＠example.org, Antrag liegt vor`,
  );
  const history = await person.says(`Verlauf ${id}`);
  expect(history.text).toContain("Antrag liegt vor");
  for (const typed of ["１９８７", "١٢٣٤٥٦", "max.muster"]) expect(history.text).not.toContain(typed);
});
