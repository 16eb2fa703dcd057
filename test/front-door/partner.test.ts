import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AUDIT_STREAM, readAudit } from "../../casework/audit/audit.js";
import { disclosuresOf } from "../../casework/consent/disclosures.js";
import type { Person } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { plannedConference } from "./planned-conference.js";

/** Partners of the sample staff list: the Jobcenter's and the Jugendamt's contacts in Eschweiler. */
const JOBCENTER = "00000000-0000-4000-8000-000000000011";
const JUGENDAMT = "00000000-0000-4000-8000-000000000012";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

function partner(id: string): Person {
  return bot.wire.person("Ansprechperson", { id });
}

async function caseWithMeasures(owner: Person): Promise<string> {
  const form = await owner.says("Neuer Fall: Familie 4 Pers. Eschweiler, Bürgergeld, Kita");
  const id = caseIdIn((await owner.presses(form, "Anlegen")).text);
  await owner.says(`Maßnahme zu ${id}: Bescheid prüfen, wer: Jobcenter, bis 31.12.`);
  await owner.says(`Maßnahme zu ${id}: Hausbesuch planen, wer: Fallführung, bis 31.12.`);
  return id;
}

async function consentFor(owner: Person, id: string, words: string): Promise<void> {
  const grid = await owner.says(`EWE ${words} ${id} schriftl. heute, beide Richtungen`);
  await owner.presses(grid, "Speichern", { informed: "true" });
}

test("a partner sees the measures of the own office once consent is there, and nothing else of the case", async () => {
  const owner = bot.wire.person("Case Management Eschweiler");
  const id = await caseWithMeasures(owner);
  const jobcenter = partner(JOBCENTER);
  expect((await jobcenter.says("was ist für mich")).text).not.toContain(id);
  await consentFor(owner, id, "Jobcenter");
  const shown = await jobcenter.says("was ist für mich");
  expect(shown.text).toContain(id);
  expect(shown.text).toContain("Bescheid prüfen");
  expect(shown.text).toContain("Zusammenarbeit im Fall");
  for (const other of ["Hausbesuch", "4 Pers", "Fallführung", "Kita"])
    expect(shown.text).not.toContain(other);
  expect((await partner(JUGENDAMT).says("meine Einladungen")).text).not.toContain(id);
});

test("a partner ticks a measure off: the owner is told, and the case says by whom", async () => {
  const owner = bot.wire.person("Case Management Eschweiler");
  const id = await caseWithMeasures(owner);
  await consentFor(owner, id, "Jobcenter");
  const jobcenter = partner(JOBCENTER);
  const shown = await jobcenter.says("meine Einladungen");
  const pressed = await pressFor(jobcenter, shown, id);
  expect(pressed.text).toContain("Als erledigt gemeldet");
  expect((await owner.says(`Verlauf ${id}`)).text).toContain("meldet als erledigt: Bescheid prüfen");
});

test("a partner answers an invitation, and loses it the moment consent is withdrawn", async () => {
  const { person: owner, caseId } = await plannedConference(bot);
  const jobcenter = partner(JOBCENTER);
  const shown = await jobcenter.says("meine Einladungen");
  expect(shown.text).toContain(caseId);
  const accepted = await pressFor(jobcenter, shown, `${caseId}.1`, "accepted");
  expect(accepted.text).toContain("zugesagt");
  expect((await owner.says(`wer kommt zur FaKo ${caseId}`)).text).toContain("zugesagt (in Teams");
  await owner.says(`Einwilligung Jobcenter zurückgezogen ${caseId}`);
  expect((await jobcenter.says("meine Einladungen")).text).not.toContain(caseId);
  const late = await pressFor(jobcenter, shown, `${caseId}.1`, "declined");
  expect(late.text).toContain("nichts freigegeben");
});

test("an answer to a date that was moved since counts for no other", async () => {
  const { person: owner, caseId, conferenceId } = await plannedConference(bot);
  const jobcenter = partner(JOBCENTER);
  const shown = await jobcenter.says("meine Einladungen");
  const board = await owner.says(`wer kommt ${caseId}`);
  await owner.presses(await owner.says(`verschieb die FaKo ${caseId} auf übernächste Woche`), "Speichern");
  const late = await pressFor(jobcenter, shown, conferenceId, "accepted");
  expect(late.text).toContain("Der Termin wurde inzwischen verschoben");
  const called = await owner.presses(board, "tel. zugesagt", { seat: "JA-Eschweiler" });
  expect(called.text).toContain("Der Termin wurde inzwischen verschoben");
  for (const { text } of [late, called]) expect(text).not.toContain("✓ J");
  expect((await owner.says(`wer kommt ${caseId}`)).text).toContain("0 von 2 haben zugesagt.");
  await pressFor(jobcenter, late, conferenceId, "accepted");
  await owner.presses(called, "tel. zugesagt", { seat: "JA-Eschweiler" });
  expect((await owner.says(`wer kommt ${caseId}`)).text).toContain("2 von 2 haben zugesagt.");
});

