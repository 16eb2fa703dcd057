import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Running, serve } from "../../bot/main.js";
import { type HttpAnswer, send } from "../wire/http.js";

let dataDir: string;
let bot: Running;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "kim-headers-"));
  bot = await serve({ DATA_DIR: dataDir, PORT: "0", PUBLIC_URL: "https://kim.example.org" }, () => {});
}, 120_000);
afterAll(async () => {
  await bot.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Pages that Teams shows inside of itself; nothing else may be framed by anybody. */
const FRAMED = /^\/tab(?:\/(?!api\/|demo-people)|$)/;

/** Every page that is registered, with each parameter filled in by `value`, and by GET and POST alike as it is. */
const everyPage = (value: string) =>
  bot.pages.map(({ method, path }) => ({ method, path: path.replace(/:\w+/g, value) }));

function expectSecure(path: string, { status, headers }: HttpAnswer): void {
  const csp = String(headers["content-security-policy"] ?? "");
  const policy = Object.fromEntries(
    csp.split(";").map((rule) => {
      const [name = "", ...sources] = rule.trim().split(" ");
      return [name, sources.join(" ")];
    }),
  );
  const found = {
    path,
    default: policy["default-src"],
    base: policy["base-uri"],
    inlineScript: /unsafe-inline|unsafe-eval|\*/.test(policy["script-src"] ?? ""),
    formGoesElsewhere: !/^'(?:none|self)'$/.test(policy["form-action"] ?? ""),
    framedByAnybody: /(?:^| )\*(?: |$)|http:/.test(policy["frame-ancestors"] ?? "*"),
    framed: policy["frame-ancestors"] !== "'none'",
    sniffed: headers["x-content-type-options"] !== "nosniff",
    referrer: ["no-referrer", "same-origin"].includes(String(headers["referrer-policy"])),
    https: /max-age=\d{8,}/.test(String(headers["strict-transport-security"])),
    kept: headers["cache-control"] !== "no-store",
    tells: headers.server ?? headers["x-powered-by"] ?? "nothing",
  };
  expect(found).toEqual({
    path,
    default: "'none'",
    base: "'none'",
    inlineScript: false,
    formGoesElsewhere: false,
    framedByAnybody: false,
    framed: FRAMED.test(path),
    sniffed: false,
    referrer: true,
    https: true,
    // files that say nothing about anybody
    kept: FRAMED.test(path) && status === 200,
    tells: "nothing",
  });
}

describe("every registered page", () => {
  test("is among them", () => {
    const paths = bot.pages.map(({ path }) => path);
    for (const path of ["/healthz", "/metrics", "/tab/", "/tab/api/turn", "/c/:token", "/zettel/:office"]) {
      expect(paths).toContain(path);
    }
  });

  test.each(["x", "0"])("answers with headers that protect whoever opens it (%s)", async (value) => {
    for (const { method, path } of everyPage(value)) {
      expectSecure(path, await send(`${bot.url}${path}`, { method, body: method === "POST" ? "{}" : "" }));
    }
  });

  test("does so too where somebody is let in", async () => {
    const people = JSON.parse((await send(`${bot.url}/tab/demo-people`, { method: "GET" })).text);
    const authorization = `Demo ${people[0].id}`;
    for (const { method, path } of everyPage("x").filter((page) => page.path.startsWith("/tab/api/"))) {
      expectSecure(path, await send(`${bot.url}${path}`, { method, headers: { authorization } }));
    }
  });

  test("and so does each file of the tab", async () => {
    const page = await send(`${bot.url}/tab/`, { method: "GET" });
    const files = [...page.text.matchAll(/(?:src|href)="(?:\.\/|\/tab\/)?([\w.-]+\.(?:js|css))"/g)];
    expect(files.length).toBeGreaterThan(0);
    for (const [, name] of files) {
      expectSecure(`/tab/${name}`, await send(`${bot.url}/tab/${name}`, { method: "GET" }));
    }
  });

  test("and so do what is nobody's page, another method and the bot's own endpoint", async () => {
    expectSecure("/nowhere", await send(`${bot.url}/nowhere`, { method: "GET" }));
    expectSecure("/healthz", await send(`${bot.url}/healthz`, { method: "DELETE" }));
    expectSecure("/api/messages", await send(`${bot.url}/api/messages`, { body: "{" }));
    expectSecure("/%", await send(`${bot.url}/%`, { method: "GET" }));
    const rebound = { host: "evil.example.org" };
    expectSecure("/", await send(`${bot.url}/`, { method: "GET", headers: rebound }));
  });
});
