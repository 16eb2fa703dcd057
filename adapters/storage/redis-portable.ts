import { randomUUID } from "node:crypto";
import type { Portable } from "../../casework/store/portable.js";
import { assertItems } from "./batch.js";
import type { RedisConnection } from "./redis-connection.js";
import { addWrites, itemsOf, placeOf } from "./redis-items.js";
import type { RedisLayout } from "./redis-layout.js";
import { readScript, run } from "./redis-scripts.js";

/** All letters of redis-layout.ts but those of the layout's version and of the journal. */
const LETTERS = "roisqjlc";
const KEYS_PER_SCAN = 500;
/** A backup that broke off leaves its journal behind for so long. */
const JOURNAL_MS = 10 * 60_000;

type RowsRead = {
  readonly rows: readonly (readonly unknown[])[];
  readonly touched: readonly string[];
};

/**
 * A scan tells nothing of one instant. So while it runs, each commit writes down which keys it touched, and in the
 * end those are read once more, all of them in one step: what was not touched is as it was then as well.
 */
export function redisPortable(connection: RedisConnection, layout: RedisLayout): Portable {
  const { ask } = connection;
  const start = layout.record("").slice(0, -2);
  const journal = layout.meta("touched");

  /** All keys of this store that are neither the layout's version nor a journal. */
  async function* keys(): AsyncIterable<string> {
    const seen = new Set<string>();
    for (const master of connection.masters()) {
      let cursor = "0";
      do {
        const [next, found] = await ask(() =>
          master.scan(
            cursor,
            "MATCH",
            `${start.replace(/[\\*?[\]]/g, "\\$&")}[${LETTERS}]:*`,
            "COUNT",
            KEYS_PER_SCAN,
          ),
        );
        cursor = next;
        for (const key of found) {
          if (!seen.has(key)) yield key;
          seen.add(key);
        }
      } while (cursor !== "0");
    }
  }

  /** Reads keys whole, all at one instant; with `touched` those instead that commits have touched meanwhile. */
  async function read(keys: readonly string[], touched = false): Promise<RowsRead> {
    const args = touched ? [start.length, journal] : [start.length];
    const [rows, names] = (await ask((client) => run(client, readScript, keys, args))) as [
      readonly (readonly unknown[])[],
      readonly Buffer[],
    ];
    return { rows, touched: names.map(String) };
  }

  return {
    async *dump() {
      const token = `backup:${randomUUID()}`;
      const keepJournal = () => ask((client) => client.pexpire(journal, JOURNAL_MS));
      await ask((client) => client.sadd(journal, token));
      await keepJournal();
      let waiting: string[] = [];
      for await (const key of keys()) {
        // Values and leases of a queue go with its order, the marks of commits nowhere.
        if ("roisq".includes(key[start.length] ?? "")) waiting.push(key);
        if (waiting.length < KEYS_PER_SCAN) continue;
        for (const row of (await read(waiting)).rows) yield* itemsOf(start, row);
        waiting = [];
        await keepJournal();
      }
      for (const row of (await read(waiting)).rows) yield* itemsOf(start, row);
      const { rows, touched } = await read([], true);
      if (!touched.includes(token))
        throw new Error("Die Sicherung hat zu lange gedauert. Bitte noch einmal.");
      for (const row of rows) {
        yield { kind: "again", ...placeOf(start, row) };
        yield* itemsOf(start, row);
      }
    },
    async load(items) {
      assertItems(items);
      const answers = await ask((client) => {
        const all = client.multi();
        for (const item of items) addWrites(all, layout, item);
        return all.exec();
      });
      for (const [error] of answers ?? []) if (error) throw error;
    },
    async isEmpty() {
      for await (const _ of keys()) return false;
      return true;
    },
    async inUse() {
      const counts = await Promise.all(
        connection.masters().map((master) => ask(() => master.pubsub("NUMSUB", layout.channel))),
      );
      return counts.some((count) => Number((count as readonly unknown[])[1] ?? 0) > 0);
    },
    async clear() {
      const all: string[] = [];
      for await (const key of keys()) all.push(key);
      while (all.length > 0) {
        const some = all.splice(0, KEYS_PER_SCAN);
        await ask((client) => client.unlink(some));
      }
    },
  };
}
