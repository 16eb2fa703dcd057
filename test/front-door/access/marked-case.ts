import { importStaff } from "../../../bot/commands/import-staff.js";
import { transact } from "../../../bot/turn/transact.js";
import { homeDay } from "../../../casework/case/access.js";
import { type CaseEntry, caseRecord, noteStream } from "../../../casework/case/case.js";
import { createCase } from "../../../casework/case/commands.js";
import { openInEmergency } from "../../../casework/case/emergency-access.js";
import { setDeputy } from "../../../casework/case/lifecycle.js";
import { saveCase } from "../../../casework/case/save-case.js";
import { Conference, conferenceRecord } from "../../../casework/conference/conference.js";
import { conferencesIndex, convenedIndex } from "../../../casework/conference/convened.js";
import { Consent } from "../../../casework/consent/consent.js";
import { Minutes, minutesRecord } from "../../../casework/minutes/minutes.js";
import { Poll, pollRecord } from "../../../casework/poll/poll.js";
import { putStaff, type StaffMember, staffRecord } from "../../../casework/staff/staff.js";
import type { Bot } from "../bot.js";
import type { Kind } from "./decisions.js";

/** Stands in every field of the case that holds words, each time with the field's name behind it. */
export const MARK = "Zzmark";

export const CASE = "K-7F3Q9";

const agency = "Stadt Eschweiler";
const youthOffice = { id: "JA-Eschweiler", name: "Jugendamt der Stadt Eschweiler", rechtskreis: "SGB8" };
const jobcenter = {
  id: "JC-Eschweiler",
  name: "Jobcenter StädteRegion Aachen, Standort Eschweiler",
  rechtskreis: "SGB2",
};

/** What a forger could know of the case: the id, and what stands on cards. */
export const fieldsOf = (caseId: string): Readonly<Record<string, string>> => ({
  ...{ caseId, conference: `${caseId}.1`, poll: `${caseId}.cafe`, seat: youthOffice.id, page: "1" },
  ...{ measureId: "m1", item: "m1", kind: "measure", consentId: "c1", answer: "accepted", sending: "s1" },
  ...{ "date:0": "yes", office: youthOffice.id, option: `Zeig mir ${caseId}`, about: "Kita in Eschweiler" },
});

type Listed = Pick<StaffMember, "role" | "agency" | "rechtskreis">;
const caseManager: Listed = { role: "case-manager", agency, rechtskreis: "" };
const partnerOf = ({ name, rechtskreis }: Pick<StaffMember, "name" | "rechtskreis">): Listed => ({
  role: "partner",
  agency: name,
  rechtskreis,
});

/** Everybody who stands on the staff list of this tenant. */
const listed: Readonly<Partial<Record<Kind, Listed>>> = {
  owner: caseManager,
  deputy: caseManager,
  "holiday cover": caseManager,
  "ended deputy": caseManager,
  "deputy who moved to another organisation": caseManager,
  colleague: caseManager,
  "colleague with emergency access": caseManager,
  "case manager of another organisation": { ...caseManager, agency: "Caritasverband" },
  "partner with consent": partnerOf(youthOffice),
  "partner after withdrawal": partnerOf(jobcenter),
  "partner without consent": partnerOf({
    name: "Wohngeldstelle der Stadt Eschweiler",
    rechtskreis: "WOHN",
  }),
  coordinator: { ...caseManager, role: "coordinator" },
  admin: { ...caseManager, role: "admin" },
};

/**
 * Puts everybody on the staff list, and a case with a conference, a poll and minutes before them.
 * @returns puts the case back to how it is now, whatever was done to it
 */
