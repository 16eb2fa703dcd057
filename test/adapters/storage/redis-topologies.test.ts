import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { openRedisStore, type RedisStore } from "../../../adapters/storage/redis.js";
import { contractSuite, until } from "./contract.js";
import { startRedis } from "./redis-server.js";
import { startCluster, startSentinel, type Topology } from "./redis-topology.js";

contractSuite("Redis Cluster of three", async () => {
  const { url, stop } = await startCluster();
  return { store: await openRedisStore({ url }), second: await openRedisStore({ url }), end: stop };
});

const append = (store: RedisStore, value: string) =>
  store.commit({ appends: [{ stream: "s", value: Buffer.from(value) }] });
const contents = async (store: RedisStore) =>
  (await store.readStream("s")).map(({ value }) => value.toString());

describe("Redis behind Sentinel", () => {
  let topology: Topology;
  let store: RedisStore;

  beforeAll(async () => {
    topology = await startSentinel(1);
    store = await openRedisStore({ url: topology.url });
  });
  afterAll(async () => {
    await store.close();
    await topology.stop();
  });

  test("finds the master, says what its death can cost, and finds the new one", async () => {
    await append(store, "before");
    expect(await store.warnings()).toEqual([expect.stringContaining("min-replicas-to-write 1")]);
    const [master] = topology.servers;
    const onMaster = new Redis(master?.url ?? "");
    await onMaster.wait(1, 2000);
    onMaster.disconnect();
    await master?.kill();
    await until(() =>
      append(store, "after").then(
        () => true,
        () => false,
      ),
    );
    expect(await contents(store)).toEqual(["before", "after"]);
  });
});

describe("a replica that a commit has to wait for", () => {
  test("is there, or nobody is told that it is saved; asked again with the same key it tells what became of it", async () => {
    const master = await startRedis();
    const replica = await startRedis({ args: ["--replicaof", "127.0.0.1", `${master.port}`] });
    const store = await openRedisStore({ url: `${master.url}?replicas=1` });
    const once = { keys: ["event"], result: Buffer.from("then"), expiresAt: Date.now() + 60_000 };
    try {
      const copied = { ...once, keys: ["copied"] };
      await until(() =>
        store.commit({ once: copied, appends: [{ stream: "s", value: Buffer.from("copied") }] }).then(
          () => true,
          () => false,
        ),
      );
      expect(await store.warnings()).toEqual([]);
      process.kill(replica.pid, "SIGSTOP");
      const batch = { once, appends: [{ stream: "s", value: Buffer.from("in doubt") }] };
      await expect(store.commit(batch)).rejects.toMatchObject({ name: "StoreUnavailable", write: "unknown" });
      // Also what is only found to be done already: that may be taken back too.
      await expect(store.commit({ once })).rejects.toMatchObject({ write: "unknown" });
      process.kill(replica.pid, "SIGCONT");
      await until(() =>
        store.commit({ once }).then(
          ({ kind }) => kind === "replayed",
          () => false,
        ),
      );
      expect(await contents(store)).toEqual(["copied", "in doubt"]);
    } finally {
      await store.close();
      await replica.stop();
      await master.stop();
    }
  });
});
