import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { send } from "../../wire/http.js";
import { outcome, say, startUnderTest, type UnderTest } from "./server-under-test.js";

/** Hostile and broken requests, over real HTTP: a reason and a 4xx, never silence, never a 5xx. */
describe("what is refused", () => {
  let bot: UnderTest;
  beforeAll(async () => {
    bot = await startUnderTest(() => outcome([say("da")]), { maxBodyBytes: 10_000 });
  });
  afterAll(() => bot.close());

  const good = () => ({
    type: "message",
    id: "m1",
    channelId: "msteams",
    serviceUrl: bot.wire.connector.url,
    from: { id: "29:a" },
    recipient: { id: "28:b" },
    conversation: { id: "a:1" },
    text: "Hallo",
  });
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    send(`${bot.server.url}/api/messages`, {
      body: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      headers,
    });

  test("a well-formed activity is let in, so that the rest of this file means something", async () => {
    expect((await post(good())).status).toBe(200);
  });

  test.each([
    ["type", { type: undefined }],
    ["type", { type: 7 }],
    ["id", { id: "" }],
    ["id", { id: undefined }],
    ["id", { id: "x".repeat(501) }],
    ["id", { id: "ä".repeat(101) }],
    ["id", { id: "a\0b" }],
    ["id", { id: "\ud800" }],
    ["conversation.id", { conversation: { id: "x".repeat(251) } }],
    ["from.id", { from: { id: "\0" } }],
    ["channelId", { channelId: null }],
    ["serviceUrl", { serviceUrl: ["http://127.0.0.1"] }],
    ["from", { from: undefined }],
    ["from.id", { from: { name: "x" } }],
    ["from", { from: "29:a" }],
    ["recipient", { recipient: null }],
    ["conversation", { conversation: [] }],
    ["conversation.id", { conversation: { id: 1 } }],
    ["text", { text: { html: "x" } }],
    ["name", { type: "invoke" }],
    ["value.action", { type: "invoke", name: "adaptiveCard/action" }],
    ["value.action", { type: "invoke", name: "adaptiveCard/action", value: { action: "x" } }],
    [
      "value",
      {
        type: "invoke",
        name: "adaptiveCard/action",
        value: { action: { verb: "case.erase", data: { kim: { action: "case.show" } } } },
      },
    ],
    ["value", { text: null, value: { kim: { action: 7 } } }],
    ["value", { text: null, value: { kim: { action: "a\nb" } } }],
    ["value", { text: null, value: { kim: { action: "a", nonce: {} } } }],
    ["value", { text: null, value: { kim: { action: "a" }, ...many(201) } }],
  ])("a malformed %s gets 400 and reaches nobody: %j", async (member, change) => {
    const before = bot.events.length;
    const answer = await post({ ...good(), ...change });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toEqual({ error: { code: "BadActivity" } });
    expect(bot.events).toHaveLength(before);
    expect(bot.log.at(-1)).toMatchObject({ what: "refused", status: 400 });
    expect(bot.log.at(-1)).toMatchObject({ reason: expect.stringMatching(new RegExp(`^${member}\\b`)) });
  });

  test.each([
    ["nothing", ""],
    ["half of it", '{"type":"message"'],
    ["a list", "[]"],
    ["null", "null"],
    ["a number", "1"],
    ["bytes that are no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ["65 levels", `{"a":${"[".repeat(64)}${"]".repeat(64)}}`],
    ["a wall of brackets", `{"a":${"[".repeat(9_000)}`],
  ])("a body of %s gets 400", async (_, body) => {
    expect((await post(body)).status).toBe(400);
  });

  test("an activity that nests too deep gets 400, before anything walks into it", async () => {
    const deep = JSON.parse(`${"[".repeat(64)}${"]".repeat(64)}`);
    expect((await post({ ...good(), value: deep })).status).toBe(400);
    expect(bot.log.at(-1)).toMatchObject({ reason: "nested deeper than 64" });
  });

  test("64 levels and brackets inside of text are fine", async () => {
    const value = JSON.parse(`${"[".repeat(62)}${"]".repeat(62)}`);
    const text = '[[[[{{{{\\"['.repeat(50);
    expect((await post({ ...good(), value: { deep: value }, text })).status).toBe(200);
  });

  test("a body over the limit gets 413, said or unsaid", async () => {
    const big = JSON.stringify({ ...good(), text: "x".repeat(10_000) });
    expect((await post(big)).status).toBe(413);
    expect(
      await raw(
        `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2ee0\r\n${"x".repeat(12_000)}\r\n`,
      ),
    ).toMatch(/^HTTP\/1\.1 413 /);
  });

  test.each([
    [{ "content-type": "text/plain" }, 415],
    [{ "content-type": "application/x-www-form-urlencoded" }, 415],
    [{ "content-encoding": "gzip" }, 415],
    [{ "content-type": "application/json; charset=utf-8" }, 200],
  ])("with %j the answer is %d", async (headers, status) => {
    expect((await post(good(), headers as Record<string, string>)).status).toBe(status);
  });

  test("other methods and paths are refused", async () => {
    expect((await send(`${bot.server.url}/api/messages`, { method: "GET" })).status).toBe(405);
    expect((await send(`${bot.server.url}/nowhere`, { method: "GET" })).status).toBe(404);
  });

  describe("in demo mode, where nobody is authenticated", () => {
    test.each(["evil.example.org", "evil.example.org:3978", "127.0.0.1.evil.example.org", "10.0.0.1"])(
      "a request for the host %j gets 403",
      async (host) => {
        expect((await post(good(), { host })).status).toBe(403);
      },
    );

    test.each(["localhost", "localhost:3978", "127.0.0.1", "127.8.0.1:80", "[::1]:3978"])(
      "a request for the host %j is let in",
      async (host) => {
        expect((await post(good(), { host })).status).toBe(200);
      },
    );

    test("a page of another origin gets 403, one of this machine is let in", async () => {
      expect((await post(good(), { origin: "https://evil.example.org" })).status).toBe(403);
      expect((await post(good(), { origin: "null" })).status).toBe(403);
      expect((await post(good(), { origin: "http://localhost:56150" })).status).toBe(200);
    });

    test.each([
      "https://smba.trafficmanager.net/emea/",
      "http://169.254.169.254/latest/meta-data",
      "http://127.0.0.1.evil.example.org/",
      "http://user@127.0.0.1/",
      "file:///etc/passwd",
      "127.0.0.1",
    ])("the service URL %s gets 403 and is never called", async (serviceUrl) => {
      const before = bot.events.length;
      expect((await post({ ...good(), serviceUrl })).status).toBe(403);
      expect(bot.events).toHaveLength(before);
    });

    test.each(["0.0.0.0", "::", "192.168.1.5", "kim.example.org"])(
      "the server does not even listen on %s, and says what to set",
      async (host) => {
        await expect(startUnderTest(undefined, { host })).rejects.toThrow(/HOST.*MicrosoftAppId/);
      },
    );
  });

  /** Bytes as they are, and the first line and headers of what comes back. */
  function raw(bytes: string): Promise<string> {
    return new Promise((answered, failed) => {
      const socket = connect(bot.server.port, "127.0.0.1", () => socket.write(bytes));
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk.toString();
      });
      socket.on("close", () => answered(text));
      socket.on("error", failed);
    });
  }
});

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`field${index}`, "x"]));
}
