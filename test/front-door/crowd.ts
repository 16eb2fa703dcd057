import { transact } from "../../bot/turn/transact.js";
import { type CaseEntry, caseRecord } from "../../casework/case/case.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { startRedis } from "../adapters/storage/redis-server.js";
import type { Person } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

/** Many people who may all work on one case: who owns it, then its deputies. */
export type Crowd = {
  readonly caseId: string;
  readonly people: readonly Person[];
  readonly ledger: Bot["ledger"];
  readonly stored: () => Promise<CaseEntry>;
  readonly peek: <T>(look: (unit: UnitOfWork) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** On one instance over LMDB, or on several over one Redis, to which people are dealt out in turn. */
export async function gatherCrowd(instances: number, size: number): Promise<Crowd> {
  const redis = instances > 1 ? await startRedis() : undefined;
  const shared = redis
    ? { REDIS_URL: redis.url, KIM_MASTER_KEY: Buffer.alloc(32, 5).toString("base64") }
    : undefined;
  const first = await startBot(shared);
  const bots = [first];
  while (bots.length < instances) bots.push(await startBot(shared));
  const people = Array.from({ length: size }, (_, i) =>
    (bots[i % instances] ?? first).wire.person(`Case Management ${i}`),
  );
  const [owner, ...deputies] = people;
  if (!owner) throw new Error("nobody");
  const offer = await owner.says("Neuer Fall: Eschweiler, Wohngeld, 4 Pers.");
  const caseId = caseIdIn((await owner.presses(offer, "Anlegen")).text);
  await Promise.all(deputies.map((person) => person.says("Hilfe")));
  const { ledger } = first;
  const now = ledger.clock();
  await transact(ledger, { once: [], now, deadline: now + 10_000 }, async (unit) => {
    const entry = await unit.read(caseRecord, caseId);
    if (!entry) throw new Error("no case");
    await unit.write(caseRecord, caseId, { ...entry, deputies: deputies.map(({ id }) => ({ person: id })) });
  });
  return {
    caseId,
    people,
    ledger,
    peek: first.peek,
    async stored() {
      const entry = await first.peek((unit) => unit.read(caseRecord, caseId));
      if (!entry) throw new Error("no case");
      return entry;
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.close()));
      await redis?.stop();
    },
  };
}
