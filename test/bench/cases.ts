import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import type { EventContent } from "../../dialogs/event.js";
import { startRedis } from "../adapters/storage/redis-server.js";
import { type Door, openDoor } from "./cases/door.js";
import { fillApart } from "./cases/fill-apart.js";
import { type CaseManager, type FillOptions, MANY_CASES } from "./cases/fill-cases.js";
import { startBot } from "./echo/bot-process.js";
import { startLoad } from "./echo/load.js";
import { coldStart } from "./start.js";
import type { Line } from "./summary.js";

type Engine = "lmdb" | "redis";

/** Times in ms: at the front door from the event to the outcome that is committed, over HTTP to the end of the answer. */
export type CaseRow = {
  readonly engine: Engine;
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly httpP50: number | undefined;
  readonly httpP95: number | undefined;
  /** CPU of the process, all threads: what a machine that is busy with other things changes least. */
  readonly cpuP50: number;
  readonly cpuP95: number;
  /** A turn, on average, with what it writes behind its answer. */
  readonly storeCalls: number;
  readonly keysRead: number;
};

export type CaseBench = {
  readonly rows: readonly CaseRow[];
  /** ms from the start of the process to a healthy /healthz, with the samples alone and with all cases. */
  readonly starts: readonly { readonly engine: Engine; readonly empty: number; readonly full: number }[];
};

type Saying = {
  readonly what: string;
  readonly who: "busy" | "others" | "all";
  readonly text: (manager: CaseManager, at: number) => string;
};

const oneOf = (manager: CaseManager, at: number) => manager.open[at % manager.open.length] ?? "";

const sayings: readonly Saying[] = [
  { what: "agenda of the week, 40 open", who: "others", text: () => "was steht diese woche an" },
  { what: "agenda of the week, 300 open", who: "busy", text: () => "was steht diese woche an" },
  { what: "what is overdue, 40 open", who: "others", text: () => "überfällig" },
  { what: "what is overdue, 300 open", who: "busy", text: () => "überfällig" },
  { what: "open a case", who: "all", text: oneOf },
  {
    what: "save a note",
    who: "all",
    text: (manager, at) => `Notiz zu ${oneOf(manager, at)}: Bescheid ist da`,
  },
  { what: "find a case in the own list, 40 open", who: "others", text: () => "meine Fälle" },
  { what: "find a case in the own list, 300 open", who: "busy", text: () => "meine Fälle" },
];

const TIMES = 200;
/** Of each saying before it is measured: the engine compiles what is used often. */
const WARM = 100;

export async function benchCases(options: FillOptions = MANY_CASES): Promise<CaseBench> {
  const found = [await measured("lmdb", options), await measured("redis", options)];
  return { rows: found.flatMap(({ rows }) => rows), starts: found.map(({ start }) => start) };
}

/** Issue 8: p95 under 10 ms on both engines, the start as it is without them. */
export function caseLines({ rows, starts }: CaseBench): readonly Line[] {
  return [
    ...rows.map(({ engine, what, p95 }) => ({
      what: `${engine}, 100,000 cases: ${what}, p95 ms`,
      ours: p95,
      target: { atMost: 10 },
    })),
    ...starts.map(({ engine, empty, full }) => ({
      what: `${engine}, 100,000 cases: start, ms`,
      ours: full,
      beside: "empty",
      theirs: empty,
      ratio: full / empty,
    })),
  ];
}

