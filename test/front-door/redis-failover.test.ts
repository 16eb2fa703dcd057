import { afterEach, expect, test } from "@jest/globals";
import { caseRecord, noteStream } from "../../casework/case/case.js";
import { startCluster, startSentinel, type Topology } from "../adapters/storage/redis-topology.js";
import type { Person } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { insist } from "./insist.js";

const PEOPLE = 8;

let topology: Topology | undefined;
let bots: Bot[] = [];
afterEach(async () => {
  for (const bot of bots) await bot.close();
  bots = [];
  await topology?.stop();
  topology = undefined;
});

async function startTwo(url: string): Promise<void> {
  const shared = { REDIS_URL: url, KIM_MASTER_KEY: Buffer.alloc(32, 8).toString("base64") };
  bots = [await startBot(shared), await startBot(shared)];
}

/** The same person before both instances, which take the turns one after the other. */
function personOn(name: string, id: string): readonly Person[] {
  return bots.map((bot) => bot.wire.person(name, { id, conversation: `a:${id}` }));
}

const yes = () => true;
const no = () => false;

test("the master behind Sentinel dies while people write on two instances: what was called saved is there, all of it once", async () => {
  // A second replica, so that there still is one after the failover.
  topology = await startSentinel(2);
  await startTwo(`${topology.url}?replicas=1`);
  const caseIds: string[] = [];
  const people = Array.from({ length: PEOPLE }, (_, i) =>
    personOn(`Case Management ${i}`, `55555555-5555-4555-8555-55555555555${i}`),
  );
  for (const [here, there] of people) {
    if (!here || !there) throw new Error("two instances expected");
    const form = await here.says("Neuer Fall: Eschweiler, Wohngeld");
    caseIds.push(caseIdIn((await there.presses(form.card ?? {}, "Anlegen")).text));
  }

  let failedOver = false;
  const write = async (instances: readonly Person[], i: number) => {
    const written: string[] = [];
    for (let n = 0; !failedOver || n < 4; n++) {
      const person = instances[n % 2];
      const text = `Eintrag ${i} Nummer ${n} Ende`;
      if (!person) throw new Error("two instances expected");
      const turn = await insist(person, person.says(`Notiz zu ${caseIds[i]}: ${text}`));
      expect(turn.text).toContain("Notiz gespeichert");
      written.push(text);
    }
    return written;
  };
  const writing = Promise.all(people.map(write));
  const [master] = topology.servers;
  await master?.kill();
  for (const { ledger } of bots) while (!(await ledger.store.ping().then(yes, no)));
  failedOver = true;
  const written = await writing;
  for (const [i, texts] of written.entries()) {
    const notes = (await bots[0]?.peek((unit) => unit.readStream(noteStream, caseIds[i] ?? ""))) ?? [];
    // The first is what the case was opened with.
    expect(notes.slice(1).map(({ entry }) => entry.text)).toEqual(texts);
  }
}, 120_000);

test("on a cluster of three nodes two instances do what they do on one Redis", async () => {
  topology = await startCluster();
  await startTwo(topology.url);
  const [here, there] = personOn("Case Management Eschweiler", "66666666-6666-4666-8666-666666666666");
  if (!here || !there) throw new Error("two instances expected");
  const form = await here.says("Neuer Fall: Familie 4 Pers. Eschweiler, Kita");
  const caseId = caseIdIn((await there.presses(form.card ?? {}, "Anlegen")).text);
  await here.says(`Notiz zu ${caseId}: Unterlagen vollständig`);
  await there.says(`Maßnahme zu ${caseId}: Kita-Navigator ausfüllen bis 12.03.2031`);
  expect((await there.says(`Verlauf ${caseId}`)).text).toContain("Unterlagen vollständig");
  const entry = await bots[0]?.peek((unit) => unit.read(caseRecord, caseId));
  expect(entry?.measures.map(({ what }) => what)).toEqual(["Kita-Navigator ausfüllen"]);
  expect((await here.says("wohngeld stolberg")).text).toContain("Wohngeldstelle der Stadt Stolberg");
}, 120_000);
