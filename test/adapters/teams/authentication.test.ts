import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Credentials } from "../../../adapters/teams/authentication.js";
import { trustTeams } from "../../../adapters/teams/trust.js";
import { limitRefusedTokens } from "../../../bot/limits/refused-tokens.js";
import { startOwnClock } from "../../apart/own-clock.js";
import { wireTenant } from "../../wire/person.js";
import { closeAll, outcome, say, startUnderTest } from "./server-under-test.js";
import { startTokenIssuer, type TokenIssuer, type TokenOptions } from "./token-issuer.js";

const appId = "22222222-2222-4222-8222-222222222222";
const credentials: Credentials = {
  appType: "SingleTenant",
  appId,
  password: "not-a-secret",
  tenantId: wireTenant,
};
const channelIssuer = "https://api.botframework.com";

/** A bot with credentials: who gets in, and who does not. */
describe("with credentials", () => {
  let issuer: TokenIssuer;
  beforeAll(async () => {
    issuer = await startTokenIssuer();
    // botframework-connector writes what is wrong with a token to the console.
    jest.spyOn(console, "error").mockImplementation(() => undefined);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await issuer.close();
  });
  afterEach(closeAll);

  const now = () => Math.floor(Date.now() / 1_000);
  const goodClaims = (serviceUrl: unknown) => ({
    iss: channelIssuer,
    aud: appId,
    serviceurl: serviceUrl,
    nbf: now() - 60,
    exp: now() + 600,
  });
  const botWith = (authorization: (serviceUrl: unknown) => string | undefined, source = issuer) =>
    startUnderTest(
      () => outcome([say("da")]),
      {
        credentials,
        host: "127.0.0.1",
        trustServiceUrl: (url) => url.hostname === "127.0.0.1",
        authenticationSources: { openIdMetadataUrl: source.metadataUrl, token: async () => "outgoing" },
      },
      ({ serviceUrl }) => {
        const header = authorization(serviceUrl);
        return header === undefined ? {} : { authorization: header };
      },
    );

  test("Teams with a valid token is let in and answered with the bot's token", async () => {
    const bot = await botWith((serviceUrl) => `Bearer ${issuer.token(goodClaims(serviceUrl))}`);
    expect((await bot.wire.person("Case Management Eschweiler").says("Hallo")).text).toBe("da");
    expect(bot.wire.connector.received[0]?.headers.authorization).toBe("Bearer outgoing");
  });

  test.each<[string, Record<string, unknown>, TokenOptions]>([
    ["expired", { exp: 1_700_000_000 }, {}],
    ["not yet valid", { nbf: Math.floor(Date.now() / 1_000) + 3_600 }, {}],
    ["by another issuer", { iss: "https://sts.example.org" }, {}],
    ["for another bot", { aud: "33333333-3333-4333-8333-333333333333" }, {}],
    ["without an audience", { aud: undefined }, {}],
    ["for another service URL", { serviceurl: "https://smba.trafficmanager.net/emea/" }, {}],
    ["without a service URL", { serviceurl: undefined }, {}],
    ["unsigned", {}, { algorithm: "none" }],
    ["signed by a key that is not in the set", {}, { foreignKey: true }],
    ["signed by an unknown key", {}, { keyId: "k2" }],
  ])("a token %s gets 401 and reaches nobody", async (_, change, options) => {
    const bot = await botWith(
      (serviceUrl) => `Bearer ${issuer.token({ ...goodClaims(serviceUrl), ...change }, options)}`,
    );
    const turn = await bot.wire.person("x").sends({ text: "Hallo" });
    expect(turn.status).toBe(401);
    expect(turn.body).toEqual({ error: { code: "Unauthorized" } });
    expect(bot.events).toEqual([]);
    expect(bot.wire.connector.received).toEqual([]);
  });

  test.each([
    ["none", undefined],
    ["an empty one", ""],
    ["no token", "Bearer"],
    ["no JWT", "Bearer x"],
    ["three parts of nothing", "Bearer a.b.c"],
    ["a password", "Basic a2ltOmtpbQ=="],
    ["9 kB", `Bearer ${"x".repeat(9_000)}`],
  ])("an Authorization header with %s gets 401", async (_, header) => {
    const bot = await botWith(() => header);
    expect((await bot.wire.person("x").sends({ text: "Hallo" })).status).toBe(401);
    expect(bot.events).toEqual([]);
  });

  test("without any token not even the body is read", async () => {
    const bot = await botWith(() => undefined);
    expect((await bot.wire.person("x").sends({ text: "x".repeat(300_000) })).status).toBe(401);
  });

  test.each([
    ["of another tenant", { conversation: { id: "a:1", tenantId: "other" } }],
    ["of two tenants", { channelData: { tenant: { id: "other" } } }],
    ["of no tenant", { conversation: { id: "a:1" }, channelData: {} }],
    ["of a channel where the sender chooses the user id", { channelId: "directline" }],
    ["of a channel that is validated by other keys", { channelId: "AseChannel" }],
  ])("an activity %s gets 403 in spite of a valid token", async (_, members) => {
    const bot = await botWith((serviceUrl) => `Bearer ${issuer.token(goodClaims(serviceUrl))}`);
    expect((await bot.wire.person("x").sends({ text: "Hallo", ...members })).status).toBe(403);
    expect(bot.events).toEqual([]);
  });

  test("too many refused tokens from an address are refused unseen for a minute, one that was accepted never", async () => {
    let now = 0;
    const good = (serviceUrl: unknown, change = {}) =>
      `Bearer ${issuer.token({ ...goodClaims(serviceUrl), ...change })}`;
    let authorization = good;
    const bot = await startUnderTest(
      () => outcome([say("da")]),
      {
        credentials,
        trustServiceUrl: (url) => url.hostname === "127.0.0.1",
        authenticationSources: { openIdMetadataUrl: issuer.metadataUrl, token: async () => "outgoing" },
        tokens: limitRefusedTokens(
          3,
          () => now,
          (peer) => peer,
        ),
      },
      ({ serviceUrl }) => ({ authorization: authorization(serviceUrl) }),
    );
    const person = bot.wire.person("Case Management Eschweiler");
    const statusOf = async (header: typeof good) => {
      authorization = header;
      return (await person.sends({ text: "Hallo" })).status;
    };
    let known = "";
    const teams = (serviceUrl: unknown) => {
      if (known === "") known = good(serviceUrl);
      return known;
    };
    const expired = (serviceUrl: unknown) => good(serviceUrl, { exp: 1_700_000_000 });
    const unseen = (serviceUrl: unknown) => good(serviceUrl, { exp: Math.floor(Date.now() / 1_000) + 900 });
    expect(await statusOf(teams)).toBe(200);
    for (const _ of [1, 2, 3]) expect(await statusOf(expired)).toBe(401);
    expect(await statusOf(expired)).toBe(429);
    expect(await statusOf(unseen)).toBe(429);
    expect(await statusOf(teams)).toBe(200);
    expect(bot.events).toHaveLength(2);
    now = 60_000;
    expect(await statusOf(unseen)).toBe(200);
    expect(await statusOf(expired)).toBe(401);
  });

  test("a service URL outside of Teams gets 403 in spite of a valid token", async () => {
    const bot = await startUnderTest(
      () => outcome([say("da")]),
      { credentials, authenticationSources: { openIdMetadataUrl: issuer.metadataUrl } },
      ({ serviceUrl }) => ({ authorization: `Bearer ${issuer.token(goodClaims(serviceUrl))}` }),
    );
    expect((await bot.wire.person("x").sends({ text: "Hallo" })).status).toBe(403);
    expect(bot.events).toEqual([]);
  });

  test("keys that can't be fetched let nobody in: refused connection", async () => {
    const gone = await startTokenIssuer();
    await gone.close();
    const bot = await botWith((serviceUrl) => `Bearer ${gone.token(goodClaims(serviceUrl))}`, gone);
    expect((await bot.wire.person("x").sends({ text: "Hallo" })).status).toBe(401);
  });

  test("keys that do not arrive let nobody in, and nobody waits longer than five seconds", async () => {
    const silent = await startTokenIssuer({ silent: true });
    const bot = await botWith((serviceUrl) => `Bearer ${silent.token(goodClaims(serviceUrl))}`, silent);
    const waited = startOwnClock();
    expect((await bot.wire.person("x").sends({ text: "Hallo" })).status).toBe(401);
    expect(waited()).toBeLessThan(7_000);
    expect(silent.requests()).toBe(1);
    await silent.close();
  });

  test("any address may be listened on, since tokens are checked", async () => {
    const bot = await startUnderTest(undefined, { credentials, host: "0.0.0.0" });
    expect(bot.server.port).toBeGreaterThan(0);
  });

  test.each([
    ["MicrosoftAppPassword", { password: " " }],
    ["MicrosoftAppTenantId", { tenantId: "" }],
    ["MicrosoftAppId", { appId: "" }],
    ["MicrosoftAppType", { appType: "MultiTenant" as "SingleTenant" }],
  ])("a missing or wrong %s is named at the start", async (setting, change) => {
    await expect(
      startUnderTest(undefined, { credentials: { ...credentials, ...change } as Credentials }),
    ).rejects.toThrow(setting);
  });
});

test.each([
  ["https://smba.trafficmanager.net/emea/", true],
  ["https://smba.trafficmanager.net/de/11111111-1111-4111-8111-111111111111/", true],
  ["http://smba.trafficmanager.net/emea/", false],
  ["https://smba.trafficmanager.net.example.org/", false],
  ["https://evil.trafficmanager.net/", false],
  ["https://smba.trafficmanager.net@example.org/", false],
  ["https://user@smba.trafficmanager.net/", false],
  ["https://smba.trafficmanager.net:8443/", false],
  ["https://127.0.0.1/", false],
])("answers go to %s: %s", (url, trusted) => {
  expect(trustTeams(new URL(url))).toBe(trusted);
});
