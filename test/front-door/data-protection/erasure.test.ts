import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { de } from "../../../bot/texts/de.js";
import { AUDIT_STREAM } from "../../../casework/audit/audit.js";
import { startRedis } from "../../adapters/storage/redis-server.js";
import type { Person } from "../../wire/person.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";
import { kim } from "../commands.js";

/** Art. 17 DSGVO: what is erased is gone – from the store's files, the lists, the outbox, cached replies and chats. */

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function bot(env: Readonly<Record<string, string>> = {}): Promise<Bot> {
  const started = await startBot(env);
  closing.push(() => started.close());
  return started;
}

/** Words that stand in no other text of the program. */
const words = ["Zitronenfalterkuchen", "Regenbogenforelle", "Quittengelee"] as const;

/** A case with a note, a measure, a reminder and an open form. */
async function fullCase(person: Person) {
  const form = await person.says("Neuer Fall: Familie 4 Pers. Eschweiler, Kita");
  const created = await person.presses(form, "Anlegen");
  const id = caseIdIn(created.text);
  await person.says(`Notiz zu ${id}: ${words[0]} bestellt`);
  await person.says(`Maßnahme zu ${id}: ${words[1]} suchen bis 12.03.2031`);
  await person.says(`Notiz zu ${id}: ${words[2]} abgeholt`);
  const shown = await person.says(`Zeig mir ${id}`);
  const open = await person.presses(shown, "Bearbeiten");
  return { id, shown, open };
}

async function bytesUnder(folder: string): Promise<Buffer> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Buffer.concat(await Promise.all(files.map(bytesOf)));
}

/** Redis writes its log into a file for a while and takes that away: what is gone holds nothing. */
async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return Buffer.alloc(0);
  }
}

async function wrappedKeyOf({ ledger }: Bot, id: string): Promise<Buffer> {
  const [stored] = await ledger.store.get([`key/case:${id}`]);
  if (!stored) throw new Error("the case has no key");
  return Buffer.from(stored.value);
}

async function tracesOf({ ledger }: Bot, id: string): Promise<readonly unknown[]> {
  const traces: unknown[] = [];
  for await (const trace of ledger.store.traces(id)) traces.push(trace);
  return traces;
}

/** Every message that stands in the person's chat now. */
function standing({ wire }: Bot, person: Person): string {
  return JSON.stringify(wire.connector.messages(person.conversation));
}

/** Waits until no message in the chat names the case, except the neutral ones. */
async function replaced(started: Bot, count: number): Promise<void> {
  let seen = 0;
  await started.wire.connector.saw(({ method, raw }) => {
    if (method === "PUT" && raw.includes("Dieser Fall wurde gelöscht")) seen++;
    return seen >= count;
  });
}

