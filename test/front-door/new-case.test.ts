import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { caseRecord } from "../../casework/case/case.js";
import { inputsOf } from "../wire/card.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const stored = (id: string) => bot.peek((unit) => unit.read(caseRecord, id));
const shownIn = (card: Parameters<typeof inputsOf>[0], id: string) =>
  inputsOf(card).find((input) => input.id === id)?.value;

const sentence =
  "Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohnung, Maßnahme: Kita-Navigator bis 12.03., WBS-Antrag bis ende märz; EWE JC schriftl. heute";

describe("one sentence, one card, one tap", () => {
  test("fills topics, two measures and a consent, each where it belongs", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const card = (await person.says(sentence)).card ?? {};
    expect(shownIn(card, "household")).toBe(5);
    expect(shownIn(card, "free_measure0")).toBe("Kita-Navigator");
    expect(shownIn(card, "due:measure0")).toMatch(/-03-12$/);
    expect(shownIn(card, "free_measure1")).toBe("WBS-Antrag");
    expect(shownIn(card, "due:measure1")).toMatch(/-03-31$/);
    expect(shownIn(card, "form")).toBe("written");
    expect(shownIn(card, "informed")).not.toBe("true");
    expect(shownIn(card, "free_note")).toBe("Familie 5 Pers. Eschweiler, Kita + Wohnung");
  });

  test("reads a sentence in English as well", async () => {
    const person = bot.wire.person("Case Management Eschweiler", { locale: "en-GB" });
    const said =
      "family with three children from Syria, Eschweiler, needs a kindergarten place and a flat, speaks Arabic, needs an interpreter, residence permit expires on 3 March, urgent";
    const card = (await person.says(`new case: ${said}`)).card ?? {};
    expect(shownIn(card, "household")).toBe(5);
    expect(shownIn(card, "free_languages")).toBe("Arabisch");
    expect(shownIn(card, "interpreter")).toBe("yes");
    expect(shownIn(card, "status")).toBe("residence-permit");
    expect(shownIn(card, "statusExpires")).toMatch(/-03-03$/);
    expect(shownIn(card, "urgency")).toBe("high");
    expect(String(shownIn(card, "topics")).split(",")).toEqual(expect.arrayContaining(["kita", "wbs"]));
    expect(shownIn(card, "free_note")).toBe(said);
  });

  test("makes all of it in one commit, the consent in force only with its tick", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const created = await person.presses(await person.says(sentence), "Anlegen", { informed: true });
    const id = caseIdIn(created.text);
    const entry = await stored(id);
    expect(entry?.topics.length).toBeGreaterThanOrEqual(2);
    expect(entry?.measures.map(({ what }) => what)).toEqual(["Kita-Navigator", "WBS-Antrag"]);
    expect(entry?.consents).toHaveLength(1);
    expect(entry?.consents[0]).toMatchObject({ informed: true, form: "written" });
    expect(entry?.consents[0]?.recipientName).toContain("Jobcenter");
    expect((await person.says("was steht in den nächsten 52 Wochen an")).text).toContain("WBS-Antrag");
  });

  test("without the tick the case is there all the same, and says that the consent is not in force", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const created = await person.presses(await person.says(sentence), "Anlegen");
    expect(created.text).toContain("gilt aber noch nicht");
    expect((await stored(caseIdIn(created.text)))?.consents[0]?.informed).toBe(false);
  });

  test("says which date does not exist, and keeps the rest of the measure", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const form = await person.says(
      "neuer fall: fam 3 pers stolberg, kita; maßnahme: antrag stellen bis 31.02.",
    );
    expect(form.text).toContain("Dieses Datum gibt es nicht: „bis 31.02.“");
  });

  test("says so of a consent's end too", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const form = await person.says(
      "neuer fall: fam 3 pers stolberg, kita; EWE Jobcenter schriftl. heute, bis 31.02.",
    );
    expect(form.text).toContain("Jobcenter");
    expect(form.text).toContain("Dieses Datum gibt es nicht: „bis 31.02.“");
  });
});

describe("a case that may be there already", () => {
  test("is hinted at on the form, costs no tap, and the decision stands in the new case", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const text = "Neuer Fall: Familie 5 Pers. Eschweiler, Kita";
    const first = await person.presses(await person.says(text), "Anlegen");
    const form = await person.says(text);
    expect(form.text).toContain(`Ähnlicher offener Fall: ${caseIdIn(first.text)}`);
    const second = await person.presses(form, "Anlegen");
    const entry = await stored(caseIdIn(second.text));
    expect(entry?.similarTo).toEqual([caseIdIn(first.text)]);
  });

  test("is not hinted at where the household differs or it is somebody else's", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    await person.presses(await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, Kita"), "Anlegen");
    expect((await person.says("Neuer Fall: Familie 4 Pers. Eschweiler, Kita")).text).not.toContain(
      "Ähnlicher",
    );
    const other = bot.wire.person("Case Management Stolberg");
    expect((await other.says("Neuer Fall: Familie 5 Pers. Eschweiler, Kita")).text).not.toContain(
      "Ähnlicher",
    );
  });
});

test("a date of a status that nobody chose is not lost in silence", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Kita");
  const again = await person.presses(form, "Anlegen", { statusExpires: "2027-05-01" });
  expect(again.text).toContain("Zum Datum fehlt der Aufenthaltsstatus");
  expect(shownIn(again.card ?? {}, "statusExpires")).toBe("2027-05-01");
  const id = caseIdIn((await person.presses(again, "Anlegen", { status: "tolerated" })).text);
  expect((await stored(id))?.status).toEqual({ group: "tolerated", expires: "2027-05-01" });
});
