import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { homeDay } from "../../../casework/case/access.js";
import { caseRecord } from "../../../casework/case/case.js";
import { mayDisclose } from "../../../casework/consent/may-disclose.js";
import { inputsOf } from "../../wire/card.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";

/** Art. 9 DSGVO, §§ 67b, 76 SGB X: no field for health, a warning, and consent to it only by its own name. */

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

test("health is never among the data that are proposed; it is ticked by itself, beside a warning", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Bürgergeld, Kita");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  const today = homeDay(Date.now());
  const aboutHealth = async () => {
    const consents = (await bot.peek((unit) => unit.read(caseRecord, id)))?.consents ?? [];
    return mayDisclose(consents, {
      what: "minutes",
      recipient: "JC-Eschweiler",
      days: [today],
      health: true,
    });
  };
  const grid = await person.says(`EWE Jobcenter ${id} schriftl. heute, beide Richtungen`);
  const categories = inputsOf(grid.card ?? {}).find((input) => input.id === "categories:JC-Eschweiler");
  expect(categories?.value).not.toContain("health");
  expect(JSON.stringify(grid.card)).toContain("eigens und ausdrücklich eingewilligt");
  await person.presses(grid, "Speichern", { informed: "true" });
  expect(await aboutHealth()).toMatchObject({ kind: "refused", why: "health" });

  const own = await person.says(`EWE Jobcenter ${id} schriftl. heute, beide Richtungen`);
  const saved = await person.presses(own, "Speichern", {
    informed: "true",
    "categories:JC-Eschweiler": "household,health",
  });
  expect(saved.text).toContain("Gesundheit (eigens eingewilligt)");
  expect((await aboutHealth()).kind).toBe("allowed");
});

test("the case has no field for it, and what is typed about it is warned of", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Kita, Mutter hat Depressionen");
  expect(form.text).toContain("Gesundheitsangabe");
  const fields = inputsOf(form.card ?? {}).map((input) => String(input.id));
  expect(fields.filter((id) => /health|gesund|diagnos|krank/i.test(id))).toEqual([]);
});
