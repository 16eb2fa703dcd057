import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Redis } from "ioredis";
import { open } from "lmdb";
import { openLmdbStore } from "../../adapters/storage/lmdb.js";
import { openRedisStore } from "../../adapters/storage/redis.js";
import type { Batch, Store } from "../../casework/store/store.js";
import { startRedis } from "../adapters/storage/redis-server.js";

/** One line of the table. Times in ms; CPU is of this process, all threads. */
export type StorageRow = {
  readonly engine: "lmdb" | "redis";
  readonly what: "floor" | "commit" | "get";
  readonly clients: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly cpuMs: number;
  /** How long the event loop was busy for one operation. */
  readonly eventLoopMs: number;
};

const CLIENTS = [1, 50];

/**
 * What a turn costs at the store, on both engines, beside the least that could be done: one small value put
 * and flushed (LMDB), one SET and its reply (Redis). Redis writes its log with `appendfsync always`.
 */
export async function benchStorage({ seconds = 2 } = {}): Promise<readonly StorageRow[]> {
  return [...(await benchLmdb(seconds)), ...(await benchRedis(seconds))];
}

async function benchLmdb(seconds: number): Promise<readonly StorageRow[]> {
  const path = await mkdtemp(join(tmpdir(), "kim-bench-"));
  const raw = open<Buffer, string>({ path: join(path, "raw"), encoding: "binary", overlappingSync: false });
  const store = await openLmdbStore({ path: join(path, "store") });
  const small = Buffer.alloc(100, 1);
  const rows: StorageRow[] = [];
  for (const clients of CLIENTS) {
    const run = (what: StorageRow["what"], work: (i: number) => Promise<unknown>) =>
      measure({ engine: "lmdb", what, clients }, seconds, work);
    rows.push(await run("floor", (i) => raw.put(`k${i % 1000}`, small)));
    rows.push(await run("commit", turns(store, `${clients}`)));
    rows.push(await run("get", (i) => store.get([`person/${i % 500}`, `state/${i % 500}`, "absent"])));
  }
  await raw.close();
  await store.close();
  await rm(path, { recursive: true });
  return rows;
}

async function benchRedis(seconds: number): Promise<readonly StorageRow[]> {
  const server = await startRedis({ aof: "always" });
  const raw = new Redis(server.url);
  const store = await openRedisStore({ url: server.url });
  const small = Buffer.alloc(100, 1);
  const rows: StorageRow[] = [];
  for (const clients of CLIENTS) {
    const run = (what: StorageRow["what"], work: (i: number) => Promise<unknown>) =>
      measure({ engine: "redis", what, clients }, seconds, work);
    rows.push(await run("floor", (i) => raw.set(`k${i % 1000}`, small)));
    rows.push(await run("commit", turns(store, `${clients}`)));
    rows.push(await run("get", (i) => store.get([`person/${i % 500}`, `state/${i % 500}`, "absent"])));
  }
  raw.disconnect();
  await store.close();
  await server.stop();
  return rows;
}

/** The batch of an ordinary turn: handled marker, a record and the state changed, an audit entry, a job. */
function turns(store: Store, name: string): (i: number) => Promise<void> {
  const versions = new Map<string, number>();
  const reply = Buffer.alloc(1500, 1);
  const record = Buffer.alloc(700, 2);
  const state = Buffer.alloc(400, 3);
  const entry = Buffer.alloc(300, 4);
  return async (i) => {
    const person = `person/${name}/${i % 500}`;
    const conversation = `state/${name}/${i % 500}`;
    const version = versions.get(person) ?? 0;
    versions.set(person, version + 1);
    const now = Date.now();
    const batch: Batch = {
      once: { keys: [`event/${name}/${i}`], result: reply, expiresAt: now + 86_400_000 },
      deadline: now + 10_000,
      checks: [
        { key: person, version },
        { key: conversation, version },
      ],
      puts: [
        { key: person, value: record },
        { key: conversation, value: state, expiresAt: now + 30 * 86_400_000 },
      ],
      appends: [{ stream: `audit/${name}`, value: entry }],
      enqueue: [{ queue: "send", id: `${name}/${i}`, due: now, value: record }],
    };
    const result = await store.commit(batch);
    if (result.kind !== "committed") throw new Error(`The bench met ${result.kind}`);
  };
}

async function measure(
  labels: Pick<StorageRow, "engine" | "what" | "clients">,
  seconds: number,
  work: (i: number) => Promise<unknown>,
): Promise<StorageRow> {
  let next = 0;
  for (; next < 200; next++) await work(next);
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const loop = performance.eventLoopUtilization();
  const started = performance.now();
  const end = started + seconds * 1000;
  const client = async () => {
    for (let before = performance.now(); before < end; ) {
      await work(next++);
      const after = performance.now();
      times.push(after - before);
      before = after;
      // LMDB reads never leave this turn of the event loop: without a pause, one client would starve the rest.
      if (labels.what === "get" && times.length % 100 === 0)
        await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.all(Array.from({ length: labels.clients }, client));
  const elapsed = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const per = (total: number) => round(total / times.length);
  return {
    ...labels,
    perSecond: Math.round((times.length / elapsed) * 1000),
    p50: round(times[Math.floor(times.length * 0.5)] ?? 0),
    p95: round(times[Math.floor(times.length * 0.95)] ?? 0),
    cpuMs: per((user + system) / 1000),
    eventLoopMs: per(performance.eventLoopUtilization(loop).active),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
