import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { homeDay } from "../../../casework/case/access.js";
import { caseRecord } from "../../../casework/case/case.js";
import { mayDisclose } from "../../../casework/consent/may-disclose.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";
import { plannedConference } from "../planned-conference.js";

/** § 65 SGB VIII: what was entrusted to the Jugendamt goes on only with the consent of who entrusted it. */

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

test("an ordinary consent does not cover it; the young person's own tick does, for that office only", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Bürgergeld, Kita");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  const today = homeDay(Date.now());
  const minutes = async (recipient: string, entrusted: boolean) => {
    const consents = (await bot.peek((unit) => unit.read(caseRecord, id)))?.consents ?? [];
    return mayDisclose(consents, { what: "minutes", recipient, days: [today], entrusted });
  };
  const ordinary = await person.says(`EWE Jobcenter ${id} schriftl. heute, beide Richtungen`);
  await person.presses(ordinary, "Speichern", { informed: "true" });
  expect((await minutes("JC-Eschweiler", false)).kind).toBe("allowed");
  expect(await minutes("JC-Eschweiler", true)).toMatchObject({ kind: "refused", why: "entrusted" });

  const own = await person.says(`EWE Jobcenter ${id} die Jugendliche schriftl. heute, beide Richtungen`);
  const saved = await person.presses(own, "Speichern", { informed: "true", entrusted: "true" });
  expect(saved.text).toContain("auch Anvertrautes (§ 65 SGB VIII)");
  expect(await minutes("JC-Eschweiler", true)).toMatchObject({
    kind: "allowed",
    on: [{ giver: "young-person", entrusted: true }],
  });
  expect((await minutes("JA-Eschweiler", true)).kind).toBe("refused");
});

test("minutes that hold it go to the Jugendamt, and to nobody else without that consent", async () => {
  const planned = await plannedConference(bot);
  const form = await planned.person.says(`Protokoll zu ${planned.caseId}`);
  const saved = await planned.person.presses(form, "Speichern", {
    free_decision_0: "Die Hilfe geht weiter.",
    entrusted: "true",
  });
  const offer = await planned.person.presses(saved, "An Teilnehmende senden");
  expect(offer.text).toMatch(/Jobcenter[^\n]* bekommt nichts: Das Protokoll enthält Anvertrautes/);
  expect(offer.text).not.toMatch(/Jugendamt[^\n]* bekommt nichts/);
});
