import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import ICAL from "ical.js";
import { simpleParser } from "mailparser";
import { homeDay } from "../../casework/case/access.js";
import { inputsOf } from "../wire/card.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

async function caseInEschweiler() {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, Bürgergeld, Kita, Wohngeld");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  return { person, id };
}

/** The messages in the mail folder, once there are as many as expected. */
async function mails(count: number, about: string) {
  const folder = join(bot.dataDir, "mail");
  const patience = Date.now() + 15_000;
  for (;;) {
    const names = await readdir(folder).catch(() => []);
    const all = await Promise.all(
      names
        .filter((name) => name.endsWith(".eml"))
        .map(async (name) => simpleParser(await readFile(join(folder, name)))),
    );
    const found = all.filter((mail) => mail.subject?.includes(about));
    if (found.length >= count) return found;
    if (Date.now() > patience) throw new Error(`${found.length} of ${count} messages about ${about}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function calendarOf(mail: Awaited<ReturnType<typeof simpleParser>>) {
  const part = mail.attachments.find((one) => one.contentType.startsWith("text/calendar"));
  const component = new ICAL.Component(ICAL.parse(String(part?.content)));
  const event = component.getFirstSubcomponent("vevent");
  return {
    method: String(component.getFirstPropertyValue("method")),
    uid: String(event?.getFirstPropertyValue("uid")),
    sequence: Number(event?.getFirstPropertyValue("sequence")),
    attendee: String(event?.getFirstPropertyValue("attendee")),
  };
}

function mailFields(card: Parameters<typeof inputsOf>[0]): Record<string, string> {
  const fields = inputsOf(card).filter((input) => String(input.id).startsWith("mail:"));
  return Object.fromEntries(fields.map((input, i) => [String(input.id), `stelle${i}@example.org`]));
}

test("from the sentence to one invitation per participant, and onto the agenda", async () => {
  const { person, id } = await caseInEschweiler();
  const consent = await person.says(`FaKo für ${id} mit Jobcenter und Jugendamt nächste Woche`);
  expect(consent.text).toContain("fehlt eine gültige Einwilligung");
  const slots = await person.presses(consent, "Speichern", { informed: "true" });
  expect(inputsOf(slots.card ?? {}).find((input) => input.id === "slot")?.choices).toHaveLength(3);
  const planned = await person.presses(slots, "Anlegen", { ...mailFields(slots.card ?? {}) });
  expect(planned.text).toContain("Fallkonferenz steht");
  const sent = await mails(3, id);
  expect(sent).toHaveLength(3);
  const calendars = sent.map(calendarOf);
  expect(new Set(calendars.map((one) => one.uid)).size).toBe(1);
  expect(new Set(calendars.map((one) => one.attendee)).size).toBe(3);
  expect(calendars.every((one) => one.method === "REQUEST" && one.sequence === 0)).toBe(true);
  for (const mail of sent) expect(`${mail.text}${mail.subject}`).not.toContain("5 Pers");
  const agenda = await person.says("was steht in den nächsten 4 Wochen an");
  expect(agenda.text).toContain("Fallkonferenz");
});

test("without consent an office is not invited: it is left out, or there is no conference", async () => {
  const { person, id } = await caseInEschweiler();
  const consent = await person.says(`FaKo für ${id} mit Jobcenter und Jugendamt`);
  const untold = await person.presses(consent, "Speichern", { informed: "false" });
  expect(untold.text).toContain("nicht wirksam");
  const slots = await person.presses(untold, "Speichern", {
    "consent:JC-Eschweiler": "both",
    "consent:JA-Eschweiler": "without",
    informed: "true",
  });
  const planned = await person.presses(slots, "Anlegen", mailFields(slots.card ?? {}));
  expect(planned.text).toContain("Fallkonferenz steht");
  expect(planned.text).not.toContain("Jugendamt Eschweiler:");
  expect(await mails(2, id)).toHaveLength(2);
});

test("the Ausländerbehörde is invited only when somebody says so twice", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Aufenthaltserlaubnis, Wohngeld");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  const offered = await person.says(`FaKo für ${id}`);
  expect(offered.text).toContain("Die Ausländerbehörde lade ich nicht von selbst ein");
  const asked = await person.says(`FaKo für ${id} mit ABH`);
  const unconfirmed = await person.presses(asked, "Speichern", {
    "consent:A33": "both",
    informed: "true",
  });
  expect(unconfirmed.text).toContain("lade ich nie von selbst ein");
  const confirmed = await person.presses(unconfirmed, "Speichern", { "immigration:A33": "true" });
  expect(confirmed.text).toContain("Drei Termine");
});

test("withdrawing consent cancels the invitation in neutral words, at once", async () => {
  const { person, id } = await caseInEschweiler();
  const consent = await person.says(`FaKo für ${id} mit Jobcenter und Jugendamt nächste Woche`);
  const slots = await person.presses(consent, "Speichern", { informed: "true" });
  await person.presses(slots, "Anlegen", mailFields(slots.card ?? {}));
  await mails(3, id);
  const withdrawn = await person.says(`Einwilligung Jugendamt zurückgezogen ${id}`);
  expect(withdrawn.text).toContain("Ab sofort ohne Einwilligung");
  const [cancel] = (await mails(4, id)).filter((mail) => calendarOf(mail).method === "CANCEL");
  expect(calendarOf(cancel as never).sequence).toBe(1);
  expect(`${cancel?.text}${cancel?.subject}`.toLowerCase()).not.toContain("einwilligung");
});

test("nobody sits in two conferences at once", async () => {
  const first = await caseInEschweiler();
  const consent = await first.person.says(`FaKo für ${first.id} mit Jobcenter nächste Woche`);
  const slots = await first.person.presses(consent, "Speichern", { informed: "true" });
  const second = await caseInEschweiler();
  const otherConsent = await second.person.says(`FaKo für ${second.id} mit Jobcenter nächste Woche`);
  const otherSlots = await second.person.presses(otherConsent, "Speichern", { informed: "true" });
  await first.person.presses(slots, "Anlegen", mailFields(slots.card ?? {}));
  const taken = await second.person.presses(otherSlots, "Anlegen", mailFields(otherSlots.card ?? {}));
  expect(taken.text).toContain("inzwischen belegt");
  const planned = await second.person.presses(taken, "Anlegen", mailFields(taken.card ?? {}));
  expect(planned.text).toContain("Fallkonferenz steht");
});

test("the button of an earlier card only shows where the conference stands now", async () => {
  const { person, id } = await caseInEschweiler();
  const consent = await person.says(`FaKo für ${id} mit Jobcenter und Jugendamt`);
  const dates = await person.presses(consent, "Speichern", { informed: "true" });
  await person.says(`Einwilligung Jobcenter zurückgezogen ${id}`);
  const again = await person.presses(dates, "Anlegen");
  expect(again.text).toContain("fehlt eine gültige Einwilligung");
  const without = await person.presses(again, "Speichern", { "consent:JC-Eschweiler": "without" });
  expect(without.text).toContain("Drei Termine");
  const old = await person.presses(dates, "Anlegen");
  expect(old.text).not.toContain("Fallkonferenz steht");
  const planned = await person.presses(old, "Anlegen");
  expect(planned.text).toContain("Fallkonferenz steht");
  const sent = await mails(1, id);
  expect(JSON.stringify(sent.map((mail) => mail.to))).not.toContain("jobcenter");
});

test("a consent that ends before the conference is asked for again, once", async () => {
  const { person, id } = await caseInEschweiler();
  const consent = await person.says(`FaKo für ${id} mit Jobcenter nächste Woche`);
  const today = homeDay(Date.now());
  const none = await person.presses(consent, "Speichern", { informed: "true", until: today });
  expect(none.text).toContain("keinen Termin");
  const longer = await person.says(`EWE Jobcenter ${id} schriftl. beide Richtungen`);
  await person.presses(longer, "Speichern", { informed: "true" });
  const dates = await person.says(`FaKo für ${id} mit Jobcenter nächste Woche`);
  expect(dates.text).toContain("Drei Termine");
});

test("an address that was emptied is not written to", async () => {
  const { person, id } = await caseInEschweiler();
  const consent = await person.says(`FaKo für ${id} mit Jobcenter nächste Woche`);
  const dates = await person.presses(consent, "Speichern", { informed: "true" });
  const planned = await person.presses(dates, "Anlegen", { "mail:JC-Eschweiler": "" });
  expect(planned.text).toContain("bitte telefonisch einladen");
  expect(planned.text).not.toContain("jobcenter.eschweiler@example.org");
});

test("a wish far beyond a year is not an error", async () => {
  const { person, id } = await caseInEschweiler();
  const consent = await person.says(`FaKo für ${id} mit Jobcenter bis 31.12.2099`);
  expect((await person.presses(consent, "Speichern", { informed: "true" })).text).toContain("Drei Termine");
});

test("withdrawing without naming an office withdraws all, also after a move", async () => {
  const { person, id } = await caseInEschweiler();
  await person.presses(await person.says(`EWE Jobcenter ${id} beide Richtungen`), "Speichern", {
    informed: "true",
  });
  const form = await person.presses(await person.says(`Zeig mir ${id}`), "Bearbeiten");
  await person.presses(form, "Speichern", { place: "053340032032" });
  const withdrawn = await person.says(`Einwilligung Jobcenter zurückgezogen ${id}`);
  expect(withdrawn.text).toContain("Standort Eschweiler");
  await person.presses(await person.says(`EWE Jugendamt ${id} beide Richtungen`), "Speichern", {
    informed: "true",
  });
  expect((await person.says(`Alle Einwilligungen zurückgezogen ${id}`)).text).toContain(
    "Jugendamt der Stadt Stolberg",
  );
});
