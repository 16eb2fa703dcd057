import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { writeBackup } from "../../../bot/commands/backup-file.js";
import { caseErase } from "../../../bot/commands/case-erase.js";
import { outboxRetry } from "../../../bot/commands/outbox.js";
import { storeBackup, storeRestore } from "../../../bot/commands/store.js";
import { readConfig } from "../../../bot/config.js";
import { openBackstage, openStore } from "../../../bot/main.js";
import { listDeadLetters } from "../../../bot/outbox/dead-letters.js";
import { INVITATIONS } from "../../../casework/conference/invitations.js";
import type { PortableItem } from "../../../casework/store/portable.js";
import { unfinishedMark } from "../../../casework/store/unfinished-restore.js";
import { type RedisServer, startRedis } from "../../adapters/storage/redis-server.js";
import { type Bot, startBot } from "../../front-door/bot.js";
import { startBotProcess } from "../../front-door/bot-process.js";
import { eventually } from "../../front-door/eventually.js";
import { mailsAbout } from "../../front-door/mail-folder.js";
import { type Planned, plannedConference } from "../../front-door/planned-conference.js";
import { runCommand } from "./run-command.js";

/** What can go wrong around a restore: somebody works on, it breaks off, the key is another, what was sent is sent again. */

let folder: string;
let redis: RedisServer;
let bot: Bot;
let planned: Planned;
let key: string;
/** Made while three invitations wait. */
let backup: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-restore-"));
  redis = await startRedis();
  bot = await startBot({ KIM_SEND_DELAY_SECONDS: "3" });
  planned = await plannedConference(bot);
  key = (await readFile(readConfig({ DATA_DIR: bot.dataDir }).masterKeyFile, "utf8")).trim();
  backup = join(folder, "sicherung.gz");
  await runCommand(storeBackup, [backup], { DATA_DIR: bot.dataDir });
  expect(await bot.ledger.store.jobs(INVITATIONS, 9)).toHaveLength(3);
}, 60_000);
afterAll(async () => {
  await bot.close();
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

const place = (name: string) => ({ DATA_DIR: join(folder, name), KIM_MASTER_KEY: key });
const restore = (env: Record<string, string>, flags: Record<string, boolean> = {}) =>
  runCommand(storeRestore, [backup], env, flags);

async function looking<T>(
  env: Record<string, string>,
  look: (store: Awaited<ReturnType<typeof openStore>>["store"]) => Promise<T>,
): Promise<T> {
  const { store } = await openStore(readConfig(env));
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

test("nothing is restored under a bot that runs, on either engine, whatever --force says", async () => {
  const running = await startBotProcess(join(folder, "besetzt"));
  try {
    const refused = await restore(place("besetzt"), { force: true });
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("wird gerade benutzt") });
  } finally {
    await running.end("SIGTERM");
  }
  const onRedis = { ...place("redis"), REDIS_URL: redis.url };
  const other = await startBot(onRedis);
  const refused = await restore(onRedis, { force: true });
  await other.close();
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("bitte zuerst jeden Bot beenden") });
  expect((await restore(onRedis, { force: true })).code).toBe(0);
}, 60_000);

test("on a store in which a restore broke off no bot starts; the restore is done again without --force", async () => {
  const env = place("halb");
  const some: PortableItem = { kind: "record", key: "case/K-7F3Q9", version: 1, value: Buffer.from("x") };
  await looking(env, (store) => store.portable.load([unfinishedMark, some]));
  await expect(openBackstage(env)).rejects.toThrow("Wiederherstellung abgebrochen");
  expect((await runCommand(storeBackup, [join(folder, "halb.gz")], env)).code).toBe(1);
  expect(await restore(env)).toMatchObject({ code: 0, err: "" });
  const backstage = await openBackstage(env);
  expect(await backstage.ledger.store.get(["case/K-7F3Q9"])).toEqual([undefined]);
  await backstage.close();
});

test("a store is not emptied for a backup that its key does not open", async () => {
  const env = { DATA_DIR: join(folder, "voll"), KIM_MASTER_KEY: Buffer.alloc(32, 9).toString("base64") };
  await looking(env, (store) =>
    store.commit({ checks: [{ key: "a", version: 0 }], puts: [{ key: "a", value: Buffer.from("x") }] }),
  );
  const refused = await restore(env, { force: true });
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/Hauptschlüssel passt nicht.*Nichts wurde geändert/);
  expect((await looking(env, (store) => store.get(["a"])))[0]?.value.toString()).toBe("x");
});

test("a copy restored with --hold sends nothing until somebody says so", async () => {
  const env = place("probe");
  const restored = await restore(env, { hold: true });
  expect(restored).toMatchObject({ code: 0, out: expect.stringMatching(/Zurückgehalten: [3-9]/) });
  const copy = await startBot({ ...env, KIM_SEND_DELAY_SECONDS: "0" });
  try {
    const held = await listDeadLetters(copy.ledger.store);
    expect(held.filter(({ queue }) => queue === INVITATIONS)).toHaveLength(3);
    const one = held.find(({ queue }) => queue === INVITATIONS);
    expect((await runCommand(outboxRetry, [one?.number ?? ""], env)).code).toBe(0);
    // What was freed leaves, and only that.
    await mailsAbout({ ...copy, dataDir: env.DATA_DIR }, planned.caseId, 1);
    expect(await mailsAbout({ ...copy, dataDir: env.DATA_DIR }, planned.caseId, 1)).toHaveLength(1);
    await eventually("an empty queue", async () =>
      (await copy.ledger.store.jobs(INVITATIONS, 9)).length === 0 ? true : undefined,
    );
  } finally {
    await copy.close();
  }
}, 60_000);

test("cases that were erased since the backup are named: they are back", async () => {
  const env = place("danach");
  await restore(env, { hold: true });
  expect((await runCommand(caseErase, [planned.caseId], env, { reason: "verlangt" })).code).toBe(0);
  const again = await restore(env, { hold: true, force: true });
  expect(again.err).toContain(`Seit der Sicherung gelöscht und jetzt wieder da`);
  expect(again.err).toContain(planned.caseId);
}, 60_000);

test("a backup that breaks off leaves no file behind, and none that was there is lost", async () => {
  const path = join(folder, "abbruch.gz");
  async function* broken(): AsyncIterable<PortableItem> {
    yield { kind: "record", key: "a", version: 1, value: Buffer.alloc(1_000_000, 1) };
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  }
  await expect(writeBackup(path, broken())).rejects.toThrow("no space");
  const before = await readFile(backup);
  await expect(writeBackup(backup, broken(), { replace: true })).rejects.toThrow("no space");
  expect((await readFile(backup)).equals(before)).toBe(true);
  expect((await readdir(folder)).filter((name) => /abbruch|unfertig/.test(name))).toEqual([]);
});
