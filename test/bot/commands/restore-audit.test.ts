import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { auditVerify } from "../../../bot/commands/audit.js";
import { storeBackup, storeRestore } from "../../../bot/commands/store.js";
import { readConfig } from "../../../bot/config.js";
import { openStore } from "../../../bot/main.js";
import { purgeAudit, sealAudit } from "../../../bot/outbox/chores.js";
import { AUDIT_STREAM } from "../../../casework/audit/audit.js";
import { startRedis } from "../../adapters/storage/redis-server.js";
import { caseIdIn, startBot } from "../../front-door/bot.js";
import { runCommand } from "./run-command.js";

/** A purge leaves gaps in the audit; its chain must hold wherever a backup is restored. */

type Env = Readonly<Record<string, string>>;

let folder: string;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-restore-"));
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

const YEAR_MS = 366 * 24 * 60 * 60 * 1000;
const KEY = Buffer.alloc(32, 6).toString("base64");

/** Reads and writes, sealed, and a year later the reads purged: the last entry is a read, and goes too. */
async function purgedBot(env: Env): Promise<void> {
  const bot = await startBot(env);
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  for (let i = 0; i < 3; i++) await person.says(`Verlauf ${id}`);
  await person.says(`Notiz zu ${id}: Unterlagen vollständig`);
  await person.says(`Zeig mir ${id}`);
  await sealAudit(bot.ledger);
  await purgeAudit({ ...bot.ledger, clock: () => Date.now() + YEAR_MS }, 6);
  await bot.close();
}

async function verified(env: Env) {
  const { code, out } = await runCommand(auditVerify, [], env, { json: true });
  return { code, ...JSON.parse(out) };
}

async function positions(env: Env): Promise<readonly number[]> {
  const { store } = await openStore(readConfig(env));
  const entries = await store.readStream(AUDIT_STREAM);
  await store.close();
  return entries.map(({ position }) => position);
}

test.each([
  ["lmdb", "redis"],
  ["redis", "lmdb"],
] as const)(
  "purged on %s, saved, restored on %s: the chain is intact and goes on",
  async (from, to) => {
    const redis = await startRedis();
    closing.push(() => redis.stop());
    const places: Record<"lmdb" | "redis", Env> = {
      lmdb: { DATA_DIR: join(folder, "lmdb"), KIM_MASTER_KEY: KEY },
      redis: { DATA_DIR: join(folder, "redis"), REDIS_URL: redis.url, KIM_MASTER_KEY: KEY },
    };
    const [source, target] = [places[from], places[to]];
    await purgedBot(source);
    const before = await verified(source);
    expect(before).toMatchObject({ code: 0, status: "intact" });
    expect(before.purged).toBeGreaterThanOrEqual(4);
    const kept = await positions(source);
    expect(kept.at(-1)).not.toBe(kept.length);

    const backup = join(folder, "sicherung.gz");
    expect((await runCommand(storeBackup, [backup], source)).code).toBe(0);
    expect((await readFile(backup)).length).toBeGreaterThan(0);
    expect(await runCommand(storeRestore, [backup], target)).toMatchObject({ code: 0, err: "" });
    expect(await verified(target)).toEqual(before);
    expect(await positions(target)).toEqual(kept);

    // No position is given out again: what comes now is sealed behind what was purged.
    const bot = await startBot(target);
    await bot.wire.person("Case Management Eschweiler").says("Zeig mir K-00000");
    await sealAudit(bot.ledger);
    await bot.close();
    const after = await verified(target);
    expect(after).toMatchObject({ code: 0, status: "intact", unsealed: 0, purged: before.purged });
    expect(after.head.position).toBeGreaterThan(before.head.position);
  },
  60_000,
);
