import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { BackupBroken } from "../../../bot/commands/backup-file.js";
import { storeBackup, storeRestore } from "../../../bot/commands/store.js";
import { readConfig } from "../../../bot/config.js";
import { openStore } from "../../../bot/main.js";
import { type RedisServer, startRedis } from "../../adapters/storage/redis-server.js";
import { type Bot, caseIdIn, startBot } from "../../front-door/bot.js";
import { runCommand } from "./run-command.js";

const someone = { id: "22222222-2222-4222-8222-222222222222" };

let folder: string;
let redis: RedisServer;
let bot: Bot;
let caseId: string;
/** The key of the demo, as it would be set when the demo moves to a Redis. */
let key: string;
let backup: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-backup-"));
  backup = join(folder, "sicherung.gz");
  redis = await startRedis();
  bot = await startBot();
  const person = bot.wire.person("Case Management Eschweiler", someone);
  caseId = caseIdIn(
    (await person.presses(await person.says("Neuer Fall: Eschweiler, Wohngeld"), "Anlegen")).text,
  );
  await person.says(`Notiz zu ${caseId}: Quittengelee vollständig`);
  key = (await readFile(readConfig({ DATA_DIR: bot.dataDir }).masterKeyFile, "utf8")).trim();
  const saved = await runCommand(storeBackup, [backup], { DATA_DIR: bot.dataDir });
  expect(saved).toMatchObject({ code: 0, err: "" });
}, 60_000);
afterAll(async () => {
  await bot.close();
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

const onRedis = () => ({ REDIS_URL: redis.url, KIM_MASTER_KEY: key });

async function notesOf(env: Readonly<Record<string, string>>): Promise<string> {
  const other = await startBot(env);
  try {
    return (await other.wire.person("Case Management Eschweiler", someone).says(`Verlauf ${caseId}`)).text;
  } finally {
    await other.close();
  }
}

test("a demo on LMDB, saved while it runs, goes on on Redis; and from there back to LMDB", async () => {
  expect(await runCommand(storeRestore, [backup], onRedis())).toMatchObject({ code: 0, err: "" });
  expect(await notesOf(onRedis())).toContain("Quittengelee vollständig");
  const second = join(folder, "aus-redis.gz");
  expect((await runCommand(storeBackup, [second], onRedis())).code).toBe(0);
  const back = { DATA_DIR: join(folder, "zurueck"), KIM_MASTER_KEY: key };
  expect((await runCommand(storeRestore, [second], back)).code).toBe(0);
  expect(await notesOf(back)).toContain("Quittengelee vollständig");
}, 60_000);

test("only this user may read the file, and no word of a case is in it", async () => {
  expect((await stat(backup)).mode & 0o777).toBe(0o600);
  const plain = gunzipSync(await readFile(backup)).toString("latin1");
  expect(plain).not.toContain("Quittengelee");
  for (const [, value] of plain.matchAll(/"value":"([^"]+)"/g)) {
    expect(Buffer.from(value ?? "", "base64").includes("Quittengelee")).toBe(false);
  }
  expect(plain).not.toContain(key);
});

test("a file that is there is not written over, and a store with something in it is not emptied, without --force", async () => {
  const before = await readFile(backup);
  await expect(runCommand(storeBackup, [backup], { DATA_DIR: bot.dataDir })).rejects.toThrow("gibt es schon");
  expect((await readFile(backup)).equals(before)).toBe(true);
  const refused = await runCommand(storeRestore, [backup], { DATA_DIR: bot.dataDir });
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("Nichts wurde geändert");
});

test("with --force what was there is gone", async () => {
  const env = { DATA_DIR: join(folder, "voll"), KIM_MASTER_KEY: key };
  await runCommand(storeRestore, [backup], env);
  const { store } = await openStore(readConfig(env));
  await store.commit({
    checks: [{ key: "stale", version: 0 }],
    puts: [{ key: "stale", value: Buffer.from("x") }],
  });
  await store.close();
  expect((await runCommand(storeRestore, [backup], env, { force: true })).code).toBe(0);
  const after = await openStore(readConfig(env));
  const [stale] = await after.store.get(["stale"]);
  await after.store.close();
  expect(stale).toBeUndefined();
});

test("another master key is named as the reason that nothing can be read", async () => {
  const env = { DATA_DIR: join(folder, "fremd"), KIM_MASTER_KEY: Buffer.alloc(32, 9).toString("base64") };
  const restored = await runCommand(storeRestore, [backup], env);
  expect(restored).toMatchObject({ code: 1 });
  expect(restored.err).toContain("Der Hauptschlüssel passt nicht");
});

test("a file that is cut off, changed or something else is refused before anything is touched", async () => {
  const whole = await readFile(backup);
  const lines = gunzipSync(whole).toString().split("\n");
  const without = (at: number) => gzipSync(lines.filter((_, i) => i !== at).join("\n"));
  const broken: Readonly<Record<string, Buffer>> = {
    "cut off": whole.subarray(0, whole.length - 20),
    "a line is missing": without(3),
    "the end is missing": without(lines.length - 2),
    "no gzip": Buffer.from(lines.join("\n")),
    "a word changed": gzipSync(lines.join("\n").replace('"version":1', '"version":2')),
    "something else": gzipSync("Guten Tag\n"),
    "names out of the store": gzipSync(lines.join("\n").replace(/"key":"[^"]*"/, '"key":"../../x"')),
    empty: Buffer.alloc(0),
  };
  const env = { DATA_DIR: join(folder, "kaputt"), KIM_MASTER_KEY: key };
  for (const [what, bytes] of Object.entries(broken)) {
    const path = join(folder, "kaputt.gz");
    await writeFile(path, bytes);
    const failure: unknown = await runCommand(storeRestore, [path], env).catch((error: unknown) => error);
    expect([what, failure instanceof BackupBroken]).toEqual([what, true]);
  }
  await expect(runCommand(storeRestore, [folder], env)).rejects.toThrow("ist keine Datei");
  const { store } = await openStore(readConfig(env));
  expect(await store.portable.isEmpty()).toBe(true);
  await store.close();
});
