import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { freePort, type RedisServer, startRedis } from "../adapters/storage/redis-server.js";
import { startProxy, type TcpProxy } from "../adapters/storage/tcp-proxy.js";
import type { Person, Turn } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { eventually } from "./eventually.js";
import { opens, runningPoll, votes } from "./runs-poll.js";

/** What a Redis does to a bot that is running and is never started again: each fault as people meet it. */

const KEEPER = "33333333-3333-4333-8333-333333333333";

let redis: RedisServer;
let proxy: TcpProxy;
let admin: Redis;
let bot: Bot;

beforeAll(async () => {
  redis = await startRedis();
  proxy = await startProxy(redis.port);
  admin = new Redis(redis.url);
  admin.on("error", () => {});
  bot = await startBot({
    REDIS_URL: `redis://127.0.0.1:${proxy.port}`,
    KIM_MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
    KIM_DIRECTORY_KEEPER: KEEPER,
  });
}, 60_000);
afterAll(async () => {
  await bot?.close();
  admin?.disconnect();
  await proxy?.stop();
  await redis?.stop();
});

const REFUSED = "Der Speicher antwortet gerade nicht, eben wurde nichts gespeichert";
const FULL = "Der Speicher ist voll, eben wurde nichts gespeichert";
const UNKNOWN = "Es ist nicht sicher, ob gespeichert wurde";

type Fault = {
  readonly what: string;
  readonly begin: () => Promise<unknown> | unknown;
  readonly end: () => Promise<unknown> | unknown;
  /** What people may be told while it lasts: both where one request breaks the line on which another waits. */
  readonly told: readonly string[];
  /** /readyz is looked at too. Not each time: what took it long to find out it repeats for ten seconds. */
  readonly readyz?: true;
};

const faults: readonly Fault[] = [
  {
    what: "is killed and started again",
    begin: () => redis.kill(),
    end: async () => {
      redis = await startRedis({ port: redis.port, dir: redis.dir });
    },
    told: [REFUSED],
  },
  {
    what: "hangs",
    begin: () => process.kill(redis.pid, "SIGSTOP"),
    end: () => process.kill(redis.pid, "SIGCONT"),
    told: [REFUSED],
    readyz: true,
  },
  { what: "is cut off", begin: () => proxy.cut(), end: () => proxy.mend(), told: [REFUSED] },
  {
    what: "became a replica",
    begin: async () => admin.replicaof("127.0.0.1", await freePort()),
    end: () => admin.replicaof("NO", "ONE"),
    told: [REFUSED, UNKNOWN],
  },
  {
    what: "is out of memory",
    begin: () => admin.config("SET", "maxmemory", "1"),
    end: () => admin.config("SET", "maxmemory", "0"),
    told: [FULL],
    readyz: true,
  },
  {
    what: "misses the replica that it must have",
    begin: () => admin.config("SET", "min-replicas-to-write", "1"),
    end: () => admin.config("SET", "min-replicas-to-write", "0"),
    told: [REFUSED],
    readyz: true,
  },
  {
    what: "does what it is told, and its replies are lost",
    begin: () => proxy.loseAllRepliesTo("{kim}:c:"),
    end: () => proxy.mend(),
    told: [REFUSED, UNKNOWN],
  },
];

/** It looks at most once in a few seconds, whoever asks. */
const readyzSays = (status: number) =>
  eventually(`/readyz to answer ${status}`, async () =>
    (await fetch(`${bot.url}/readyz`)).status === status ? true : undefined,
  );
const times = (text: string, part: string) => text.split(part).length - 1;

describe.each(faults)("a Redis that $what", ({ what, begin, end, told, readyz }) => {
  test("is told plainly, saves nothing behind anybody's back, and what was sent then counts once", async () => {
    const opener = bot.wire.person("Case Management Eschweiler");
    const writer = bot.wire.person("Case Management Stolberg");
    const form = await opener.says("Neuer Fall: Eschweiler, Wohngeld");
    const caseId = caseIdIn(
      (await writer.presses(await writer.says("Neuer Fall: Stolberg, Kita"), "Anlegen")).text,
    );
    await begin();
    const note = `Unterlagen sind da, ${what}`;
    let during: readonly Turn[];
    try {
      during = await Promise.all([
        opener.presses(form, "Anlegen"),
        writer.says(`Notiz zu ${caseId}: ${note}`),
      ]);
      if (readyz) await readyzSays(503);
    } finally {
      await end();
    }
    for (const turn of during) {
      expect(told.filter((words) => turn.text.includes(words))).toHaveLength(1);
      expect(turn.text).not.toMatch(/ist angelegt|Notiz gespeichert/);
      // The card stays as it was, to be pressed again.
      expect(turn.replacement).toBeUndefined();
    }
    if (readyz) await readyzSays(200);
    await eventually("the store to answer", async () =>
      (await bot.wire.person("Koordination").says("Hilfe")).text.includes("Der Speicher") ? undefined : true,
    );

    // Delivered again, as it was: it has its effect now, or had it then.
    const [opened, written] = await Promise.all([opener.redelivers(), writer.redelivers()]);
    expect(written.text).toContain("Notiz gespeichert");
    const created = caseIdIn(opened.text);
    expect(caseIdIn((await opener.presses(form, "Anlegen")).text)).toBe(created);
    expect(times((await writer.says(`Verlauf ${caseId}`)).text, note)).toBe(1);
    expect((await opener.says("meine Fälle")).text).toContain("1 offener Fall");
  }, 60_000);
});

