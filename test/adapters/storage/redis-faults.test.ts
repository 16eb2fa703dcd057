import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { openRedisStore, type RedisStore } from "../../../adapters/storage/redis.js";
import { type Batch, StoreUnavailable } from "../../../casework/store/store.js";
import { startOwnClock } from "../../apart/own-clock.js";
import { until } from "./contract.js";
import { freePort, type RedisServer, startRedis } from "./redis-server.js";
import { startProxy, type TcpProxy } from "./tcp-proxy.js";

const LATER = Date.now() + 3_600_000;
const text = (value: string): Buffer => Buffer.from(value);

describe("a Redis that fails", () => {
  let server: RedisServer;
  let proxy: TcpProxy;
  let admin: Redis;
  /** Reaches the server through the proxy and gives up soon. */
  let store: RedisStore;

  beforeAll(async () => {
    server = await startRedis();
    proxy = await startProxy(server.port);
    admin = new Redis(server.url);
    store = await openRedisStore({ url: `redis://127.0.0.1:${proxy.port}`, timeoutMs: 500 });
  });
  afterEach(() => proxy.mend());
  afterAll(async () => {
    await store.close();
    admin.disconnect();
    await proxy.stop();
    await server.stop();
  });

  const values = async (stream: string) =>
    (await store.readStream(stream)).map(({ value }) => value.toString()).join(" ");
  const append = (stream: string, value: string): Batch => ({ appends: [{ stream, value: text(value) }] });
  const once = (key: string, result: string): Batch => ({
    once: { keys: [key], result: text(result), expiresAt: LATER },
  });
  const put = (key: string, version: number): Batch => ({
    checks: [{ key, version }],
    puts: [{ key, value: text("x") }],
  });

  test("a commit whose reply is lost has one effect and answers as it did, with or without once keys", async () => {
    for (const batch of [append("lost", "a"), { ...once("lost-event", "r"), ...append("lost", "b") }]) {
      proxy.loseReplyTo("{kim}:c:");
      expect(await store.commit(batch)).toEqual({ kind: "committed" });
    }
    expect(await values("lost")).toBe("a b");
  });

  test("a refusal whose reply is lost stays a refusal", async () => {
    await store.commit({ ...put("taken", 0), ...once("taken-event", "first") });
    proxy.loseReplyTo("{kim}:c:");
    expect(await store.commit(put("taken", 0))).toEqual({ kind: "conflict", key: "taken" });
    proxy.loseReplyTo("{kim}:c:");
    expect(await store.commit(once("taken-event", "second"))).toEqual({
      kind: "replayed",
      result: text("first"),
    });
    proxy.loseReplyTo("{kim}:c:");
    expect(await store.commit({ ...append("taken", "late"), deadline: 1 })).toEqual({ kind: "expired" });
    expect(await values("taken")).toBe("");
  });

  test("a first request that arrives after its repetition was refused has no effect any more", async () => {
    // What the script is told when it is asked again, and then the straggler with the same mark.
    const marked = { keys: ["{kim}:c:straggler", "{kim}:r:late"], rest: ["60000", "channel", "="] };
    const run = (again: string, expected: string) => {
      const args = [again, ...marked.rest, expected, "S", "value"];
      return admin.call("EVALSHA", sha, "3", ...marked.keys, "{kim}:r:late", ...args);
    };
    const sha = await commitSha(admin);
    await store.commit(put("late", 0));
    expect(await run("1", "")).toBe("K1");
    await store.commit({ checks: [{ key: "late", version: 1 }], deletes: ["late"] });
    expect(await run("0", "")).toBe("K1");
    expect(await store.get(["late"])).toEqual([undefined]);
  });

  test("reads and leases survive a lost reply, and a lease takes its jobs once", async () => {
    await store.commit({ ...put("read", 0), enqueue: [{ queue: "q", id: "a", due: 1, value: text("a") }] });
    proxy.loseReplyTo("{kim}:r:read");
    expect((await store.get(["read"]))[0]?.version).toBe(1);
    proxy.loseReplyTo("{kim}:q:q");
    const jobs = await store.lease("q", { now: 5, until: 10, limit: 5 });
    expect(jobs.map(({ id, attempt }) => [id, attempt])).toEqual([["a", 1]]);
    const finish = jobs.map(({ id, token }) => ({ queue: "q", id, token }));
    expect(await store.commit({ finish })).toEqual({ kind: "committed" });
  });

  test("when no reply ever comes, the commit fails and its once key tells that it had landed", async () => {
    const batch = { ...once("mute-event", "first"), ...append("mute", "x") };
    proxy.loseAllRepliesTo("{kim}:c:");
    await expect(store.commit(batch)).rejects.toThrow(StoreUnavailable);
    proxy.mend();
    expect(await store.commit({ ...once("mute-event", "second"), ...append("mute", "y") })).toEqual({
      kind: "replayed",
      result: text("first"),
    });
    expect(await values("mute")).toBe("x");
  });

  test("a silent line fails each method within its deadline and is replaced by a new one", async () => {
    proxy.stall();
    const waited = startOwnClock();
    const calls = [
      store.get(["x"]),
      store.range("x"),
      store.readStream("x"),
      store.commit(append("stalled", "x")),
      store.lease("x", { now: 1, until: 2, limit: 1 }),
      store.jobs("x", 1),
      store.keys("x")[Symbol.asyncIterator]().next(),
      store.ping(),
    ];
    for (const { status } of await Promise.allSettled(calls)) expect(status).toBe("rejected");
    for (const call of calls) await expect(call).rejects.toThrow(StoreUnavailable);
    expect(waited()).toBeLessThan(1500);
    proxy.mend();
    await until(() =>
      store.ping().then(
        () => true,
        () => false,
      ),
    );
  });

  test("nothing of a commit lands after its deadline, even if the server held it up", async () => {
    process.kill(server.pid, "SIGSTOP");
    try {
      const batch = { ...append("late-stream", "x"), deadline: Date.now() + 300 };
      await expect(store.commit(batch)).rejects.toThrow(StoreUnavailable);
    } finally {
      process.kill(server.pid, "SIGCONT");
    }
    await until(() =>
      store.ping().then(
        () => true,
        () => false,
      ),
    );
    expect(await values("late-stream")).toBe("");
  });

  test("a broken line comes back by itself, and a request that meets it waits for that", async () => {
    proxy.cut();
    await expect(store.get(["x"])).rejects.toThrow(StoreUnavailable);
    const waiting = until(() =>
      store.ping().then(
        () => true,
        () => false,
      ),
    );
    proxy.mend();
    await waiting;
    proxy.cut();
    const patient = store.commit(append("patient", "x"));
    proxy.mend();
    expect(await patient).toEqual({ kind: "committed" });
  });

  test("a server out of memory refuses a commit whole", async () => {
    await admin.config("SET", "maxmemory", "1");
    try {
      const commit = store.commit({ ...put("oom", 0), ...append("oom", "x") });
      await expect(commit).rejects.toThrow(new StoreUnavailable("Redis: OOM").message);
      await expect(store.ping()).rejects.toThrow(StoreUnavailable);
      expect(await store.get(["oom"])).toEqual([undefined]);
    } finally {
      await admin.config("SET", "maxmemory", "0");
    }
    expect(await store.commit({ ...put("oom", 0), ...append("oom", "x") })).toEqual({ kind: "committed" });
  });

  test("a server that became a replica takes no writes until it is a master again", async () => {
    const nobody = await freePort();
    await admin.replicaof("127.0.0.1", nobody);
    try {
      await expect(store.commit(append("replica", "x"))).rejects.toThrow("READONLY");
      await expect(store.ping()).rejects.toThrow(StoreUnavailable);
    } finally {
      await admin.replicaof("NO", "ONE");
    }
    await until(() =>
      store.ping().then(
        () => true,
        () => false,
      ),
    );
    expect(await values("replica")).toBe("");
  });

  test("a commit that meets a failover waits for the new master and has one effect", async () => {
    await admin.replicaof("127.0.0.1", await freePort());
    const refusals = async () => /errorstat_READONLY:count=(\d+)/.exec(await admin.info("errorstats"))?.[1];
    const before = await refusals();
    const commit = store.commit(append("failover", "x"));
    await until(async () => (await refusals()) !== before);
    await admin.replicaof("NO", "ONE");
    expect(await commit).toEqual({ kind: "committed" });
    expect(await values("failover")).toBe("x");
  });

  test("an error says nothing of what was written", async () => {
    await admin.config("SET", "maxmemory", "1");
    const error: unknown = await store.commit(append("secret", "Frau Geheim")).catch((e: unknown) => e);
    await admin.config("SET", "maxmemory", "0");
    expect(Object.getOwnPropertyNames(error).sort()).toEqual(["message", "name", "stack", "write"]);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("Geheim");
  });

  test("scripts that the server has forgotten are taught again", async () => {
    await admin.script("FLUSH");
    expect(await store.commit(append("flushed", "x"))).toEqual({ kind: "committed" });
  });

  test("listeners hear of jobs again after the line broke", async () => {
    let heard = 0;
    store.onEnqueue(() => heard++);
    await until(() => store.ping().then(() => heard > 0));
    proxy.cut();
    proxy.mend();
    await until(() =>
      store.ping().then(
        () => true,
        () => false,
      ),
    );
    const before = heard;
    await until(async () => {
      await store.commit({ enqueue: [{ queue: "bell", id: `${Math.random()}`, due: 1, value: text("x") }] });
      return heard > before + 1;
    });
  });
});

