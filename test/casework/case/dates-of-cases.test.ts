import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { wallClock } from "../../../casework/calendar/zone.js";
import { agendaOfCase } from "../../../casework/case/agenda.js";
import { CaseEntry, caseRecord } from "../../../casework/case/case.js";
import { createCase } from "../../../casework/case/commands.js";
import { datesOfOpenCases } from "../../../casework/case/dates-of-cases.js";
import { caseIndexEntries, openCasesOf } from "../../../casework/case/open-cases.js";
import { saveCase } from "../../../casework/case/save-case.js";
import { type Conference, conferenceRecord } from "../../../casework/conference/conference.js";
import { conferencesIndex, conferencesOf } from "../../../casework/conference/convened.js";
import { saveHeld } from "../../../casework/conference/held-change.js";
import { newCaseId } from "../../../casework/privacy/case-id.js";
import { eraseCase } from "../../../casework/retention/erase-case.js";
import type { Actor } from "../../../casework/staff/staff.js";
import { beginWork, type UnitOfWork } from "../../../casework/store/unit-of-work.js";
import { openLedger } from "../../bot/ledger.js";

/** What is kept of the dates beside the cases is what stands in the cases, whatever was done to them. */

let ledger: Awaited<ReturnType<typeof openLedger>>;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const agency = "KIM";
const actorOf = (id: string): Actor => ({
  id,
  name: "",
  email: "",
  role: "case-manager",
  agency,
  rechtskreis: "",
});
const freshId = () => newCaseId((bytes) => randomBytes(bytes));

async function commits(work: (unit: UnitOfWork) => Promise<unknown>): Promise<void> {
  const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
  await work(unit);
  expect((await ledger.store.commit(unit.batch())).kind).toBe("committed");
}

function conferenceOf(caseId: string, start: string, state: Conference["state"]): Conference {
  return {
    ...{ id: `${caseId}.1`, format: "case", caseId, convener: "x", participants: [], uninvited: [], start },
    ...{ end: start, timeZone: "Europe/Berlin", where: "", online: false, channel: "mail", uid: "u" },
    ...{ sequence: 0, dateSequence: 0, state, createdAt: 0, heldUntil: 0 },
  } as Conference;
}

