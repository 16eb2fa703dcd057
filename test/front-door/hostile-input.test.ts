import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Watched, watched, watchOptions } from "../apart/watched.js";
import { send } from "../wire/http.js";
import { createWire, type Wire } from "../wire/person.js";
import { caseIdIn } from "./bot.js";
import { type BotProcess, startBotProcess } from "./bot-process.js";
import { type HostileRequest, hostileRequests, type Scene } from "./hostile-requests.js";

const RUNS = Number(process.env.FUZZ_RUNS ?? (process.env.KIM_LONG ? 100_000 : 10_000));
const SEED = Number(process.env.SEED ?? 20_261_127);
const AT_ONCE = 8;
/** Drawn at a time: a hundred thousand would not fit into memory. */
const CHUNK = 500;
/** What caches and pools may still take after the warm-up; a request that left a kilobyte behind would be found. */
const MOST_GROWTH = 8_000_000;

let dataDir: string;
let bot: BotProcess;
let wire: Wire;
let sink: Server;
let scene: Scene;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "kim-hostile-"));
  bot = await startBotProcess(dataDir, { NODE_OPTIONS: watchOptions, KIM_SEND_DELAY_SECONDS: "0" });
  wire = await createWire({ botUrl: bot.url });
  sink = await startSink();
  const { port } = sink.address() as AddressInfo;
  const people = Array.from({ length: 12 }, () => randomUUID());
  const caseIds: string[] = [];
  const nonces: string[] = [];
  for (const id of people.slice(0, 4)) {
    const person = wire.person("Case Management Eschweiler", { id, conversation: `a:${id}` });
    const form = await person.says("Neuer Fall: Eschweiler, Wohngeld, 4 Pers.");
    const caseId = caseIdIn((await person.presses(form, "Anlegen")).text);
    caseIds.push(caseId);
    for (const words of ["Neuer Fall: Stolberg, Kita", `FaKo für ${caseId} mit JC nächste Woche`]) {
      const shown = JSON.stringify((await person.says(words)).card);
      nonces.push(...[...shown.matchAll(/"nonce":"([^"]+)"/g)].map(([, nonce]) => nonce ?? ""));
    }
  }
  scene = { serviceUrl: `http://127.0.0.1:${port}`, people, caseIds, nonces };
}, 120_000);

afterAll(async () => {
  agent.destroy();
  await wire.close();
  sink.close();
  await bot.end("SIGTERM");
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

/** Takes whatever the bot sends and keeps nothing. */
async function startSink(): Promise<Server> {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ id: `s${++count}` }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

const draw = (from: number, count: number): readonly HostileRequest[] =>
  fc.sample(hostileRequests(scene), { seed: SEED + from, numRuns: count });

async function post(request: HostileRequest, name: string): Promise<number> {
  const { path, method, headers, body } = request;
  const answer = await send(`${bot.url}${path}`, {
    method,
    headers: { ...headers, "x-name": name },
    body,
    agent,
  });
  return answer.status;
}

/** Sends `count` requests, some at once. @returns those that were answered with a 5xx */
async function attack(from: number, count: number): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (let first = from; first < from + count; first += CHUNK) {
    const requests = draw(first, Math.min(CHUNK, from + count - first));
    let next = 0;
    const sender = async () => {
      for (let i = next++; i < requests.length; i = next++) {
        const request = requests[i];
        if (!request) return;
        const status = await post(request, `${first}/${i}`);
        if (status >= 500 || status < 200)
          wrong.push(`${status} SEED=${SEED} ${first}/${i} ${shown(request)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
  }
  return wrong;
}

function shown({ method, path, body }: HostileRequest): string {
  return `${method} ${path} ${body.slice(0, 2_000)}`;
}

/** A disk can stand still for a second; what hangs does so each time. */
async function hangsAgain({ slow }: Watched): Promise<readonly string[]> {
  const hanging: string[] = [];
  for (const name of Object.keys(slow)) {
    const [first = 0, index = 0] = name.split("/").map(Number);
    const request = draw(first, index + 1)[index];
    if (!request) throw new Error(`Unknown request ${name}`);
    let hangs = true;
    for (let i = 0; hangs && i < 3; i++) {
      await watched(bot.printed(), { reset: true });
      await post({ ...request, body: request.body.replace(/[0-9a-f-]{36}/g, () => randomUUID()) }, name);
      hangs = name in (await watched(bot.printed())).slow;
    }
    if (hangs) hanging.push(shown(request));
  }
  return hanging;
}

test("whatever is posted to any of its doors, the bot answers without a fault, within a second, and keeps nothing of it", async () => {
  const warmUp = Math.ceil(RUNS * 0.4);
  expect(await attack(0, warmUp)).toEqual([]);
  const before = await watched(bot.printed());
  expect(await attack(warmUp, RUNS - warmUp)).toEqual([]);
  const after = await watched(bot.printed());
  expect(await hangsAgain(after)).toEqual([]);
  expect(after.heap - before.heap).toBeLessThan(MOST_GROWTH);

  expect(bot.process.exitCode).toBeNull();
  expect(bot.printed()).not.toMatch(/turn-failed|page-failed|unhandled|TypeError|RangeError/);
  const [id = ""] = scene.people.slice(3);
  const person = wire.person("Case Management Eschweiler", { id, conversation: `a:${id}` });
  expect((await person.says("Wohngeld in Eschweiler")).text).toContain("Wohngeld");
}, 1_800_000);