describe("a Redis that is not there", () => {
  test("fails the opening with a plain reason", async () => {
    const port = await freePort();
    await expect(openRedisStore({ url: `redis://127.0.0.1:${port}`, timeoutMs: 200 })).rejects.toThrow(
      /^Redis: connect ECONNREFUSED/,
    );
  });

  test("killed and started again, it has all that was acknowledged", async () => {
    const first = await startRedis();
    const store = await openRedisStore({ url: first.url, timeoutMs: 300 });
    const acknowledged: string[] = [];
    let stop = false;
    const write = async (worker: number) => {
      for (let i = 0; !stop; i++) {
        const id = `${worker}.${i}`;
        const batch: Batch = {
          once: { keys: [`event ${id}`], result: text(id), expiresAt: LATER },
          appends: [{ stream: "log", value: text(id) }],
        };
        const done = await store.commit(batch).then(
          () => true,
          () => false,
        );
        if (done) acknowledged.push(id);
      }
    };
    const writers = [1, 2, 3, 4].map(write);
    await until(() => store.ping().then(() => acknowledged.length > 200));
    await first.kill();
    const failed = await store.commit({}).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(StoreUnavailable);
    const second = await startRedis({ port: first.port, dir: first.dir });
    const before = acknowledged.length;
    await until(() =>
      store.ping().then(
        () => acknowledged.length > before,
        () => false,
      ),
    );
    stop = true;
    await Promise.all(writers);
    const log = (await store.readStream("log")).map(({ value }) => value.toString());
    const kept = new Set(log);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(kept.size).toBe(log.length);
    await store.close();
    await second.stop();
  });

  test("closing ends every connection, also to a server that hangs", async () => {
    const server = await startRedis({ aof: "off" });
    const store = await openRedisStore({ url: server.url, timeoutMs: 200 });
    store.onEnqueue(() => undefined);
    await store.ping();
    process.kill(server.pid, "SIGSTOP");
    const failing = store.ping().catch((error: unknown) => error);
    await store.close();
    expect(await failing).toBeInstanceOf(StoreUnavailable);
    process.kill(server.pid, "SIGCONT");
    const admin = new Redis(server.url);
    await until(async () => !String(await admin.client("LIST")).includes("kim-assistent"));
    admin.disconnect();
    await server.stop();
  });

  test("its weaknesses are named in German, and a durable one has none", async () => {
    const warningsOf = async (server: RedisServer) => {
      const store = await openRedisStore({ url: server.url });
      const warnings = await store.warnings();
      await store.close();
      await server.stop();
      return warnings.map((warning) => /\((.*?)\)/.exec(warning)?.[1]);
    };
    expect(await warningsOf(await startRedis({ aof: "always" }))).toEqual([]);
    expect(await warningsOf(await startRedis({ aof: "everysec" }))).toEqual(["appendfsync everysec"]);
    const args = ["--maxmemory", "50mb", "--maxmemory-policy", "allkeys-lru"];
    expect(await warningsOf(await startRedis({ aof: "off", args }))).toEqual([
      "appendonly no",
      "maxmemory-policy allkeys-lru",
    ]);
  });
});

async function commitSha(admin: Redis): Promise<string> {
  const { commitScript } = await import("../../../adapters/storage/redis-scripts.js");
  return String(await admin.script("LOAD", commitScript.source));
}
