import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openLmdbStore } from "../../../adapters/storage/lmdb.js";
import type { Store } from "../../../casework/store/store.js";
import { type Compiled, compileAdapters, output } from "./compiled.js";
import { seeded } from "./seeded.js";

/** Counts up a shared record `times` times and logs each step, with a retry on conflict. */
const COUNT = `
export async function count(store, times, name) {
  for (let done = 0; done < times; ) {
    const [stored] = await store.get(["counter"]);
    const value = Buffer.from(String(Number(stored?.value ?? 0) + 1));
    const { kind } = await store.commit({
      checks: [{ key: "counter", version: stored?.version ?? 0 }],
      puts: [{ key: "counter", value }],
      appends: [{ stream: "steps", value: Buffer.from(name) }],
    });
    if (kind === "committed") done++;
  }
}
`;

const COUNTING_CHILD = `
import { openLmdbStore } from "./adapters/storage/lmdb.js";
import { count } from "./count.js";
const store = await openLmdbStore({ path: process.argv[2] });
console.log((await store.get(["greeting"]))[0]?.value.toString());
await count(store, Number(process.argv[3]), "child");
await store.commit({ checks: [{ key: "answer", version: 0 }], puts: [{ key: "answer", value: Buffer.from("done") }] });
await store.close();
`;

const ONE_WRITE = `
import { openLmdbStore } from "./adapters/storage/lmdb.js";
const store = await openLmdbStore({ path: process.argv[2] });
await store.commit({ checks: [{ key: "news", version: 0 }], puts: [{ key: "news", value: Buffer.from("fresh") }] });
await store.close();
`;

/** Begins a commit and computes for two seconds, so that its event loop stands still in the midst of it. */
const BUSY_CHILD = `
import { openLmdbStore } from "./adapters/storage/lmdb.js";
const store = await openLmdbStore({ path: process.argv[2] });
const commit = () => store.commit({ appends: [{ stream: "busy", value: Buffer.from("child") }] });
await commit();
for (const wait of [0, 0, 1, 2, 3]) {
  void commit();
  await new Promise((resolve) => setTimeout(resolve, wait));
}
void commit();
setImmediate(() => setImmediate(() => {
  console.log("busy");
  for (const end = Date.now() + 2000; Date.now() < end; );
  console.log("free");
}));
`;

/** Exits while commits are under way. */
const LEAVING_CHILD = `
import { openLmdbStore } from "./adapters/storage/lmdb.js";
const store = await openLmdbStore({ path: process.argv[2] });
const work = async () => {
  for (;;) await store.commit({ appends: [{ stream: "s", value: Buffer.alloc(1000) }] });
};
for (let i = 0; i < 5; i++) void work();
setTimeout(() => process.exit(7), Number(process.argv[3]));
`;

/** Commits without end, ten at a time, and prints the id of each commit that was acknowledged. */
const WRITING_CHILD = `
import { openLmdbStore } from "./adapters/storage/lmdb.js";
const [path, round] = process.argv.slice(2);
const store = await openLmdbStore({ path });
let next = 0;
async function write() {
  for (;;) {
    const id = round + "." + next++;
    await store.commit({
      once: { keys: ["event " + id], result: Buffer.from(id), expiresAt: Date.now() + 3600000 },
      checks: [{ key: "r/" + id, version: 0 }],
      puts: [{ key: "r/" + id, value: Buffer.alloc(500, id) }],
      index: [{ op: "add", index: "ids", sort: id, member: "" }],
      appends: [{ stream: "log", value: Buffer.from(id) }],
      enqueue: [{ queue: "q", id, due: 1, value: Buffer.from(id) }],
    });
    process.stdout.write(id + "\\n");
  }
}
await Promise.all(Array.from({ length: 10 }, write));
`;

/** Writes until the file may grow no more, waits for a line on stdin, and tries once again. */
const FILLING_CHILD = `
import { openLmdbStore } from "./adapters/storage/lmdb.js";
const store = await openLmdbStore({ path: process.argv[2] });
const write = (id) => store.commit({
  checks: [{ key: "r/" + id, version: 0 }],
  puts: [{ key: "r/" + id, value: Buffer.alloc(20000, 1) }],
  appends: [{ stream: "log", value: Buffer.from(String(id)) }],
}).then(({ kind }) => kind, (error) => error.name);
const all = async () => {
  const log = await store.readStream("log");
  const records = await store.get(log.map(({ value }) => "r/" + value));
  return [log.length, records.filter(Boolean).length];
};
let ok = 0;
const failures = new Set();
for (let round = 0; failures.size === 0; round++) {
  const results = await Promise.all(Array.from({ length: 5 }, (_, i) => write(round * 5 + i)));
  for (const result of results) result === "committed" ? ok++ : failures.add(result);
}
console.log(JSON.stringify({ ok, failures: [...failures], kept: await all() }));
process.stdin.once("data", async () => {
  console.log(JSON.stringify({ after: await write("after"), kept: await all() }));
  await store.close();
  process.stdin.destroy();
});
`;

let compiled: Compiled;
let path: string;
const started = new Set<ChildProcess>();

beforeAll(async () => {
  compiled = await compileAdapters({
    "count.js": COUNT,
    "counting.js": COUNTING_CHILD,
    "one-write.js": ONE_WRITE,
    "busy.js": BUSY_CHILD,
    "leaving.js": LEAVING_CHILD,
    "writing.js": WRITING_CHILD,
    "filling.js": FILLING_CHILD,
  });
  path = await mkdtemp(join(tmpdir(), "kim-lmdb-"));
});

afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  await compiled.remove();
  await rm(path, { recursive: true });
});

function start(command: string, ...args: string[]): ChildProcess {
  const child = spawn(command, args, { cwd: compiled.dir, stdio: ["pipe", "pipe", "ignore"] });
  started.add(child);
  child.once("exit", () => started.delete(child));
  return child;
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once("exit", resolve));
const linesOf = (child: ChildProcess) => {
  if (!child.stdout) throw new Error("The child has no output");
  return createInterface(child.stdout)[Symbol.asyncIterator]();
};

describe("several processes on one LMDB", () => {
  test("two of them count together and see each other's writes", async () => {
    const store = await openLmdbStore({ path: join(path, "count") });
    await store.commit({
      checks: [{ key: "greeting", version: 0 }],
      puts: [{ key: "greeting", value: Buffer.from("from the parent") }],
    });
    const child = start("node", "counting.js", join(path, "count"), "100");
    const lines = linesOf(child);
    expect((await lines.next()).value).toBe("from the parent");
    const exit = ended(child);
    await countUp(store, 100);
    expect(await exit).toBe(0);
    const [counter, answer] = await store.get(["counter", "answer"]);
    expect([counter?.value.toString(), counter?.version]).toEqual(["200", 200]);
    expect(answer?.value.toString()).toBe("done");
    const steps = (await store.readStream("steps")).map(({ value }) => value.toString());
    expect(steps.filter((name) => name === "child").length).toBe(100);
    expect(steps.length).toBe(200);
    await store.close();
  });

  test("a read sees what another process committed a moment before, in the same turn of the event loop", async () => {
    const store = await openLmdbStore({ path: join(path, "fresh") });
    expect(await store.get(["news"])).toEqual([undefined]);
    execFileSync("node", ["one-write.js", join(path, "fresh")], { cwd: compiled.dir });
    expect((await store.get(["news"]))[0]?.value.toString()).toBe("fresh");
    await store.close();
  });

  test("one that computes in the midst of a commit keeps nobody from writing", async () => {
    const store = await openLmdbStore({ path: join(path, "busy") });
    const child = start("node", "busy.js", join(path, "busy"));
    const lines = linesOf(child);
    expect((await lines.next()).value).toBe("busy");
    const next = lines.next();
    const commit = store.commit({ appends: [{ stream: "busy", value: Buffer.from("parent") }] });
    const first = await Promise.race([commit.then(({ kind }) => kind), next.then(({ value }) => value)]);
    expect(first).toBe("committed");
    expect((await next).value).toBe("free");
    await ended(child);
    await store.close();
  });

  test("one that exits in the midst of a commit ends at once", async () => {
    for (let i = 0; i < 10; i++) {
      const child = start("node", "leaving.js", join(path, "leaving"), `${20 + i * 3}`);
      expect(await ended(child)).toBe(7);
    }
  });

  test("killed at any moment, one loses nothing that was acknowledged and leaves nothing half", () =>
    seeded(async (seed) => {
      const store = await openLmdbStore({ path: join(path, "kill") });
      const acknowledged: string[] = [];
      for (let round = 0; round < 5; round++) {
        const child = start("node", "writing.js", join(path, "kill"), `${round}`);
        const killAt = acknowledged.length + 21 + ((seed * (round + 7)) % 379);
        const lines = linesOf(child);
        for (;;) {
          const { value, done } = await lines.next();
          if (done) break;
          acknowledged.push(value);
          if (acknowledged.length === killAt) child.kill("SIGKILL");
        }
        // Whoever was killed with the write lock in its hand does not keep the others from writing.
        await store.ping();
      }
      const log = (await store.readStream("log")).map(({ value }) => value.toString());
      const records = await store.get(log.map((id) => `r/${id}`));
      expect(records.every((record, i) => record?.value.equals(Buffer.alloc(500, log[i])))).toBe(true);
      expect((await store.range("ids")).map(({ sort }) => sort).sort()).toEqual([...log].sort());
      expect((await store.jobs("q", 100_000)).map(({ id }) => id).sort()).toEqual([...log].sort());
      expect(new Set(log).size).toBe(log.length);
      const kept = new Set(log);
      expect(acknowledged.length).toBeGreaterThan(100);
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      await store.close();
    }));

  test("a full disk refuses commits whole, reads go on, and writing does when there is room again", async () => {
    // A limit on the size of files stands in for the end of the disk: both fail in the middle of a write.
    const child = start("bash", "-c", `ulimit -S -f 1500; exec node filling.js "${join(path, "full")}"`);
    const lines = linesOf(child);
    const full = JSON.parse((await lines.next()).value);
    expect(full.failures).toEqual(["StoreUnavailable"]);
    expect(full.ok).toBeGreaterThan(5);
    expect(full.kept).toEqual([full.ok, full.ok]);
    await output("prlimit", ["--pid", `${child.pid}`, "--fsize=unlimited"]);
    child.stdin?.write("go on\n");
    const again = JSON.parse((await lines.next()).value);
    expect(again).toEqual({ after: "committed", kept: [full.ok + 1, full.ok + 1] });
    await ended(child);
  });
});

async function countUp(store: Store, times: number): Promise<void> {
  for (let done = 0; done < times; ) {
    const [stored] = await store.get(["counter"]);
    const result = await store.commit({
      checks: [{ key: "counter", version: stored?.version ?? 0 }],
      puts: [{ key: "counter", value: Buffer.from(`${Number(stored?.value ?? 0) + 1}`) }],
      appends: [{ stream: "steps", value: Buffer.from("parent") }],
    });
    if (result.kind === "committed") done++;
  }
}
