import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { KnowledgeState } from "../../bot/knowledge-in-memory.js";
import type { QueueState } from "../../bot/outbox/queues.js";
import { healthPages } from "../../bot/pages/health.js";
import { neighbours, openPulse, type Pulse } from "../../bot/pulse.js";
import { type ReadinessSources, readiness } from "../../bot/readiness.js";
import type { HttpRequest } from "../../bot/turn/http-route.js";
import { fixedKeys } from "../../casework/store/keyring.js";
import { rotateKeys } from "../../casework/store/rotate-keys.js";
import { StoreUnavailable } from "../../casework/store/store.js";
import { newDataKey } from "../../casework/store/vault.js";
import { openLedger } from "./ledger.js";

let ledger: Awaited<ReturnType<typeof openLedger>>;
let pulse: Pulse;
let now: number;
beforeEach(async () => {
  ledger = await openLedger();
  now = Date.UTC(2026, 10, 27, 8);
  pulse = openPulse(() => now);
});
afterEach(() => ledger.close());

const READY: KnowledgeState = { directory: "ready", documents: "ready" };

function sources(more: Partial<ReadinessSources> = {}): ReadinessSources {
  return {
    ...ledger,
    warnings: () => [],
    outbox: async () => [],
    knowledge: () => READY,
    pulse,
    clock: () => now,
    ...more,
  };
}
const degraded = async (more: Partial<ReadinessSources> = {}) => {
  const { status, degraded: parts } = await readiness(sources(more));
  return { status, parts: parts.map(({ part }) => part), words: parts.map(({ reason }) => reason).join(" ") };
};
const queue = (more: Partial<QueueState>): QueueState => ({
  queue: "invitations",
  waiting: 0,
  troubled: 0,
  lateMs: 0,
  dead: 0,
  ...more,
});

test("nothing is wrong", async () => {
  expect(await readiness(sources())).toEqual({ status: "ready", degraded: [] });
});

test("the store does not answer: it cannot serve", async () => {
  const store = {
    ...ledger.store,
    ping: async () => {
      throw new StoreUnavailable("away");
    },
  };
  expect(await degraded({ store })).toMatchObject({ status: "down", parts: ["store"] });
});

test("a key that was rotated elsewhere is named", async () => {
  const { masters } = ledger.keyring;
  const to = newDataKey();
  await rotateKeys(ledger.store, fixedKeys([...masters.known(), to]), to);
  expect(await degraded()).toMatchObject({ status: "degraded", parts: ["keys"] });
});

test("what the setup lacks is named", async () => {
  const found = await degraded({ warnings: () => ["appendonly no"] });
  expect(found).toMatchObject({ status: "degraded", parts: ["settings"], words: "appendonly no" });
});

test.each(neighbours)(
  "%s that is away is named for half an hour, one that is set up wrongly until it is well",
  async (who) => {
    pulse.heard(who, "well");
    expect((await degraded()).status).toBe("ready");
    pulse.heard(who, "away");
    now += 10 * 60_000;
    expect(await degraded()).toMatchObject({ status: "degraded", parts: [who] });
    expect((await degraded()).words).toContain("seit 10 Minuten");
    now += 21 * 60_000;
    expect((await degraded()).status).toBe("ready");
    pulse.heard(who, "setup");
    now += 24 * 60 * 60_000;
    expect(await degraded()).toMatchObject({ status: "degraded", parts: [who] });
    expect((await degraded()).words).toContain("falsch eingerichtet");
    pulse.heard(who, "well");
    expect((await degraded()).status).toBe("ready");
  },
);

test("an outbox that is late and dead letters are two things", async () => {
  expect(await degraded({ outbox: async () => [queue({ lateMs: 16 * 60_000 })] })).toMatchObject({
    parts: ["outbox"],
  });
  expect(await degraded({ outbox: async () => [queue({ lateMs: 14 * 60_000 })] })).toMatchObject({
    parts: [],
  });
  expect(await degraded({ outbox: async () => [queue({ dead: 1 })] })).toMatchObject({
    parts: ["dead-letters"],
  });
});

test.each([
  [{ directory: "loading", documents: "ready" }, "Verzeichnis ist noch nicht"],
  [{ directory: "failed", documents: "ready" }, "Verzeichnis lässt sich nicht laden"],
  [{ directory: "empty", documents: "ready" }, "kim directory import"],
  [{ directory: "ready", documents: "loading" }, "Suchindex"],
  [{ directory: "ready", documents: "failed" }, "Suchindex"],
] as const)("%j is named", async (state, words) => {
  const found = await degraded({ knowledge: () => state });
  expect(found).toMatchObject({ status: "degraded", parts: ["knowledge"] });
  expect(found.words).toContain(words);
});

async function asked(address: string, headers: Record<string, string> = {}) {
  const request = { params: {}, query: {}, headers, address, fields: {} } satisfies HttpRequest;
  const pages = healthPages("redis", () =>
    readiness(sources({ warnings: () => ["maxmemory-policy allkeys-lru"] })),
  );
  const answer = await pages.find(({ path }) => path === "/readyz")?.handle(request);
  return String(answer?.body);
}

test("the own network reads the reasons; the world reads which parts, and nothing of the setup", async () => {
  for (const own of ["127.0.0.1", "::1", "10.1.2.3", "::ffff:192.168.0.9"]) {
    expect(JSON.parse(await asked(own))).toMatchObject({
      store: "redis",
      reasons: ["maxmemory-policy allkeys-lru"],
    });
  }
  const behindProxy = await asked("127.0.0.1", { "x-forwarded-for": "203.0.113.7" });
  for (const body of [
    behindProxy,
    await asked("203.0.113.7"),
    await asked("203.0.113.7", { "x-forwarded-for": "10.0.0.1" }),
  ]) {
    expect(JSON.parse(body)).toEqual({ status: "degraded", parts: ["settings"] });
  }
});
