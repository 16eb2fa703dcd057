import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { benchDetector, detectorQuality } from "./detector.js";
import { benchDirectory } from "./directory.js";
import { benchDocuments } from "./documents.js";
import { benchSlots } from "./slots.js";
import { benchStorage } from "./storage.js";
import { benchTab } from "./tab.js";
import { benchTurns, turnTable } from "./turns.js";

/**
 * `npm run bench`: all benches, one after another. Names as arguments run only those, e.g. `npm run bench -- turns`.
 */
const benches: Readonly<Record<string, () => Promise<void> | void>> = {
  async start() {
    const times: number[] = [];
    for (let i = 0; i < 5; i++) times.push(await coldStart());
    const sorted = times.toSorted((a, b) => a - b);
    say("Cold start of `npm run serve`'s process to a healthy /healthz, empty store filled with the samples");
    say(`  median ${sorted[2]} ms, worst ${sorted[4]} ms (target under 2000 ms)`);
  },
  async turns() {
    say('A turn, "Wohngeld in Eschweiler", beside a bare echo bot (botbuilder, restify, MemoryStorage)');
    say(
      turnTable(await benchTurns({ ours: { command: process.execPath, args: ["bot/launch.mjs", "serve"] } })),
    );
  },
  async directory() {
    say("Which office is responsible: right answers and ms a question");
    table(await benchDirectory());
  },
  async documents() {
    const bench = await benchDocuments();
    for (const { title, rows } of bench.tables) {
      say(`Search in German. ${title}`);
      table(rows);
    }
    say("Our index at scale");
    table(bench.scale);
  },
  slots() {
    const bench = benchSlots();
    say("Conference dates, ms a request; every engine finds the same starts");
    table(bench.rows);
    say(
      `  first request of a process ${bench.firstQuestionMs.toFixed(1)} ms, equal ${bench.equal}, within limits ${bench.withinLimits}`,
    );
  },
  async tab() {
    const bench = await benchTab();
    const sorted = bench.firstViewMs.toSorted((a, b) => a - b);
    say("The tab in Chromium on loopback");
    say(
      `  first view, processor slowed down four times: median ${sorted[2]} ms, worst ${sorted.at(-1)} ms (target under 1000 ms)`,
    );
    say(
      `  offices while typing: ${bench.searchMs.toFixed(0)} ms from the letter to the screen (target under 50 ms)`,
    );
    table(bench.files);
  },
  detector() {
    const bench = benchDetector();
    say("Personal data in a message, ms a text");
    table(bench.rows);
    const quality = detectorQuality();
    say(`What is found of it: ${quality.texts}`);
    table(quality.rows);
    for (const [part, texts] of Object.entries(quality.blocked)) {
      say(`  ordinary texts changed all the same, ${part}: ${texts}`);
    }
  },
  async storage() {
    say("A turn's commit beside the least a store could do");
    table(await benchStorage());
  },
};

async function coldStart(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), "kim-start-"));
  const started = performance.now();
  const child = spawn(process.execPath, ["bot/launch.mjs", "serve"], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: "0" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let printed = "";
      child.stdout.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        const found = /"url":"([^"]+)"/.exec(printed)?.[1];
        if (found) resolve(found);
      });
      child.once("exit", () => reject(new Error(`did not start: ${printed}`)));
    });
    const { status } = await fetch(`${url}/healthz`);
    if (status !== 200) throw new Error(`/healthz answered ${status}`);
    return Math.round(performance.now() - started);
  } finally {
    child.kill("SIGKILL");
    await rm(dataDir, { recursive: true, force: true });
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Rows of equal shape as a table with their member names as heads. */
function table(rows: readonly Readonly<Record<string, unknown>>[]): void {
  const heads = Object.keys(rows[0] ?? {});
  const cell = (value: unknown) =>
    typeof value === "number"
      ? Number.isInteger(value)
        ? String(value)
        : value.toPrecision(3)
      : String(value ?? "–");
  const lines = [heads, ...rows.map((row) => heads.map((head) => cell(row[head])))];
  const widths = heads.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  for (const line of lines) say(`  ${line.map((text, i) => text.padEnd(widths[i] ?? 0)).join("  ")}`);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  say(`There is no bench ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}
say(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ""}\n`);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await bench();
  say("");
}
