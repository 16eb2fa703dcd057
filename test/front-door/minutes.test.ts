import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import mammoth from "mammoth";
import { writeDocx } from "../../adapters/word/write-docx.js";
import type { Mail } from "../../bot/outbox/mailer.js";
import { sendMinutes } from "../../bot/outbox/send-minutes.js";
import { readAudit } from "../../casework/audit/audit.js";
import { caseRecord } from "../../casework/case/case.js";
import { disclosuresOf } from "../../casework/consent/disclosures.js";
import { minutesRecord } from "../../casework/minutes/minutes.js";
import { MINUTES } from "../../casework/minutes/send-minutes.js";
import type { Turn } from "../wire/person.js";
import { type Bot, startBot } from "./bot.js";
import { type Planned, plannedConference } from "./planned-conference.js";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ KIM_SEND_DELAY_SECONDS: "60" });
});
afterAll(() => bot.close());

const [jobcenter, jugendamt] = ["JC-Eschweiler", "JA-Eschweiler"] as const;

const filled = {
  present: `convener,${jobcenter},${jugendamt}`,
  free_decision_0: "Das Jobcenter prüft den Antrag.",
  "for:0": jobcenter,
  free_decision_1: "Alle treffen sich wieder.",
  free_measure_0: "Antrag auf Kinderzuschlag vorbereiten",
  "who:0": jobcenter,
  "due:0": "2027-02-01",
  free_measure_1: "Kita-Platz klären",
  "who:1": jugendamt,
  free_dissent: "Das Jugendamt hält den Weg für zu lang.",
  review: "2027-03-01",
};

const minutesOf = ({ conferenceId }: Planned) => bot.peek((unit) => unit.read(minutesRecord, conferenceId));
const caseOf = ({ caseId }: Planned) => bot.peek((unit) => unit.read(caseRecord, caseId));

async function saved(planned: Planned): Promise<Turn> {
  const form = await planned.person.says(`Protokoll zu ${planned.caseId}`);
  return planned.person.presses(form, "Speichern", filled);
}

/** Does the jobs of a case as the outbox would a minute later, with a mailer that keeps what it gets. */
async function aMinuteLater({ conferenceId }: Planned): Promise<readonly Mail[]> {
  const sent: Mail[] = [];
  const handle = sendMinutes({
    ledger: bot.ledger,
    mailer: {
      kind: "smtp",
      send: async (mail) => {
        sent.push(mail);
        return { kind: "sent" };
      },
    },
    writeDocument: writeDocx,
    mailDomain: "example.org",
  });
  const minutes = await bot.peek((unit) => unit.read(minutesRecord, conferenceId));
  for (const sending of minutes?.sendings ?? []) {
    for (const { participant } of sending.to) {
      const payload = { conferenceId, participant, sending: sending.id };
      const outcome = await handle(payload, "job");
      await bot.peek(async (unit) => {
        if (outcome.kind === "done") await outcome.record?.(unit);
        await bot.ledger.store.commit(unit.batch());
      });
    }
  }
  return sent;
}

const textIn = async (mail: Mail | undefined) =>
  (await mammoth.extractRawText({ buffer: mail?.attachment?.content ?? Buffer.alloc(0) })).value;
const mailTo = (mails: readonly Mail[], office: string) =>
  mails.find(({ to }) => to.email === `${office.toLowerCase()}@example.org`);

