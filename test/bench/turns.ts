import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startRedis } from "../adapters/storage/redis-server.js";
import { type BotCommand, type BotProcess, type Memory, startBot } from "./echo/bot-process.js";
import { type LoadResult, startLoad } from "./echo/load.js";
import type { Line, Target } from "./summary.js";

/** Turns of our bot beside those of the bare echo bot, both in processes of their own, never at the same time. */
export type TurnBench = {
  readonly pairs: readonly TurnPair[];
  /** Our turns per second over the echo bot's: median of the warm pairs. */
  readonly ratioAt50: number;
  readonly ratioOneByOne: number;
  /** Our p95 over the echo bot's at 50 conversations: median of the warm pairs. */
  readonly p95RatioAt50: number;
  /** Resident memory: median of the warm pairs. */
  readonly memoryRatio: number;
  readonly echo: ProcessFigures;
  readonly ours: ProcessFigures;
};

export type TurnPair = {
  readonly at50: { readonly echo: LoadResult; readonly ours: LoadResult };
  readonly oneByOne: { readonly echo: LoadResult; readonly ours: LoadResult };
  readonly memory: { readonly echo: Memory; readonly ours: Memory };
};

/** From the start of the process to its first connection, ms, and its memory before any turn. */
export type ProcessFigures = { readonly startMs: number; readonly idle: Memory };

export type TurnBenchOptions = {
  /** How our bot is started. It gets PORT and a DATA_DIR of its own, and `npm run serve` makes it demo mode. */
  readonly ours: BotCommand;
  readonly text?: string;
  readonly pairs?: number;
  readonly turnsAt50?: number;
  readonly turnsOneByOne?: number;
};

/** What goes on behind a start, such as indexing, is over by then. */
const QUIET_MS = 3_000;

const here = fileURLToPath(new URL(".", import.meta.url));

/** A TypeScript file of the benchmarks as a process. */
export function benchProcess(file: string): BotCommand {
  return {
    command: process.execPath,
    args: ["--import", join(here, "echo", "typescript.mjs"), join(here, "echo", file)],
  };
}

/** On the embedded store, or on a Redis of its own that flushes its log with each commit. */
export async function benchTurnsOn(engine: "lmdb" | "redis"): Promise<TurnBench> {
  const command = { command: process.execPath, args: ["bot/launch.mjs", "serve"] };
  if (engine === "lmdb") return benchTurns({ ours: command });
  const server = await startRedis();
  try {
    return await benchTurns({ ours: { ...command, env: { REDIS_URL: server.url } } });
  } finally {
    await server.stop();
  }
}

/** Issue 8: at least 0.75 of its turns, p95 at most 1.5 times its, at most 150 MB more idle, 1.3 times its under load. */
export function turnLines(engine: string, bench: TurnBench): readonly Line[] {
  const middle = (pick: (pair: TurnPair) => number) => median(bench.pairs.map(pick));
  const line = (
    what: string,
    pick: (pair: TurnPair, who: "echo" | "ours") => number,
    ratio: number | undefined,
    target: Target | undefined,
  ): Line => ({
    what: `${engine}: ${what}`,
    ours: middle((pair) => pick(pair, "ours")),
    beside: "echo bot",
    theirs: middle((pair) => pick(pair, "echo")),
    ...(ratio === undefined ? {} : { ratio }),
    ...(target === undefined ? {} : { target }),
  });
  const idle = bench.ours.idle.resident - bench.echo.idle.resident;
  return [
    line("turns/s, 50 conversations", ({ at50 }, who) => at50[who].perSecond, bench.ratioAt50, {
      atLeast: 0.75,
    }),
    line("p95 ms, 50 conversations", ({ at50 }, who) => at50[who].p95, bench.p95RatioAt50, { atMost: 1.5 }),
    line(
      "turns/s, one by one",
      ({ oneByOne }, who) => oneByOne[who].perSecond,
      bench.ratioOneByOne,
      undefined,
    ),
    { what: `${engine}: memory idle, MB more than the echo bot's`, ours: idle, target: { atMost: 150 } },
    line("memory under load, MB", ({ memory }, who) => memory[who].resident, bench.memoryRatio, {
      atMost: 1.3,
    }),
  ];
}

