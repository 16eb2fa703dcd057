import type { Ledger } from "../../../bot/turn/transact.js";
import { audit } from "../../../casework/audit/audit.js";
import { localDate } from "../../../casework/calendar/local-date.js";
import { type CaseEntry, caseRecord, noteStream } from "../../../casework/case/case.js";
import { logChange } from "../../../casework/case/change-log.js";
import { keepDates } from "../../../casework/case/dates-of-cases.js";
import { caseIndexEntries } from "../../../casework/case/open-cases.js";
import { conferencesIndex, convenedIndex } from "../../../casework/conference/convened.js";
import { saveHeld } from "../../../casework/conference/held-change.js";
import { putStaff, type StaffMember } from "../../../casework/staff/staff.js";
import { beginWork, type UnitOfWork } from "../../../casework/store/unit-of-work.js";

export type CaseManager = StaffMember & { readonly open: readonly string[] };

export type FillOptions = {
  readonly cases: number;
  readonly managers: number;
  /** Open cases of a case manager; the rest of theirs is closed. */
  readonly open: number;
  /** The first so many have `busyOpen` open cases. */
  readonly busy: number;
  readonly busyOpen: number;
};

/** As an organisation of 400 case managers looks after some years. */
export const MANY_CASES: FillOptions = { cases: 100_000, managers: 400, open: 40, busy: 8, busyOpen: 300 };

const PEOPLE_A_COMMIT = 100;
const COMMITS_AT_ONCE = 4;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Fills a store as years of work would have: each case with its key, measures, a Wiedervorlage, consents, notes, its
 * change log, its places in the lists and its lines in the audit; every tenth open one with a conference to come.
 */
export async function fillCases(ledger: Ledger, options: FillOptions): Promise<readonly CaseManager[]> {
  const managers = Array.from({ length: options.managers }, (_, at) => managerOf(at));
  const owned = casesOf(options, managers, ledger.clock());
  await together(groupsOf(managers, PEOPLE_A_COMMIT), async (group) => {
    await committing(ledger, async (unit) => {
      for (const manager of group) await putStaff(unit, manager);
    });
  });
  // One commit a person: what is kept of all their cases is written once.
  await together(owned, async (group) => {
    await committing(ledger, async (unit) => {
      await unit.prefetch(group.map(({ id }) => ({ kind: caseRecord, id })));
      for (const entry of group) await put(unit, entry);
    });
  });
  return managers.map((manager, at) => ({
    ...manager,
    open: (owned[at] ?? []).filter(({ state }) => state === "open").map(({ id }) => id),
  }));
}

function managerOf(at: number): StaffMember {
  return {
    id: `00000000-0000-4000-9000-${String(at).padStart(12, "0")}`,
    name: `Case Management ${at}`,
    email: "",
    role: "case-manager",
    agency: `Organisation ${at % 12}`,
    rechtskreis: "",
  };
}

/** The cases of each person, closed ones first. */
function casesOf(
  { cases, managers: count, open, busy, busyOpen }: FillOptions,
  managers: readonly StaffMember[],
  now: number,
): readonly (readonly CaseEntry[])[] {
  const others = Math.floor((cases - busy * busyOpen) / (count - busy));
  let number = 0;
  return managers.map((manager, at) => {
    const all = at < busy ? busyOpen : others;
    const closed = at < busy ? 0 : all - open;
    return Array.from({ length: all }, (_, turn) => caseOf(number++, manager, turn >= closed, now));
  });
}

const LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ";
const DIGITS = "0123456789";

/** Digits and letters in turn, spread over all there are, as random ones would be. */
function idOf(at: number): string {
  let rest = (at * 655_357) % (LETTERS.length ** 3 * DIGITS.length ** 2);
  const five = [LETTERS, DIGITS, LETTERS, DIGITS, LETTERS].map((signs) => {
    const sign = signs[rest % signs.length];
    rest = Math.floor(rest / signs.length);
    return sign;
  });
  return `K-${five.join("")}`;
}

const places = [
  { ars: "053340012012", name: "Eschweiler" },
  { ars: "053340032032", name: "Stolberg (Rhld.)" },
  { ars: "053340002002", name: "Aachen" },
] as const;
const topics = [
  { id: "wohngeld", title: "Wohngeld", rechtskreis: "WOHN" },
  { id: "grundsicherungsgeld", title: "Grundsicherungsgeld", rechtskreis: "SGB2" },
  { id: "kita", title: "Kita-Platz", rechtskreis: "SGB8" },
  { id: "arbeitserlaubnis", title: "Beschäftigungserlaubnis", rechtskreis: "AUFENTHG" },
] as const;

