import { Agent } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { startOwnClock } from "../../apart/own-clock.js";
import { send } from "../../wire/http.js";
import { closeAll, outcome, say, startUnderTest, type UnderTest } from "./server-under-test.js";

const runs = Number(process.env.FUZZ_RUNS ?? (process.env.KIM_LONG ? 100_000 : 10_000));

const PATIENCE_MS = 1_800_000;

/** Random damage to activities, over real HTTP. FUZZ_RUNS sets how often; a failure names its seed. */
describe("whatever is posted", () => {
  let bot: UnderTest;
  const agent = new Agent({ keepAlive: true });
  beforeAll(async () => {
    bot = await startUnderTest(() => outcome([say("da")]));
  });
  afterAll(async () => {
    agent.destroy();
    await closeAll();
  });

  /** Waiting and working both count, being held up by a busy machine does not. */
  const clock = startOwnClock();
  const post = async (body: string | Buffer) => {
    const begun = { waited: clock(), worked: process.cpuUsage() };
    const { status } = await send(`${bot.server.url}/api/messages`, { body, agent });
    const { user, system } = process.cpuUsage(begun.worked);
    return { status, ms: Math.max(clock() - begun.waited, (user + system) / 1000) };
  };
  const activity = () => ({
    type: "message",
    id: "m1",
    name: "adaptiveCard/action",
    action: "add",
    channelId: "msteams",
    serviceUrl: bot.wire.connector.url,
    from: { id: "29:a", name: "x", aadObjectId: "y" },
    recipient: { id: "28:b", name: "x" },
    conversation: { id: "a:1", conversationType: "personal", tenantId: "t", isGroup: false },
    text: "<at>b</at> Hallo",
    textFormat: "xml",
    locale: "de-DE",
    localTimezone: "Europe/Berlin",
    replyToId: "1:1",
    value: {
      action: { verb: "a", data: { kim: { action: "a", nonce: "n" }, field: "x" } },
      kim: { action: "a", nonce: "n" },
      actionName: "feedback",
      actionValue: { reaction: "like", feedback: "{}" },
    },
    entities: [{ type: "mention", text: "<at>b</at>", mentioned: { id: "28:b" } }],
    attachments: [{ contentType: "text/html", content: "x" }],
    membersAdded: [{ id: "28:b" }],
    channelData: { tenant: { id: "t" } },
  });

  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.constantFrom(
      "invoke",
      "conversationUpdate",
      "installationUpdate",
      "typing",
      "__proto__",
      "",
      null,
      -0,
      1e308,
    ),
    fc.constant({ constructor: { prototype: { polluted: true } } }),
  );
  /** Where to strike: a walk into the activity, by the number of the member. */
  const damage = fc.array(fc.tuple(fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), anything), {
    minLength: 1,
    maxLength: 4,
  });

  test(
    "a damaged activity is handled or refused, at once and never with a 5xx",
    async () => {
      await fc.assert(
        fc.asyncProperty(damage, async (strikes) => {
          const victim = activity();
          for (const [walk, value] of strikes) strike(victim, walk, structuredClone(value));
          const body = JSON.stringify(victim);
          // What hangs does so each time; the garbage collector only once.
          let quickest = Number.POSITIVE_INFINITY;
          for (let tries = 0; tries < 3 && quickest >= 1_000; tries++) {
            const { status, ms } = await post(body);
            expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
            quickest = Math.min(quickest, ms);
          }
          expect(quickest).toBeLessThan(1_000);
        }),
        { numRuns: runs },
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect((await post(JSON.stringify(activity()))).status).toBe(200);
    },
    PATIENCE_MS,
  );

  test(
    "bytes that were never JSON are refused",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
          expect((await post(Buffer.from(bytes))).status).toBe(400);
        }),
        { numRuns: Math.ceil(runs / 5) },
      );
    },
    PATIENCE_MS,
  );
});

function strike(node: unknown, walk: readonly number[], value: unknown): void {
  const [first = 0, ...rest] = walk;
  if (typeof node !== "object" || node === null) return;
  const members = Object.keys(node);
  const name = members[first % Math.max(1, members.length)];
  if (name === undefined) return;
  const target = node as Record<string, unknown>;
  if (rest.length === 0 || typeof target[name] !== "object") target[name] = value;
  else strike(target[name], rest, value);
}
