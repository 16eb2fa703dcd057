import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { importStaff } from "../../bot/commands/import-staff.js";
import { transact } from "../../bot/turn/transact.js";
import { caseRecord } from "../../casework/case/case.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

/** On the sample staff list. */
const ESCHWEILER = "00000000-0000-4000-8000-000000000001";
const STOLBERG = "00000000-0000-4000-8000-000000000002";
const COORDINATION = "00000000-0000-4000-8000-000000000003";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
  const head = "aadObjectId;name;email;role;agency;rechtskreis";
  await importStaff(
    bot.ledger,
    `${head}\ncaritas-1;Case Management Caritas;caritas@example.org;case-manager;Caritas Eschweiler;\n`,
  );
});
afterAll(() => bot.close());

const owner = () => bot.wire.person("Case Management Eschweiler", { id: ESCHWEILER });
const colleague = () => bot.wire.person("Case Management Stolberg", { id: STOLBERG });

async function openCase(person = owner()) {
  const form = await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, Kita");
  const created = await person.presses(form, "Anlegen");
  return { person, created, id: caseIdIn(created.text) };
}

const stored = (id: string) => bot.peek((unit) => unit.read(caseRecord, id));

async function closeAll(person = owner()) {
  for (;;) {
    const id = /K-[0-9A-Z]{5}/.exec((await person.says("meine Fälle")).text)?.[0];
    if (!id) return;
    await person.says(`${id} abschließen, Ziele erreicht`);
  }
}

describe("the way of a case", () => {
  test("through its phases by text, with who entered each and when", async () => {
    const { person, id } = await openCase();
    expect((await person.says(`${id} jetzt in Hilfeplanung`)).text).toContain(
      "Phase ist jetzt: Hilfeplanung",
    );
    const entry = await stored(id);
    expect(entry?.phaseHistory.map(({ phase, by }) => [phase, by])).toEqual([
      ["intake", ESCHWEILER],
      ["planning", ESCHWEILER],
    ]);
  });

  test("to its end, with a reason, and back", async () => {
    const { person, id } = await openCase();
    const closed = await person.says(`${id} abschließen, Ziele erreicht`);
    expect(closed.text).toContain("Fall abgeschlossen: Ziele erreicht");
    expect((await stored(id))?.closedAt).toBeGreaterThan(0);
    expect((await person.says("meine Fälle")).text).not.toContain(id);
    expect((await person.says(id)).text).toContain("Abgeschlossen am");
    expect((await person.says(`${id} wieder öffnen`)).text).toContain("Fall ist wieder offen");
    expect((await stored(id))?.closingReason).toBeUndefined();
    expect((await person.says("meine Fälle")).text).toContain(id);
  });

  test("without a reason its card asks for one and says what is still open", async () => {
    const { person, id } = await openCase();
    await person.says(`Maßnahme zu ${id}: Kita-Navigator ausfüllen bis 12.03.`);
    const more = await person.presses(await person.says(id), "Mehr");
    const form = await person.presses(more, "Abschließen");
    expect(form.text).toContain("Eine Maßnahme oder Wiedervorlage ist noch offen");
    const closed = await person.presses(form, "Speichern", { reason: "moved-away" });
    expect(closed.text).toContain("Fall abgeschlossen: verzogen");
  });
});

describe("a case that is closed already", () => {
  test("keeps its reason, whatever an older card says, and is not said to have another", async () => {
    const { person, id } = await openCase();
    const form = await person.presses(await person.presses(await person.says(id), "Mehr"), "Abschließen");
    await person.says(`${id} abschließen, verzogen`);
    const late = await person.presses(form, "Speichern", { reason: "goals-reached" });
    expect(late.text).toContain("Dieser Fall ist abgeschlossen");
    expect(late.text).not.toMatch(/✓|Ziele erreicht|Rückgängig/);
    expect((await stored(id))?.closingReason).toBe("moved-away");
  });

  test("takes nothing new, and does not look as if it had", async () => {
    const { person, id } = await openCase();
    await person.says(`${id} abschließen, verzogen`);
    for (const text of [`Maßnahme zu ${id}: Bescheid prüfen bis 12.03.`, `${id} jetzt in Hilfeplanung`]) {
      const answer = await person.says(text);
      expect(answer.text).toContain("Dieser Fall ist abgeschlossen");
      expect(answer.text).not.toContain("✓");
    }
  });
});

