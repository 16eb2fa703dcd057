import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { z } from "zod";
import { deadLetters, type JobHandler, startWorker } from "../../../bot/outbox/worker.js";
import { transact } from "../../../bot/turn/transact.js";
import type { RecordKind } from "../../../casework/store/record.js";
import { beginWork, type UnitOfWork } from "../../../casework/store/unit-of-work.js";
import { openLedger } from "../ledger.js";

let ledger: Awaited<ReturnType<typeof openLedger>>;
beforeEach(async () => {
  ledger = await openLedger();
});
afterEach(() => ledger.close());

function enqueue(id: string, payload: unknown) {
  return transact(ledger, { once: [], now: ledger.clock(), deadline: ledger.clock() + 5000 }, (unit) =>
    unit.enqueue({ queue: "mail", id, due: unit.now, payload, scopes: [] }),
  );
}

/** Resolves with the payloads once the handler has seen so many. */
function counting(count: number, handle: JobHandler) {
  const seen: unknown[] = [];
  let enough: () => void = () => {};
  const done = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const handler: JobHandler = async (payload, id) => {
    seen.push(payload);
    if (seen.length >= count) enough();
    return handle(payload, id);
  };
  return { seen, done, handler };
}

test("each job is done once, by one of two workers", async () => {
  const { seen, done, handler } = counting(20, async () => ({ kind: "done" }));
  const workers = [1, 2].map(() => startWorker(ledger, { handlers: { mail: handler }, log: () => {} }));
  await Promise.all(Array.from({ length: 20 }, (_, i) => enqueue(String(i), i)));
  await done;
  for (const worker of workers) await worker.stop();
  expect(new Set(seen).size).toBe(20);
  expect(seen).toHaveLength(20);
  expect(await ledger.store.jobs("mail", 10)).toHaveLength(0);
});

test("what fails for now waits longer each time, what fails for good becomes a dead letter", async () => {
  await enqueue("temporary", "temporary");
  await enqueue("permanent", "permanent");
  const { done, handler } = counting(2, async (payload) =>
    payload === "permanent" ? { kind: "failed", reason: "550" } : { kind: "retry", reason: "451" },
  );
  const worker = startWorker(ledger, { handlers: { mail: handler }, log: () => {} });
  await done;
  await worker.stop();
  const [waiting] = await ledger.store.jobs("mail", 10);
  expect(waiting?.id).toBe("temporary");
  expect(waiting?.due).toBeGreaterThan(ledger.clock() + 1000);
  expect((await ledger.store.jobs(deadLetters("mail"), 10)).map(({ id }) => id)).toEqual(["permanent"]);
});

test("a handler that throws is tried again, not lost", async () => {
  await enqueue("one", 1);
  const { done, handler } = counting(1, async () => {
    throw new Error("mail server on fire");
  });
  const worker = startWorker(ledger, { handlers: { mail: handler }, log: () => {} });
  await done;
  await worker.stop();
  expect(await ledger.store.jobs("mail", 10)).toHaveLength(1);
});

test("what a job notes lands though somebody else writes the same meanwhile, and the job is done once", async () => {
  const counter: RecordKind<number> = {
    name: "counter",
    schema: z.number(),
    schemaVersion: 1,
    scopes: "none",
  };
  const raise = async (unit: UnitOfWork) => {
    await unit.write(counter, "one", ((await unit.read(counter, "one")) ?? 0) + 1);
  };
  await enqueue("noted", "noted");
  let disturbed = false;
  const { seen, done, handler } = counting(1, async () => ({
    kind: "done",
    record: async (unit) => {
      await raise(unit);
      if (disturbed) return;
      disturbed = true;
      const now = ledger.clock();
      await transact(ledger, { once: [], now, deadline: now + 5000 }, raise);
    },
  }));
  const worker = startWorker(ledger, { handlers: { mail: handler }, log: () => {} });
  await done;
  await worker.stop();
  expect(seen).toHaveLength(1);
  expect(await ledger.store.jobs("mail", 10)).toHaveLength(0);
  const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
  expect(await unit.read(counter, "one")).toBe(2);
});

test("a job whose case is erased while it is being done notes nothing, and makes no key anew", async () => {
  const scope = "case:K-7F3Q9";
  const thing: RecordKind<string> = {
    name: "thing",
    schema: z.string(),
    schemaVersion: 1,
    scopes: () => [scope],
  };
  const write = (work: (unit: UnitOfWork) => Promise<void>) =>
    transact(ledger, { once: [], now: ledger.clock(), deadline: ledger.clock() + 5000 }, work);
  await write(async (unit) => {
    await unit.write(thing, "a", "there");
    await unit.enqueue({ queue: "mail", id: "a", due: unit.now, payload: "a", scopes: [scope] });
  });
  const { done, handler } = counting(1, async () => {
    await write((unit) => unit.destroyScope(scope));
    return { kind: "done", record: (unit) => unit.write(thing, "b", "sent") };
  });
  const worker = startWorker(ledger, { handlers: { mail: handler }, log: () => {} });
  await done;
  await worker.stop();
  expect(await ledger.store.get([`key/${scope}`, "thing/b"])).toEqual([undefined, undefined]);
  expect(await ledger.store.jobs("mail", 10)).toEqual([]);
});
