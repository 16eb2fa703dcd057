import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

/**
 * A folder like this project's for the Playground, with somebody else of `.m365agentsplayground.yml` before it: the two
 * change places, since it wants exactly five others.
 */
export async function folderFor(userId: string): Promise<string> {
  const file = ".m365agentsplayground.yml";
  const lines = (await readFile(join(root, file), "utf8")).split("\n");
  const blockAt = (start: number) => ({ start, lines: lines.slice(start, start + LINES_OF_A_PERSON) });
  const current = blockAt(lines.indexOf("currentUser:") + 1);
  const other = blockAt(lines.indexOf(`  - id: ${userId}`));
  const plain = other.lines.map((line) => line.slice(4));
  lines.splice(current.start, LINES_OF_A_PERSON, ...plain.map((line) => `  ${line}`));
  lines.splice(
    other.start,
    LINES_OF_A_PERSON,
    ...current.lines.map((line, i) => `${i === 0 ? "  - " : "    "}${line.trim()}`),
  );
  const folder = await mkdtemp(join(tmpdir(), "kim-playground-"));
  await writeFile(join(folder, file), lines.join("\n"));
  return folder;
}

const LINES_OF_A_PERSON = 7;

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
