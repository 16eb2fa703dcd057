import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { open } from "lmdb";
import { type LmdbOptions, type LmdbStore, openLmdbStore } from "../../../adapters/storage/lmdb.js";
import { contractSuite, until } from "./contract.js";

contractSuite("LMDB", async () => {
  const path = await mkdtemp(join(tmpdir(), "kim-lmdb-"));
  const store = await openLmdbStore({ path });
  return { store, second: await openLmdbStore({ path }), end: () => rm(path, { recursive: true }) };
});

describe("LMDB by its own clock", () => {
  const cleanUp: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const step of cleanUp.splice(0).reverse()) await step();
  });

  async function folder(): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), "kim-lmdb-"));
    cleanUp.push(() => rm(path, { recursive: true }));
    return path;
  }

  async function opened(options: LmdbOptions): Promise<LmdbStore> {
    const store = await openLmdbStore({ sweepEveryMs: 0, ...options });
    cleanUp.push(() => store.close());
    return store;
  }

  /** What lies in the tree, kinds counted: `{ r: 1, x: 1 }`. The store must be closed. */
  async function entries(path: string): Promise<Record<string, number>> {
    const tree = open<Buffer, Buffer>({ path, encoding: "binary", keyEncoding: "binary", noSubdir: false });
    const counts: Record<string, number> = {};
    for (const key of tree.getKeys({ start: Buffer.from([0]) })) {
      const kind = Buffer.from(key).toString("latin1", 0, 1);
      if (kind !== "m" && kind !== "c") counts[kind] = (counts[kind] ?? 0) + 1;
    }
    await tree.close();
    return counts;
  }

  const put = (key: string, version: number, expiresAt: number) => ({
    checks: [{ key, version }],
    puts: [{ key, value: Buffer.from(key), expiresAt }],
  });

  test("records, markers and deadlines end to the millisecond", async () => {
    let now = 1000;
    const store = await opened({ path: await folder(), now: () => now });
    const once = { keys: ["event"], result: Buffer.from("r"), expiresAt: 2000 };
    await store.commit({ ...put("a", 0, 2000), once, deadline: 1000 });
    now = 1999;
    expect((await store.get(["a"]))[0]?.version).toBe(1);
    expect((await store.commit({ once })).kind).toBe("replayed");
    now = 2000;
    expect(await store.get(["a"])).toEqual([undefined]);
    expect((await store.commit({ deadline: 1999 })).kind).toBe("expired");
    expect((await store.commit({ once: { ...once, expiresAt: 3000 }, deadline: 2000 })).kind).toBe(
      "committed",
    );
  });

  test("the sweep removes what has expired, and nothing else, a bounded number at a time", async () => {
    let now = 1000;
    const path = await folder();
    const store = await opened({ path, now: () => now });
    for (let i = 0; i < 5; i++) await store.commit(put(`gone/${i}`, 0, 2000 + i));
    await store.commit({
      ...put("kept", 0, 2000),
      once: { keys: ["e"], result: Buffer.from("r"), expiresAt: 2000 },
    });
    // Written again before it expired: lives on. Deleted before: leaves nothing to sweep.
    await store.commit(put("kept", 1, 9000));
    await store.commit(put("deleted", 0, 2000));
    await store.commit({ checks: [{ key: "deleted", version: 1 }], deletes: ["deleted"] });
    now = 3000;
    expect(await store.sweep(4)).toBe(true);
    expect(await store.sweep(4)).toBe(false);
    expect(await store.sweep(4)).toBe(false);
    expect((await store.get(["kept"]))[0]?.version).toBe(2);
    await store.close();
    expect(await entries(path)).toEqual({ r: 1, x: 1 });
  });

  test("a record that is written again and again leaves nothing behind for the sweep", async () => {
    const path = await folder();
    const store = await opened({ path });
    const soon = Date.now() + 60_000;
    for (let i = 0; i < 5; i++) await store.commit(put("state", i, soon + i));
    await store.close();
    expect(await entries(path)).toEqual({ r: 1, x: 1 });
  });

  test("a marker that was set anew after it expired survives the sweep of the old one", async () => {
    let now = 1000;
    const path = await folder();
    const store = await opened({ path, now: () => now });
    const once = (expiresAt: number) => ({ once: { keys: ["e"], result: Buffer.from("r"), expiresAt } });
    await store.commit(once(2000));
    now = 2500;
    await store.commit(once(5000));
    expect(await store.sweep()).toBe(false);
    expect((await store.commit(once(6000))).kind).toBe("replayed");
    await store.close();
    expect(await entries(path)).toEqual({ o: 1, x: 1 });
  });

  test("the sweep runs by itself", async () => {
    const path = await folder();
    const store = await opened({ path, sweepEveryMs: 1 });
    for (let i = 0; i < 3; i++) await store.commit(put(`gone/${i}`, 0, Date.now() - 1));
    // A clock that stands still shows what lies there, expired or not.
    const witness = await opened({ path, now: () => 0 });
    const keys = ["gone/0", "gone/1", "gone/2"];
    await until(async () => (await witness.get(keys)).every((found) => found === undefined));
  });

  test("what was committed is there when the store is opened again", async () => {
    const path = await folder();
    const first = await opened({ path });
    await first.commit({
      ...put("a", 0, Date.now() + 60_000),
      appends: [{ stream: "s", value: Buffer.from("x") }],
    });
    await first.close();
    const second = await opened({ path });
    expect((await second.get(["a"]))[0]?.value.toString()).toBe("a");
    await second.commit({ appends: [{ stream: "s", value: Buffer.from("y") }] });
    expect((await second.readStream("s")).map(({ position }) => position)).toEqual([1, 2]);
  });

  test("data of an unknown layout is refused in German", async () => {
    const path = await folder();
    const tree = open<Buffer, Buffer>({ path, encoding: "binary", keyEncoding: "binary", noSubdir: false });
    await tree.put(Buffer.from("mlayout"), Buffer.from("7"));
    await tree.close();
    await expect(openLmdbStore({ path })).rejects.toThrow("Der Datenbestand hat die Fassung 7");
  });

  test("a local disk gives no reason to warn", async () => {
    expect(await (await opened({ path: await folder() })).warnings()).toEqual([]);
  });
});
