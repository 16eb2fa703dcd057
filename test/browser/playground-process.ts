import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

export type PlaygroundProcess = { readonly url: string; close(): Promise<void> };

const patienceMs = 30_000;
const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Starts the Agents Playground before a bot, on a free port, with the people and chats of
 * `.m365agentsplayground.yml` in `folder`. A faulty file makes it end at once, and its log says why.
 */
export async function startPlayground(endpoint: string, folder = root): Promise<PlaygroundProcess> {
  const port = await freePort();
  const cli = createRequire(import.meta.url).resolve("@microsoft/m365agentsplayground/cli.js");
  const args = [cli, "start", "-e", endpoint, "-c", "msteams", "-p", String(port), "--disable-telemetry"];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: "ignore",
    // It takes the time zone that its clients report from its own process.
    env: { ...process.env, BROWSER: "none", TZ: "Europe/Berlin" },
  });
  const url = `http://localhost:${port}`;
  const deadline = Date.now() + patienceMs;
  while (!(await answers(`${url}/_internal/v1/config`))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill();
      throw new Error(`The Playground did not start; see devTools/m365agentsplayground.log in ${folder}.`);
    }
    await new Promise((later) => setTimeout(later, 50));
  }
  return { url, close: () => ended(child) };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.on("exit", () => done());
    child.kill("SIGTERM");
  });
}
