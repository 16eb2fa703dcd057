import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveTwo, twoInstances } from "../front-door/two-instances.js";
import { startPlayground } from "./playground-process.js";

export type Demo = { readonly url: string; readonly dataDir: string; readonly close: () => Promise<void> };

/** What `npm start` starts, on free ports and an empty store, with more settings where a test wants them. */
export async function startDemo(settings: Readonly<Record<string, string>> = {}): Promise<Demo> {
  const dataDir = await mkdtemp(join(tmpdir(), "kim-demo-"));
  if (twoInstances) return demoOfTwo(dataDir, settings);
  const child = spawn(process.execPath, ["bot/launch.mjs", "start"], {
    env: {
      ...process.env,
      ...settings,
      DATA_DIR: dataDir,
      PORT: "0",
      PLAYGROUND_PORT: String(await freePort()),
      NODE_OPTIONS: "",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await addressOf(child);
  return {
    url,
    dataDir,
    async close() {
      const over = once(child, "exit");
      child.kill("SIGTERM");
      await over;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The Playground before two instances: `npm start` itself starts one. */
async function demoOfTwo(dataDir: string, settings: Readonly<Record<string, string>>): Promise<Demo> {
  const bots = await serveTwo(dataDir, { KIM_LOCALE: "de", ...settings }, () => {});
  const playground = await startPlayground(`${bots.url}/api/messages`);
  return {
    url: playground.url,
    dataDir,
    async close() {
      await playground.close();
      await bots.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /Im Browser öffnen:\s+(\S+)/.exec(printed)?.[1];
      if (url) resolve(url);
    });
    child.once("exit", () => reject(new Error(`npm start ended: ${printed}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
