import { randomUUID } from "node:crypto";
import type { ConnectionOptions } from "node:tls";
import type { Portable } from "../../casework/store/portable.js";
import { type Store, type Stored, StoreUnavailable } from "../../casework/store/store.js";
import { assertBatch, assertName, assertWhole } from "./batch.js";
import { createClient } from "./redis-client.js";
import { decodeAnswer, encodeCommit } from "./redis-commit.js";
import { connectionOf, type RedisConnection } from "./redis-connection.js";
import { boundsOf, decodeRecord, layoutOf, positionOf, splitEntry, streamId } from "./redis-layout.js";
import { redisPortable } from "./redis-portable.js";
import { onReplicas } from "./redis-replicas.js";
import { commitScript, jobsScript, leaseScript, run } from "./redis-scripts.js";
import { rewriteFiles } from "./redis-scrub.js";
import { tracesIn } from "./redis-traces.js";
import { parseRedisUrl } from "./redis-url.js";
import { warningsFrom } from "./redis-warnings.js";

export type RedisStoreOptions = {
  /** See redis-url.ts. */
  readonly url: string;
  /** Names all keys: two installations may share one Redis. */
  readonly name?: string;
  /** Deadline of every method, reconnecting included. */
  readonly timeoutMs?: number;
  /** Certificates for rediss://, where those of the system do not do. */
  readonly tls?: ConnectionOptions;
};

export type RedisStore = Store & {
  /** What an operator should know about this Redis, in German. */
  warnings(): Promise<readonly string[]>;
  /** The server's clock, ms since the epoch. Deadlines of commits are measured by it. */
  time(): Promise<number>;
  readonly portable: Portable;
};

const LAYOUT = "1";
const KEYS_PER_SCAN = 1000;

/**
 * Opens the store on a Redis from version 7 on: one server, Sentinel or Cluster.
 * @throws StoreUnavailable if it does not answer; Error in German if it can't be used.
 */
