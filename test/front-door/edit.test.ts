import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { caseRecord } from "../../casework/case/case.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

const ESCHWEILER = "00000000-0000-4000-8000-000000000001";
const STOLBERG = "00000000-0000-4000-8000-000000000002";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

/** A case that two people work on, each with its form open. */
async function twoForms() {
  const owner = bot.wire.person("Case Management Eschweiler", { id: ESCHWEILER });
  const deputy = bot.wire.person("Case Management Stolberg", { id: STOLBERG });
  const created = await owner.presses(
    await owner.says("Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohngeld"),
    "Anlegen",
  );
  const id = caseIdIn(created.text);
  await owner.presses(await owner.says(`Vertretung ${id} durch CM Stolberg`), "Speichern");
  const form = await owner.presses(await owner.says(id), "Bearbeiten");
  const other = await deputy.presses(await deputy.says(id), "Bearbeiten");
  return { id, owner, deputy, form, other };
}

const stored = (id: string) => bot.peek((unit) => unit.read(caseRecord, id));

describe("two people change the same field", () => {
  test("the second one sees both values, who wrote the other, and picks", async () => {
    const { id, owner, deputy, form, other } = await twoForms();
    await deputy.presses(other, "Speichern", { household: 6 });
    const conflict = await owner.presses(form, "Speichern", { household: 7, urgency: "high" });
    expect(conflict.text).toContain("Ihr Wert: 7");
    expect(conflict.text).toContain("Inzwischen gespeichert von Case Management Stolberg: 6");
    expect((await stored(id))?.household).toBe(6);
    await owner.presses(conflict, "Speichern", { "pick:household": "theirs" });
    expect(await stored(id)).toMatchObject({ household: 6, urgency: "high" });
  });

  test("what was typed is kept and can win", async () => {
    const { id, owner, deputy, form, other } = await twoForms();
    await deputy.presses(other, "Speichern", { household: 6 });
    const conflict = await owner.presses(form, "Speichern", { household: 7 });
    await owner.presses(conflict, "Speichern");
    expect((await stored(id))?.household).toBe(7);
  });

  test("a third change while the second one picks is shown again", async () => {
    const { id, owner, deputy, form, other } = await twoForms();
    await deputy.presses(other, "Speichern", { household: 6 });
    const conflict = await owner.presses(form, "Speichern", { household: 7 });
    const third = await deputy.presses(await deputy.says(id), "Bearbeiten");
    await deputy.presses(third, "Speichern", { household: 8 });
    const again = await owner.presses(conflict, "Speichern");
    expect(again.text).toContain(": 8");
    await owner.presses(again, "Speichern", { "pick:household": "theirs" });
    expect((await stored(id))?.household).toBe(8);
  });
});

test("fields that one of them left alone keep what the other made of them", async () => {
  const { id, owner, deputy, form, other } = await twoForms();
  await deputy.presses(other, "Speichern", { topics: "kita", status: "tolerated", free_goals: "Kita-Platz" });
  const saved = await owner.presses(form, "Speichern", {
    free_moreTopics: "Pflegegeld",
    free_goals: "Arbeit",
  });
  expect(saved.text).toContain("Gespeichert");
  const entry = await stored(id);
  expect(entry?.status?.group).toBe("tolerated");
  expect(entry?.goals).toEqual(["Kita-Platz", "Arbeit"]);
  expect(entry?.topics.map((topic) => topic.id)).not.toContain("wohngeld");
  expect(entry?.topics.length).toBe(2);
});

test("taking an action back leaves what somebody else changed since, and says so", async () => {
  const { id, owner, deputy, form } = await twoForms();
  await owner.presses(form, "Speichern", { household: 6, urgency: "high" });
  const later = await deputy.presses(await deputy.says(id), "Bearbeiten");
  await deputy.presses(later, "Speichern", { household: 8 });
  const undone = await owner.says("rückgängig");
  expect(undone.text).toContain("Inzwischen von anderen geändert, deshalb geblieben: Personen im Haushalt");
  expect(await stored(id)).toMatchObject({ household: 8, urgency: "normal" });
});
