import type { Ledger } from "../../bot/turn/transact.js";
import { type AuditEntry, auditStream } from "../../casework/audit/audit.js";
import { verifyAudit } from "../../casework/audit/verify.js";
import { caseRecord, noteStream } from "../../casework/case/case.js";
import { changeStream } from "../../casework/case/change-log.js";
import { caseIndexEntries, casesIndex } from "../../casework/case/open-cases.js";
import { reminderRecord } from "../../casework/case/reminder.js";
import { busyEntry, busyIndex } from "../../casework/conference/busy.js";
import { type Conference, conferenceRecord } from "../../casework/conference/conference.js";
import { conferencesIndex, convenedIndex } from "../../casework/conference/convened.js";
import { deliveriesOf } from "../../casework/conference/delivery.js";
import { seatOwner } from "../../casework/conference/seats.js";
import { erasureStream } from "../../casework/retention/erase-case.js";
import { KEY_RECORDS } from "../../casework/store/keyring.js";
import { caseScope, type RecordKind } from "../../casework/store/record.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import type { Sum, Thing } from "./history.js";

/** What is in the store when all is over: everything that somebody wished, and whether its parts agree. */
export type Stock = {
  readonly things: readonly Thing[];
  readonly sums: readonly Sum[];
  readonly faults: readonly string[];
  readonly conferences: readonly Conference[];
  readonly audit: readonly AuditEntry[];
  /** Cases that are gone for good. */
  readonly erased: readonly string[];
  /** Of these the ones that went before the week in which their conferences are: nobody may come to them. */
  readonly erasedInTime: readonly string[];
};

/** The week behind the one in which the scenarios begin: they all ask for it. */
const CONFERENCES_FROM = Date.UTC(2093, 2, 9);

/** `people`: whoever may own anything. `given`: cases that were there before anybody did anything. */
export async function takeStock(
  { store, keyring, clock }: Ledger,
  people: readonly string[],
  given: readonly string[],
): Promise<Stock> {
  const unit = beginWork(store, keyring, clock());
  const audit = (await unit.readStream(auditStream, "all")).map(({ entry }) => entry);
  const things: Thing[] = [];
  const sums: Sum[] = [];
  const faults: string[] = [];
  const cases = await recordsOf(unit, store, caseRecord);
  const conferences = await recordsOf(unit, store, conferenceRecord);

  for (const entry of cases) {
    const { id } = entry;
    // A note that only takes another back has no words of its own.
    const notes = (await unit.readStream(noteStream, id))
      .map((one) => one.entry)
      .filter(({ retracts }) => retracts === undefined);
    const changes = (await unit.readStream(changeStream, id)).map((one) => one.entry);
    const opened = !given.includes(id);
    // A case that somebody opened begins with their own words as its only note.
    if (opened) things.push({ kind: "case", token: notes[0]?.text ?? "", place: entry.owner });
    else things.push(...notes.map(({ text }) => ({ kind: "note", token: text, place: id })));
    things.push(...entry.measures.map(({ what }) => ({ kind: "measure", token: what, place: id })));
    const audited = (action: AuditEntry["action"]) =>
      audit.filter((one) => one.action === action && one.subject === id).length;
    const changed = (kind: string) => changes.filter((one) => one.kind === kind).length;
    const agree = (what: string, one: number, other: number) =>
      sums.push({ what: `${what} of ${id}`, one, other });
    if (opened) agree("words of the opening", 1, notes.length);
    agree("notes and their audit", notes.length, audited("note-added"));
    agree("notes and their changes", notes.length, changed("note-added"));
    const undone = changes.filter(
      ({ kind, parts }) => kind === "change-undone" && parts.includes("measures"),
    );
    const measures = entry.measures.length + undone.length;
    agree("measures and their audit", measures, audited("measure-added"));
    agree("measures and their changes", measures, changed("measure-added"));
    agree("what was taken back and its audit", changed("change-undone"), audited("change-undone"));
    agree("openings and their audit", 1, audited("case-created"));
    agree("consents and their audit", entry.consents.length, audited("consent-recorded"));
    for (const line of caseIndexEntries(entry)) {
      const found = await store.range(line.index, { from: line.entry.sort, limit: 1000 });
      agree(`lines in ${line.index}`, 1, found.filter(({ member }) => member === id).length);
    }
  }
  for (const person of people) {
    for (const { member } of await store.range(casesIndex(person))) {
      if (!cases.some(({ id }) => id === member))
        faults.push(`${person}'s list names ${member}, which is not there`);
    }
    const reminder = await unit.read(reminderRecord, person);
    if (reminder?.minuteOfDay !== undefined)
      things.push({ kind: "reminder", token: String(reminder.minuteOfDay), place: person });
  }
  for await (const key of store.keys(`${KEY_RECORDS}${caseScope("")}`)) {
    if (!cases.some(({ id }) => key.endsWith(caseScope(id)))) faults.push(`${key} is there without its case`);
  }
  for (const conference of conferences) {
    things.push(...thingsOf(conference));
    sums.push(...(await sumsOf(unit, conference, audit)));
  }
  faults.push(...doubleBookings(conferences));
  const erasures = (await unit.readStream(erasureStream, "all")).map(({ entry }) => entry);
  const erased = erasures.map(({ caseId }) => caseId);
  const erasedInTime = erasures.filter(({ at }) => at < CONFERENCES_FROM).map(({ caseId }) => caseId);
  things.push(...erased.map((id) => ({ kind: "erase", token: "erase", place: id })));
  for (const id of given) {
    const there = cases.some((entry) => entry.id === id);
    if (there === erased.includes(id))
      faults.push(`${id} is ${there ? "erased and there" : "gone and not erased"}`);
  }
  for (const id of erased) {
    for await (const trace of store.traces(id)) faults.push(`a trace of ${id}: ${JSON.stringify(trace)}`);
  }
  const verdict = await verifyAudit(unit, store);
  if (verdict.status !== "intact") faults.push(`the audit is broken: ${JSON.stringify(verdict.broken)}`);
  return { things, sums, faults, conferences, audit, erased, erasedInTime };
}