export async function openRedisStore(options: RedisStoreOptions): Promise<RedisStore> {
  const { url, name = "kim", timeoutMs = 2000, tls } = options;
  const place = parseRedisUrl(url);
  const replicas = place.kind === "cluster" ? 0 : (place.replicas ?? 0);
  const connection = connectionOf(createClient(place, timeoutMs, tls), timeoutMs);
  const { ask } = connection;
  const layout = layoutOf(name);
  const commitId = idsOfThisProcess();
  const listeners = new Set<() => void>();
  let listening = false;
  try {
    await patiently(() => assertUsable(connection, layout.meta("layout")));
  } catch (error) {
    await connection.close();
    throw error;
  }

  return {
    engine: "redis",
    async get(keys) {
      for (const key of keys) assertName(key);
      if (keys.length === 0) return [];
      const names = keys.map(layout.record);
      const found = await ask((client) => client.mgetBuffer(names));
      return found.map((bytes): Stored | undefined => (bytes ? decodeRecord(bytes) : undefined));
    },
    async range(index, range = {}) {
      assertName(index);
      const bounds = boundsOf(range);
      if (!bounds || range.limit === 0) return [];
      const { low, high } = bounds;
      const key = layout.index(index);
      const count = range.limit ?? -1;
      const members = await ask((client) =>
        range.reverse
          ? client.zrevrangebylex(key, high, low, "LIMIT", 0, count)
          : client.zrangebylex(key, low, high, "LIMIT", 0, count),
      );
      return members.map(splitEntry);
    },
    async readStream(stream, { after, reverse = false, limit } = {}) {
      assertName(stream);
      // Behind the very beginning is nothing, but Redis has no way to write that.
      if (limit === 0 || (reverse && after === 0)) return [];
      const key = layout.stream(stream);
      const behind = after === undefined ? undefined : `(${streamId(after)}`;
      const count = limit ?? Number.MAX_SAFE_INTEGER;
      const entries = await ask((client) =>
        reverse
          ? client.xrevrangeBuffer(key, behind ?? "+", "-", "COUNT", count)
          : client.xrangeBuffer(key, behind ?? "-", "+", "COUNT", count),
      );
      return entries.map(([id, fields]) => ({
        position: positionOf(id.toString()),
        value: fields[1] ?? Buffer.alloc(0),
      }));
    },
    async commit(batch) {
      assertBatch(batch);
      const { keys, args, conditions } = encodeCommit(layout, batch, commitId(), Date.now());
      const answer = await ask(async (client, attempt) => {
        if (attempt > 1) args[0] = "1";
        const decided = await run(client, commitScript, keys, args);
        await onReplicas(client, replicas);
        return decided;
      });
      return decodeAnswer(answer as Buffer, conditions);
    },
    async lease(queue, { now, until, limit }) {
      assertName(queue);
      for (const value of [now, until, limit]) assertWhole(value);
      if (limit === 0) return [];
      const token = randomUUID();
      const rows = await ask(async (client) => {
        const leased = await run(client, leaseScript, layout.queue(queue), [now, until, limit, token]);
        // A lease that a failover forgets lets a second worker do the same job.
        if (jobsFrom(leased).length > 0) await onReplicas(client, replicas);
        return leased;
      });
      return jobsFrom(rows).map((job) => ({ ...job, token, leasedUntil: until }));
    },
    async jobs(queue, limit) {
      assertName(queue);
      if (limit === 0) return [];
      return jobsFrom(await ask((client) => run(client, jobsScript, layout.queue(queue), [limit])));
    },
    onEnqueue(listener) {
      const entry = () => listener();
      listeners.add(entry);
      if (!listening) {
        listening = true;
        connection.listen(layout.channel, () => {
          for (const call of listeners) call();
        });
      }
      return () => listeners.delete(entry);
    },
    async *keys(prefix) {
      assertName(prefix);
      const start = layout.record("");
      const pattern = `${start}${prefix}`.replace(/[\\*?[\]]/g, "\\$&");
      const seen = new Set<string>();
      for (const master of connection.masters()) {
        let cursor = "0";
        do {
          const [next, found] = await ask(() =>
            master.scan(cursor, "MATCH", `${pattern}*`, "COUNT", KEYS_PER_SCAN),
          );
          cursor = next;
          for (const key of found) {
            if (seen.has(key)) continue;
            seen.add(key);
            yield key.slice(start.length);
          }
        } while (cursor !== "0");
      }
    },
    traces: (text) => tracesIn(connection, layout, text),
    scrub: () => rewriteFiles(connection),
    async ping() {
      await ask((client) => client.set(layout.meta("ping"), "", "PX", 60_000));
    },
    async warnings() {
      const info = await ask((client) => client.info());
      // Many hosted servers forbid CONFIG; then the question stays open.
      const fsync = await ask((client) => client.config("GET", "appendfsync")).catch(() => undefined);
      return warningsFrom(info, Array.isArray(fsync) ? String(fsync[1]) : undefined, replicas);
    },
    async time() {
      const [seconds = 0, microseconds = 0] = (await ask((client) => client.time())).map(Number);
      return seconds * 1000 + Math.floor(microseconds / 1000);
    },
    portable: redisPortable(connection, layout),
    close: () => connection.close(),
  };
}

/** How often a program that starts asks a Redis that does not answer: it may be starting or failing over too. */
const OPENING_ATTEMPTS = 3;

async function patiently(open: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt === OPENING_ATTEMPTS) throw error;
    }
  }
}

async function assertUsable({ ask }: RedisConnection, layoutKey: string): Promise<void> {
  const info = await ask((client) => client.info("server"));
  const version = /^redis_version:(\d+)/m.exec(info)?.[1];
  if (version !== undefined && Number(version) < 7) {
    throw new Error(`Gebraucht wird Redis ab Version 7; dieser Server hat Version ${version}.`);
  }
  await ask((client) => client.setnx(layoutKey, LAYOUT));
  const found = await ask((client) => client.get(layoutKey));
  if (found !== LAYOUT) {
    throw new Error(`Der Datenbestand hat die Fassung ${found}; dieses Programm kennt nur ${LAYOUT}.`);
  }
}

/** Ids that no other process and no other store uses, without a random number per commit. */
function idsOfThisProcess(): () => string {
  const prefix = randomUUID();
  let count = 0;
  return () => `${prefix}.${(count++).toString(36)}`;
}

/** Rows of id, due, attempt and value, as the scripts answer. */
function jobsFrom(rows: unknown): readonly { id: string; due: number; attempt: number; value: Buffer }[] {
  const cells = rows as readonly Buffer[];
  return Array.from({ length: cells.length / 4 }, (_, i) => {
    const [id, due, attempt, value] = cells.slice(i * 4, i * 4 + 4);
    return {
      id: id?.toString() ?? "",
      due: Number(due),
      attempt: Number(attempt),
      value: value ?? Buffer.alloc(0),
    };
  });
}
