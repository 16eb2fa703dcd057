import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { caseRecord } from "../../../casework/case/case.js";
import { addNote, createCase } from "../../../casework/case/commands.js";
import { addMeasure } from "../../../casework/case/measures.js";
import { undoLastAction } from "../../../casework/case/undo-last.js";
import type { Actor } from "../../../casework/staff/staff.js";
import { beginWork, type UnitOfWork } from "../../../casework/store/unit-of-work.js";
import { openLedger } from "../../bot/ledger.js";

let ledger: Awaited<ReturnType<typeof openLedger>>;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const owner: Actor = { id: "a", name: "", email: "", role: "case-manager", agency: "KIM", rechtskreis: "" };
const NOON = Date.parse("2027-03-10T12:00:00Z");
const MINUTE = 60_000;
const LATER = NOON + 24 * 60 * MINUTE;

async function at<T>(instant: number, work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
  const unit = beginWork(ledger.store, ledger.keyring, instant);
  const done = await work(unit);
  expect((await ledger.store.commit(unit.batch())).kind).toBe("committed");
  return done;
}

const facts = {
  ...{ place: null, topics: [], languages: [], interpreter: "unknown" as const, goals: [] },
  ...{ urgency: "normal" as const, phase: "intake" as const },
};

const kindsOf = async (instant: number) =>
  (await at(instant, (unit) => undoLastAction(unit, owner))).map(({ kind }) => kind);

test("after a clock was set back an hour the last action is the one that was done last", async () => {
  ledger.setClock(NOON);
  await at(NOON, (unit) => createCase(unit, owner, "K-AAAA1", facts));
  const before = NOON - 60 * MINUTE;
  ledger.setClock(before);
  await at(before, (unit) => addNote(unit, owner, "K-AAAA1", "Rückruf"));
  expect(await kindsOf(before + MINUTE)).toEqual(["note-added"]);
  expect(await kindsOf(before + 2 * MINUTE)).toEqual([]);
});

test("what another instance did, whose clock is ahead by half a minute, is the last action all the same", async () => {
  ledger.setClock(NOON);
  await at(NOON + 0.5 * MINUTE, (unit) => createCase(unit, owner, "K-AAAA2", facts));
  await at(NOON - 0.5 * MINUTE, (unit) => addNote(unit, owner, "K-AAAA2", "Rückruf"));
  expect(await kindsOf(NOON)).toEqual(["case-created"]);
});

test("two things that were done to one case at one instant are both taken back", async () => {
  ledger.setClock(LATER);
  await at(LATER - 20 * MINUTE, (unit) => createCase(unit, owner, "K-AAAA3", facts));
  for (const id of ["m1", "m2"]) {
    await at(LATER, async (unit) => {
      const entry = await unit.read(caseRecord, "K-AAAA3");
      if (entry) await addMeasure(unit, owner, entry, { id, what: "Antrag abgeben", responsible: "" });
    });
  }
  expect(await kindsOf(LATER + MINUTE)).toEqual(["measure-added", "measure-added"]);
  const left = await at(LATER, (unit) => unit.read(caseRecord, "K-AAAA3"));
  expect(left?.measures).toEqual([]);
});
