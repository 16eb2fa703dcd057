import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BotCommand, type BotProcess, startBot } from "./echo/bot-process.js";
import { type LoadResult, startLoad } from "./echo/load.js";

/** Turns of our bot beside those of the bare echo bot, both in processes of their own, never at the same time. */
export type TurnBench = {
  readonly pairs: readonly TurnPair[];
  /** Our turns per second over the echo bot's: median of the warm pairs. */
  readonly ratioAt50: number;
  readonly ratioOneByOne: number;
  /** Our p95 over the echo bot's at 50 conversations: median of the warm pairs. */
  readonly p95RatioAt50: number;
  /** Process start to first connection, ms; memory in MB before any turn and after all of them. */
  readonly echo: ProcessFigures;
  readonly ours: ProcessFigures;
};

export type TurnPair = {
  readonly at50: { readonly echo: LoadResult; readonly ours: LoadResult };
  readonly oneByOne: { readonly echo: LoadResult; readonly ours: LoadResult };
};

export type ProcessFigures = { readonly startMs: number; readonly idleMb: number; readonly loadedMb: number };

export type TurnBenchOptions = {
  /** How our bot is started. It gets PORT and a DATA_DIR of its own, and `npm run serve` makes it demo mode. */
  readonly ours: BotCommand;
  readonly text?: string;
  readonly pairs?: number;
  readonly turnsAt50?: number;
  readonly turnsOneByOne?: number;
};

const here = fileURLToPath(new URL(".", import.meta.url));

/** A TypeScript file of the benchmarks as a process. */
export function benchProcess(file: string): BotCommand {
  return {
    command: process.execPath,
    args: ["--import", join(here, "echo", "typescript.mjs"), join(here, "echo", file)],
  };
}

export async function benchTurns({
  ours: command,
  text = "Wohngeld in Eschweiler",
  pairs: count = 5,
  turnsAt50 = 2_000,
  turnsOneByOne = 500,
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
    const idle = { echo: echo.memoryMb(), ours: ours.memoryMb() };
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
      });
    }
    return {
      pairs,
      ratioAt50: median(pairs.map(({ at50 }) => at50.ours.perSecond / at50.echo.perSecond)),
      ratioOneByOne: median(pairs.map(({ oneByOne }) => oneByOne.ours.perSecond / oneByOne.echo.perSecond)),
      p95RatioAt50: median(pairs.map(({ at50 }) => at50.ours.p95 / at50.echo.p95)),
      echo: { startMs: echo.startMs, idleMb: idle.echo, loadedMb: echo.memoryMb() },
      ours: { startMs: ours.startMs, idleMb: idle.ours, loadedMb: ours.memoryMb() },
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
    row("memory idle, MB", bench.echo.idleMb, bench.ours.idleMb),
    row("memory after the load, MB", bench.echo.loadedMb, bench.ours.loadedMb),
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
