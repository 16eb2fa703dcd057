import { afterEach, describe, expect, test } from "@jest/globals";
import { createConnector, DeliveryError, type DeliveryFailure } from "../../../adapters/teams/connector.js";
import type { Card } from "../../../dialogs/reply.js";
import { type FakeConnector, type Fault, startFakeConnector } from "../../wire/fake-connector.js";
import { closeAll, formCard, outcome, say, startUnderTest } from "./server-under-test.js";

afterEach(closeAll);

/** What the sender makes of a channel that misbehaves. */
describe("a reply that the channel does not take at first", () => {
  const throttled: Fault = { kind: "status", status: 429, effect: false, retryAfter: "0" };

  test("is sent again after 429, and stands there once", async () => {
    const bot = await startUnderTest(() => outcome([say("da")]));
    bot.wire.connector.fail(throttled, { times: 2 });
    const person = bot.wire.person("Koordination");
    expect((await person.says("Hallo")).text).toBe("da");
    expect(bot.wire.connector.received).toHaveLength(3);
    expect(bot.wire.connector.messages(person.conversation)).toHaveLength(1);
  });

  test("is given up after four attempts; it counts as not sent, so that a redelivery sends it again", async () => {
    let sent = 0;
    const bot = await startUnderTest(() => outcome([say("da")], { sent: () => void sent++ }));
    bot.wire.connector.fail(throttled, { times: 4 });
    const person = bot.wire.person("Koordination");
    expect(await person.sends({ id: "m1", text: "Hallo" })).toMatchObject({ status: 502, replies: [] });
    expect(sent).toBe(0);
    expect(bot.log).toContainEqual({
      what: "not-delivered",
      failure: { kind: "throttled", retryAfterMs: 0 },
    });
    expect((await person.redelivers()).text).toBe("da");
    expect(sent).toBe(1);
  });

  test.each([
    ["an error before the effect", { kind: "status", status: 500, effect: false }],
    ["an error after the effect", { kind: "status", status: 502, effect: true }],
    ["a cut connection", { kind: "drop", effect: true }],
  ] as const)("is not sent twice by itself after %s, since it may stand there", async (_, fault) => {
    const bot = await startUnderTest(() => outcome([say("da")]));
    bot.wire.connector.fail(fault);
    const person = bot.wire.person("Koordination");
    expect((await person.sends({ text: "Hallo" })).status).toBe(502);
    expect(bot.wire.connector.received).toHaveLength(1);
  });

  test.each([403, 404])(
    "is done with if the conversation is gone (%d): delivering again would not help",
    async (status) => {
      const bot = await startUnderTest(() => outcome([say("da"), say("noch eins")]));
      bot.wire.connector.fail({ kind: "status", status, effect: false });
      expect((await bot.wire.person("Koordination").sends({ text: "Hallo" })).status).toBe(200);
      expect(bot.wire.connector.received).toHaveLength(1);
      expect(bot.log).toContainEqual({ what: "not-delivered", failure: { kind: "gone", status } });
    },
  );

  test("does not keep an invoke from its card", async () => {
    const card: Card = { type: "AdaptiveCard", version: "1.5", body: [] };
    const bot = await startUnderTest(({ content }) =>
      content.kind === "press"
        ? outcome([say("dazu")], { replacement: { place: "pressed", card } })
        : outcome([{ place: "new", card: formCard() }]),
    );
    const person = bot.wire.person("Koordination");
    const shown = await person.says("Neuer Fall");
    bot.wire.connector.fail({ kind: "status", status: 500, effect: false });
    const turn = await person.presses(shown, "Anlegen");
    expect(turn).toMatchObject({ status: 200, replacement: card, replies: [] });
  });
});

describe("a card that is updated", () => {
  test.each([
    ["an error", { kind: "status", status: 503, effect: true }],
    ["a cut connection", { kind: "drop", effect: true }],
  ] as const)("is updated again after %s: twice the same is the same", async (_, fault) => {
    const card: Card = { type: "AdaptiveCard", version: "1.5", body: [] };
    const bot = await startUnderTest(({ content }) =>
      outcome([content.kind === "press" ? { place: "pressed", card } : { place: "new", card: formCard() }]),
    );
    const person = bot.wire.person("Koordination");
    const shown = await person.says("Neuer Fall");
    bot.wire.connector.fail(fault, { when: ({ method }) => method === "PUT" });
    const turn = await person.presses(shown, "Anlegen", {}, { as: "submit" });
    expect(turn.updates).toHaveLength(2);
    expect(turn.replies).toEqual([]);
  });

  test("without end is not posted as a new message as well: it may have been updated", async () => {
    const card: Card = { type: "AdaptiveCard", version: "1.5", body: [] };
    const bot = await startUnderTest(() => outcome([{ place: "pressed", card }]));
    bot.wire.connector.fail({ kind: "status", status: 500, effect: true }, { times: 4 });
    const press = { text: null, value: { kim: { action: "x" } }, replyToId: "1:7" };
    const turn = await bot.wire.person("Koordination").sends(press);
    expect(turn).toMatchObject({ status: 502, replies: [] });
  });
});

