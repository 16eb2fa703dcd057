import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { CHORES, chores, planChores } from "../../../bot/outbox/chores.js";
import { beginWork } from "../../../casework/store/unit-of-work.js";
import { openLedger } from "../ledger.js";

const HOUR_MS = 60 * 60 * 1000;
const TEN_YEARS_MS = 10 * 365 * 24 * HOUR_MS;
const all = { retention: { everyMs: HOUR_MS, run: async () => {} } };

let ledger: Awaited<ReturnType<typeof openLedger>>;
beforeEach(async () => {
  ledger = await openLedger();
});
afterEach(() => ledger.close());

/** Does the chore once with the clock at `now`, and puts it back as the worker does. */
async function isDoneAt(now: number) {
  const outcome = await chores(all, () => {})({}, "retention");
  if (outcome.kind !== "done") throw new Error(outcome.reason);
  const unit = beginWork(ledger.store, ledger.keyring, now);
  unit.finish({ queue: CHORES, id: "retention" });
  await outcome.record?.(unit);
  await ledger.store.commit(unit.batch());
}

const due = async () => (await ledger.store.jobs(CHORES, 10)).map((job) => job.due);

test("a start leaves alone what waits for its next time", async () => {
  const now = ledger.clock();
  await planChores(ledger, all);
  await isDoneAt(now);
  await planChores(ledger, all);
  expect(await due()).toEqual([now + HOUR_MS]);
});

test("a start brings back what a clock that ran ahead put off for years", async () => {
  const now = ledger.clock();
  await planChores(ledger, all);
  await isDoneAt(now + TEN_YEARS_MS);
  await planChores({ ...ledger, clock: () => now }, all);
  expect(await due()).toEqual([now]);
});
