import { Agent } from "node:http";
import { afterEach, describe, expect, test } from "@jest/globals";
import type { TurnOutcome } from "../../../bot/turn/front-door.js";
import type { HttpRequest, HttpRoute } from "../../../bot/turn/http-route.js";
import { startOwnClock } from "../../apart/own-clock.js";
import { send } from "../../wire/http.js";
import { closeAll, outcome, say, startUnderTest } from "./server-under-test.js";

afterEach(closeAll);

describe("a page", () => {
  const seen: HttpRequest[] = [];
  const routes: readonly HttpRoute[] = [
    {
      method: "GET",
      path: "/healthz",
      handle: async () => ({ status: 200, headers: { "content-type": "text/plain" }, body: "gut" }),
    },
    {
      method: "POST",
      path: "/c/:token",
      handle: async (request) => {
        seen.push(request);
        return { status: 303, headers: { location: "/danke" }, body: "" };
      },
    },
    {
      method: "GET",
      path: "/c/:token",
      handle: async (request) => {
        seen.push(request);
        return { status: 200, body: Buffer.from([1, 2, 3]) };
      },
    },
    { method: "GET", path: "/broken", handle: () => Promise.reject(new Error("out of order")) },
  ];

  test("is served with its own status, headers and body", async () => {
    const bot = await startUnderTest(undefined, { routes });
    const answer = await send(`${bot.server.url}/healthz`, { method: "GET" });
    expect(answer).toMatchObject({ status: 200, text: "gut" });
    expect(answer.headers).toMatchObject({
      "content-type": "text/plain",
      "x-content-type-options": "nosniff",
    });
    expect(answer.headers).not.toHaveProperty("server");
    expect(await send(`${bot.server.url}/healthz`, { method: "HEAD" })).toMatchObject({
      status: 200,
      text: "",
    });
    expect((await send(`${bot.server.url}/c/1`, { method: "GET" })).headers["content-length"]).toBe("3");
  });

  test("gets parameters, query, headers, address and the fields of a form", async () => {
    const bot = await startUnderTest(undefined, { routes });
    const answer = await send(`${bot.server.url}/c/a%2Fb?x=1&y=%C3%A4`, {
      headers: { "content-type": "application/x-www-form-urlencoded", "accept-language": "de" },
      body: "choice=2&note=gr%C3%BC%C3%9Fe+an+alle",
    });
    expect(answer).toMatchObject({ status: 303, headers: { location: "/danke" } });
    expect(seen.at(-1)).toMatchObject({
      params: { token: "a/b" },
      query: { x: "1", y: "ä" },
      fields: { choice: "2", note: "grüße an alle" },
      address: "127.0.0.1",
    });
    expect(seen.at(-1)?.headers["accept-language"]).toBe("de");
  });

  test("gets the members of JSON as text", async () => {
    const bot = await startUnderTest(undefined, { routes });
    await send(`${bot.server.url}/c/1`, { body: '{"choice":2,"yes":true,"deep":{"x":1},"text":"a"}' });
    expect(seen.at(-1)?.fields).toEqual({ choice: "2", yes: "true", text: "a" });
  });

  test.each([
    ["too big", "application/x-www-form-urlencoded", `a=${"x".repeat(70_000)}`, 413],
    ["broken", "application/json", "{", 400],
    ["of another type", "multipart/form-data", "x", 400],
  ])("does not get a body that is %s", async (_, type, body, status) => {
    const bot = await startUnderTest(undefined, { routes });
    const before = seen.length;
    const answer = await send(`${bot.server.url}/c/1`, { headers: { "content-type": type }, body });
    expect(answer.status).toBe(status);
    expect(seen).toHaveLength(before);
  });

  test("that fails is a 500 without details, and is reported", async () => {
    const bot = await startUnderTest(undefined, { routes });
    expect(await send(`${bot.server.url}/broken`, { method: "GET" })).toMatchObject({
      status: 500,
      text: "",
    });
    expect(bot.log).toContainEqual(expect.objectContaining({ what: "page-failed", path: "/broken" }));
  });

  test("is for this machine alone in demo mode", async () => {
    const bot = await startUnderTest(undefined, { routes });
    const rebound = { method: "GET", headers: { host: "evil.example.org" } };
    expect((await send(`${bot.server.url}/healthz`, rebound)).status).toBe(403);
  });
});

describe("the server", () => {
  test("lets what is under way end before it closes", async () => {
    let release: (() => void) | undefined;
    const begun = new Promise<void>((begin) => {
      release = begin;
    });
    let finish: ((answer: TurnOutcome) => void) | undefined;
    const bot = await startUnderTest(() => {
      release?.();
      return new Promise((answer) => {
        finish = answer;
      });
    });
    const turn = bot.wire.person("Koordination").says("Hallo");
    await begun;
    const waited = startOwnClock();
    const closed = bot.server.close();
    finish?.(outcome([say("noch da")]));
    expect((await turn).text).toBe("noch da");
    await closed;
    // The connection of that turn is kept by the client; the server does not wait for that.
    expect(waited()).toBeLessThan(5_000);
    await expect(bot.wire.person("Koordination").says("Hallo")).rejects.toThrow();
  });

  test("does not wait for connections that are merely kept", async () => {
    const bot = await startUnderTest();
    const agent = new Agent({ keepAlive: true });
    await send(`${bot.server.url}/nowhere`, { method: "GET", agent });
    const waited = startOwnClock();
    await bot.server.close();
    expect(waited()).toBeLessThan(5_000);
    agent.destroy();
  });

  test("says what to do if its port is taken", async () => {
    const bot = await startUnderTest();
    await expect(startUnderTest(undefined, { port: bot.server.port })).rejects.toThrow(
      /EADDRINUSE.*Set PORT/,
    );
  });

  test("reports each turn without a word of what was said", async () => {
    const bot = await startUnderTest(() => outcome([say("die Antwort")]));
    await bot.wire.person("Case Management Eschweiler").says("die Frage");
    expect(bot.log).toEqual([
      { what: "turn", kind: "text", scope: "personal", status: 200, ms: expect.any(Number) },
    ]);
  });
});
