import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openBackstage } from "../../bot/main.js";
import { caseRecord, noteStream } from "../../casework/case/case.js";
import { casesIndex } from "../../casework/case/open-cases.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { type RedisServer, startRedis } from "../adapters/storage/redis-server.js";
import { seeded } from "../casework/privacy/fill.js";
import { createWire, type Person, type Wire } from "../wire/person.js";
import { type RoundRobin, startRoundRobin } from "../wire/round-robin.js";
import { caseIdIn } from "./bot.js";
import { type BotProcess, startBotProcess } from "./bot-process.js";
import { insist } from "./insist.js";

const PEOPLE = 12;
/** Each while everybody writes: of the two instances the one that has run longer, and a new one takes its place. */
const DEPARTURES = process.env.KIM_LONG ? 40 : 2;

let folder: string;
let redis: RedisServer;
let proxy: RoundRobin;
let wire: Wire;
let settings: Record<string, string>;
let instances: BotProcess[] = [];

async function start(): Promise<BotProcess> {
  const dataDir = await mkdtemp(join(folder, "instance-"));
  const instance = await startBotProcess(dataDir, settings);
  instances.push(instance);
  proxy.add(instance.url);
  return instance;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-two-"));
  redis = await startRedis();
  proxy = await startRoundRobin();
  settings = { REDIS_URL: redis.url, KIM_MASTER_KEY: Buffer.alloc(32, 6).toString("base64") };
  await start();
  await start();
  wire = await createWire({ botUrl: proxy.url, persistent: true });
}, 60_000);
afterEach(async () => {
  await wire.close();
  await proxy.close();
  for (const instance of instances) await instance.end("SIGKILL");
  instances = [];
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What a person did that was answered with these words, and where it belongs. */
type Done = { readonly caseId: string; readonly text: string; readonly answer: string };

/** Opens a case and writes into it, one thing after another, until told to stop. */
async function works(person: Person, who: string, going: () => boolean): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (let i = 0; going(); i++) {
    const form = await insist(person, person.says("Neuer Fall: Eschweiler, Wohngeld"));
    const caseId = caseIdIn((await insist(person, person.presses(form, "Anlegen"))).text);
    const note = `Notiz ${who} Nummer ${i} Ende`;
    const noted = await insist(person, person.says(`Notiz zu ${caseId}: ${note}`));
    done.push({ caseId, text: note, answer: noted.text });
    const what = `Unterlage ${who} Nummer ${i} einreichen`;
    const planned = await insist(person, person.says(`Maßnahme zu ${caseId}: ${what} bis 12.03.2027`));
    done.push({ caseId, text: what, answer: planned.text });
  }
  return done;
}

/** Everybody writes while `leave` has one instance after the other go; then what is there is counted. */
async function whileInstancesLeave(leave: (instance: BotProcess) => Promise<unknown>): Promise<number> {
  const people = Array.from({ length: PEOPLE }, (_, i) => wire.person(`Case Management ${i}`));
  let going = true;
  const work = Promise.all(people.map((person, i) => works(person, `von ${i}`, () => going)));
  try {
    for (let departure = 0; departure < DEPARTURES; departure++) {
      const [oldest] = instances;
      if (!oldest) throw new Error("nobody is left");
      await leave(oldest);
      instances.shift();
      proxy.remove(oldest.url);
      await start();
    }
  } finally {
    going = false;
    await work.catch(() => {});
  }
  const done = await work;

  const backstage = await openBackstage({ ...settings, DATA_DIR: folder });
  try {
    const { store, keyring } = backstage.ledger;
    const unit = beginWork(store, keyring, Date.now());
    for (const [i, entries] of done.entries()) {
      // Each case that somebody was told of is in the list once, and the list has no other.
      const listed = (await store.range(casesIndex(people[i]?.id ?? ""))).map(({ member }) => member);
      expect([...new Set(entries.map(({ caseId }) => caseId))].sort()).toEqual([...listed].sort());
      for (const { caseId, text, answer } of entries) {
        const notes = (await unit.readStream(noteStream, caseId)).map(({ entry }) => entry.text);
        const measures = (await unit.read(caseRecord, caseId))?.measures.map(({ what }) => what) ?? [];
        const times = [...notes, ...measures].filter((one) => one === text).length;
        expect({ text, times, answer }).toEqual({
          text,
          times: 1,
          answer: expect.stringContaining("gespeichert"),
        });
      }
    }
    return done.flat().length;
  } finally {
    await backstage.close();
  }
}

/** Settles when the instance has been sent its `n`-th activity from now on, and has not answered it yet. */
function sent(instance: BotProcess, n: number): Promise<void> {
  let left = n;
  return new Promise((resolve) => {
    proxy.onSent(({ backend, path }) => {
      if (backend === instance.url && path === "/api/messages" && --left === 0) resolve();
    });
  });
}

test("one of two instances is killed while people write: what it had not answered is delivered again, and each turn has its effect once", async () => {
  const draw = seeded(20261127);
  const written = await whileInstancesLeave(async (instance) => {
    await sent(instance, 20 + draw.below(40));
    await instance.end("SIGKILL");
  });
  expect(written).toBeGreaterThan(PEOPLE);
  // The kills met turns that were under way, or this test shows nothing.
  expect(proxy.lost()).toBeGreaterThan(0);
}, 600_000);

test("restarted one after the other, the instances answer all they took, and each turn has its effect once", async () => {
  const codes: (number | null)[] = [];
  const written = await whileInstancesLeave(async (instance) => {
    await sent(instance, 20);
    codes.push(await instance.end("SIGTERM"));
  });
  expect(written).toBeGreaterThan(PEOPLE);
  expect(codes).toEqual(Array.from({ length: DEPARTURES }, () => 0));
}, 600_000);
