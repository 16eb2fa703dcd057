import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { fileName } from "../../adapters/mail/eml-folder.js";
import { openBackstage } from "../../bot/main.js";
import { invitationMessageId } from "../../bot/outbox/message-id.js";
import type { Conference } from "../../casework/conference/conference.js";
import { INVITATIONS, MEETINGS } from "../../casework/conference/invitations.js";
import type { Store } from "../../casework/store/store.js";
import { startGraphServer } from "../adapters/calendar/graph/graph-server.js";
import { startRedis } from "../adapters/storage/redis-server.js";
import { seeded } from "../casework/privacy/fill.js";
import { startBotProcess } from "../front-door/bot-process.js";
import { eventually } from "../front-door/eventually.js";
import { createWire } from "../wire/person.js";
import { checkHistory } from "./check-history.js";
import { DESK, keepBusy, openDiary, openSharedCase } from "./diary.js";
import { takeStock } from "./stock.js";

/** Kills over each engine: some in `npm test`, many with KIM_LONG. */
const KILLS = process.env.KIM_LONG ? 100 : 10;
const SEED = Number(process.env.SEED ?? 20261127);

/** So many notes and measures are waited for a conference: in the long run there are no dates left. */
const PATIENCE = 200;

/** The bot's surroundings that outlive it, and what has come out of it there. */
type Surroundings = {
  readonly env: Readonly<Record<string, string>>;
  /** What arrived, each as the other side tells it from others. */
  readonly arrived: () => Promise<readonly string[]>;
  readonly expected: (conference: Conference) => readonly string[];
  readonly close: () => Promise<void>;
};

/** The store in the bot's own folder, invitations as files beside it. */
async function mailFolder(dataDir: string): Promise<Surroundings> {
  const mail = join(dataDir, "mail");
  return {
    env: {},
    arrived: async () => (await readdir(mail).catch(() => [])).filter((name) => name.endsWith(".eml")).sort(),
    expected: ({ id, uid, participants }) =>
      participants
        .filter(({ email }) => email !== "")
        .map((seat) => invitationMessageId(id, seat.id, 0, "REQUEST", uid.slice(uid.indexOf("@") + 1)))
        .map(fileName),
    close: async () => {},
  };
}

/** A Redis, and one calendar in which an entry invites all. */
async function redisAndCalendar(): Promise<Surroundings> {
  const redis = await startRedis({ aof: "everysec" });
  const graph = await startGraphServer();
  const { tenantId, clientId, clientSecret, mailbox, graphUrl, loginUrl } = graph.settings;
  return {
    env: {
      REDIS_URL: redis.url,
      KIM_MASTER_KEY: Buffer.alloc(32, 5).toString("base64"),
      GRAPH_MAILBOX: mailbox,
      GRAPH_TENANT_ID: tenantId,
      GRAPH_CLIENT_ID: clientId,
      GRAPH_CLIENT_SECRET: clientSecret,
      GRAPH_URL: graphUrl,
      GRAPH_LOGIN_URL: loginUrl,
    },
    arrived: async () =>
      graph.events.flatMap(({ singleValueExtendedProperties: [key] }) => key?.value ?? []).sort(),
    expected: ({ uid }) => [uid],
    async close() {
      await graph.close();
      await redis.stop();
    },
  };
}

/** What the dead held is free again, as it would be when their leases run out, and one more process does the rest. */
async function workOff(store: Store, dataDir: string, env: Readonly<Record<string, string>>): Promise<void> {
  const soon = Date.now() + 600_000;
  const left = [INVITATIONS, MEETINGS];
  for (const queue of left) {
    const jobs = await store.lease(queue, { now: soon, until: soon, limit: 1000 });
    const due = Date.now();
    await store.commit({
      postpone: jobs.map(({ id, token, value }) => ({ queue, id, token, due, value })),
    });
  }
  const last = await startBotProcess(dataDir, env);
  try {
    await eventually("an empty outbox", async () => {
      const waiting = await Promise.all(left.map((queue) => store.jobs(queue, 1)));
      return waiting.flat().length === 0 ? true : undefined;
    });
  } finally {
    await last.end("SIGTERM");
  }
}

test.each([
  ["the embedded store, invitations by mail", mailFolder],
  ["Redis, invitations in a calendar", redisAndCalendar],
] as const)(
  `killed ${KILLS} times with SIGKILL while people write and the outbox sends: nothing lost, doubled or half (%s)`,
  async (_, surround) => {
    const draw = seeded(SEED);
    const dataDir = await mkdtemp(join(tmpdir(), "kim-kills-"));
    const around = await surround(dataDir);
    const env = { ...around.env, KIM_SEND_DELAY_SECONDS: "0" };
    const diary = openDiary();
    let shared = "";
    try {
      for (let kill = 0; kill < KILLS; kill++) {
        const running = await startBotProcess(dataDir, env);
        const wire = await createWire({ botUrl: running.url });
        try {
          shared ||= await openSharedCase(wire, diary);
          // Some die while people write, some while the invitations of a conference leave. However slow the machine
          // is: the clock runs from what was acknowledged.
          const sending = kill % 2 === 1;
          const wait = draw.below(150);
          let clock: NodeJS.Timeout | undefined;
          let count = 0;
          await keepBusy(wire, diary, shared, (kind) => {
            if (sending && kind !== "conference" && ++count < PATIENCE) return;
            clock ??= setTimeout(() => running.process.kill("SIGKILL"), wait);
          });
          clearTimeout(clock);
        } finally {
          await running.end("SIGKILL");
          await wire.close();
        }
      }
      const backstage = await openBackstage({ ...env, DATA_DIR: dataDir });
      try {
        const { ledger } = backstage;
        await workOff(ledger.store, dataDir, env);
        const stock = await takeStock(ledger, [DESK], [shared]);
        const wishes = diary.wishes();
        const { things, sums, faults } = stock;
        const history = { wishes, things, sums, faults, effects: [], jobs: [], fair: false };
        expect({ SEED, findings: checkHistory(history) }).toEqual({ SEED, findings: [] });
        expect(await around.arrived()).toEqual(stock.conferences.flatMap(around.expected).sort());
        const saved = wishes.filter(({ outcome }) => outcome === "acknowledged").length;
        expect(saved).toBeGreaterThanOrEqual(KILLS);
        expect(stock.conferences.length).toBeGreaterThan(0);
      } finally {
        await backstage.close();
      }
    } finally {
      await around.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  1_200_000,
);