test("a measure that is ticked off twice at once is done once, and nobody hears that nothing is shared", async () => {
  const owner = bot.wire.person("Case Management Eschweiler");
  const id = await caseWithMeasures(owner);
  await consentFor(owner, id, "Jobcenter");
  const jobcenter = partner(JOBCENTER);
  const shown = await jobcenter.says("meine Einladungen");
  const both = await Promise.all([pressFor(jobcenter, shown, id), pressFor(jobcenter, shown, id)]);
  const texts = both.map(({ text }) => text);
  expect(texts.filter((text) => text.includes("Als erledigt gemeldet"))).toHaveLength(1);
  expect(texts.filter((text) => text.includes("schon erledigt"))).toHaveLength(1);
  const history = (await owner.says(`Verlauf ${id}`)).text;
  expect(history.split("meldet als erledigt")).toHaveLength(2);
  const refused = (await bot.peek((unit) => readAudit(unit, 100))).filter(
    ({ action, subject }) => action === "case-refused" && subject === id,
  );
  expect(refused).toEqual([]);
});

test("what a partner saw is a disclosure of the case, once for what was new", async () => {
  const owner = bot.wire.person("Case Management Eschweiler");
  const id = await caseWithMeasures(owner);
  await consentFor(owner, id, "Jobcenter");
  const jobcenter = partner(JOBCENTER);
  await jobcenter.says("was ist für mich");
  await jobcenter.says("was ist für mich");
  const views = () => bot.peek((unit) => disclosuresOf(unit, id));
  expect((await views()).map(({ what, recipient }) => [what, recipient])).toEqual([
    ["partner-view", "JC-Eschweiler"],
  ]);
  await owner.says(`Maßnahme zu ${id}: Termin anbieten, wer: Jobcenter, bis 15.12.`);
  await jobcenter.says("was ist für mich");
  expect(await views()).toHaveLength(2);
});

test("nothing else of casework opens for a partner, by word or by a press that was not offered", async () => {
  const owner = bot.wire.person("Case Management Eschweiler");
  const id = await caseWithMeasures(owner);
  const jobcenter = partner(JOBCENTER);
  for (const asked of [
    `Zeig mir ${id}`,
    `Verlauf ${id}`,
    `Einwilligungen zu ${id}`,
    "meine Fälle",
    `EWE JC ${id}`,
  ]) {
    const answer = await jobcenter.says(asked);
    expect(answer.text).toContain("Für Ihre Stelle");
    expect(answer.text).not.toContain(id);
  }
  for (const action of ["case.show", "consent.show", "consent.withdraw", "shared.done", "shared.answer"]) {
    const forged = await jobcenter.sends({
      value: { kim: { action }, caseId: id, measureId: "x", conference: `${id}.1`, answer: "accepted" },
    });
    expect(forged.text).not.toContain(id);
  }
  const manager = bot.wire.person("Case Management Stolberg");
  const forged = await manager.sends({
    value: { kim: { action: "shared.done" }, caseId: id, measureId: "x" },
  });
  expect(forged.text).toContain("nichts freigegeben");
});

/** Presses the button of one case or conference on a card that shows several. */
function pressFor(
  person: Person,
  shown: Awaited<ReturnType<Person["says"]>>,
  subject: string,
  answer?: string,
) {
  const found = JSON.stringify(shown.card).match(/\{"kim":\{"action":"shared\.[^}]*\}[^}]*\}/g) ?? [];
  const data = found
    .map((one) => JSON.parse(one) as Record<string, unknown>)
    .find(
      (one) => (one.caseId ?? one.conference) === subject && (answer === undefined || one.answer === answer),
    );
  if (!data) throw new Error(`No button for ${subject} in ${found.join()}`);
  return person.sends({ value: data });
}

test("what is no case id leaves no trace in the audit, which is readable at rest", async () => {
  await partner(JOBCENTER).sends({
    value: { kim: { action: "shared.done" }, caseId: "Otto Meier", measureId: "x" },
  });
  await partner(JOBCENTER).sends({ value: { kim: { action: "shared.answer" }, conference: "Otto Meier.1" } });
  expect(JSON.stringify(await bot.ledger.store.readStream(AUDIT_STREAM))).not.toContain("Otto");
});
