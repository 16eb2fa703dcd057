import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { homeDay } from "../../../casework/case/access.js";
import { caseRecord } from "../../../casework/case/case.js";
import { mayDisclose } from "../../../casework/consent/may-disclose.js";
import { inputsOf } from "../../wire/card.js";
import type { Person } from "../../wire/person.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";

/**
 * § 71(2) SGB X, §§ 87, 88 AufenthG: the Ausländerbehörde comes only on an own consent and an own confirmation, after a
 * warning, without health data; nobody is asked for an unlawful stay.
 */

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

async function newCase(): Promise<{ readonly person: Person; readonly id: string }> {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Aufenthaltserlaubnis, Wohngeld");
  return { person, id: caseIdIn((await person.presses(form, "Anlegen")).text) };
}

test("it is never suggested: neither for a conference, nor as a consent, nor among those that are missing", async () => {
  const { person, id } = await newCase();
  const conference = await person.says(`FaKo für ${id}`);
  expect(inputsOf(conference.card ?? {}).map((input) => input.id)).not.toContain("consent:A33");
  expect(conference.text).toContain("lade ich nicht von selbst ein");
  expect((await person.says(`EWE ${id} schriftl. heute`)).text).not.toContain("Ausländeramt");
  expect((await person.says(`welche Einwilligungen fehlen ${id}`)).text).not.toContain("Ausländeramt");
});

test("asked for, it takes an own confirmation after a warning, and none of it is filled in", async () => {
  const { person, id } = await newCase();
  const asked = await person.says(`EWE ABH ${id} schriftl. heute, beide richtungen`);
  expect(asked.text).toContain("§§ 87, 88 AufenthG");
  expect(asked.text).toContain("Flüchtlingsberatung");
  expect(inputsOf(asked.card ?? {}).find((input) => input.id === "immigration:A33")?.value).toBe("false");
  const unconfirmed = await person.presses(asked, "Speichern", { informed: "true" });
  expect(unconfirmed.text).toContain("lade ich nie von selbst ein");
  expect((await bot.peek((unit) => unit.read(caseRecord, id)))?.consents).toEqual([]);
  const saved = await person.presses(unconfirmed, "Speichern", { "immigration:A33": "true" });
  expect(saved.text).toContain("✓ gilt");
});

test("in a conference it stays out unless somebody takes it in, with a consent of its own", async () => {
  const { person, id } = await newCase();
  const grid = await person.says(`FaKo für ${id} mit Wohngeldstelle und ABH`);
  const dates = await person.presses(grid, "Speichern", { informed: "true" });
  expect(dates.text).toContain("Drei Termine");
  expect(dates.text).not.toContain("Ausländeramt");
});

test("health is not offered for it, and a forged consent that holds it is not in force", async () => {
  const { person, id } = await newCase();
  const grid = await person.says(`EWE ABH ${id} schriftl. heute, beide richtungen`);
  const categories = inputsOf(grid.card ?? {}).find((input) => input.id === "categories:A33");
  expect(JSON.stringify(categories?.choices)).not.toContain("health");
  const press = grid.card?.actions as readonly { readonly data: Readonly<Record<string, unknown>> }[];
  const forged = await person.sends({
    value: {
      ...press[0]?.data,
      "consent:A33": "both",
      "immigration:A33": "true",
      "categories:A33": "residence,health",
      informed: "true",
    },
  });
  expect(forged.text).toContain("Gesundheitsangaben gehen nie an die Ausländerbehörde");
  const consents = (await bot.peek((unit) => unit.read(caseRecord, id)))?.consents ?? [];
  const today = homeDay(Date.now());
  expect(mayDisclose(consents, { what: "minutes", recipient: "A33", days: [today] }).kind).toBe("refused");
});

test("the form for a case knows no unlawful stay, warns, and names independent counselling", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler");
  expect(form.text).toContain("§ 87 AufenthG");
  expect(form.text).toContain("Flüchtlingsberatung");
  const status = inputsOf(form.card ?? {}).find((input) => input.id === "status");
  expect(JSON.stringify(status?.choices)).not.toMatch(/illegal|unerlaubt|ohne Status|Papiere/i);
});
