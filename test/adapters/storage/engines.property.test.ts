import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { openLmdbStore } from "../../../adapters/storage/lmdb.js";
import { openRedisStore } from "../../../adapters/storage/redis.js";
import type { Batch, CommitResult, Store } from "../../../casework/store/store.js";
import {
  batchOf,
  type CommitIntent,
  commitIntent,
  leaseIntent,
  perform,
  type Reading,
  reading,
} from "./intents.js";
import { createModelStore, type ModelStore } from "./model.js";
import { type RedisServer, startRedis } from "./redis-server.js";

const RUNS = Number(process.env.RUNS ?? 60);
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

let server: RedisServer;
let folder: string;
let opened = 0;

beforeAll(async () => {
  server = await startRedis({ aof: "everysec" });
  folder = await mkdtemp(join(tmpdir(), "kim-engines-"));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Two stores of each kind on the same empty data. */
const engines: Record<string, () => Promise<readonly [Store, Store]>> = {
  LMDB: async () => {
    const path = join(folder, `${opened++}`);
    return [await openLmdbStore({ path }), await openLmdbStore({ path })];
  },
  Redis: async () => {
    const options = { url: server.url, name: `run${opened++}` };
    return [await openRedisStore(options), await openRedisStore(options)];
  },
};

async function withEngine(
  name: string,
  work: (stores: readonly [Store, Store]) => Promise<void>,
): Promise<void> {
  const stores = await engines[name]?.();
  if (!stores) throw new Error(`No engine ${name}`);
  try {
    await work(stores);
  } finally {
    for (const store of stores) await store.close();
  }
}

describe.each(Object.keys(engines))("%s and the plain model", (name) => {
  type Step =
    | { readonly step: "commit"; readonly intent: CommitIntent }
    | { readonly step: "read"; readonly wish: Reading }
    | {
        readonly step: "lease";
        readonly queue: string;
        readonly now: number;
        readonly until: number;
        readonly limit: number;
      };

  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: commitIntent.map((intent) => ({ step: "commit" as const, intent })) },
    { weight: 2, arbitrary: reading.map((wish) => ({ step: "read" as const, wish })) },
    { weight: 1, arbitrary: leaseIntent.map((wish) => ({ step: "lease" as const, ...wish })) },
  );

  test("answer the same to any sequence of commits, reads and leases", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 50 }), (steps) =>
        withEngine(name, async ([store]) => {
          const model = createModelStore();
          const tokens = { store: new Map<string, string>(), model: new Map<string, string>() };
          const tokenOf = (held: Map<string, string>) => (queue: string, id: string) =>
            held.get(`${queue} ${id}`);
          for (const next of steps) {
            if (next.step === "read") {
              expect(await perform(store, next.wish)).toEqual(await perform(model, next.wish));
            } else if (next.step === "lease") {
              const leased = await store.lease(next.queue, next);
              const expected = await model.lease(next.queue, next);
              expect(leased.map((job) => ({ ...job, token: "" }))).toEqual(
                expected.map((job) => ({ ...job, token: "" })),
              );
              for (const { id, token } of leased) tokens.store.set(`${next.queue} ${id}`, token);
              for (const { id, token } of expected) tokens.model.set(`${next.queue} ${id}`, token);
            } else {
              const versions = await versionsOf(model, next.intent);
              expect(await store.commit(batchOf(next.intent, versions, tokenOf(tokens.store)))).toEqual(
                await model.commit(batchOf(next.intent, versions, tokenOf(tokens.model))),
              );
            }
          }
          expect(await everything(store)).toEqual(await everything(model));
        }),
      ),
      { numRuns: RUNS, ...seed },
    );
  });

  type Op =
    | { readonly kind: "read"; readonly wish: Reading }
    | { readonly kind: "write"; readonly intent: CommitIntent };
  const op: fc.Arbitrary<Op> = fc.oneof(
    { weight: 2, arbitrary: commitIntent.map((intent) => ({ kind: "write" as const, intent })) },
    { weight: 1, arbitrary: reading.map((wish) => ({ kind: "read" as const, wish })) },
  );

  test("agree on one order of all that several clients did at the same time", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(op, { minLength: 3, maxLength: 12 }), { minLength: 4, maxLength: 4 }),
        (clients) =>
          withEngine(name, async (stores) => {
            const history = new History();
            await Promise.all(
              clients.map(async (ops, i) => {
                const store = stores[i % 2 === 0 ? 0 : 1];
                for (const next of ops) {
                  if (next.kind === "read") await history.read(store, next.wish);
                  else await history.write(store, next.intent);
                }
              }),
            );
            await history.check(stores[0]);
          }),
      ),
      { numRuns: RUNS, ...seed },
    );
  });
});