describe("without being asked, the bot", () => {
  test("writes to where an earlier event came from, and replaces what it wrote", async () => {
    const bot = await startUnderTest(() => outcome());
    const person = bot.wire.person("Case Management Eschweiler");
    await person.says("Hallo");
    const reference = bot.events[0]?.reference ?? "";
    const ids = await bot.server.send(reference, [say("Erinnerung"), say("Noch eine")]);
    await bot.server.update(reference, ids[0] ?? "", say("Erledigt"));
    expect(bot.wire.connector.messages(person.conversation)).toMatchObject([
      { id: ids[0], text: "Erledigt", recipient: { id: `29:${person.id}` } },
      { id: ids[1], text: "Noch eine" },
    ]);
    expect(bot.wire.connector.messages(person.conversation)[0]).not.toHaveProperty("replyToId");
  });

  test("learns why it can't", async () => {
    const bot = await startUnderTest(() => outcome());
    await bot.wire.person("Koordination").says("Hallo");
    const reference = bot.events[0]?.reference ?? "";
    bot.wire.connector.fail({ kind: "status", status: 403, effect: false });
    const failed = bot.server.send(reference, [say("Erinnerung")]);
    await expect(failed).rejects.toThrow(DeliveryError);
    await expect(failed).rejects.toMatchObject({ failure: { kind: "gone", status: 403 } });
  });

  test("does not write to a place that is not trusted, or follow what is no reference", async () => {
    const bot = await startUnderTest(() => outcome());
    await bot.wire.person("Koordination").says("Hallo");
    const elsewhere = JSON.stringify({
      ...JSON.parse(bot.events[0]?.reference ?? ""),
      serviceUrl: "https://evil.example.org/",
    });
    await expect(bot.server.send(elsewhere, [say("x")])).rejects.toThrow(/not trusted/);
    await expect(bot.server.send("{}", [say("x")])).rejects.toThrow(/reference/);
    await expect(bot.server.update("?", "1", say("x"))).rejects.toThrow(/reference/);
  });
});

describe("the connection to the channel", () => {
  async function failureOf(work: Promise<unknown>): Promise<DeliveryFailure> {
    try {
      await work;
    } catch (error) {
      if (error instanceof DeliveryError) return error.failure;
      throw error;
    }
    throw new Error("It was delivered.");
  }
  const to = (connector: FakeConnector) => ({ serviceUrl: connector.url, conversation: "a:1" });

  test("is kept for many messages", async () => {
    const channel = await startFakeConnector();
    const connector = createConnector({ token: async () => undefined });
    for (let count = 0; count < 5; count++) await connector.create(to(channel), { type: "message" });
    expect(channel.connections()).toBe(1);
    connector.close();
    await channel.close();
  });

  test("knows by the kind of failure what can be done", async () => {
    const channel = await startFakeConnector();
    const connector = createConnector({ token: async () => undefined });
    const create = (deadlineMs = 1_000) => connector.create(to(channel), { type: "message" }, { deadlineMs });
    const cases: readonly (readonly [Fault, DeliveryFailure])[] = [
      [
        { kind: "status", status: 400, effect: false },
        { kind: "refused", status: 400 },
      ],
      [
        { kind: "status", status: 404, effect: false },
        { kind: "gone", status: 404 },
      ],
      [
        { kind: "status", status: 500, effect: true },
        { kind: "ambiguous", reason: "status 500" },
      ],
      [
        { kind: "drop", effect: true },
        { kind: "ambiguous", reason: "ECONNRESET" },
      ],
    ];
    for (const [fault, failure] of cases) {
      channel.fail(fault);
      expect(await failureOf(create())).toEqual(failure);
    }
    channel.fail({ kind: "hang", effect: true });
    expect(await failureOf(create(50))).toEqual({ kind: "ambiguous", reason: "timeout" });
    // A pause longer than the deadline is left to whoever sends later.
    channel.fail({ kind: "status", status: 429, effect: false, retryAfter: "120" });
    expect(await failureOf(create())).toEqual({ kind: "throttled", retryAfterMs: 120_000 });
    connector.close();
    await channel.close();
  });

  test("repeats what found nobody to talk to, and says so in the end", async () => {
    const channel = await startFakeConnector();
    await channel.close();
    const connector = createConnector({ token: async () => undefined });
    const failure = await failureOf(connector.create(to(channel), {}, { attempts: 2 }));
    expect(failure).toEqual({ kind: "network", code: "ECONNREFUSED" });
    connector.close();
  });

  test("does not follow a redirect", async () => {
    const channel = await startFakeConnector();
    const connector = createConnector({ token: async () => undefined });
    channel.fail({ kind: "status", status: 307, effect: false });
    expect(await failureOf(connector.create(to(channel), {}))).toEqual({ kind: "refused", status: 307 });
    connector.close();
    await channel.close();
  });

  test("carries a token, and a fresh one after a 401", async () => {
    const channel = await startFakeConnector();
    const connector = createConnector({ token: async (fresh) => (fresh ? "new" : "old") });
    channel.fail({ kind: "status", status: 401, effect: false });
    await connector.create(to(channel), { type: "message" });
    expect(channel.received.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer old",
      "Bearer new",
    ]);
    channel.fail({ kind: "status", status: 401, effect: false }, { times: 2 });
    expect(await failureOf(connector.create(to(channel), {}))).toEqual({ kind: "refused", status: 401 });
    connector.close();
    await channel.close();
  });
});
