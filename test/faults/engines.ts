import { mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { openLmdbStore } from "../../adapters/storage/lmdb.js";
import { openRedisStore } from "../../adapters/storage/redis.js";
import type { Store } from "../../casework/store/store.js";
import { startRedis } from "../adapters/storage/redis-server.js";

/** Where stores of scenarios lie. */
export type Engine = {
  readonly name: "LMDB" | "Redis";
  /** A place of its own for one scenario. `clock` is the engine's, where it can be set. */
  readonly place: (clock: () => number) => Promise<Place>;
  readonly stop: () => Promise<void>;
};

export type Place = {
  /** One process's own connection. */
  readonly open: () => Promise<Store>;
  readonly end: () => Promise<void>;
};

/** In memory where there is room: no machine dies in a scenario, and waiting for a disk would be most of its time. */
async function quickFolder(): Promise<string> {
  const memory = "/dev/shm";
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return mkdtemp(join(bavail * bsize > ROOM ? memory : tmpdir(), "kim-faults-"));
}

const ROOM = 1_000_000_000;

export async function lmdbEngine(): Promise<Engine> {
  const folder = await quickFolder();
  let places = 0;
  return {
    name: "LMDB",
    place: async (clock) => {
      const path = join(folder, String(++places));
      return {
        open: () => openLmdbStore({ path, now: clock, sweepEveryMs: 0 }),
        end: () => rm(path, { recursive: true, force: true }),
      };
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A Redis keeps its own time: the scenarios play in a future in which it lets nothing expire. */
export async function redisEngine(): Promise<Engine> {
  const server = await startRedis({ aof: "off" });
  const operator = new Redis(server.url);
  let places = 0;
  return {
    name: "Redis",
    place: async () => {
      const name = `scenario${++places}`;
      return {
        open: () => openRedisStore({ url: server.url, name }),
        async end() {
          const keys = await operator.keys(`{${name}}:*`);
          if (keys.length > 0) await operator.unlink(keys);
        },
      };
    },
    async stop() {
      operator.disconnect();
      await server.stop();
    },
  };
}
