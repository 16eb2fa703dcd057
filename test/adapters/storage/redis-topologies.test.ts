import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { openRedisStore, type RedisStore } from "../../../adapters/storage/redis.js";
import { contractSuite, until } from "./contract.js";
import { freePort, type RedisServer, startRedis } from "./redis-server.js";

async function startCluster(): Promise<readonly RedisServer[]> {
  const args = ["--cluster-enabled", "yes", "--cluster-config-file", "nodes.conf"];
  const nodes = await Promise.all([1, 2, 3].map(() => startRedis({ aof: "everysec", args })));
  const admins = nodes.map(({ url }) => new Redis(url));
  const slots = [0, 5461, 10923, 16384];
  for (const [i, admin] of admins.entries()) {
    await admin.cluster("ADDSLOTSRANGE", slots[i] ?? 0, (slots[i + 1] ?? 0) - 1);
    await admin.cluster("SET-CONFIG-EPOCH", i + 1);
    if (i > 0) await admins[0]?.cluster("MEET", "127.0.0.1", nodes[i]?.port ?? 0);
  }
  for (const admin of admins) {
    await until(async () => {
      const info = String(await admin.cluster("INFO"));
      return info.includes("cluster_state:ok") && info.includes("cluster_known_nodes:3");
    });
    admin.disconnect();
  }
  return nodes;
}

contractSuite("Redis Cluster of three", async () => {
  const nodes = await startCluster();
  const url = `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(",")}`;
  return {
    store: await openRedisStore({ url }),
    second: await openRedisStore({ url }),
    end: async () => {
      for (const node of nodes) await node.stop();
    },
  };
});

describe("Redis behind Sentinel", () => {
  let master: RedisServer;
  let replica: RedisServer;
  let sentinel: RedisServer;
  let store: RedisStore;

  beforeAll(async () => {
    master = await startRedis();
    replica = await startRedis({ args: ["--replicaof", "127.0.0.1", `${master.port}`] });
    const port = await freePort();
    const config = join(master.dir, "sentinel.conf");
    const rules = [
      `sentinel monitor kim 127.0.0.1 ${master.port} 1`,
      "sentinel down-after-milliseconds kim 300",
      "sentinel failover-timeout kim 2000",
    ];
    await writeFile(config, rules.join("\n"));
    sentinel = await startRedis({ port, sentinel: config });
    const admin = new Redis(sentinel.url);
    await until(async () =>
      String(await admin.call("SENTINEL", "replicas", "kim")).includes(`${replica.port}`),
    );
    admin.disconnect();
    const onReplica = new Redis(replica.url);
    await until(async () => (await onReplica.info("replication")).includes("master_link_status:up"));
    onReplica.disconnect();
    store = await openRedisStore({ url: `redis+sentinel://127.0.0.1:${port}/kim` });
  });
  afterAll(async () => {
    await store.close();
    for (const server of [sentinel, replica, master]) await server.stop();
  });

  test("finds the master, says what its death can cost, and finds the new one", async () => {
    const append = (value: string) => store.commit({ appends: [{ stream: "s", value: Buffer.from(value) }] });
    await append("before");
    expect(await store.warnings()).toEqual([expect.stringContaining("min-replicas-to-write 1")]);
    const onMaster = new Redis(master.url);
    await onMaster.wait(1, 2000);
    onMaster.disconnect();
    await master.kill();
    await until(() =>
      append("after").then(
        () => true,
        () => false,
      ),
    );
    const log = (await store.readStream("s")).map(({ value }) => value.toString());
    expect(log).toEqual(["before", "after"]);
  });
});
