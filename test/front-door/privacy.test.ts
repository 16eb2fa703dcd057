import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Bot, caseIdIn, startBot } from "./bot.js";

/** Put together at run time: no private person stands in this file. */
const surname = ["Oez", "demir"].join("");
const born = ["14", "07", "1988"].join(".");

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

async function bytesAtRest(): Promise<string> {
  const folder = join(bot.dataDir, "store");
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, "latin1")))).join("");
}

test("a name and a birth date are left out, the person is told, the rest of the draft stays", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says(`Neuer Fall: Frau ${surname}, geb. ${born}, 3 Pers. Stolberg, Duldung`);
  expect(form.text).toContain("Nicht gespeichert");
  expect(form.text).toContain("ein Name");
  expect(form.text).toContain("ein Geburtsdatum");
  expect(JSON.stringify(form.card)).not.toContain(surname);
  const created = await person.presses(form, "Anlegen");
  expect(created.text).toContain("Stolberg");
  expect(created.text).toContain("Duldung");
});

test("a name typed into a field of the card does not get into the case", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const created = await person.presses(form, "Anlegen", { free_note: `Frau ${surname} will umziehen` });
  const id = caseIdIn(created.text);
  expect(created.text).toContain("Nicht im Fall gespeichert:** ein Name");
  const history = await person.says(`Verlauf ${id}`);
  expect(history.text).toContain("will umziehen");
  expect(history.text).not.toContain(surname);
});

test("the Duldung part of a message with a name is answered", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const answer = await person.says(`Frau ${surname}, geb. ${born}, Duldung`);
  expect(answer.text).toContain("A 33");
  expect(answer.text).toContain("Nicht gespeichert");
});

test("what a case says is nowhere readable at rest, what was left out is nowhere at all", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  await person.says(`Notiz zu ${id}: Zitronenfalterkuchen bestellt`);
  await person.says(`Maßnahme zu ${id}: Regenbogenforelle suchen bis 12.03.2031`);
  const bytes = await bytesAtRest();
  expect(bytes.length).toBeGreaterThan(10_000);
  for (const word of ["Zitronenfalterkuchen", "Regenbogenforelle", surname, born]) {
    expect(bytes.includes(word)).toBe(false);
  }
});

test("words of danger bring the emergency contacts first, and the text waits behind Trotzdem weiter", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  const alarm = await person.says(`Notiz zu ${id}: das Kind wird zu Hause geschlagen`);
  expect(alarm.text).toContain("110");
  expect((await person.says(`Verlauf ${id}`)).text).not.toContain("geschlagen");
  const saved = await person.presses(alarm, "Trotzdem weiter");
  expect(saved.text).toContain("Notiz gespeichert");
});

test("danger typed into a card brings the emergency contacts as well", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const created = await person.presses(form, "Anlegen", { free_note: "Der Vater schlägt das Kind" });
  expect(created.text).toContain("110");
  expect(created.text).toContain("ist angelegt");
});

test("a name in a field that no card has is left out as well", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const [action] = (form.card as { actions: { data: object }[] }).actions;
  const sent = await person.sends({
    value: { ...action?.data, note: `Frau ${surname}`, free_note: `Frau ${surname} war da` },
  });
  const id = caseIdIn(sent.text);
  expect((await person.says(`Verlauf ${id}`)).text).not.toContain(surname);
});

test("no card grows beyond what Teams takes, however much a case holds", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  for (let i = 0; i < 12; i++)
    await person.says(`Notiz zu ${id}: ${"Unterlagen geprüft und abgelegt. ".repeat(200)}`);
  for (let i = 0; i < 30; i++) await person.says(`Maßnahme zu ${id}: Schritt ${i} bis morgen`);
  for (const text of [`Verlauf ${id}`, `Zeig mir ${id}`, "was steht in den nächsten 14 Tagen an"]) {
    const shown = await person.says(text);
    expect(JSON.stringify(shown.card).length).toBeLessThan(28_000);
  }
});
