import { expect } from "@jest/globals";
import { INVITATIONS } from "../../casework/conference/invitations.js";
import { caseIdIn } from "../front-door/bot.js";
import { mailsAbout, to } from "../front-door/mail-folder.js";
import { addresses } from "../front-door/planned-conference.js";
import { linkIn } from "../front-door/runs-poll.js";
import type { Desk } from "./desk.js";

/** What case managers do all day, each from its beginning to its end. */
export const jobs: Readonly<Record<string, (desk: Desk) => Promise<void>>> = {
  "finds who is responsible": async ({ says, presses, texts }) => {
    expect(await says("wer ist in baesweiler fürs jugendamt zuständig?")).toContain("A 51");
    await says("Wohngeld in Stolberg");
    expect(await presses(texts.directory.wrong)).toContain(texts.directory.reported("").slice(0, 5));
  },

  "makes a case of a sentence": async ({ says, fills, presses, texts }) => {
    await says("Neuer Fall: Familie 5 Pers. Eschweiler, arab., Kita + Wohnung");
    await fills(texts.cases.fields.household, 4);
    const created = await presses(texts.cases.create);
    expect(created).toContain(texts.cases.created(caseIdIn(created)));
    expect(created).toContain(texts.cases.persons(4));
  },

  "opens a case, changes it, writes a note and takes it back": async (desk) => {
    const { texts, presses, fills } = desk;
    const id = await openCase(desk);
    expect(await desk.showsCase(id)).toContain(texts.cases.persons(5));
    await presses(texts.cases.edit);
    await fills(texts.cases.fields.urgency, texts.labels.urgency.high);
    expect(await presses(texts.cases.save)).toContain(texts.labels.urgency.high);
    await presses(texts.cases.addNote);
    await fills(texts.cases.noteField, "Unterlagen für die Kita sind da");
    expect(await presses(texts.cases.save)).toContain(texts.cases.noteSaved(id));
    expect(await presses(texts.casework.undo)).toContain(
      texts.casework.undoing.done(texts.casework.changes["note-added"], "").trim(),
    );
  },

  "sets a measure and a day to look again": async (desk) => {
    const { texts, presses, fills } = desk;
    const id = await openCase(desk);
    await desk.showsCase(id);
    await presses(texts.cases.addMeasure);
    await fills(texts.cases.measureField, "WBS-Antrag stellen");
    await fills(texts.cases.measureDue, "2030-03-12");
    expect(await presses(texts.cases.save)).toContain("WBS-Antrag stellen");
    await desk.showsCase(id);
    await presses(texts.casework.more);
    await presses(texts.casework.followUp);
    await fills(texts.casework.followUpOn, "2030-05-02");
    await fills(texts.casework.followUpText, "Zeugnis nachfragen");
    expect(await presses(texts.cases.save)).toContain("Zeugnis nachfragen");
  },

  "works through what is due": async (desk) => {
    const { texts, presses, opens, person } = desk;
    const id = await openCase(desk);
    for (const what of ["Bescheid prüfen", "Vermieter anrufen"])
      await person.says(`Maßnahme zu ${id}: ${what} bis heute`);
    const due = await desk.showsDay();
    expect(due).toContain("Bescheid prüfen");
    expect(due).toContain("Vermieter anrufen");
    await presses(texts.casework.agenda.done);
    await opens(texts.casework.agenda.postpone);
    await presses(texts.cases.save);
    const left = await desk.showsDay();
    expect(left).not.toContain("Bescheid prüfen");
    expect(left).not.toContain("Vermieter anrufen");
  },

  "records a consent and withdraws it": async (desk) => {
    const { texts, says, fills, presses } = desk;
    const id = await openCase(desk);
    await says(`EWE Jobcenter ${id} schriftl. heute, beide Richtungen`);
    // Nothing holds without the tick, and nothing that was filled in is lost.
    expect(await presses(texts.cases.save)).toContain(texts.consent.informedRequired);
    await fills(texts.consent.tick, true);
    expect(await presses(texts.cases.save)).toContain(texts.consent.saved);
    const [withdrawn = ""] = texts.consent.withdrawn("").split(":");
    expect(await presses(texts.consent.withdraw)).toContain(withdrawn);
  },

  "plans a conference, stops it, and plans it again to its invitations": async (desk) => {
    const { texts, says, fills, presses, bot } = desk;
    const id = await openCase(desk);
    await desk.showsCase(id);
    await presses(texts.cases.planConference);
    await fills(texts.consent.tick, true);
    await presses(texts.cases.save);
    expect(await presses(texts.cases.create)).toContain(texts.planning.plannedTitle.case);
    expect(await presses(texts.planning.stop)).toContain(texts.planning.stopped);
    const waiting = async () =>
      (await bot.ledger.store.jobs(INVITATIONS, 1000)).filter((job) => job.id.startsWith(`${id}.`));
    expect(await waiting()).toEqual([]);
    await says(`FaKo für ${id} mit Jugendamt in 3 Wochen`);
    expect(await presses(texts.cases.create)).toContain(texts.planning.plannedTitle.case);
    expect((await waiting()).map((job) => job.id.split("/")[1]).sort()).toEqual([
      "JA-Eschweiler",
      "convener",
    ]);
  },

  "starts a poll and sees what was answered": async (desk) => {
    const { texts, fills, presses, says, bot } = desk;
    const id = await openCase(desk);
    await says(`FaKo für ${id} mit Jugendamt in 4 Wochen`);
    await fills(texts.consent.tick, true);
    await presses(texts.cases.save);
    await presses(texts.poll.start);
    const [mail] = await mailsAbout(bot, id, 1);
    const link = linkIn(to(mail ? [mail] : [], "jugendamt.eschweiler").text ?? "");
    const form = /name="form" value="([^"]+)"/.exec(await (await fetch(link)).text())?.[1] ?? "";
    const body = new URLSearchParams({ form, "date-0": "yes", "date-1": "no", "date-2": "no" });
    expect((await fetch(link, { method: "POST", body })).status).toBe(200);
    expect(await presses(texts.attendance.refresh)).toContain(texts.poll.result(1, 1));
  },

  "notes by phone who comes": async (desk) => {
    const { texts, presses } = desk;
    const id = await standingConference(desk, "in 5 Wochen");
    expect(await desk.showsConference(id)).toContain(texts.attendance.count(0, 1));
    expect(await presses(texts.attendance.phone.accepted)).toContain(texts.attendance.count(1, 1));
  },

  "writes the minutes": async (desk) => {
    const { texts, says, fills, presses } = desk;
    const id = await standingConference(desk, "in 6 Wochen");
    await says(`Protokoll zu ${id}`);
    await fills(texts.minutes.decision(1), "Das Jugendamt prüft den Antrag.");
    await fills(texts.minutes.measure(1), "Kita-Platz klären");
    await fills(texts.minutes.due(1), "2030-02-01");
    const saved = await presses(texts.cases.save);
    expect(saved).toContain(texts.minutes.saved(1));
    expect(saved).toContain("Kita-Platz klären");
  },

  "asks the documents, and the specialist office where they do not answer": async (desk) => {
    const { texts, says, fills, presses } = desk;
    expect(await says("Welche Phasen hat das Case Management?")).toContain("sieben Phasen");
    await says("Wie lange dauert ein Wohnberechtigungsschein in Eschweiler?");
    await presses(texts.experts.ask);
    await fills(texts.experts.question, "Wie lange dauert zurzeit ein Wohnberechtigungsschein?");
    const sent = await presses(texts.experts.send);
    expect(sent).toContain("Wohngeldstelle");
    expect(await says("meine Fragen")).toContain(texts.experts.states.open);
  },

  "arranges who stands in over the holidays": async (desk) => {
    const { texts, says, presses } = desk;
    const id = await openCase(desk);
    await says(`Vertretung ${id} bis 15.08. durch CM Stolberg`);
    expect(await presses(texts.cases.save)).toContain("Case Management Stolberg");
    const deputy = desk.bot.wire.person("Case Management Stolberg", {
      id: "00000000-0000-4000-8000-000000000002",
    });
    expect((await deputy.says(id)).text).toContain("Eschweiler");
    await says(`Übergabe ${id} an CM Stolberg`);
    expect(await presses(texts.cases.save)).toContain("Case Management Stolberg");
    expect(await says(id)).toContain(texts.cases.unknown(id));
  },

  "sets the morning reminder": async ({ texts, says }) => {
    expect(await says("Erinnere mich morgens um 7:30")).toContain("7:30");
    expect(await says("Erinnerung aus")).toContain(texts.casework.reminder.off);
  },
};

export async function openCase({ person }: Desk): Promise<string> {
  const form = await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, Bürgergeld, Kita");
  return caseIdIn((await person.presses(form, "Anlegen")).text);
}

async function standingConference(desk: Desk, when: string): Promise<string> {
  const { person } = desk;
  const id = await openCase(desk);
  const consent = await person.says(`FaKo für ${id} mit Jugendamt ${when}`);
  const dates = await person.presses(consent, "Speichern", { informed: "true" });
  await person.presses(dates, "Anlegen", addresses(dates.card ?? {}));
  return id;
}
