import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { standInLine } from "../../../bot/turn/stand-in-line.js";
import { type Ledger, transact } from "../../../bot/turn/transact.js";
import type { RecordKind } from "../../../casework/store/record.js";
import { beginWork } from "../../../casework/store/unit-of-work.js";
import { openLedger } from "../ledger.js";

const PEOPLE = 50;
const LONG_MS = 60_000;
const counter: RecordKind<number> = { name: "counter", schema: z.number(), schemaVersion: 1, scopes: "none" };

let ledger: Awaited<ReturnType<typeof openLedger>>;
beforeEach(async () => {
  ledger = await openLedger();
});
afterEach(() => ledger.close());

describe("a line at a record", () => {
  test("lets in one after the other, first come, first served", async () => {
    const entered: number[] = [];
    await Promise.all(
      [0, 1, 2, 3].map(async (i) => {
        const place = await standInLine(ledger.store, "case/a", LONG_MS);
        entered.push(i);
        await Promise.resolve();
        expect(entered.length).toBe(i + 1);
        place?.leave();
      }),
    );
    expect(entered).toEqual([0, 1, 2, 3]);
  });

  test("is another one for another record and for another store", async () => {
    const other = await openLedger();
    const places = await Promise.all([
      standInLine(ledger.store, "case/a", 0),
      standInLine(ledger.store, "case/b", 0),
      standInLine(other.store, "case/a", 0),
    ]);
    expect(places.every((place) => place !== undefined)).toBe(true);
    for (const place of places) place?.leave();
    await other.close();
  });

  test("is left by whoever cannot wait longer, and goes on behind them", async () => {
    const first = await standInLine(ledger.store, "case/a", LONG_MS);
    const third = standInLine(ledger.store, "case/a", LONG_MS);
    expect(await standInLine(ledger.store, "case/a", 1)).toBeUndefined();
    first?.leave();
    const place = await third;
    expect(place).toBeDefined();
    place?.leave();
  });

  test("passes by whoever is slow at its head, and lets nobody in twice when they leave at last", async () => {
    const slow = await standInLine(ledger.store, "case/a", LONG_MS);
    const second = await standInLine(ledger.store, "case/a", LONG_MS);
    expect(second).toBeDefined();
    slow?.leave();
    expect(await standInLine(ledger.store, "case/a", 1)).toBeUndefined();
    second?.leave();
  });
});

/** Fifty increments of one record at once; how often their work ran in all. */
async function incrementAtOnce(ledgerOf: (i: number) => Ledger): Promise<number> {
  let runs = 0;
  const all = await Promise.all(
    Array.from({ length: PEOPLE }, (_, i) => {
      const now = ledgerOf(i).clock();
      return transact(ledgerOf(i), { once: [], now, deadline: now + LONG_MS }, async (unit) => {
        runs++;
        await unit.write(counter, "one", ((await unit.read(counter, "one")) ?? 0) + 1);
      });
    }),
  );
  expect(all.every(({ kind }) => kind === "done")).toBe(true);
  const stored = await beginWork(ledger.store, ledger.keyring, ledger.clock()).read(counter, "one");
  expect(stored).toBe(PEOPLE);
  return runs;
}

describe("fifty turns that write one record", () => {
  test("of one process run about twice each, not each again after every commit", async () => {
    expect(await incrementAtOnce(() => ledger)).toBeLessThanOrEqual(3 * PEOPLE);
  });

  test("lose nothing where no line is shared, as between processes: only versions decide", async () => {
    // a store of their own for every turn is a line of their own; the records are the same
    const apart = Array.from({ length: PEOPLE }, () => ({ ...ledger, store: { ...ledger.store } }));
    await incrementAtOnce((i) => apart[i] ?? ledger);
  });
});