export async function benchTurns({
  ours: command,
  text = "Wohngeld in Eschweiler",
  pairs: count = 5,
  turnsAt50 = 1_500,
  turnsOneByOne = 300,
}: TurnBenchOptions): Promise<TurnBench> {
  const data = mkdtempSync(join(tmpdir(), "kim-bench-"));
  const load = await startLoad(text);
  const running: BotProcess[] = [];
  const start = async (bot: BotCommand) => {
    const started = await startBot(bot);
    running.push(started);
    return started;
  };
  try {
    const echo = await start(benchProcess("echo-bot.ts"));
    const ours = await start({ ...command, env: { DATA_DIR: data, ...command.env } });
    await new Promise((later) => setTimeout(later, QUIET_MS));
    const idle = { echo: echo.memory(), ours: ours.memory() };
    for (const { port } of [echo, ours]) {
      await load.run(port, 50, turnsAt50);
      await load.run(port, 1, turnsOneByOne);
    }
    const pairs: TurnPair[] = [];
    for (let pair = 0; pair < count; pair++) {
      pairs.push({
        at50: {
          echo: await load.run(echo.port, 50, turnsAt50),
          ours: await load.run(ours.port, 50, turnsAt50),
        },
        oneByOne: {
          echo: await load.run(echo.port, 1, turnsOneByOne),
          ours: await load.run(ours.port, 1, turnsOneByOne),
        },
        memory: { echo: echo.memory(), ours: ours.memory() },
      });
    }
    return {
      pairs,
      ratioAt50: median(pairs.map(({ at50 }) => at50.ours.perSecond / at50.echo.perSecond)),
      ratioOneByOne: median(pairs.map(({ oneByOne }) => oneByOne.ours.perSecond / oneByOne.echo.perSecond)),
      p95RatioAt50: median(pairs.map(({ at50 }) => at50.ours.p95 / at50.echo.p95)),
      memoryRatio: median(pairs.map(({ memory }) => memory.ours.resident / memory.echo.resident)),
      echo: { startMs: echo.startMs, idle: idle.echo },
      ours: { startMs: ours.startMs, idle: idle.ours },
    };
  } finally {
    for (const bot of running) await bot.stop();
    load.close();
    rmSync(data, { recursive: true, force: true });
  }
}

/** The bench as a table. */
export function turnTable(bench: TurnBench): string {
  const middle = (pick: (pair: TurnPair) => number) => median(bench.pairs.map(pick));
  const row = (name: string, echo: number, ours: number, digits = 0) =>
    [name.padEnd(34), echo.toFixed(digits), ours.toFixed(digits), (ours / echo).toFixed(2)]
      .map((cell, column) => (column === 0 ? cell : cell.padStart(10)))
      .join("");
  return [
    `${"median of the warm pairs".padEnd(34)}${["echo bot", "ours", "ratio"].map((cell) => cell.padStart(10)).join("")}`,
    row(
      "turns/s, 50 conversations",
      middle(({ at50 }) => at50.echo.perSecond),
      middle(({ at50 }) => at50.ours.perSecond),
    ),
    row(
      "p95 ms, 50 conversations",
      middle(({ at50 }) => at50.echo.p95),
      middle(({ at50 }) => at50.ours.p95),
      1,
    ),
    row(
      "turns/s, one after another",
      middle(({ oneByOne }) => oneByOne.echo.perSecond),
      middle(({ oneByOne }) => oneByOne.ours.perSecond),
    ),
    row(
      "p95 ms, one after another",
      middle(({ oneByOne }) => oneByOne.echo.p95),
      middle(({ oneByOne }) => oneByOne.ours.p95),
      2,
    ),
    row("start to listening, ms", bench.echo.startMs, bench.ours.startMs),
    row("memory idle, MB", bench.echo.idle.resident, bench.ours.idle.resident),
    ...(["resident", "anonymous", "peak"] as const).map((kind) =>
      row(
        `memory under load, ${kind}, MB`,
        middle(({ memory }) => memory.echo[kind]),
        middle(({ memory }) => memory.ours[kind]),
      ),
    ),
    `ratio of turns/s, median of pairs: ${bench.ratioAt50.toFixed(2)} at 50, ${bench.ratioOneByOne.toFixed(2)} one by one`,
  ].join("\n");
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

// node --import ./test/bench/echo/typescript.mjs test/bench/turns.ts [COMMAND ARGUMENT…]
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command, ...args] = process.argv.slice(2);
  const ours = command === undefined ? benchProcess("adapter-alone.ts") : { command, args };
  console.log(turnTable(await benchTurns({ ours })));
}