async function recordsOf<T>(
  unit: UnitOfWork,
  store: Ledger["store"],
  kind: RecordKind<T>,
): Promise<readonly T[]> {
  const ids: string[] = [];
  for await (const key of store.keys(`${kind.name}/`)) ids.push(key.slice(kind.name.length + 1));
  const found = await unit.readMany(kind, ids.sort());
  return found.filter((one) => one !== undefined);
}

function thingsOf({ caseId = "", state }: Conference): readonly Thing[] {
  const made = { kind: "conference", token: "conference", place: caseId };
  return state === "planned" ? [made] : [made, { ...made, kind: "call-off" }];
}

async function sumsOf(
  unit: UnitOfWork,
  conference: Conference,
  audit: readonly AuditEntry[],
): Promise<readonly Sum[]> {
  const { id, caseId = "", convener, participants, state } = conference;
  const listed = async (index: string, member = id) =>
    (await unit.range(index)).filter((line) => line.member === member).length;
  const seats = await Promise.all(
    participants.map((seat) => listed(busyIndex(seatOwner(seat, conference)), busyEntry(conference).member)),
  );
  const seatsTaken = seats.reduce((sum, one) => sum + one, 0);
  const planned = audit.filter((one) => one.action === "conference-planned" && one.subject === caseId);
  const deliveries = await deliveriesOf(unit, conference);
  const wanted = state === "planned" ? "REQUEST" : "CANCEL";
  const stale = [...deliveries.values()].filter(
    ({ method, state: how }) => method !== wanted || how !== "sent",
  );
  return [
    {
      what: `lines of ${id} among the case's conferences`,
      one: 1,
      other: await listed(conferencesIndex(caseId)),
    },
    { what: `lines of ${id} among those convened`, one: 1, other: await listed(convenedIndex(convener)) },
    { what: `seats taken by ${id}`, one: state === "planned" ? participants.length : 0, other: seatsTaken },
    { what: `audit of ${id}`, one: 1, other: planned.length },
    { what: `participants of ${id} whose last word is not its state`, one: 0, other: stale.length },
  ];
}

/** Nobody sits in two conferences at once. */
function doubleBookings(conferences: readonly Conference[]): readonly string[] {
  const standing = conferences.filter(({ state }) => state === "planned");
  const owners = standing.map((one) => new Set(one.participants.map((seat) => seatOwner(seat, one))));
  return standing.flatMap((one, i) =>
    standing.slice(i + 1).flatMap((other, j) => {
      const both = [...(owners[i] ?? [])].filter((owner) => owners[i + 1 + j]?.has(owner));
      const overlap = one.start < other.end && other.start < one.end;
      return overlap && both.length > 0
        ? [`${both.join(", ")} sits in ${one.id} and ${other.id} at once`]
        : [];
    }),
  );
}
