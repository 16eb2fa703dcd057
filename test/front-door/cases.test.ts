import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { importStaff } from "../../bot/commands/import-staff.js";
import { inputsOf } from "../wire/card.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const sentence = "Neuer Fall: Familie 5 Pers. Eschweiler, arab., Kita + Wohngeld";

function inputValue(card: Parameters<typeof inputsOf>[0], id: string): unknown {
  return inputsOf(card).find((input) => input.id === id)?.value;
}

async function openCase(name = "Case Management Eschweiler") {
  const person = bot.wire.person(name);
  const form = await person.says(sentence);
  const created = await person.presses(form, "Anlegen");
  return { person, form, created, id: caseIdIn(created.text) };
}

describe("a case from half a sentence", () => {
  test("the card comes back filled with what was said", async () => {
    const { form } = await openCase();
    const card = form.card ?? {};
    expect(inputValue(card, "household")).toBe(5);
    expect(inputValue(card, "place")).toBe("053340012012");
    expect(String(inputValue(card, "topics")).split(",")).toEqual(
      expect.arrayContaining(["kita", "wohngeld"]),
    );
    expect(inputValue(card, "free_languages")).toBe("Arabisch");
  });

  test("Anlegen makes one case, shown in place of the form", async () => {
    const { created, id } = await openCase();
    expect(created.replacement).toBeDefined();
    expect(created.text).toContain(`Fall ${id} ist angelegt`);
    expect(created.text).toContain("Eschweiler · 5 Pers.");
  });

  test("an old client that only knows Action.Submit makes a case as well", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const form = await person.says(sentence);
    const created = await person.presses(form, "Anlegen", {}, { as: "submit" });
    expect(created.text).toMatch(/Fall K-.{5} ist angelegt/);
  });

  test("an unknown topic is named beside its field, and nothing typed is lost", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const form = await person.says(sentence);
    const again = await person.presses(form, "Anlegen", { free_moreTopics: "Quantenphysik", household: 7 });
    expect(again.text).toContain("Nicht im Verzeichnis gefunden: „Quantenphysik“");
    expect(inputValue(again.card ?? {}, "household")).toBe(7);
    const created = await person.presses(again, "Anlegen", { free_moreTopics: "Pflegegeld" });
    expect(created.text).toMatch(/Fall K-.{5} ist angelegt/);
    expect(created.text).toContain("7 Pers.");
    expect(created.text).toContain("Pflege");
  });

  test("a question in the middle of the form leaves the form as it was", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const form = await person.says(sentence);
    const office = await person.says("wer is in baesweiler fürs jugendamt zuständig?");
    expect(office.text).toContain("A 51");
    const created = await person.presses(form, "Anlegen");
    expect(created.text).toMatch(/Fall K-.{5} ist angelegt/);
  });

  test("abbrechen closes the form: its button then makes nothing", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const form = await person.says(sentence);
    expect((await person.says("abbrechen")).text).toContain("Abgebrochen");
    expect((await person.presses(form, "Anlegen")).text).not.toContain("ist angelegt");
    expect((await person.says("meine Fälle")).text).toContain("keine offenen Fälle");
  });
});

