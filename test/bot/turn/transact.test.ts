import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { transact } from "../../../bot/turn/transact.js";
import { keyRecord } from "../../../casework/store/keyring.js";
import { caseScope, type RecordKind, type StreamKind } from "../../../casework/store/record.js";
import { beginWork } from "../../../casework/store/unit-of-work.js";
import { openLedger } from "../ledger.js";

type Counter = { count: number; words: string };
const counter: RecordKind<Counter> = {
  name: "counter",
  schema: z.object({ count: z.number(), words: z.string() }),
  schemaVersion: 1,
  scopes: (id) => [caseScope(id)],
};
const lines: StreamKind<string> = { name: "lines", schema: z.string(), scopes: (id) => [caseScope(id)] };

let ledger: Awaited<ReturnType<typeof openLedger>>;
beforeEach(async () => {
  ledger = await openLedger();
});
afterEach(() => ledger.close());

const request = (...once: string[]) => ({ once, now: ledger.clock(), deadline: ledger.clock() + 20_000 });
const read = (id: string) => beginWork(ledger.store, ledger.keyring, ledger.clock()).read(counter, id);

function increment(id: string, ...once: string[]) {
  return transact(ledger, request(...once), async (unit) => {
    const before = (await unit.read(counter, id)) ?? { count: 0, words: "" };
    const after = { ...before, count: before.count + 1 };
    await unit.write(counter, id, after);
    await unit.append(lines, id, `line ${after.count}`);
    return after;
  });
}

describe("a transaction", () => {
  test("loses no update when fifty write the same record at once", async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => increment("K-00001")));
    expect(results.every((one) => one.kind === "done")).toBe(true);
    expect(await read("K-00001")).toEqual({ count: 50, words: "" });
  });

  test("with the same idempotency key has one effect and always the first result", async () => {
    const all = await Promise.all([increment("K-00001", "event/1"), increment("K-00001", "event/1")]);
    const later = await increment("K-00001", "event/1");
    for (const one of [...all, later]) expect(one).toMatchObject({ kind: "done", result: { count: 1 } });
    expect(later).toMatchObject({ replayed: true });
    expect(await read("K-00001")).toMatchObject({ count: 1 });
  });

  test("writes nothing after its deadline", async () => {
    const late = await transact(
      ledger,
      { once: [], now: ledger.clock(), deadline: ledger.clock() - 1 },
      async (unit) => unit.write(counter, "K-00001", { count: 1, words: "" }),
    );
    expect(late.kind).toBe("gave-up");
    expect(await read("K-00001")).toBeUndefined();
  });

  test("that rests on something being absent excludes the others by its guard", async () => {
    const book = (id: string) =>
      transact(ledger, request(), async (unit) => {
        await unit.guard("room");
        const taken = await unit.range("bookings");
        if (taken.length > 0) return "taken";
        unit.addToIndex("bookings", { sort: "monday", member: id });
        return "booked";
      });
    const results = await Promise.all(Array.from({ length: 20 }, (_, i) => book(String(i))));
    const words = results.map((one) => (one.kind === "done" ? one.result : one.kind));
    expect(words.filter((word) => word === "booked")).toHaveLength(1);
    expect(words.filter((word) => word === "taken")).toHaveLength(19);
  });
});

describe("erasing a case by its key", () => {
  test("ends its record, its streams and the stored results that showed it", async () => {
    await increment("K-00001", "event/1");
    await increment("K-00002", "event/2");
    const key = keyRecord(caseScope("K-00001"));
    const [stored] = await ledger.store.get([key]);
    await ledger.store.commit({ checks: [{ key, version: stored?.version ?? 0 }], deletes: [key] });
    expect(await read("K-00001")).toBeUndefined();
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    expect(await unit.readStream(lines, "K-00001")).toEqual([]);
    expect(await increment("K-00001", "event/1")).toEqual({ kind: "forgotten" });
    expect(await read("K-00002")).toMatchObject({ count: 1 });
  });
});