describe("what was sent before", () => {
  const isUnsure = ({ text }: Turn) => {
    expect(text).toContain(UNKNOWN);
    expect(text).not.toContain("nichts gespeichert");
  };
  const answers = () =>
    eventually("the store to answer", async () =>
      (await bot.wire.person("Koordination").says("Hilfe")).text.includes("Der Speicher") ? undefined : true,
    );
  const whileCutOff = async (during: () => Promise<void>) => {
    proxy.cut();
    try {
      await during();
    } finally {
      proxy.mend();
      await answers();
    }
  };
  /** The commits of this chat land, and their replies do not come back. */
  const unheard = async ({ conversation }: Person, during: () => Promise<Turn>) => {
    proxy.loseAllRepliesTo(`{kim}:o:event/${conversation}`);
    try {
      isUnsure(await during());
    } finally {
      proxy.mend();
      await answers();
    }
  };

  test("and perhaps saved is as unsure when it comes again and the store can't be asked", async () => {
    const opener = bot.wire.person("Case Management Eschweiler");
    const form = await opener.says("Neuer Fall: Eschweiler, Wohngeld");
    await unheard(opener, () => opener.presses(form, "Anlegen"));
    await whileCutOff(async () => {
      isUnsure(await opener.redelivers());
      // The same card once more, which is another event.
      isUnsure(await opener.presses(form, "Anlegen"));
      // What has nothing before it left nothing.
      expect((await opener.says("Neuer Fall: Eschweiler, Kita")).text).toContain(REFUSED);
    });
    caseIdIn((await opener.presses(form, "Anlegen")).text);
    expect((await opener.says("meine Fälle")).text).toContain("1 offener Fall");
  }, 60_000);

  test("and certainly saved is not said to be lost either", async () => {
    const writer = bot.wire.person("Case Management Alsdorf");
    const caseId = caseIdIn(
      (await writer.presses(await writer.says("Neuer Fall: Alsdorf, Kita"), "Anlegen")).text,
    );
    const note = "zweimal zugestellt";
    expect((await writer.says(`Notiz zu ${caseId}: ${note}`)).text).toContain("Notiz gespeichert");
    await whileCutOff(async () => isUnsure(await writer.redelivers()));
    expect(times((await writer.says(`Verlauf ${caseId}`)).text, note)).toBe(1);
  }, 60_000);
});

test("an office that votes meanwhile is asked to send once more, and its vote counts once", async () => {
  const { links, board, person } = await runningPoll(bot);
  const [link = ""] = Object.values(links);
  const answers = ["yes", "maybe", "no"];
  proxy.loseAllRepliesTo("{kim}:c:");
  const unsure = await votes(link, answers);
  proxy.mend();
  expect(unsure.status).toBe(503);
  expect(unsure.text).toContain("Ihre Antwort zählt auch dann nur einmal");
  expect(unsure.text).not.toContain("gespeichert");
  expect((await votes(link, answers)).text).toContain("gespeichert");
  expect((await opens(link)).text).toContain("schon geantwortet");
  const shown = await person.presses(board, "Aktualisieren");
  expect(shown.text).toContain("1 von 2");
}, 60_000);

test("after all that, what goes out by itself still does, once", async () => {
  const keeper = bot.wire.person("Verzeichnispflege", { id: KEEPER });
  await keeper.says("Hallo");
  const one = bot.wire.person("Case Management Eschweiler");
  await one.presses(await one.says("Wohngeld in Würselen"), "Stimmt nicht mehr");
  const told = () =>
    bot.wire.connector.received.filter(({ activity }) =>
      JSON.stringify(activity).includes("Bitte prüfen und neu einlesen"),
    );
  await eventually("the keeper to be told", async () => (told().length > 0 ? true : undefined));
  expect(told()).toHaveLength(1);
  expect(bot.logged()).not.toContain("Unterlagen sind da");
}, 60_000);
