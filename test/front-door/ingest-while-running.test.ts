import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { startRedis } from "../adapters/storage/redis-server.js";
import { type Bot, startBot } from "./bot.js";

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const QUESTION = "Wie hoch ist die Pauschale für Quarzlampen?";

/** `kim knowledge ingest` in a process of its own. */
async function ingest(env: Readonly<Record<string, string>>, path: string): Promise<void> {
  const kim = spawn(process.execPath, ["bot/launch.mjs", "knowledge", "ingest", path], {
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  expect(await once(kim, "exit")).toEqual([0, null]);
}

async function paper(): Promise<{ folder: string; write: (euros: string) => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "kim-papers-"));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return {
    folder,
    write: (euros) =>
      writeFile(
        join(folder, "p.md"),
        `# Quarzlampen\n\nDie Pauschale für Quarzlampen beträgt ${euros} Euro.`,
      ),
  };
}

async function start(env: Readonly<Record<string, string>>): Promise<Bot> {
  const bot = await startBot(env);
  undo.push(bot.close);
  return bot;
}

test("a bot on LMDB answers from what another process has ingested, on its next turn", async () => {
  const bot = await start({});
  const person = bot.wire.person("Case Management");
  expect((await person.says(QUESTION)).text).toContain("Steht nicht in den Unterlagen");
  const { folder, write } = await paper();
  await write("41");
  await ingest(bot.env, folder);
  expect((await person.says(QUESTION)).text).toContain("41 Euro");
  await write("43");
  await ingest(bot.env, folder);
  const renewed = (await person.says(QUESTION)).text;
  expect(renewed).toContain("43 Euro");
  expect(renewed).not.toContain("41 Euro");
}, 60_000);

test("two bots on one Redis, and a third process that ingests: both answer from it without a restart", async () => {
  const redis = await startRedis();
  undo.push(redis.stop);
  const shared = { REDIS_URL: redis.url, KIM_MASTER_KEY: Buffer.alloc(32, 5).toString("base64") };
  const bots = [await start(shared), await start(shared)];
  const { folder, write } = await paper();
  await write("47");
  await ingest({ ...shared, DATA_DIR: folder.replace(/papers/, "data") }, folder);
  undo.push(() => rm(folder.replace(/papers/, "data"), { recursive: true, force: true }));
  for (const bot of bots)
    expect((await bot.wire.person("Case Management").says(QUESTION)).text).toContain("47 Euro");
}, 60_000);