describe("minutes", () => {
  test("make measures and a Wiedervorlage of the case, once", async () => {
    const planned = await plannedConference(bot);
    const card = await saved(planned);
    expect(card.text).toContain("Protokoll gespeichert. 2 Maßnahmen stehen jetzt im Fall.");
    await planned.person.redelivers();
    const entry = await caseOf(planned);
    expect(
      entry?.measures.map(({ what, responsible, due }) => [what, responsible.slice(0, 10), due]),
    ).toEqual([
      ["Antrag auf Kinderzuschlag vorbereiten", "Jobcenter ", "2027-02-01"],
      ["Kita-Platz klären", "Jugendamt ", undefined],
    ]);
    expect(entry?.followUps).toMatchObject([{ on: "2027-03-01" }]);
    const edit = await planned.person.presses(card, "Ändern");
    const more = await planned.person.presses(edit, "Speichern", {
      free_measure_0: "Termin bestätigen",
      review: "2027-03-08",
    });
    expect(more.text).toContain("3 Maßnahmen stehen jetzt im Fall.");
    const after = await caseOf(planned);
    expect(after?.measures).toHaveLength(3);
    expect(after?.followUps).toMatchObject([{ on: "2027-03-08" }]);
    const review = await planned.person.presses(more, "Folgekonferenz planen");
    expect(review.text).toMatch(/(?:Termine|Einwilligung)/);
  });

  test("are kept as a draft without loss, and nothing reaches the case before they are saved", async () => {
    const planned = await plannedConference(bot);
    const form = await planned.person.says(`Protokoll zu ${planned.caseId} als Entwurf`);
    const more = await planned.person.presses(form, "Weitere Zeile", filled);
    expect(more.text).toContain("Beschluss 3");
    const draft = await planned.person.presses(more, "Als Entwurf behalten", {
      free_decision_2: "Dritter Punkt",
    });
    expect(draft.text).toContain("Als Entwurf behalten.");
    expect((await caseOf(planned))?.measures).toEqual([]);
    const again = await planned.person.says(`Protokoll zu ${planned.caseId}`);
    for (const text of [
      filled.free_decision_0,
      filled.free_measure_1,
      filled.free_dissent,
      "Dritter Punkt",
    ]) {
      expect(again.text).toContain(text);
    }
  });

  test("by two people at once stand in the case once, and nobody's words are lost", async () => {
    const planned = await plannedConference(bot);
    const here = planned.person;
    const there = bot.wire.person("Case Management Eschweiler", { id: here.id });
    const first = await here.says(`Protokoll zu ${planned.caseId}`);
    await here.presses(first, "Als Entwurf behalten", filled);
    const forms = [
      await here.says(`Protokoll zu ${planned.caseId}`),
      await there.says(`Protokoll zu ${planned.caseId}`),
    ];
    const [a, b] = await Promise.all([
      here.presses(forms[0] ?? first, "Speichern", { free_decision_1: "Nur hier beschlossen." }),
      there.presses(forms[1] ?? first, "Speichern", { free_decision_1: "Nur dort beschlossen." }),
    ]);
    const saved = [a, b].filter(({ text }) => text.includes("Protokoll gespeichert"));
    const asked = [a, b].filter(({ text }) => text.includes("hat jemand anderes am Protokoll geschrieben"));
    expect([saved.length, asked.length]).toEqual([1, 1]);
    const who = asked[0] === a ? here : there;
    for (const text of ["Nur hier beschlossen.", "Nur dort beschlossen."]) {
      expect(asked[0]?.text).toContain(text);
    }
    const done = await who.presses(asked[0] ?? a, "Speichern");
    expect(done.text).toContain("2 Maßnahmen stehen jetzt im Fall.");
    expect((await caseOf(planned))?.measures).toHaveLength(2);
    const minutes = await minutesOf(planned);
    expect(minutes?.decisions.map(({ text }) => text)).toEqual(
      expect.arrayContaining([filled.free_decision_0, "Nur hier beschlossen.", "Nur dort beschlossen."]),
    );
  });

  test("saved again after they were taken back stand in the case again", async () => {
    const planned = await plannedConference(bot);
    const card = await saved(planned);
    await planned.person.says("rückgängig");
    expect((await caseOf(planned))?.measures).toEqual([]);
    const again = await planned.person.presses(await planned.person.presses(card, "Ändern"), "Speichern");
    expect(again.text).toContain("2 Maßnahmen stehen jetzt im Fall.");
    expect((await caseOf(planned))?.measures).toHaveLength(2);
  });

  test("say what is missing beside what was typed", async () => {
    const planned = await plannedConference(bot);
    const form = await planned.person.says(`Protokoll ${planned.caseId}`);
    const empty = await planned.person.presses(form, "Speichern");
    expect(empty.text).toContain("mindestens einen Beschluss oder eine Maßnahme");
    const dated = await planned.person.presses(empty, "Speichern", {
      free_measure_0: "Anrufen",
      review: "2020-01-01",
    });
    expect(dated.text).toContain("Bitte ein Datum nach heute");
    expect(dated.text).toContain("Anrufen");
    expect((await caseOf(planned))?.measures).toEqual([]);
  });

  test("never hold a name", async () => {
    const planned = await plannedConference(bot);
    const form = await planned.person.says(`Protokoll zu ${planned.caseId}`);
    await planned.person.presses(form, "Speichern", {
      free_decision_0: "Frau Meier vom Jobcenter prüft, Tel. 0241 1234567.",
    });
    const text = JSON.stringify(await minutesOf(planned));
    expect(text).toContain("prüft");
    expect(text).not.toMatch(/Meier|1234567/);
  });

  test("tell nobody else anything", async () => {
    const planned = await plannedConference(bot);
    const card = await saved(planned);
    const stranger = bot.wire.person("Case Management Stolberg");
    for (const button of ["An Teilnehmende senden", "Ändern", "Folgekonferenz planen"]) {
      expect((await stranger.presses(card, button)).text).not.toContain("Antrag");
    }
    expect((await stranger.says(`Protokoll zu ${planned.caseId}`)).text).toContain("nicht zugeordnet");
  });
});