describe("a date that no calendar has", () => {
  test("is not taken for a measure, and the card says why and keeps the rest", async () => {
    const { person, id } = await openCase();
    const form = await person.says(`Maßnahme zu ${id}: Bescheid prüfen bis 31.02.`);
    expect(form.text).toContain("Dieses Datum gibt es nicht: „bis 31.02.“");
    const saved = await person.presses(form, "Speichern", { due: "2030-02-28" });
    expect(saved.text).toContain("Bescheid prüfen (bis 28.02.2030)");
  });
});

describe("a Wiedervorlage", () => {
  test("is saved at once if it says when, stands in the case and on the agenda, and can be put off", async () => {
    const { person, id } = await openCase();
    expect((await person.says(`wv ${id} morgen: Bescheid da?`)).text).toContain("Wiedervorlage am");
    const agenda = await person.says("was steht in den nächsten 14 tagen an");
    expect(agenda.text).toContain("Wiedervorlage: Bescheid da?");
    const later = await person.presses(agenda, "agenda.postpone");
    expect(later.replacement).toBeDefined();
    expect(later.text).toContain("Verschoben auf");
    const again = await person.presses(agenda, "agenda.postpone");
    expect(again.text).toContain("Verschoben auf");
    expect(again.text).not.toContain("Rückgängig");
    await person.presses(later, "agenda.done");
    expect((await person.says(id)).text).not.toContain("Bescheid da?");
  });

  test("without a day asks for it", async () => {
    const { person, id } = await openCase();
    const form = await person.presses(await person.presses(await person.says(id), "Mehr"), "Wiedervorlage");
    const saved = await person.presses(form, "Speichern", {
      due: "2030-05-02",
      free_text: "Zeugnis nachfragen",
    });
    expect(saved.text).toContain("Wiedervorlage: Zeugnis nachfragen (02.05.2030)");
  });
});

describe("a handover", () => {
  test("gives the case away for good, and the colleague is told", async () => {
    const receiver = colleague();
    await receiver.says("hallo");
    const { person, id } = await openCase();
    const form = await person.says(`Übergabe ${id} an CM Stolberg`);
    const done = await person.presses(form, "Speichern");
    expect(done.text).toContain("ist übergeben an Case Management Stolberg");
    expect((await person.says(id)).text).toContain("gibt es nicht");
    expect((await receiver.says(id)).text).toContain("Eschweiler · 5 Pers.");
    await bot.wire.connector.saw(
      ({ conversation, activity }) =>
        conversation === receiver.conversation && JSON.stringify(activity).includes("übergeben"),
    );
  });

  test("can be taken back for ten minutes", async () => {
    const { person, id } = await openCase();
    const done = await person.presses(await person.says(`Übergabe ${id} an CM Stolberg`), "Speichern");
    await person.presses(done, "Rückgängig");
    expect((await person.says(id)).text).toContain("Eschweiler · 5 Pers.");
    expect((await colleague().says(id)).text).toContain("gibt es nicht");
  });

  test("to another organisation is a disclosure: without consent it does not happen", async () => {
    const { person, id } = await openCase();
    const form = await person.says(`Übergabe ${id} an Caritas`);
    const refused = await person.presses(form, "Speichern");
    expect(refused.text).toContain("fehlt eine gültige Einwilligung");
    expect((await stored(id))?.owner).toBe(ESCHWEILER);
  });

  test("to somebody who is not on the list says so and offers those who are", async () => {
    const { person, id } = await openCase();
    const form = await person.says(`Übergabe ${id} an Ordnungsamt`);
    expect(form.text).toContain("„Ordnungsamt“ steht nicht auf der Personalliste");
    expect(form.text).toContain("Case Management Stolberg");
  });
});

