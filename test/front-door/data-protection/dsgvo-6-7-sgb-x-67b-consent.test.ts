import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type CaseEntry, caseRecord } from "../../../casework/case/case.js";
import { disclosuresOf } from "../../../casework/consent/disclosures.js";
import { inputsOf } from "../../wire/card.js";
import type { Person } from "../../wire/person.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";
import { eventually } from "../eventually.js";
import { mailsAbout } from "../mail-folder.js";
import { addresses, plannedConference } from "../planned-conference.js";

/** Art. 6, 7 DSGVO, § 67b(2) SGB X: consent is a record, complete or not in force, and withdrawn in one action. */

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

async function newCase(): Promise<{ readonly person: Person; readonly id: string }> {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, arab., Bürgergeld, Kita, Wohngeld");
  return { person, id: caseIdIn((await person.presses(form, "Anlegen")).text) };
}

async function consentsOf(id: string): Promise<CaseEntry["consents"]> {
  return (await bot.peek((unit) => unit.read(caseRecord, id)))?.consents ?? [];
}

describe("recording", () => {
  test("an end that no calendar has is said: left out in silence the consent would hold until withdrawn", async () => {
    const { person, id } = await newCase();
    const grid = await person.says(`EWE JC ${id} schriftl. heute, bis 31.02., beide richtungen`);
    expect(grid.text).toContain("Dieses Datum gibt es nicht: „bis 31.02.“");
  });

  test("that an office was told the identity on a day that no calendar has is asked again, not recorded", async () => {
    const { person, id } = await newCase();
    const grid = await person.says(`EWE JC ${id} schriftl. heute, beide richtungen`);
    await person.presses(grid, "Speichern", { informed: "true" });
    const asked = await person.says(`Identität mitgeteilt JC ${id} tel. am 31.02.`);
    expect(asked.text).toContain("Dieses Datum gibt es nicht");
    expect(await bot.peek((unit) => disclosuresOf(unit, id))).toEqual([]);
    await person.presses(asked, "Speichern");
    expect(await bot.peek((unit) => disclosuresOf(unit, id))).toHaveLength(1);
  });

  test("one sentence fills the grid, one tick grants, and the record holds all that the law asks for", async () => {
    const { person, id } = await newCase();
    const grid = await person.says(`EWE JC ${id} schriftl. heute, bis ende juni, beide richtungen`);
    expect(grid.text).toContain("Jobcenter StädteRegion Aachen, Standort Eschweiler");
    expect(grid.text).toContain("Text zum Vorlesen");
    const saved = await person.presses(grid, "Speichern", { informed: "true", text: "leicht" });
    expect(saved.text).toMatch(/✓ gilt bis 30\.06\.20\d\d/);
    expect(await consentsOf(id)).toEqual([
      expect.objectContaining({
        giver: "adult",
        recipient: "JC-Eschweiler",
        rechtskreis: "SGB2",
        direction: "both",
        purposes: ["cooperation"],
        categories: ["household", "benefits", "housing", "work"],
        releases203: false,
        form: "written",
        language: "Arabisch",
        informed: true,
        evidence: "Papierakte",
        recordedBy: person.id,
        told: {
          module: "leicht",
          language: "de-leicht",
          version: expect.any(String),
          at: expect.any(Number),
        },
      }),
    ]);
  });

  test("nothing that grants is filled in, and without the tick nothing is recorded", async () => {
    const { person, id } = await newCase();
    const grid = await person.says(`EWE JC ${id}`);
    const inputs = inputsOf(grid.card ?? {});
    const filledIn = (name: string) => inputs.find((input) => input.id === name)?.value;
    expect(filledIn("informed")).toBe("false");
    expect(filledIn("consent:JC-Eschweiler")).toBeUndefined();
    const refused = await person.presses(grid, "Speichern", { "consent:JC-Eschweiler": "both" });
    expect(refused.text).toContain("nicht wirksam");
    const silent = await person.presses(refused, "Speichern", {
      "consent:JC-Eschweiler": "without",
      informed: "true",
    });
    expect(silent.text).toContain("Bitte wählen Sie, was erlaubt ist");
    expect(await consentsOf(id)).toEqual([]);
  });

  test("both parents give a consent each, several offices one each; what ends before today is refused beside its field", async () => {
    const { person, id } = await newCase();
    const grid = await person.says(`EWE JC und Jugendamt ${id} Mutter und Vater mündl. beide Richtungen`);
    const late = await person.presses(grid, "Speichern", { informed: "true", until: "2020-01-01" });
    expect(late.text).toContain("Dieser Tag ist schon vorbei");
    await person.presses(late, "Speichern", { until: "" });
    const consents = await consentsOf(id);
    expect(consents.map(({ giver, recipient }) => `${giver} ${recipient}`).sort()).toEqual([
      "adult JA-Eschweiler",
      "adult JC-Eschweiler",
      "second-adult JA-Eschweiler",
      "second-adult JC-Eschweiler",
    ]);
    expect(consents.every(({ evidence }) => evidence === "Vermerk in der Akte")).toBe(true);
  });

  test("the base consent for KIM is one of its own; what is missing is listed with the reason", async () => {
    const { person, id } = await newCase();
    expect((await person.says(`welche Einwilligungen fehlen bei ${id}`)).text).toContain("Grundeinwilligung");
    const grid = await person.says(`EWE KIM ${id} schriftl. heute`);
    const saved = await person.presses(grid, "Speichern", { informed: "true" });
    expect(saved.text).toContain("Grundeinwilligung: KIM darf im Fall arbeiten");
    expect(saved.text).not.toContain("Grundeinwilligung: KIM darf im Fall arbeiten – ");
    expect(saved.text).toContain("Jugendamt der Stadt Eschweiler – noch keine Einwilligung");
  });

  test("one direction does not let the office speak: for a conference it is asked for again", async () => {
    const { person, id } = await newCase();
    const grid = await person.says(`EWE JC ${id} schriftl. heute, nur an JC`);
    await person.presses(grid, "Speichern", { informed: "true" });
    expect((await person.says(`FaKo für ${id} mit Jobcenter`)).text).toContain(
      "fehlt eine gültige Einwilligung",
    );
  });

  test("several at one table need the consent that all hear all; one more office needs it anew", async () => {
    const { person, id } = await newCase();
    for (const office of ["JC", "Jugendamt", "Wohngeldstelle"]) {
      const grid = await person.says(`EWE ${office} ${id} schriftl. heute, beide Richtungen`);
      await person.presses(grid, "Speichern", { informed: "true" });
    }
    const round = await person.says(`FaKo für ${id} mit Jobcenter und Jugendamt`);
    expect(round.text).toContain("Am Tisch hören alle alles");
    const refused = await person.presses(round, "Speichern", { "consent:ROUND": "without" });
    expect(refused.text).toContain("keine gemeinsame Runde");
    const dates = await person.presses(refused, "Speichern", { "consent:ROUND": "both", informed: "true" });
    expect(dates.text).toContain("Drei Termine");
    const more = await person.says(`FaKo für ${id} mit Jobcenter, Jugendamt und Wohngeldstelle`);
    expect(more.text).toContain("Am Tisch hören alle alles");
  });
});