/** Each commit writes its number here as well, so the store itself tells the order in which they happened. */
const ORDER = "order of commits";

type Done = { readonly began: number; readonly ended: number };
type Written = Done & { readonly id: number; readonly batch: Batch; readonly result: CommitResult };
type Seen = Done & { readonly wish: Reading; readonly answer: readonly unknown[] };

/**
 * What several clients did and were answered, with the order of beginnings and ends. It is right if there is
 * one order of all operations, each somewhere between its beginning and its end, in which the model gives the
 * same answers (Herlihy and Wing, Linearizability, 1990).
 */
class History {
  private clock = 0;
  private ids = 0;
  private readonly written: Written[] = [];
  private readonly seen: Seen[] = [];

  async read(store: Store, wish: Reading): Promise<readonly unknown[]> {
    const began = this.clock++;
    const answer = await perform(store, wish);
    this.seen.push({ wish, answer, began, ended: this.clock++ });
    return answer;
  }

  /** Reads what it is to write, as a turn does; meanwhile others may write it too. */
  async write(store: Store, intent: CommitIntent): Promise<void> {
    const found = await this.read(store, { read: "get", keys: intent.writes.map(({ key }) => key) });
    const versions = found.map((stored) => (stored as { version: number } | undefined)?.version ?? 0);
    const id = this.ids++;
    const wished = batchOf(intent, versions, () => undefined);
    const order = { stream: ORDER, value: Buffer.from(`${id}`) };
    const batch = { ...wished, appends: [...(wished.appends ?? []), order] };
    const began = this.clock++;
    const result = await store.commit(batch);
    this.written.push({ id, batch, result, began, ended: this.clock++ });
  }

  async check(store: Store): Promise<void> {
    const order = (await store.readStream(ORDER)).map(({ value }) => Number(value));
    const commits = new Map(this.written.map((done) => [done.id, done]));
    const accepted = this.written.filter(({ result }) => result.kind === "committed").map(({ id }) => id);
    expect([...order].sort((a, b) => a - b)).toEqual(accepted.sort((a, b) => a - b));

    const positions = order.map((id) => commits.get(id));
    /** The states, counted in commits, in one of which an operation may have happened. */
    const window = ({ began, ended }: Done) => ({
      from: positions.findLastIndex((commit) => commit !== undefined && commit.ended < began) + 1,
      to: positions.findLastIndex((commit) => commit !== undefined && commit.began < ended) + 1,
    });
    const model = createModelStore();
    const open: { readonly op: Written | Seen; readonly from: number; readonly to: number }[] = [
      ...this.seen,
      ...this.written.filter(({ result }) => result.kind !== "committed"),
    ].map((done) => ({ op: done, ...window(done) }));
    for (let state = 0; ; state++) {
      for (const { op, from, to } of [...open]) {
        if (state < from || state > to || !(await this.explains(model, op))) continue;
        open.splice(
          open.findIndex((entry) => entry.op === op),
          1,
        );
      }
      const commit = positions[state];
      if (!commit) break;
      expect(state).toBeGreaterThanOrEqual(window(commit).from);
      expect(await model.commit(commit.batch)).toEqual({ kind: "committed" });
    }
    expect(open).toEqual([]);
    expect(await everything(store)).toEqual(await everything(model));
  }

  private async explains(model: ModelStore, op: Written | Seen): Promise<boolean> {
    const [expected, answer] =
      "wish" in op ? [await perform(model, op.wish), op.answer] : [model.verdict(op.batch), op.result];
    return JSON.stringify(expected) === JSON.stringify(answer);
  }
}

async function versionsOf(model: Store, { writes }: CommitIntent): Promise<readonly number[]> {
  return (await model.get(writes.map(({ key }) => key))).map((stored) => stored?.version ?? 0);
}

async function everything(store: Store): Promise<unknown> {
  const keys: string[] = [];
  for await (const key of store.keys("")) keys.push(key);
  keys.sort();
  return {
    records: (await store.get(keys)).map((stored, i) => [keys[i], stored]),
    indexes: await Promise.all(["i", "i2"].map((index) => store.range(index))),
    streams: await Promise.all(["s", "s2", ORDER].map((stream) => store.readStream(stream))),
    queues: await Promise.all(["q", "q2"].map((queue) => store.jobs(queue, 100))),
  };
}