/** Dates lie from four months ago to five months ahead. */
function caseOf(at: number, { id: owner, agency }: StaffMember, isOpen: boolean, now: number): CaseEntry {
  const today = Math.floor(now / DAY);
  const day = (spread: number) => localDate(today + ((at * spread) % 270) - 120);
  const createdAt = now - (1 + ((at * 7919) % 1000)) * DAY - at;
  const closed = isOpen ? {} : { closedAt: createdAt + 200 * DAY, closingReason: "goals-reached" as const };
  return {
    id: idOf(at),
    owner,
    deputies: [],
    agency,
    state: isOpen ? "open" : "closed",
    phase: isOpen ? "monitoring" : "closing",
    phaseHistory: [
      { phase: "intake", at: createdAt, by: owner },
      { phase: "monitoring", at: createdAt + 9 * DAY, by: owner },
    ],
    ...closed,
    place: places[at % places.length] ?? null,
    topics: [topics[at % 4], topics[(at + 1) % 4]].flatMap((topic) => topic ?? []),
    languages: ["Arabisch", "Deutsch"],
    interpreter: "yes",
    household: 1 + (at % 6),
    status: { group: "residence-permit", expires: day(31) },
    urgency: at % 9 === 0 ? "high" : "normal",
    goals: ["Der Lebensunterhalt ist gesichert.", "Das jüngere Kind geht in eine Kita."],
    measures: [
      { id: "m1", what: "Antrag auf Wohngeld abgeben", responsible: "Wohngeldstelle", due: day(17) },
      { id: "m2", what: "Unterlagen nachreichen", responsible: "Jobcenter", due: day(23) },
      { id: "m3", what: "Termin zur Beratung", responsible: "Caritas", due: day(5), doneAt: createdAt + DAY },
    ],
    followUps: [{ id: "w1", on: day(13), text: "Bescheid da?" }],
    similarTo: [],
    consents: [
      {
        id: "c1",
        giver: "adult",
        recipient: "jobcenter-eschweiler",
        recipientName: "Jobcenter Eschweiler",
        rechtskreis: "SGB2",
        direction: "both",
        purposes: ["cooperation", "conference"],
        categories: ["household", "benefits"],
        round: [],
        releases203: true,
        entrusted: false,
        confirmed: false,
        from: localDate(today - 300),
        until: day(29),
        form: "written",
        language: "Arabisch",
        informed: true,
        evidence: "Papierakte",
        recordedBy: owner,
        recordedAt: createdAt,
      },
    ],
    createdAt,
    changedAt: createdAt + 30 * DAY,
  };
}

async function put(unit: UnitOfWork, entry: CaseEntry): Promise<void> {
  const actor = { id: entry.owner } as StaffMember;
  await unit.write(caseRecord, entry.id, entry);
  for (const listed of caseIndexEntries(entry)) unit.addToIndex(listed.index, listed.entry);
  await keepDates(unit, undefined, entry);
  await logChange(unit, actor, entry.id, "case-created", []);
  await logChange(unit, actor, entry.id, "measure-added", ["measures"]);
  for (const text of [
    "Erstgespräch geführt, Ziele besprochen.",
    "Unterlagen fehlen noch, Frist verlängert.",
  ]) {
    await unit.append(noteStream, entry.id, {
      id: text.slice(0, 6),
      at: entry.createdAt,
      author: entry.owner,
      text,
    });
  }
  await audit(unit, entry.owner, "case-created", entry.id);
  await audit(unit, entry.owner, "measure-added", entry.id);
  if (entry.state === "open" && entry.createdAt % 10 === 0) await putConference(unit, entry);
}

async function putConference(unit: UnitOfWork, entry: CaseEntry): Promise<void> {
  const id = `${entry.id}.1`;
  const start = unit.now + (1 + (entry.createdAt % 20)) * DAY;
  const instant = (ms: number) => new Date(ms).toISOString();
  await saveHeld(unit, undefined, {
    id,
    format: "case",
    caseId: entry.id,
    convener: entry.owner,
    participants: [],
    start: instant(start),
    end: instant(start + 3_600_000),
    timeZone: "Europe/Berlin",
    where: "",
    online: false,
    channel: "mail",
    uid: `${id}.0123456789abcdef@example.org`,
    sequence: 0,
    dateSequence: 0,
    state: "planned",
    createdAt: unit.now,
    heldUntil: 0,
    uninvited: [],
  });
  unit.addToIndex(conferencesIndex(entry.id), { sort: instant(start), member: id });
  unit.addToIndex(convenedIndex(entry.owner), { sort: instant(unit.now), member: id });
}

function groupsOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

async function together<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: COMMITS_AT_ONCE }, worker));
}

async function committing(
  { store, keyring, clock }: Ledger,
  work: (unit: UnitOfWork) => Promise<void>,
): Promise<void> {
  const unit = beginWork(store, keyring, clock());
  await work(unit);
  const { kind } = await store.commit(unit.batch());
  if (kind !== "committed") throw new Error(`The bench met ${kind}`);
}