describe("withdrawing", () => {
  test("is one press on the overview: at once in force, the invitation goes in neutral words, and it is listed which", async () => {
    const { person, caseId } = await plannedConference(bot);
    await mailsAbout(bot, caseId, 3);
    const overview = await person.says(`Einwilligungen zu ${caseId}`);
    const jugendamt = (await consentsOf(caseId)).find(({ recipient }) => recipient === "JA-Eschweiler");
    const withdrawn = await person.sends({
      value: { kim: { action: "consent.withdraw" }, caseId, consentId: jugendamt?.id },
    });
    expect(overview.text).toContain("Widerrufen");
    expect(withdrawn.text).toContain("Einladung zurückgenommen (ohne Grund): Jugendamt der Stadt Eschweiler");
    expect(withdrawn.text).toContain("✗ widerrufen am");
    const cancelled = (await mailsAbout(bot, caseId, 4)).filter(({ subject }) =>
      subject?.includes("Abgesagt"),
    );
    expect(cancelled).toHaveLength(1);
    expect(`${cancelled[0]?.subject}${cancelled[0]?.text}`).not.toMatch(
      /einwilligung|widerruf|zurückgezogen/i,
    );
    const again = await person.sends({
      value: { kim: { action: "consent.withdraw" }, caseId, consentId: jugendamt?.id },
    });
    expect(again.text).not.toContain("Einladung zurückgenommen");
    expect((await consentsOf(caseId)).find(({ id }) => id === jugendamt?.id)).toMatchObject({
      withdrawnBy: person.id,
    });
  });

  test("by one parent rests what the other gave, until the first consents anew", async () => {
    const { person, id } = await newCase();
    const grid = await person.says(`EWE JC ${id} Mutter und Vater schriftl. beide Richtungen`);
    await person.presses(grid, "Speichern", { informed: "true" });
    const father = (await consentsOf(id)).find(({ giver }) => giver === "second-adult");
    const withdrawn = await person.sends({
      value: { kim: { action: "consent.withdraw" }, caseId: id, consentId: father?.id },
    });
    expect(withdrawn.text).toContain("ruht: jemand anderes hat widerrufen");
    expect((await person.says(`FaKo für ${id} mit Jobcenter`)).text).toContain("fehlt eine gültige");
    const anew = await person.says(`EWE JC ${id} schriftl. beide Richtungen`);
    await person.presses(anew, "Speichern", { informed: "true", giver: "second-adult" });
    expect((await person.says(`FaKo für ${id} mit Jobcenter`)).text).toContain("Drei Termine");
  });

  test("the round or the base ends the whole conference", async () => {
    for (const words of ["Runde", "KIM"]) {
      const { person, caseId } = await plannedConference(bot);
      const base = await person.says(`EWE KIM ${caseId} schriftl. heute`);
      await person.presses(base, "Speichern", { informed: "true" });
      const consent = (await consentsOf(caseId)).find(
        ({ recipient }) => recipient === (words === "KIM" ? "KIM" : "ROUND"),
      );
      const done = await person.sends({
        value: { kim: { action: "consent.withdraw" }, caseId, consentId: consent?.id },
      });
      expect(done.text).toContain("ist damit abgesagt");
      expect((await person.says(`wer kommt zur FaKo ${caseId}`)).text).toMatch(
        /abgesagt|keine Fallkonferenz/,
      );
    }
  });

  test("cannot be undone, and an office whose consent is gone is not suggested as if it had one", async () => {
    const { person, id } = await newCase();
    const grid = await person.says(`EWE JC ${id} schriftl. heute, beide Richtungen`);
    await person.presses(grid, "Speichern", { informed: "true" });
    await person.says(`Einwilligung JC zurückgezogen ${id}`);
    await person.says("rückgängig");
    const [consent] = await consentsOf(id);
    expect(consent?.withdrawnAt ?? "never recorded").toBeDefined();
    expect((await person.says(`FaKo für ${id} mit Jobcenter`)).text).toContain("fehlt eine gültige");
  });
});

