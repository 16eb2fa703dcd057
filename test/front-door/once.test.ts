import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { learnedElsewhere } from "./learned-elsewhere.js";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

test("the same activity twice makes one note and answers once", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  await learnedElsewhere(bot, person, await person.says(`Notiz zu ${id}: Unterlagen sind da`));
  const again = await person.redelivers();
  expect(again.replies).toHaveLength(0);
  const history = await person.says(`Verlauf ${id}`);
  expect(history.text.split("Unterlagen sind da")).toHaveLength(2);
});

test("a redelivered press gets the same card again", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const created = await person.presses(form, "Anlegen");
  const again = await person.redelivers();
  expect(again.replacement).toEqual(created.replacement);
  expect((await person.says("meine Fälle")).text).toContain("1 offener Fall");
});

test("two presses of one card, at the same time or later, make one case", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const [one, two] = await Promise.all([person.presses(form, "Anlegen"), person.presses(form, "Anlegen")]);
  const later = await person.presses(form, "Anlegen");
  expect(caseIdIn(two.text)).toBe(caseIdIn(one.text));
  expect(caseIdIn(later.text)).toBe(caseIdIn(one.text));
  expect((await person.says("meine Fälle")).text).toContain("1 offener Fall");
});

test("somebody else who presses a card with its nonce makes nothing and sees nothing", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const other = bot.wire.person("Case Management Stolberg");
  const form = await person.says("Neuer Fall: Eschweiler, 4 Pers., Wohngeld");
  const stolen = await other.presses(form, "Anlegen");
  expect(stolen.text).not.toContain("angelegt");
  await person.presses(form, "Anlegen");
  expect((await other.presses(form, "Anlegen")).text).not.toContain("4 Pers.");
});

test("thirty notes at once all land", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  const numbers = Array.from({ length: 30 }, (_, i) => i);
  await Promise.all(numbers.map((i) => person.says(`Notiz zu ${id}: Punkt ${i}.`)));
  let page = await person.says(`Verlauf ${id}`);
  let all = page.text;
  while (JSON.stringify(page.card).includes("Ältere zeigen")) {
    page = await person.presses(page, "Ältere zeigen");
    all += page.text;
  }
  for (const i of numbers) expect(all).toContain(`Punkt ${i}.`);
});

test("pressing Trotzdem weiter or a case twice saves one note", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  const alarm = await person.says(`Notiz zu ${id}: Kind wird vom Vater geschlagen`);
  await person.presses(alarm, "Trotzdem weiter");
  await person.presses(alarm, "Trotzdem weiter");
  const asked = await person.says("Notiz zum Fall: Vermieter zurückrufen");
  await person.presses(asked, "case.choose");
  await person.presses(asked, "case.choose");
  const history = await person.says(`Verlauf ${id}`);
  expect(history.text.split("vom Vater geschlagen")).toHaveLength(2);
  expect(history.text.split("Vermieter zurückrufen")).toHaveLength(2);
});

test("nobody else can discard a draft", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const other = bot.wire.person("Case Management Stolberg");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  await other.presses(form, "Verwerfen");
  expect((await person.presses(form, "Anlegen")).text).toMatch(/Fall K-.{5} ist angelegt/);
});
