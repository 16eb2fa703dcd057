import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { caseRecord } from "../../casework/case/case.js";
import { conferenceRecord } from "../../casework/conference/conference.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { plannedConference } from "./planned-conference.js";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

async function openCase() {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, Kita");
  const created = await person.presses(form, "Anlegen");
  return { person, created, id: caseIdIn(created.text) };
}

test("a note that was taken back stays in the history without its text", async () => {
  const { person, id } = await openCase();
  const saved = await person.says(`Notiz zu ${id}: im falschen Fall gelandet`);
  expect((await person.presses(saved, "Rückgängig")).text).toContain("Zurückgenommen: Notiz");
  const history = await person.says(`Verlauf ${id}`);
  expect(history.text).toContain("Diese Notiz wurde zurückgenommen");
  expect(history.text).not.toContain("im falschen Fall");
});

test("a changed field has its former value again, and what else was changed later stays", async () => {
  const { person, id } = await openCase();
  const form = await person.presses(await person.says(id), "Bearbeiten");
  const saved = await person.presses(form, "Speichern", { household: 6, urgency: "high" });
  expect(saved.text).toContain("6 Pers.");
  expect((await person.says("rückgängig")).text).toContain("Zurückgenommen: Angaben geändert");
  const shown = await person.says(id);
  expect(shown.text).toContain("5 Pers.");
  expect(shown.text).not.toContain("eilt");
});

test("the actions before are taken back one after the other", async () => {
  const { person, id } = await openCase();
  await person.says(`Maßnahme zu ${id}: Kita-Navigator ausfüllen bis 12.03.`);
  await person.presses(await person.says("was steht in den nächsten 52 Wochen an"), "Erledigt");
  await person.says("mach das bitte rückgängig");
  expect((await person.says(id)).text).toMatch(/Kita-Navigator ausfüllen \(bis /);
  await person.says("rückgängig");
  expect((await person.says(id)).text).not.toContain("Kita-Navigator");
  await person.says("rückgängig");
  const entry = await bot.peek((unit) => unit.read(caseRecord, id));
  expect(entry?.state).toBe("closed");
  expect(entry?.closingReason).toBe("mistake");
  expect((await person.says("rückgängig")).text).toContain("nichts geändert");
});

test("a button takes back what stands beside it, once, and never what was done before or since", async () => {
  const { person, id } = await openCase();
  await person.says(`Maßnahme zu ${id}: Kita-Navigator ausfüllen bis 12.03.`);
  const first = await person.says(`Notiz zu ${id}: erste`);
  await person.presses(first, "Rückgängig");
  // A double click, and a click a day later: the measure of before stays.
  const again = await Promise.all([person.presses(first, "Rückgängig"), person.presses(first, "Rückgängig")]);
  for (const { text } of again) expect(text).toContain("kann dieser Knopf nicht mehr zurücknehmen");
  const second = await person.says(`Notiz zu ${id}: zweite`);
  await person.says(`Notiz zu ${id}: dritte`);
  expect((await person.presses(second, "Rückgängig")).text).toContain("etwas anderes geändert");
  expect((await person.says(id)).text).toContain("Kita-Navigator");
  const history = (await person.says(`Verlauf ${id}`)).text;
  for (const [text, is] of Object.entries({ erste: false, zweite: true, dritte: true })) {
    expect([text, history.includes(text)]).toEqual([text, is]);
  }
});

test("two clicks at once on the same button take back one thing", async () => {
  const { person, id } = await openCase();
  await person.says(`Notiz zu ${id}: erste`);
  const saved = await person.says(`Notiz zu ${id}: zweite`);
  const both = await Promise.all([person.presses(saved, "Rückgängig"), person.presses(saved, "Rückgängig")]);
  expect(both.filter(({ text }) => text.includes("Zurückgenommen: Notiz"))).toHaveLength(1);
  const history = (await person.says(`Verlauf ${id}`)).text;
  expect([history.includes("erste"), history.includes("zweite")]).toEqual([true, false]);
});

test("consents that are taken back take the invitations along that rest on them", async () => {
  const { person, caseId, conferenceId } = await plannedConference(bot);
  const undone = await person.says("rückgängig");
  expect(undone.text).toContain("Zurückgenommen: Einwilligung erfasst");
  expect(undone.text).toContain("ist damit abgesagt");
  const conference = await bot.peek((unit) => unit.read(conferenceRecord, conferenceId));
  expect(conference?.state).toBe("cancelled");
  expect((await bot.peek((unit) => unit.read(caseRecord, caseId)))?.consents).toEqual([]);
});

test("a case that is taken back while its conference is still to come says so", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says(
    "Neuer Fall: Familie 5 Pers. Eschweiler, Kita; EWE Jugendamt schriftl. heute, beide Richtungen",
  );
  const created = await person.presses(form, "Anlegen", { informed: true });
  const dates = await person.says(`FaKo für ${caseIdIn(created.text)} mit Jugendamt nächste Woche`);
  expect((await person.presses(dates, "Anlegen")).text).toContain("Fallkonferenz steht");
  const undone = await person.presses(created, "Rückgängig");
  expect(undone.text).toContain("jetzt als irrtümlich geschlossen");
  expect(undone.text).toContain("Eine Fallkonferenz steht noch an");
});

test("a form that was saved without a change has nothing to take back", async () => {
  const { person, id } = await openCase();
  const form = await person.presses(await person.says(id), "Bearbeiten");
  const saved = await person.presses(form, "Speichern");
  expect(JSON.stringify(saved.card)).not.toContain("Rückgängig");
});

test("nobody takes back what somebody else did", async () => {
  await openCase();
  const other = bot.wire.person("Case Management Stolberg");
  expect((await other.says("rückgängig")).text).toContain("nichts geändert");
});