describe("disclosures", () => {
  test("each invitation and its cancellation is kept with its recipient and the consents it rested on", async () => {
    const { person, caseId } = await plannedConference(bot);
    const disclosed = async (count: number) =>
      eventually(`${count} disclosures`, async () => {
        const all = await bot.peek((unit) => disclosuresOf(unit, caseId));
        return all.length >= count ? all : undefined;
      });
    const invited = await disclosed(2);
    expect(invited.map(({ what, recipient }) => `${what} ${recipient}`).sort()).toEqual([
      "invitation JA-Eschweiler",
      "invitation JC-Eschweiler",
    ]);
    // Its own consent and that of the round.
    expect(invited.every(({ consents }) => consents.length === 2)).toBe(true);
    await person.says(`Einwilligung Jugendamt zurückgezogen ${caseId}`);
    expect((await disclosed(3)).at(-1)).toMatchObject({ what: "cancellation", recipient: "JA-Eschweiler" });
  });

  test("an identity that was told is recorded with day and way, only where consent lets it, and without the name", async () => {
    const { person, id } = await newCase();
    expect((await person.says(`Identität mitgeteilt JC ${id} tel.`)).text).toContain(
      "noch keine Einwilligung",
    );
    const grid = await person.says(`EWE JC ${id} schriftl. heute, beide Richtungen`);
    await person.presses(grid, "Speichern", { informed: "true" });
    const told = await person.says(`Identität mitgeteilt JC ${id} tel.`);
    expect(told.text).toContain("Identität mitgeteilt: am Telefon");
    const form = await person.presses(await person.says(`Einwilligungen zu ${id}`), "Identität mitgeteilt");
    const future = await person.presses(form, "Speichern", { how: "in-person", on: "2099-01-01" });
    expect(future.text).toContain("liegt in der Zukunft");
    expect((await person.presses(future, "Speichern", { on: "" })).text).toContain("persönlich am");
    expect((await bot.peek((unit) => disclosuresOf(unit, id))).map(({ what }) => what)).toEqual([
      "identity-phone",
      "identity-in-person",
    ]);
    expect(inputsOf(form.card ?? {}).map(({ type }) => type)).not.toContain("Input.Text");
  });
});

test("addresses on the card of dates are those of the offices that may be invited", async () => {
  const { person, id } = await newCase();
  const grid = await person.says(`FaKo für ${id} mit Jobcenter und Jugendamt`);
  const dates = await person.presses(grid, "Speichern", {
    "consent:JA-Eschweiler": "without",
    informed: "true",
  });
  expect(Object.keys(addresses(dates.card ?? {}))).toEqual(["mail:convener", "mail:JC-Eschweiler"]);
});
