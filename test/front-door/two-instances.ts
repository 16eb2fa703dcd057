import { randomBytes } from "node:crypto";
import { serve } from "../../bot/main.js";
import { startRedis } from "../adapters/storage/redis-server.js";
import { startRoundRobin } from "../wire/round-robin.js";
import { startBotProcess } from "./bot-process.js";

/** Whether the tests are to run before two instances: the project "two-instances" of jest.config.js. */
export const twoInstances = process.env.KIM_TEST_INSTANCES === "2";

/**
 * Two instances on one real Redis behind a plain round-robin proxy, where otherwise one would run on LMDB. One of them
 * runs in this process, so that a test can look into its store; the other is a process of its own.
 */
export async function serveTwo(
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  log: (line: string) => void,
) {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const redis = await startRedis({ aof: "everysec" });
    undo.push(redis.stop);
    const proxy = await startRoundRobin();
    const shared = {
      REDIS_URL: redis.url,
      KIM_MASTER_KEY: randomBytes(32).toString("base64"),
      PUBLIC_URL: proxy.url,
      ...settings,
    };
    const here = await serve({ DATA_DIR: dataDir, PORT: "0", ...shared }, (entry) =>
      log(JSON.stringify(entry)),
    );
    undo.push(here.close);
    const there = await startBotProcess(dataDir, shared);
    undo.push(() => there.end("SIGTERM"), proxy.close);
    proxy.add(here.url);
    proxy.add(there.url);
    return {
      url: proxy.url,
      ledger: here.ledger,
      env: { DATA_DIR: dataDir, ...shared },
      printed: there.printed,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