async function measured(engine: Engine, options: FillOptions) {
  const dataDir = await mkdtemp(join(tmpdir(), "kim-bench-"));
  const server = engine === "redis" ? await startRedis() : undefined;
  const env = { DATA_DIR: dataDir, ...(server ? { REDIS_URL: server.url } : {}) };
  try {
    // The first start fills the store with the samples.
    await coldStart(env);
    const empty = await middleOfStarts(env);
    const managers = await fillApart(env, options);
    if (server) await rewritten(server.url);
    const people = {
      all: managers,
      busy: managers.slice(0, options.busy),
      others: managers.slice(options.busy),
    };
    const door = await openDoor(env);
    const inside = await atTheDoor(door, people).finally(() => door.close());
    const full = await middleOfStarts(env);
    const outside = await overHttp(env, people);
    const rows = inside.map((row) => {
      const http = outside.get(row.what);
      return { engine, ...row, httpP50: http?.p50, httpP95: http?.p95 };
    });
    return { rows, start: { engine, empty, full } };
  } finally {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Redis writes its file anew while it is being filled; nobody is measured beside that. */
async function rewritten(url: string): Promise<void> {
  const client = new Redis(url);
  while (/^(?:aof_rewrite_in_progress|aof_rewrite_scheduled):1/m.test(await client.info("persistence"))) {
    await setTimeout(100);
  }
  client.disconnect();
}

async function middleOfStarts(env: Readonly<Record<string, string>>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) times.push(await coldStart(env));
  return quantile(times, 0.5);
}

type People = Readonly<Record<Saying["who"], readonly CaseManager[]>>;
type Row = Omit<CaseRow, "engine" | "httpP50" | "httpP95">;

async function atTheDoor(door: Door, people: People): Promise<readonly Row[]> {
  const doings: readonly Doing[] = [
    ...sayings.map(({ what, who, text }) => ({
      what,
      people: people[who],
      content: async (manager: CaseManager, at: number) =>
        ({ kind: "text", text: text(manager, at) }) as const,
    })),
    {
      what: "save the form of a case",
      people: people.all,
      content: (manager, at) => filledForm(door, manager, at),
    },
  ];
  // A bot that has run for some minutes: the first thing to be measured is no slower than the last.
  for (const doing of doings) await measureTurns(door, doing, WARM);
  const rows: Row[] = [];
  for (const doing of doings) rows.push({ what: doing.what, ...(await measureTurns(door, doing, TIMES)) });
  return rows;
}

type Doing = {
  readonly what: string;
  readonly people: readonly CaseManager[];
  readonly content: (manager: CaseManager, at: number) => Promise<EventContent>;
};

/** One turn after another, each of another person. */
async function measureTurns(
  door: Door,
  { people, content }: Doing,
  turns: number,
): Promise<Omit<Row, "what">> {
  const times: number[] = [];
  const cpus: number[] = [];
  let [storeCalls, keysRead] = [0, 0];
  for (let at = 0; at < WARM + turns; at++) {
    const manager = people[at % people.length] as CaseManager;
    const does = await content(manager, at);
    const before = door.counts();
    const cpu = process.cpuUsage();
    const begun = performance.now();
    const { replacement, send, sent } = await door.does(manager.id, does);
    const ms = performance.now() - begun;
    const { user, system } = process.cpuUsage(cpu);
    if (!replacement?.card && !send.some(({ card }) => card)) {
      throw new Error(`No card: ${JSON.stringify(send)}`);
    }
    sent(send.map((_, i) => `${at}.${i}`));
    await door.settled();
    if (at < WARM) continue;
    const after = door.counts();
    times.push(ms);
    cpus.push((user + system) / 1000);
    storeCalls += after.calls - before.calls;
    keysRead += after.keysRead - before.keysRead;
  }
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    cpuP50: quantile(cpus, 0.5),
    cpuP95: quantile(cpus, 0.95),
    storeCalls: storeCalls / turns,
    keysRead: keysRead / turns,
  };
}

/** "Speichern" below the form of a case with another number of people in it; the form itself is not measured. */
async function filledForm(door: Door, manager: CaseManager, at: number): Promise<EventContent> {
  const press = { kind: "press", action: "case.edit", fields: { caseId: oneOf(manager, at) } } as const;
  const shown = await door.does(manager.id, press);
  const nonce = /"nonce":"([^"]+)"/.exec(JSON.stringify(shown.send))?.[1] ?? "";
  return { kind: "press", action: "case.save", nonce, fields: { household: String(7 + (at % 9)) } };
}

/** The same said to `npm run serve` in a process of its own, one turn after another. */
async function overHttp(env: Readonly<Record<string, string>>, people: People) {
  const bot = await startBot({ command: process.execPath, args: ["bot/launch.mjs", "serve"], env });
  const found = new Map<string, { readonly p50: number; readonly p95: number }>();
  try {
    for (const { what, who, text } of sayings) {
      const load = await startLoad((_, turn) => {
        const manager = people[who][turn % people[who].length] as CaseManager;
        return { person: manager.id, text: text(manager, turn) };
      });
      await load.run(bot.port, 1, WARM);
      found.set(what, await load.run(bot.port, 1, TIMES));
      load.close();
    }
  } finally {
    await bot.stop();
  }
  return found;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
