import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Minutes, minutesRecord } from "../../../casework/minutes/minutes.js";
import { stopSending } from "../../../casework/minutes/send-minutes.js";
import { beginWork } from "../../../casework/store/unit-of-work.js";
import { openLedger } from "../../bot/ledger.js";

let ledger: Awaited<ReturnType<typeof openLedger>>;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const NOON = Date.parse("2027-03-10T12:00:00Z");
const DUE = NOON + 60_000;
const id = "K-AAAA1.1";

const minutes: Minutes = {
  state: "saved",
  present: [],
  decisions: [],
  measures: [],
  dissent: "",
  entrusted: false,
  sendings: [{ id: "s", due: DUE, stopped: false, to: [{ participant: "JC", form: "whole" }] }],
  changedAt: NOON,
};

const begin = (now: number) => beginWork(ledger.store, ledger.keyring, now);

test("a Stopp that would land when the minutes may have left does not land, so that nobody is told it did", async () => {
  ledger.setClock(NOON);
  const unit = begin(NOON);
  await unit.write(minutesRecord, id, minutes);
  await ledger.store.commit(unit.batch());

  const slow = begin(DUE - 1_000);
  expect(await stopSending(slow, { id }, minutes, "s")).toBeDefined();
  ledger.setClock(DUE + 1_000);
  expect((await ledger.store.commit(slow.batch())).kind).toBe("expired");
  ledger.setClock(DUE - 500);
  const quick = begin(DUE - 1_000);
  const stopped = await stopSending(quick, { id }, minutes, "s");
  expect((await ledger.store.commit(quick.batch())).kind).toBe("committed");

  expect(stopped && (await stopSending(begin(DUE + 1_000), { id }, stopped, "s"))).toEqual(stopped);
  expect(await stopSending(begin(DUE + 1_000), { id }, minutes, "s")).toBeUndefined();
});