describe("sending minutes", () => {
  test("reaches participants with consent as a document, an extract where wished, and is a disclosure", async () => {
    const planned = await plannedConference(bot);
    const offer = await planned.person.presses(await saved(planned), "An Teilnehmende senden");
    const held = await planned.person.presses(offer, "Senden", { [`send:${jugendamt}`]: "extract" });
    expect(held.text).toContain("Wird in 60 s versendet");
    const waiting = await bot.ledger.store.jobs(MINUTES, 100);
    const mine = waiting.filter(({ id }) => id.startsWith(planned.conferenceId));
    expect(mine.length).toBeGreaterThanOrEqual(2);
    expect(mine.every(({ due }) => due > Date.now() + 30_000)).toBe(true);

    const mails = await aMinuteLater(planned);
    const whole = await textIn(mailTo(mails, jobcenter));
    for (const text of [
      filled.free_decision_0,
      filled.free_decision_1,
      filled.free_measure_1,
      filled.free_dissent,
    ]) {
      expect(whole).toContain(text);
    }
    const extract = await textIn(mailTo(mails, jugendamt));
    expect(extract).toContain("Auszug");
    expect(extract).toContain(filled.free_measure_1);
    for (const text of [filled.free_decision_0, filled.free_measure_0, filled.free_dissent]) {
      expect(extract).not.toContain(text);
    }
    for (const { subject, text, attachment } of mails) {
      const outside = `${subject} ${text} ${attachment?.filename}`;
      expect(outside).toContain(planned.caseId);
      for (const word of ["Kita", "Antrag", "Familie", "Wohngeld"]) expect(outside).not.toContain(word);
    }
    const told = await bot.peek((unit) => disclosuresOf(unit, planned.caseId));
    expect(told.filter(({ what }) => what === "minutes").map(({ recipient }) => recipient)).toEqual(
      expect.arrayContaining([jobcenter, jugendamt]),
    );
  });

  test("leaves out whoever's consent was withdrawn in the minute, and all once it is stopped", async () => {
    const planned = await plannedConference(bot);
    const card = await saved(planned);
    const offer = await planned.person.presses(card, "An Teilnehmende senden");
    const held = await planned.person.presses(offer, "Senden");
    await planned.person.says(`Einwilligung Jugendamt zurückgezogen ${planned.caseId}`);
    const mails = await aMinuteLater(planned);
    expect(mailTo(mails, jugendamt)).toBeUndefined();
    expect(mailTo(mails, jobcenter)).toBeDefined();
    const entries = await bot.peek((unit) => readAudit(unit, 50));
    expect(entries).toContainEqual(
      expect.objectContaining({ action: "minutes-dropped", subject: planned.caseId, recipient: jugendamt }),
    );
    const stopped = await planned.person.presses(held, "Stopp");
    expect(stopped.text).toContain("Gestoppt. Es wurde nichts versendet.");
    expect(await aMinuteLater(planned)).toEqual([]);
    const offered = await planned.person.presses(stopped, "An Teilnehmende senden");
    expect(offered.text).not.toContain("Jugendamt der Stadt Eschweiler\n");
  });

  test("wait while they are changed once more: nothing leaves that nobody has saved", async () => {
    const planned = await plannedConference(bot);
    const card = await saved(planned);
    await planned.person.presses(await planned.person.presses(card, "An Teilnehmende senden"), "Senden");
    const form = await planned.person.presses(card, "Ändern");
    const draft = await planned.person.presses(form, "Als Entwurf behalten", {
      free_decision_0: "Halber Satz",
    });
    expect(await aMinuteLater(planned)).toEqual([]);
    await planned.person.presses(draft, "Speichern", { free_decision_0: "Ganzer Satz." });
    const mails = await aMinuteLater(planned);
    expect(await textIn(mailTo(mails, jobcenter))).toContain("Ganzer Satz.");
  });

  test("by two people at once leave once, and the second is told", async () => {
    const planned = await plannedConference(bot);
    const card = await saved(planned);
    const here = planned.person;
    const there = bot.wire.person("Case Management Eschweiler", { id: here.id });
    const offers = [
      await here.presses(card, "An Teilnehmende senden"),
      await there.presses(await there.says(`Protokoll zu ${planned.caseId}`), "An Teilnehmende senden"),
    ] as const;
    const both = await Promise.all([here.presses(offers[0], "Senden"), there.presses(offers[1], "Senden")]);
    expect(both.filter(({ text }) => text.includes("hat schon jemand gesendet"))).toHaveLength(1);
    expect((await minutesOf(planned))?.sendings).toHaveLength(1);
  });

  test("with health in it warns, and goes to nobody whose consent does not cover it", async () => {
    const planned = await plannedConference(bot);
    const form = await planned.person.says(`Protokoll zu ${planned.caseId}`);
    const card = await planned.person.presses(form, "Speichern", {
      present: `convener,${jobcenter}`,
      free_decision_0: "Wegen der Depression ist ein Attest nötig. Der Antrag wird gestellt.",
    });
    expect(card.text).toContain("Gesundheitsangabe");
    const offer = await planned.person.presses(card, "An Teilnehmende senden");
    expect(offer.text).toContain("enthält Gesundheitsangaben");
    expect(offer.text).toContain("bekommt nichts");
  });
});
