import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";
import { until } from "./contract.js";
import { freePort, type RedisServer, startRedis } from "./redis-server.js";

/** Several real servers of this test's own that are one Redis to a client. */
export type Topology = {
  /** As `REDIS_URL` names it. */
  readonly url: string;
  /** The data servers; behind Sentinel the first is the master. */
  readonly servers: readonly RedisServer[];
  stop(): Promise<void>;
};

/** Three masters that share the slots, as `redis-cli --cluster create` would set them up. */
export async function startCluster(): Promise<Topology> {
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
  return {
    url: `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(",")}`,
    servers: nodes,
    stop: () => stopAll(nodes),
  };
}

/** A master with replicas, and one sentinel that takes it for dead after 300 ms. */
export async function startSentinel(replicas: number): Promise<Topology> {
  const master = await startRedis();
  const following = Array.from({ length: replicas }, () =>
    startRedis({ args: ["--replicaof", "127.0.0.1", `${master.port}`] }),
  );
  const servers = [master, ...(await Promise.all(following))];
  const port = await freePort();
  const config = join(master.dir, "sentinel.conf");
  const rules = [
    `sentinel monitor kim 127.0.0.1 ${master.port} 1`,
    "sentinel down-after-milliseconds kim 300",
    "sentinel failover-timeout kim 2000",
  ];
  await writeFile(config, rules.join("\n"));
  const sentinel = await startRedis({ port, sentinel: config });
  const asked = new Redis(sentinel.url);
  for (const replica of servers.slice(1)) {
    await until(async () =>
      String(await asked.call("SENTINEL", "replicas", "kim")).includes(`${replica.port}`),
    );
    const onReplica = new Redis(replica.url);
    await until(async () => (await onReplica.info("replication")).includes("master_link_status:up"));
    onReplica.disconnect();
  }
  asked.disconnect();
  return {
    url: `redis+sentinel://127.0.0.1:${port}/kim`,
    servers,
    stop: () => stopAll([sentinel, ...servers]),
  };
}

async function stopAll(servers: readonly RedisServer[]): Promise<void> {
  for (const server of servers) await server.stop();
}
