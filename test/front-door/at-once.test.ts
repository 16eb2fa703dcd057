import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { transact } from "../../bot/turn/transact.js";
import { type CaseEntry, caseRecord } from "../../casework/case/case.js";
import { startRedis } from "../adapters/storage/redis-server.js";
import type { Person, Turn } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

const PEOPLE = 50;

describe.each([
  ["two instances on one Redis", 2],
  ["one instance on LMDB", 1],
] as const)("fifty people on one case at once, %s", (_, instances) => {
  let stopStore = async () => {};
  const bots: Bot[] = [];
  let caseId: string;
  let people: readonly Person[];

  beforeAll(async () => {
    let shared: Readonly<Record<string, string>> = {};
    if (instances > 1) {
      const redis = await startRedis();
      stopStore = redis.stop;
      shared = { REDIS_URL: redis.url, KIM_MASTER_KEY: Buffer.alloc(32, 5).toString("base64") };
    }
    for (let i = 0; i < instances; i++) bots.push(await startBot(shared));
    const [first] = bots;
    if (!first) throw new Error("no bot");
    const owner = first.wire.person("Case Management Eschweiler");
    const created = await owner.presses(
      await owner.says("Neuer Fall: Eschweiler, Wohngeld, 4 Pers."),
      "Anlegen",
    );
    caseId = caseIdIn(created.text);
    people = Array.from({ length: PEOPLE }, (_, i) =>
      (bots[i % instances] ?? first).wire.person("Case Management Eschweiler"),
    );
    await Promise.all(people.map((person) => person.says("Hilfe")));
    await change((entry) => ({ ...entry, deputies: people.map(({ id }) => ({ person: id })) }));
  }, 120_000);

  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.close()));
    await stopStore();
  });

  const ledger = () => {
    const [bot] = bots;
    if (!bot) throw new Error("no bot");
    return bot.ledger;
  };
  const change = (how: (entry: CaseEntry) => CaseEntry) => {
    const now = ledger().clock();
    return transact(ledger(), { once: [], now, deadline: now + 10_000 }, async (unit) => {
      const entry = await unit.read(caseRecord, caseId);
      if (!entry) throw new Error("no case");
      await unit.write(caseRecord, caseId, how(entry));
    });
  };
  const stored = async (): Promise<CaseEntry> => {
    const entry = await bots[0]?.peek((unit) => unit.read(caseRecord, caseId));
    if (!entry) throw new Error("no case");
    return entry;
  };
  /** Whoever is told neither is left in the dark. */
  const answerOf = ({ text }: Turn) => {
    if (text.includes("Maßnahme gespeichert")) return "saved";
    if (text.includes("Gespeichert wurde nichts")) return "lost";
    return text.includes("Der Speicher antwortet gerade nicht") ? "unknown" : text;
  };

  test("each measure that was acknowledged is there once, and whoever lost was told", async () => {
    const what = (i: number) => `Unterlage Nummer ${i} einreichen`;
    const turns = await Promise.all(
      people.map((person, i) => person.says(`Maßnahme zu ${caseId}: ${what(i)} bis 12.03.2027`)),
    );
    const { measures } = await stored();
    const written = measures.map((measure) => measure.what);
    turns.forEach((turn, i) => {
      const answer = answerOf(turn);
      const times = written.filter((one) => one === what(i)).length;
      const fits = { saved: times === 1, lost: times === 0, unknown: times <= 1 }[answer];
      expect({ i, answer, times, fits }).toEqual({ i, answer, times, fits: true });
    });
    expect(turns.filter((turn) => answerOf(turn) === "saved").length).toBeGreaterThan(PEOPLE / 4);
  }, 60_000);

  test("notes read no version of the case: all fifty land", async () => {
    const notes = async () => (await ledger().store.readStream(`notes/${caseId}`)).length;
    const before = await notes();
    const turns = await Promise.all(
      people.map((person, i) => person.says(`Notiz zu ${caseId}: Rückruf Nummer ${i} erledigt.`)),
    );
    for (const turn of turns) expect(turn.text).toContain("Notiz gespeichert");
    expect((await notes()) - before).toBe(PEOPLE);
  }, 60_000);
});