export async function openMarkedCase(bot: Bot, idOf: (kind: Kind) => string): Promise<() => Promise<void>> {
  const rows = Object.entries(listed).map(([kind, { role, agency: of, rechtskreis }]) => {
    const id = idOf(kind as Kind);
    return `${id};${kind};${mailOf(id)};${role};${of};${rechtskreis}`;
  });
  await importStaff(bot.ledger, ["aadObjectId;name;email;role;agency;rechtskreis", ...rows, ""].join("\n"));
  const now = bot.ledger.clock();
  const day = (days: number) => new Date(now + days * 86_400_000).toISOString();
  const date = (days: number) => day(days).slice(0, 10);
  // So that it stands in the list of this week, whatever day it is.
  const today = homeDay(now);
  const seats = [youthOffice, jobcenter].map((office) => ({ ...office, email: mailAt(idOf, office.id) }));
  await transact(bot.ledger, { once: [], now, deadline: now + 5000 }, async (unit) => {
    const owner = (await unit.read(staffRecord, idOf("owner"))) as StaffMember;
    const measure = (id: string, what: string, office?: { readonly id: string; readonly name: string }) => ({
      ...{ id, what: `${MARK}${what}`, responsible: office?.name ?? `${MARK}Wer`, due: today },
      ...(office ? { office: office.id } : {}),
    });
    let entry = await createCase(
      unit,
      owner,
      CASE,
      {
        place: { ars: "053340012012", name: `${MARK}Ort` },
        topics: [
          { id: "kita", title: `${MARK}Thema`, rechtskreis: "SGB8" },
          { id: "wohngeld", title: `${MARK}Thema2`, rechtskreis: "WOHN" },
        ],
        languages: [`${MARK}Sprache`],
        interpreter: "no",
        urgency: "normal",
        phase: "assessment",
        goals: [`${MARK}Ziel`],
      },
      {
        measures: [
          measure("m1", "Eigene", youthOffice),
          measure("m2", "Massnahme"),
          measure("m3", "Jobcenter", jobcenter),
        ],
        followUps: [{ id: "f1", on: date(3), text: `${MARK}Wiedervorlage` }],
        consents: [consentFor(youthOffice, "c1"), { ...consentFor(jobcenter, "c2"), withdrawnAt: now }],
      },
    );
    const deputies = [
      { person: idOf("deputy") },
      { person: idOf("holiday cover"), until: date(10) },
      { person: idOf("ended deputy"), until: "2020-01-01" },
      { person: idOf("deputy who moved to another organisation") },
    ];
    for (const deputy of deputies) entry = await setDeputy(unit, owner, entry, deputy);
    const moved = idOf("deputy who moved to another organisation");
    const before = (await unit.read(staffRecord, moved)) as StaffMember;
    await putStaff(unit, { ...before, agency: "Stadt Stolberg" });
    const colleague = (await unit.read(staffRecord, idOf("colleague with emergency access"))) as StaffMember;
    await openInEmergency(unit, colleague, CASE, `${MARK}Grund`);
    await unit.append(noteStream, CASE, { id: "n1", at: now, author: owner.id, text: `${MARK}Notiz` });
    const conference = Conference.parse({
      id: `${CASE}.1`,
      caseId: CASE,
      convener: owner.id,
      participants: [
        ...seats.slice(0, 1),
        { id: "interpreter", name: `${MARK}Platz`, rechtskreis: "", email: "", kind: "interpreter" },
      ],
      start: day(1),
      end: new Date(now + 90_000_000).toISOString(),
      timeZone: "Europe/Berlin",
      where: `${MARK}Raum`,
      uid: `${CASE}.1.0123456789abcdef@example.org`,
      sequence: 0,
      state: "planned",
      createdAt: now,
    });
    await unit.write(conferenceRecord, conference.id, conference);
    unit.addToIndex(conferencesIndex(CASE), { sort: conference.start, member: conference.id });
    unit.addToIndex(convenedIndex(owner.id), { sort: conference.start, member: conference.id });
    await unit.write(
      pollRecord,
      `${CASE}.cafe`,
      Poll.parse({
        id: `${CASE}.cafe`,
        caseId: CASE,
        publicId: CASE,
        convener: owner.id,
        locale: "de",
        participants: seats,
        dates: [{ start: day(5), end: day(5.05) }],
        timeZone: "Europe/Berlin",
        closesAt: now + 86_400_000,
        createdAt: now,
        state: "open",
        votes: [],
      }),
    );
    await unit.write(
      minutesRecord,
      conference.id,
      Minutes.parse({
        state: "saved",
        present: [youthOffice.id],
        decisions: [{ text: `${MARK}Beschluss`, office: "" }],
        measures: [],
        dissent: "",
        changedAt: now,
      }),
    );
  });
  const [entry, conference, poll, minutes] = await bot.peek((unit) =>
    Promise.all([
      unit.read(caseRecord, CASE),
      unit.read(conferenceRecord, `${CASE}.1`),
      unit.read(pollRecord, `${CASE}.cafe`),
      unit.read(minutesRecord, `${CASE}.1`),
    ]),
  );
  if (!entry || !conference || !poll || !minutes) throw new Error("The marked case is not there.");
  return async () => {
    const again = bot.ledger.clock();
    await transact(bot.ledger, { once: [], now: again, deadline: again + 5000 }, async (unit) => {
      const owner = (await unit.read(staffRecord, idOf("owner"))) as StaffMember;
      const changed = (await unit.read(caseRecord, CASE)) as CaseEntry;
      await saveCase(unit, owner, changed, entry, "case-changed");
      await unit.write(conferenceRecord, conference.id, conference);
      await unit.write(pollRecord, poll.id, poll);
      await unit.write(minutesRecord, conference.id, minutes);
    });
  };
}

function consentFor(office: typeof youthOffice, id: string): Consent {
  return Consent.parse({
    id,
    giver: "adult",
    recipient: office.id,
    recipientName: office.name,
    rechtskreis: office.rechtskreis,
    direction: "both",
    purposes: ["cooperation"],
    categories: ["household", "children"],
    releases203: true,
    from: "2020-01-01",
    form: "written",
    informed: true,
    evidence: `${MARK}Nachweis`,
    recordedBy: "x",
  });
}

function mailOf(id: string): string {
  return `${id}@example.org`;
}

/** A partner's ballot goes by the address. */
function mailAt(idOf: (kind: Kind) => string, office: string): string {
  return mailOf(idOf(office === youthOffice.id ? "partner with consent" : "partner after withdrawal"));
}

/** What changes when anything happens to the case: versions and lengths, so that "nothing" can be told. */
export async function traceOf({ ledger }: Bot): Promise<string> {
  const names = [`case/${CASE}`, `conference/${CASE}.1`, `poll/${CASE}.cafe`, `minutes/${CASE}.1`];
  const records = await ledger.store.get(names);
  const notes = await ledger.store.readStream(`notes/${CASE}`);
  return JSON.stringify([records.map((record) => record?.version), notes.length]);
}