describe("kim case erase", () => {
  test("leaves nothing of a case in LMDB, the lists, the outbox and the chats, and says what remains elsewhere", async () => {
    const one = await bot();
    const person = one.wire.person("Case Management Eschweiler");
    const { id, open } = await fullCase(person);
    const other = await fullCase(person);
    const wrapped = await wrappedKeyOf(one, id);
    const sealed = (await one.ledger.store.readStream(`notes/${id}`)).map(({ value }) => Buffer.from(value));
    expect((await bytesUnder(join(one.dataDir, "store"))).includes(wrapped)).toBe(true);
    const { env } = one;
    const said = await kim(env, "case", "erase", id, "--reason", "Löschung verlangt", "--json");
    expect(said).toMatchObject({ code: 0, err: "" });
    const report = JSON.parse(said.out);
    expect(report).toMatchObject({
      caseId: id,
      erased: true,
      remains: { disclosures: [], teamsMessages: true },
    });
    expect(report.cards).toBeGreaterThanOrEqual(6);
    await replaced(one, report.cards);

    expect(await tracesOf(one, id)).toEqual([]);
    const bytes = await bytesUnder(one.dataDir);
    for (const word of words) expect(bytes.includes(word)).toBe(false);
    // Not even the wrapped key and the sealed notes lie about in free pages.
    expect(bytes.includes(wrapped)).toBe(false);
    for (const note of sealed) expect(bytes.includes(note)).toBe(false);
    // The chat holds the neutral card, and the word to the owner.
    const told = await one.wire.connector.saw(({ raw }) => raw.includes("im Auftrag der verantwortlichen"));
    expect(told.raw).toContain("Löschung verlangt");
    for (const word of words) expect(standing(one, person).includes(`${word} bestellt`)).toBe(false);
    expect(standing(one, person)).not.toContain(`Fall ${id} ist angelegt`);
    // For its owner the id is now as unknown as any other; the other case is as it was.
    const gone = await person.says(`Zeig mir ${id}`);
    expect(gone.text).toBe((await person.says("Zeig mir K-00000")).text.replace("K-00000", id));
    expect((await person.says(`Verlauf ${other.id}`)).text).toContain(words[0]);
    expect((await person.says("meine Fälle")).text).not.toContain(id);
    expect((await kim(env, "audit", "verify")).code).toBe(0);
    // A card of it that somebody still has open leaves no trace of it either.
    expect((await person.presses(open, "Speichern")).text).toContain(de.cases.cardGone);
    expect(await tracesOf(one, id)).toEqual([]);
  }, 60_000);

  test("leaves nothing of it in Redis' files after the log was written anew", async () => {
    const redis = await startRedis();
    closing.push(() => redis.stop());
    const env = { REDIS_URL: redis.url, KIM_MASTER_KEY: Buffer.alloc(32, 5).toString("base64") };
    const one = await bot(env);
    const person = one.wire.person("Case Management Eschweiler");
    const { id } = await fullCase(person);
    const wrapped = await wrappedKeyOf(one, id);
    const said = await kim(env, "case", "erase", id, "--reason", "Löschung verlangt", "--json");
    expect(said.code).toBe(0);
    expect(JSON.parse(said.out).warning).toBeUndefined();
    await replaced(one, JSON.parse(said.out).cards);
    expect(await tracesOf(one, id)).toEqual([]);
    const bytes = await bytesUnder(redis.dir);
    expect(bytes.includes("audit/all")).toBe(true);
    for (const word of words) expect(bytes.includes(word)).toBe(false);
    expect(bytes.includes(wrapped)).toBe(false);
    expect(bytes.includes(`key/case:${id}`)).toBe(false);
  }, 60_000);

  test("wants a reason, knows no foreign id, and is in the audit without content", async () => {
    const one = await bot();
    const { env } = one;
    const person = one.wire.person("Case Management Eschweiler");
    const { id } = await fullCase(person);
    expect((await kim(env, "case", "erase", id)).code).toBe(2);
    expect((await kim(env, "case", "erase", "Eschweiler", "--reason", "x")).code).toBe(2);
    const unknown = await kim(env, "case", "erase", "K-00000", "--reason", "x");
    expect(unknown).toMatchObject({ code: 1, out: "" });
    expect((await kim(env, "case", "erase", id, "--reason", "verlangt")).code).toBe(0);
    const log = (await one.ledger.store.readStream(AUDIT_STREAM)).map(({ value }) => value.toString());
    const [last] = log.filter((entry) => entry.includes("case-erased"));
    expect(JSON.parse(last ?? "{}")).toEqual({
      at: expect.any(Number),
      person: "operator",
      action: "case-erased",
      subject: id,
    });
  }, 60_000);
});

describe("the owner", () => {
  test("erases on a card with a reason; it is gone at once, and the card says what remains", async () => {
    const one = await bot();
    const person = one.wire.person("Case Management Eschweiler");
    const { id } = await fullCase(person);
    const form = await person.says(`Fall ${id} löschen`);
    expect(form.text).toContain("endgültig gelöscht");
    await expect(person.presses(form, "Endgültig löschen")).rejects.toThrow(/required/);
    const done = await person.presses(form, "Endgültig löschen", { free_reason: "Einwilligung fehlt" });
    expect(done.text).toContain(`Fall ${id} ist gelöscht`);
    expect(done.text).toContain("nichts weitergegeben");
    expect((await person.says(`Zeig mir ${id}`)).text).toContain("gibt es nicht");
    const again = await person.presses(form, "Endgültig löschen", { free_reason: "Einwilligung fehlt" });
    // Before or after the sweep of what was answered: either way nothing happens again.
    expect(again.text).toMatch(/schon (verwendet|erledigt)/);
  }, 60_000);

  test("nobody else can: not a deputy's colleague, not with the owner's card", async () => {
    const one = await bot();
    const person = one.wire.person("Case Management Eschweiler");
    const stranger = one.wire.person("Case Management Stolberg");
    const { id } = await fullCase(person);
    const form = await person.says(`Fall ${id} löschen`);
    const unknown = await stranger.says("Fall K-00000 löschen");
    expect((await stranger.says(`Fall ${id} löschen`)).text).toBe(unknown.text.replace("K-00000", id));
    await stranger.presses(form.card ?? {}, "Endgültig löschen", { free_reason: "x" });
    expect((await person.says(`Zeig mir ${id}`)).text).toContain("Eschweiler");
  });

  test("a card that showed the case to somebody who may not see it is not touched", async () => {
    const one = await bot();
    const person = one.wire.person("Case Management Eschweiler");
    const stranger = one.wire.person("Case Management Stolberg");
    const { id } = await fullCase(person);
    await stranger.says(`Zeig mir ${id}`);
    const before = standing(one, stranger);
    await kim(one.env, "case", "erase", id, "--reason", "x");
    await one.wire.connector.saw(({ raw }) => raw.includes("im Auftrag der verantwortlichen"));
    expect(standing(one, stranger)).toBe(before);
  });
});