describe("standing in", () => {
  test("is not asked of whoever owns the case, when its deputy looks for somebody", async () => {
    const { person, id } = await openCase();
    await person.presses(await person.says(`Vertretung ${id} durch CM Stolberg`), "Speichern");
    const form = await colleague().says(`Vertretung ${id} durch CM Eschweiler`);
    expect(form.text).toContain("Vertretung durch");
    expect(JSON.stringify(form.card)).not.toContain(ESCHWEILER);
  });

  test("for the holidays covers all open cases, until the day that was said", async () => {
    await closeAll();
    const first = await openCase();
    const second = await openCase(first.person);
    const form = await first.person.says("Vertretung bis 15.08. durch CM Stolberg");
    expect(form.text).toContain("2 offene Fälle");
    const saved = await first.person.presses(form, "Speichern");
    expect(saved.text).toMatch(/Vertretung durch Case Management Stolberg für 2 Fälle bis 15\.08\.\d{4}/);
    const deputy = colleague();
    expect((await deputy.says(second.id)).text).toContain("Eschweiler · 5 Pers.");
    expect((await deputy.says("meine Fälle")).text).toContain(first.id);
    await first.person.says("Vertretung beenden");
    expect((await deputy.says(first.id)).text).toContain("gibt es nicht");
  });

  test("ends by itself after its last day", async () => {
    const { id } = await openCase();
    const entry = await stored(id);
    const now = Date.now();
    await transact(bot.ledger, { once: [], now, deadline: now + 60_000 }, async (unit) => {
      if (entry) {
        const deputies = [{ person: STOLBERG, until: "2020-01-01" }];
        await unit.write(caseRecord, id, { ...entry, deputies });
      }
    });
    expect((await colleague().says(id)).text).toContain("gibt es nicht");
  });

  test("for somebody else is not for a case manager to set", async () => {
    const { person } = await openCase();
    expect((await person.says("Vertretung für CM Stolberg aktivieren")).text).toContain(
      "die Koordination ein",
    );
  });

  test("is activated by a coordinator for somebody who is away, who sees nothing of the cases", async () => {
    await closeAll();
    const { id } = await openCase();
    const coordinator = bot.wire.person("Koordination KIM", { id: COORDINATION });
    const form = await coordinator.says("Vertretung für Case Management Eschweiler aktivieren");
    expect(form.text).toContain("1 offener Fall");
    const saved = await coordinator.presses(form, "Speichern", { person: STOLBERG, until: "2030-01-15" });
    expect(saved.text).toContain("für einen Fall bis 15.01.2030");
    expect(coordinator.text()).not.toContain(id);
    expect(coordinator.text()).not.toContain("5 Pers.");
    expect((await coordinator.says(id)).text).toContain("nicht freigeschaltet");
    expect((await colleague().says(id)).text).toContain("Eschweiler · 5 Pers.");
  });
});

describe("a closed case", () => {
  test.each([
    "Maßnahme zu ID: Anruf bis 12.03.2027",
    "wv ID 12.03.2027 nachfragen",
    "FaKo für ID mit JC nächste Woche",
  ])("is not worked on (%s), and says how to go on", async (text) => {
    const { person, id } = await openCase();
    await person.says(`${id} abschließen, Ziele erreicht`);
    const before = await stored(id);
    const answer = await person.says(text.replace("ID", id));
    expect(answer.text).toContain("Dieser Fall ist abgeschlossen");
    expect(answer.text).toContain("Wieder öffnen");
    expect(await stored(id)).toEqual(before);
  });

  test("takes no measure and no invitation from a card that was opened before, and loses nothing of it", async () => {
    const { person, id } = await openCase();
    const measure = await person.says(`Maßnahme zu ${id}:`);
    const followUp = await person.says(`wv ${id}`);
    const grid = await person.says(`FaKo für ${id} mit JC nächste Woche`);
    await person.says(`${id} abschließen, Ziele erreicht`);
    const late = await person.presses(measure, "Speichern", { free_what: "Nachzügler" });
    expect(late.text).toContain("Dieser Fall ist abgeschlossen");
    expect(late.text).toContain("Nachzügler");
    const day = await person.presses(followUp, "Speichern", { due: "2027-03-12", free_text: "Nachfrage" });
    expect(day.text).toContain("Nachfrage");
    expect((await person.presses(grid, "Speichern", { informed: "true" })).text).toContain("abgeschlossen");
    expect(await stored(id)).toMatchObject({ measures: [], followUps: [], consents: [] });
    await person.says(`${id} wieder öffnen`);
    expect((await person.presses(late, "Speichern")).text).toContain("Maßnahme gespeichert");
  });
});
