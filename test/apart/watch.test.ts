import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { watched, watchOptions } from "./watched.js";

let child: ChildProcess;
let printed = "";
let url: string;

beforeAll(async () => {
  const program = fileURLToPath(new URL("./hanging-server.mjs", import.meta.url));
  child = spawn(process.execPath, [program], {
    env: { ...process.env, NODE_OPTIONS: watchOptions },
    stdio: ["ignore", "ignore", "pipe"],
  });
  await new Promise<void>((ready) => {
    child.stderr?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (/^at /m.test(printed) && /^watch /m.test(printed)) ready();
    });
  });
  url = /^at (\S+)$/m.exec(printed)?.[1] ?? "";
});
afterAll(async () => {
  const gone = once(child, "exit");
  child.kill();
  await gone;
});

const get = (path: string) => fetch(`${url}${path}`, { headers: { "x-name": path } });

test("what is quick is not found, however often it is asked", async () => {
  await watched(printed, { reset: true });
  for (let i = 0; i < 20; i++) await Promise.all(Array.from({ length: 20 }, () => get("/quick")));
  expect(await watched(printed)).toMatchObject({ slow: {} });
});

test.each(["/spin", "/wait"])("what hangs for more than a second is found: %s", async (path) => {
  await watched(printed, { reset: true });
  await get(path);
  const { slow } = await watched(printed);
  expect(Object.keys(slow)).toEqual([path]);
  expect(slow[path]).toBeGreaterThan(1_000);
});

test("what is never answered is found", async () => {
  await watched(printed, { reset: true });
  const giveUp = new AbortController();
  const asked = fetch(`${url}/never`, { headers: { "x-name": "/never" }, signal: giveUp.signal });
  for (let found = false; !found; ) found = "/never" in (await watched(printed)).slow;
  giveUp.abort();
  await expect(asked).rejects.toThrow();
});

test("what is kept for ever is found", async () => {
  const before = await watched(printed);
  for (let i = 0; i < 200; i++) await get("/leak");
  const grown = (await watched(printed)).heap - before.heap;
  expect(grown).toBeGreaterThan(9_000_000);
});
