import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { unwrapKey } from "../../../casework/store/vault.js";
import { startRedis } from "../../adapters/storage/redis-server.js";
import type { Person, Wire } from "../../wire/person.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";
import { kim } from "../commands.js";

/** § 203 StGB, Art. 32 DSGVO: the master key is changed while people work, and nobody notices. */

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function bot(env: Readonly<Record<string, string>> = {}): Promise<Bot> {
  const started = await startBot(env);
  closing.push(() => started.close());
  return started;
}

const key = (fill: number) => Buffer.alloc(32, fill);
const base64 = (bytes: Buffer) => bytes.toString("base64");

async function newCase(person: Person): Promise<string> {
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  return caseIdIn((await person.presses(form, "Anlegen")).text);
}

/** People write into their cases and open new ones until `until` is over; the ids, and how many notes each got. */
async function busy(
  people: readonly Person[],
  until: Promise<unknown>,
): Promise<ReadonlyMap<string, number>> {
  const notes = new Map<string, number>();
  let over = false;
  const end = until.finally(() => {
    over = true;
  });
  await Promise.all(
    people.map(async (person) => {
      for (let i = 0; !over || i < 3; i++) {
        const id = await newCase(person);
        const saved = await person.says(`Notiz zu ${id}: Unterlagen Nummer ${i} geprüft`);
        expect(saved.text).toContain("Notiz gespeichert");
        notes.set(id, (notes.get(id) ?? 0) + 1);
      }
    }),
  );
  await end;
  return notes;
}

async function wrappedBy(started: Bot, master: Buffer): Promise<{ all: number; opened: number }> {
  let all = 0;
  let opened = 0;
  for await (const name of started.ledger.store.keys("key/")) {
    const [stored] = await started.ledger.store.get([name]);
    all++;
    try {
      unwrapKey(master, name.slice("key/".length), stored?.value ?? Buffer.alloc(0));
      opened++;
    } catch {
      // Wrapped by another key: that is what is counted.
    }
  }
  return { all, opened };
}

describe("kim keys rotate", () => {
  test("makes a new key in the file of the demo, under turns; the bot finds it by itself", async () => {
    const one = await bot();
    const people = [1, 2, 3].map((n) => one.wire.person(`Case Management ${n}`));
    const before = await Promise.all(people.map(newCase));
    const file = join(one.dataDir, "demo-master.key");
    const old = await readFile(file, "utf8");
    const env = { DATA_DIR: one.dataDir };
    const rotating = kim(env, "keys", "rotate", "--json");
    const notes = await busy(people, rotating);
    expect(await rotating).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse((await rotating).out).rewrapped).toBeGreaterThanOrEqual(before.length);
    const now = await readFile(file, "utf8");
    expect(now).not.toContain(old);
    // What was made during the rotation is wrapped by the new key as well: the old one opens nothing.
    const { all, opened } = await wrappedBy(one, Buffer.from(now, "base64"));
    expect(opened).toBe(all);
    expect((await wrappedBy(one, Buffer.from(old, "base64"))).opened).toBe(0);
    for (const [i, person] of people.entries()) {
      expect((await person.says(`Zeig mir ${before[i]}`)).text).toContain("Eschweiler");
    }
    expect(notes.size).toBeGreaterThanOrEqual(9);
    expect((await kim(env, "audit", "verify")).code).toBe(0);
    // Once more, and the key changes again.
    expect((await kim(env, "keys", "rotate")).code).toBe(0);
    expect(await readFile(file, "utf8")).not.toBe(now);
  }, 60_000);

  test("with keys in the environment on Redis: two instances know both, and go on with the new one alone", async () => {
    const redis = await startRedis();
    closing.push(() => redis.stop());
    const [old, fresh] = [key(1), key(2)];
    const first = await bot({ REDIS_URL: redis.url, KIM_MASTER_KEY: base64(old) });
    const person = first.wire.person("Case Management Eschweiler");
    const id = await newCase(person);
    await first.close();
    closing.pop();
    const both = { REDIS_URL: redis.url, KIM_MASTER_KEY: `${base64(fresh)},${base64(old)}` };
    const two = [await bot(both), await bot(both)];
    const again = (wire: Wire) =>
      wire.person(person.name, { id: person.id, conversation: person.conversation });
    const rotating = kim(both, "keys", "rotate", "--json");
    await busy(
      two.map(({ wire }) => wire.person("Case Management Stolberg")),
      rotating,
    );
    expect((await rotating).code).toBe(0);
    const [one] = two as [Bot, Bot];
    const { all, opened } = await wrappedBy(one, fresh);
    expect(opened).toBe(all);
    const after = await bot({ REDIS_URL: redis.url, KIM_MASTER_KEY: base64(fresh) });
    expect((await again(after.wire).says(`Zeig mir ${id}`)).text).toContain("Eschweiler");
    const wrong = await kim({ ...both, KIM_MASTER_KEY: base64(old) }, "audit", "verify");
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("KIM_MASTER_KEY passt nicht");
  }, 60_000);

  test("without a new key it says how to go about it, and changes nothing", async () => {
    const env = { KIM_MASTER_KEY: base64(key(1)) };
    const one = await bot(env);
    const said = await kim({ ...env, DATA_DIR: one.dataDir }, "keys", "rotate");
    expect(said.code).toBe(1);
    expect(said.err).toContain("openssl rand -base64 32");
    expect((await wrappedBy(one, key(1))).opened).toBeGreaterThan(0);
    const apart = { ...env, DATA_DIR: one.dataDir, KIM_MASTER_KEY_NEW: base64(key(3)) };
    const done = await kim(apart, "keys", "rotate", "--json");
    expect(done.code).toBe(0);
    expect(JSON.parse((await kim(apart, "keys", "rotate", "--json")).out).rewrapped).toBe(0);
  });
});
