import type { ConnectionOptions } from "node:tls";
import { Cluster, Redis, type RedisOptions } from "ioredis";
import type { RedisPlace } from "./redis-url.js";

export type RedisClient = Redis | Cluster;

/** The client for an address; it connects when it is told to. `tls` counts where the address asks for TLS. */
export function createClient(place: RedisPlace, timeoutMs: number, tls: ConnectionOptions = {}): RedisClient {
  const options = optionsFor(place, timeoutMs, tls);
  switch (place.kind) {
    case "single":
      return new Redis({ ...options, host: place.host, port: place.port, db: place.db });
    case "socket":
      return new Redis({ ...options, path: place.path, db: place.db });
    case "sentinel":
      return new Redis({
        ...options,
        sentinels: place.sentinels.map(({ host, port }) => ({ host, port })),
        name: place.master,
        db: place.db,
        sentinelCommandTimeout: timeoutMs,
        ...(place.sentinelPassword === undefined ? {} : { sentinelPassword: place.sentinelPassword }),
        ...(place.tls ? { enableTLSForSentinelMode: true, sentinelTLS: tls } : {}),
      });
    case "cluster": {
      const { retryStrategy, enableOfflineQueue, lazyConnect, ...redisOptions } = options;
      return new Cluster(
        place.nodes.map(({ host, port }) => ({ host, port })),
        { lazyConnect, enableOfflineQueue, redisOptions, clusterRetryStrategy: retryStrategy },
      );
    }
  }
}

/** What is the same wherever Redis runs. */
function optionsFor(place: RedisPlace, timeoutMs: number, tls: ConnectionOptions) {
  return {
    lazyConnect: true,
    connectionName: "kim-assistent",
    // A command that waits in a queue or is sent again could land after its caller was told that it failed.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: null,
    connectTimeout: timeoutMs,
    // A peer that stays silent while requests are under way is given up, during the handshake too.
    socketTimeout: timeoutMs,
    disconnectTimeout: 500,
    keepAlive: 10_000,
    retryStrategy: retryDelay,
    // After a failover the old master says READONLY: look for the new one.
    reconnectOnError: (error: Error) => error.message.startsWith("READONLY"),
    ...(place.username === undefined ? {} : { username: place.username }),
    ...(place.password === undefined ? {} : { password: place.password }),
    ...(place.tls ? { tls } : {}),
  } satisfies RedisOptions;
}

/** ms before the n-th attempt to connect again, not the same for all who lost the same server. */
function retryDelay(times: number): number {
  return Math.min(10 * 2 ** Math.min(times, 10), 1000) * (1 + Math.random() / 4);
}
