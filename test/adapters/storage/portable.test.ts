import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type LmdbStore, openLmdbStore } from "../../../adapters/storage/lmdb.js";
import { openRedisStore, type RedisStore } from "../../../adapters/storage/redis.js";
import type { PortableItem } from "../../../casework/store/portable.js";
import { type RedisServer, startRedis } from "./redis-server.js";

type AnyStore = LmdbStore | RedisStore;

let folder: string;
let redis: RedisServer;
const opened: AnyStore[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-portable-"));
  redis = await startRedis();
}, 60_000);
afterAll(async () => {
  for (const store of opened) await store.close();
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

let count = 0;
async function open(engine: "lmdb" | "redis"): Promise<AnyStore> {
  const name = `place-${count++}`;
  const store =
    engine === "lmdb"
      ? await openLmdbStore({ path: join(folder, name) })
      : await openRedisStore({ url: redis.url, name });
  opened.push(store);
  return store;
}

async function dumped(store: AnyStore): Promise<readonly PortableItem[]> {
  const items: PortableItem[] = [];
  for await (const item of store.portable.dump()) items.push(item);
  return items;
}

const sorted = (items: readonly PortableItem[]) =>
  items.map((item) => JSON.stringify(item, Object.keys(item).sort())).sort();
const text = (value: string) => Buffer.from(value);

/** One of everything that the port can keep, and what often goes wrong: gaps, versions, attempts, expiry. */
async function fillStore(store: AnyStore): Promise<void> {
  const later = Date.now() + 3_600_000;
  await store.commit({
    once: { keys: ["event/1", "nonce/2"], result: Buffer.from([0, 255, 10]), expiresAt: later },
    checks: [
      { key: "case/K-7F3Q9", version: 0 },
      { key: "empty", version: 0 },
      { key: "soon", version: 0 },
    ],
    puts: [
      { key: "case/K-7F3Q9", value: Buffer.from([1, 2, 3]) },
      { key: "empty", value: Buffer.alloc(0) },
      { key: "soon", value: text("ä"), expiresAt: later },
    ],
    index: [
      { op: "add", index: "cases/p", sort: "2026-11-27", member: "K-7F3Q9" },
      { op: "add", index: "cases/p", sort: "", member: "" },
    ],
    appends: [1, 2, 3].map((i) => ({ stream: "notes/K-7F3Q9", value: text(String(i)) })),
    enqueue: [
      { queue: "mail", id: "a", due: 5, value: text("first") },
      { queue: "mail", id: "b", due: 1, value: text("second") },
    ],
  });
  await store.commit({
    checks: [{ key: "case/K-7F3Q9", version: 1 }],
    puts: [{ key: "case/K-7F3Q9", value: text("new") }],
  });
  // The last entry goes: its position is not given out again.
  await store.commit({ trimStreams: [{ stream: "notes/K-7F3Q9", positions: [1, 3] }] });
  await store.commit({ appends: [{ stream: "gone", value: text("x") }] });
  await store.commit({ trimStreams: [{ stream: "gone", positions: [1] }] });
  await store.lease("mail", { now: 10, until: 20, limit: 1 });
}

describe.each([
  ["lmdb", "redis"],
  ["redis", "lmdb"],
  ["lmdb", "lmdb"],
  ["redis", "redis"],
] as const)("from %s to %s", (from, to) => {
  test("everything arrives as it was", async () => {
    const [source, target] = [await open(from), await open(to)];
    await fillStore(source);
    expect(await target.portable.isEmpty()).toBe(true);
    const items = await dumped(source);
    await target.portable.load(items);
    expect(sorted(await dumped(target))).toEqual(sorted(items));

    const [record, empty] = await target.get(["case/K-7F3Q9", "empty"]);
    expect([record?.version, record?.value.toString(), empty?.value.length]).toEqual([2, "new", 0]);
    expect(await target.range("cases/p")).toEqual(await source.range("cases/p"));
    expect((await target.jobs("mail", 9)).map(({ id, attempt }) => [id, attempt])).toEqual([
      ["b", 1],
      ["a", 0],
    ]);
    // A lease was not taken along: whoever works here may begin.
    expect((await target.lease("mail", { now: 10, until: 20, limit: 9 })).map(({ id }) => id)).toEqual([
      "b",
      "a",
    ]);
    await target.commit({
      appends: [
        { stream: "notes/K-7F3Q9", value: text("4") },
        { stream: "gone", value: text("y") },
      ],
    });
    const positions = async (stream: string) =>
      (await target.readStream(stream)).map(({ position }) => position);
    expect([await positions("notes/K-7F3Q9"), await positions("gone")]).toEqual([[2, 4], [2]]);
    const again = await target.commit({ once: { keys: ["nonce/2"], result: text(""), expiresAt: 1 } });
    expect(again).toEqual({ kind: "replayed", result: Buffer.from([0, 255, 10]) });
  });
});

describe.each(["lmdb", "redis"] as const)("on %s", (engine) => {
  test("a dump beside busy writers is of one instant", async () => {
    const store = await open(engine);
    let done = false;
    let written = 0;
    const writer = async (name: number) => {
      for (let i = 0; !done; i++) {
        const id = `${name}.${i}`;
        const old = `${name}.${i - 40}`;
        await store.commit({
          checks: [{ key: `r/${id}`, version: 0 }, ...(i < 40 ? [] : [{ key: `r/${old}`, version: 1 }])],
          puts: [{ key: `r/${id}`, value: Buffer.alloc(200, 1) }],
          deletes: i < 40 ? [] : [`r/${old}`],
          index: [
            { op: "add", index: `ids/${name}`, sort: id, member: "" },
            ...(i < 40 ? [] : [{ op: "remove" as const, index: `ids/${name}`, sort: old, member: "" }]),
          ],
          appends: [{ stream: `log/${name}`, value: text(id) }],
        });
        written++;
      }
    };
    const writers = Array.from({ length: 8 }, (_, name) => writer(name));
    // On a slow disk the writers need more dumps to get between.
    for (let round = 0; round < 5 || written <= 50; round++) {
      const items = await dumped(store);
      const copy = await open(engine);
      await copy.portable.load(items);
      for (let name = 0; name < 8; name++) {
        const listed = (await copy.range(`ids/${name}`)).map(({ sort }) => sort);
        const records = await copy.get(listed.map((id) => `r/${id}`));
        expect(records.filter((record) => record === undefined)).toEqual([]);
        const log = (await copy.readStream(`log/${name}`)).map(({ value }) => value.toString());
        expect(listed.toSorted()).toEqual(log.slice(-40).toSorted());
      }
      let there = 0;
      for await (const _ of copy.keys("r/")) there++;
      const listed = await Promise.all(Array.from({ length: 8 }, (_, name) => copy.range(`ids/${name}`)));
      expect(there).toBe(listed.flat().length);
      await copy.portable.clear();
      expect(await copy.portable.isEmpty()).toBe(true);
    }
    done = true;
    await Promise.all(writers);
    expect(written).toBeGreaterThan(50);
  }, 120_000);

  test("names that no store takes are refused before anything is written", async () => {
    const store = await open(engine);
    const bad: PortableItem = { kind: "record", key: `a${"\0"}b`, version: 1, value: text("x") };
    await expect(store.portable.load([{ ...bad, key: "fine" }, bad])).rejects.toThrow(RangeError);
    expect(await store.portable.isEmpty()).toBe(true);
  });
});