const person = fc.constantFrom("a", "b", "c");
const day = fc.integer({ min: 10, max: 28 }).map((number) => `2027-03-${number}`);
const change = fc.oneof(
  fc.record({ do: fc.constant("measure" as const), day }),
  fc.record({ do: fc.constant("follow-up" as const), day }),
  fc.record({ do: fc.constant("done" as const) }),
  fc.record({ do: fc.constant("owner" as const), person }),
  fc.record({ do: fc.constant("deputy" as const), person, day }),
  fc.record({
    do: fc.constant("state" as const),
    state: fc.constantFrom("open" as const, "closed" as const),
  }),
  fc.record({ do: fc.constant("urgent" as const) }),
  fc.record({
    do: fc.constant("conference" as const),
    day,
    state: fc.constantFrom("planned" as const, "cancelled" as const),
  }),
  fc.record({ do: fc.constant("erase" as const) }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(entry: CaseEntry, what: Change, at: number): CaseEntry {
  switch (what.do) {
    case "measure":
      return {
        ...entry,
        measures: [...entry.measures, { id: `m${at}`, what: "x", responsible: "", due: what.day }],
      };
    case "follow-up":
      return { ...entry, followUps: [...entry.followUps, { id: `f${at}`, on: what.day, text: "x" }] };
    case "done":
      return { ...entry, measures: entry.measures.map((measure) => ({ ...measure, doneAt: 1 })) };
    case "owner":
      return { ...entry, owner: what.person };
    case "deputy":
      return { ...entry, deputies: [...entry.deputies, { person: what.person, until: what.day }] };
    case "state":
      return { ...entry, state: what.state };
    default:
      return { ...entry, urgency: "high" };
  }
}

async function apply(unit: UnitOfWork, id: string, what: Change, at: number): Promise<void> {
  const entry = await unit.read(caseRecord, id);
  if (!entry) return;
  if (what.do === "erase") {
    await eraseCase(unit, "a", entry, "Test");
    return;
  }
  if (what.do !== "conference") {
    await saveCase(unit, actorOf(entry.owner), entry, changed(entry, what, at), "case-changed");
    return;
  }
  const before = await unit.read(conferenceRecord, `${id}.1`);
  const after = conferenceOf(id, `${what.day}T23:30:00Z`, what.state);
  await saveHeld(unit, before, after);
  if (!before) unit.addToIndex(conferencesIndex(id), { sort: after.start, member: after.id });
}

const ALWAYS = { from: "0000-01-01", to: "9999-12-31" };

/** Read out of the cases one by one, as slow as it may be. */
async function plainly(unit: UnitOfWork, actor: Actor) {
  const lines: string[] = [];
  for (const entry of await openCasesOf(unit, actor)) {
    for (const item of agendaOfCase(entry)) {
      lines.push(`${entry.id} ${item.kind} ${"id" in item ? item.id : ""} ${item.day}`);
    }
    for (const { id, state, start, timeZone } of await conferencesOf(unit, entry.id)) {
      const { date } = wallClock(timeZone, Date.parse(start));
      if (state === "planned") lines.push(`${entry.id} conference ${id} ${date}`);
    }
  }
  return lines.sort();
}

async function kept(unit: UnitOfWork, actor: Actor, days = ALWAYS) {
  return (await datesOfOpenCases(unit, actor, days))
    .map(({ caseId, kind, id, day: on }) => `${caseId} ${kind} ${id} ${on}`)
    .sort();
}

async function recordsOf(who: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const key of ledger.store.keys(`dates-of-cases/${who}/`)) found.push(key);
  return found;
}

test("random changes of cases and conferences leave the same dates beside the cases as in them, and erasure leaves none", async () => {
  const step = fc.record({ which: fc.nat(2), what: change });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.array(person, { minLength: 3, maxLength: 3 }),
      async (steps, owners) => {
        const ids = [freshId(), freshId(), freshId()];
        for (const [at, id] of ids.entries()) {
          await commits(async (unit) => {
            const facts = {
              ...{ place: null, topics: [], languages: [], interpreter: "unknown" as const },
              ...{ urgency: "normal" as const, phase: "intake" as const, goals: [] },
            };
            await createCase(unit, actorOf(owners[at] ?? ""), id, facts);
          });
        }
        for (const [at, { which, what }] of steps.entries()) {
          await commits((unit) => apply(unit, ids[which] ?? "", what, at));
        }
        const unit = beginWork(ledger.store, ledger.keyring, Date.parse("2027-03-14T12:00:00Z"));
        for (const one of new Set([
          ...owners,
          ...steps.flatMap(({ what }) => ("person" in what ? what.person : [])),
        ])) {
          const all = await plainly(unit, actorOf(one));
          expect(await kept(unit, actorOf(one))).toEqual(all);
          const days = { from: "2027-03-10", to: "2027-03-20" };
          const within = all.filter((line) => line.slice(-10) >= days.from && line.slice(-10) <= days.to);
          expect(await kept(unit, actorOf(one), days)).toEqual(within);
        }
        for (const id of ids) await commits((unit) => apply(unit, id, { do: "erase" }, 0));
        for (const one of ["a", "b", "c"]) expect(await recordsOf(one)).toEqual([]);
      },
    ),
    { numRuns: process.env.KIM_LONG ? 1000 : 40 },
  );
});

test("a case from before this was kept stands in the agenda too, and is kept from then on", async () => {
  const [id, owner] = [freshId(), actorOf("early")];
  const entry = CaseEntry.parse({
    ...{ id, owner: owner.id, deputies: [], agency, state: "open", phase: "intake", phaseHistory: [] },
    ...{ place: null, topics: [], languages: [], interpreter: "unknown", urgency: "normal", goals: [] },
    measures: [{ id: "m", what: "x", responsible: "", due: "2027-03-15" }],
    ...{ followUps: [], consents: [], createdAt: ledger.clock(), changedAt: ledger.clock() },
  });
  await commits(async (unit) => {
    await unit.write(caseRecord, id, entry);
    for (const listed of caseIndexEntries(entry)) unit.addToIndex(listed.index, listed.entry);
  });
  const seen: string[][] = [];
  for (let time = 0; time < 2; time++) await commits(async (unit) => seen.push(await kept(unit, owner)));
  const line = `${id} measure m 2027-03-15`;
  expect(seen).toEqual([[line], [line]]);
  const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
  await kept(unit, owner);
  expect(unit.batch().puts).toEqual([]);
});