describe("working on a case", () => {
  test("it is found by its id, however that is written, and in the list", async () => {
    const { person, id } = await openCase();
    expect((await person.says(`Zeig mir ${id}`)).text).toContain(`${id} · Eschweiler`);
    expect((await person.says(id.toLowerCase().replace("-", ""))).text).toContain(`${id} · Eschweiler`);
    expect((await person.says("meine Fälle")).text).toContain(id);
  });

  test("notes are appended and shown newest first, a page at a time", async () => {
    const { person, id } = await openCase();
    for (let i = 1; i <= 12; i++) await person.says(`Notiz zu ${id}: Schritt ${i} besprochen`);
    const first = await person.says(`Verlauf ${id}`);
    expect(first.text.indexOf("Schritt 12")).toBeLessThan(first.text.indexOf("Schritt 5"));
    expect(first.text).not.toContain("Schritt 2 ");
    const older = await person.presses(first, "Ältere zeigen");
    expect(older.text).toContain("Schritt 2 ");
    expect(older.text).toContain("Schritt 1 ");
  });

  test("a measure with a date stands in the case and on the agenda until it is done", async () => {
    const { person, id } = await openCase();
    const day = new Date(Date.now() + 86_400_000);
    const due = `${day.getDate()}.${day.getMonth() + 1}.`;
    const saved = await person.says(`Maßnahme zu ${id}: Kita-Navigator ausfüllen bis ${due}`);
    expect(saved.text).toContain("Kita-Navigator ausfüllen");
    const agenda = await person.says("was steht in den nächsten 14 Tagen an");
    expect(agenda.text).toContain("Kita-Navigator ausfüllen");
    await person.presses(agenda, "Erledigt");
    expect((await person.says("was steht in den nächsten 14 Tagen an")).text).not.toContain("Kita-Navigator");
    expect((await person.says(`Zeig mir ${id}`)).text).toContain("erledigt");
  });

  test("a measure without a date asks for it on a card", async () => {
    const { person, id } = await openCase();
    const form = await person.says(`Maßnahme zu ${id}: Bescheid prüfen`);
    const saved = await person.presses(form, "Speichern", { due: "2030-03-12" });
    expect(saved.text).toContain("12.03.2030");
  });

  test("status and phase are changed on the card with what is there", async () => {
    const { person, id } = await openCase();
    const shown = await person.says(`Zeig mir ${id}`);
    const form = await person.presses(shown, "Bearbeiten");
    const saved = await person.presses(form, "Speichern", {
      status: "fictional",
      statusExpires: "2030-05-31",
      phase: "planning",
    });
    expect(saved.text).toContain("Fiktionsbescheinigung, bis 31.05.2030");
    expect(saved.text).toContain("Hilfeplanung");
    expect(saved.text).toContain("5 Pers.");
  });

  test("a form that was opened earlier saves only what was changed in it", async () => {
    const { person, id } = await openCase();
    const first = await person.presses(await person.says(`Zeig mir ${id}`), "Bearbeiten");
    const second = await person.presses(await person.says(`Zeig mir ${id}`), "Bearbeiten");
    await person.presses(first, "Speichern", { household: 6 });
    const saved = await person.presses(second, "Speichern", { urgency: "high" });
    expect(saved.text).toContain("6 Pers.");
    expect(saved.text).toContain("eilt");
  });

  test("Ansprechpartner names an office for every Rechtskreis, with its consent", async () => {
    const { person, id } = await openCase();
    const contacts = await person.says(`Ansprechpartner zu ${id}`);
    expect(contacts.text).toContain("Jugendamt");
    expect(contacts.text).toContain("Wohngeld");
    expect(contacts.text).toContain("SGB VIII");
    expect(contacts.text).toContain("✗ Einwilligung: fehlt");
  });

  test("without a case id the own cases are offered, none is assumed", async () => {
    const { person, id } = await openCase();
    const asked = await person.says("Notiz zum Fall: Vermieter zurückrufen");
    expect(asked.text).toContain("Zu welchem Fall?");
    const [button] = (asked.card as { actions: { title: string }[] }).actions.filter((one) =>
      one.title.includes(id),
    );
    const saved = await person.presses(asked, button?.title ?? "");
    expect(saved.text).toContain("Notiz gespeichert");
    expect((await person.says(`Verlauf ${id}`)).text).toContain("Vermieter zurückrufen");
  });
});

describe("who may see a case", () => {
  test("a foreign id is answered exactly like an unknown one", async () => {
    const { id } = await openCase();
    const other = bot.wire.person("Case Management Stolberg");
    const foreign = await other.says(`Zeig mir ${id}`);
    const unknown = await other.says("Zeig mir K-00000");
    expect(foreign.text.replace(id, "K-00000")).toBe(unknown.text);
    expect(foreign.text).not.toContain("Eschweiler");
  });

  test("in a group nothing about a case is shown, only the way to the 1:1 chat", async () => {
    const { person, id } = await openCase();
    const inGroup = bot.wire.person(person.name, { id: person.id, scope: "groupChat" });
    for (const text of [
      `Zeig mir ${id}`,
      "meine Fälle",
      "Neuer Fall: Familie Eschweiler",
      `Notiz zu ${id}: x`,
    ]) {
      const answer = await inGroup.says(text);
      expect(answer.text).toContain("nur im Einzelchat");
      expect(answer.text).not.toContain("5 Pers.");
    }
  });
});

test("what a person empties in a form is gone", async () => {
  const { person, id } = await openCase();
  const form = await person.presses(await person.says(`Zeig mir ${id}`), "Bearbeiten");
  const saved = await person.presses(form, "Speichern", { household: "", free_languages: "" });
  expect(saved.text).not.toContain("5 Pers.");
  expect(saved.text).not.toContain("Arabisch");
});

test("whoever changes to another organisation loses its cases", async () => {
  const { person, id } = await openCase();
  const head = "aadObjectId;name;email;role;agency;rechtskreis";
  const row = `${person.id};Case Management;a@example.org;case-manager;Andere Organisation;`;
  await importStaff(bot.ledger, `${head}\n${row}\n`);
  expect((await person.says(`Zeig mir ${id}`)).text).toContain("gibt es nicht");
});
