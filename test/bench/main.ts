import { cpus } from "node:os";
import { benchCases, caseLines } from "./cases.js";
import { benchDetector, detectorQuality } from "./detector.js";
import { benchDirectory } from "./directory.js";
import { benchDocuments } from "./documents.js";
import { benchSlots } from "./slots.js";
import { benchStart } from "./start.js";
import { benchStorage } from "./storage.js";
import { type Line, summaryOf, tableOf } from "./summary.js";
import { benchTab } from "./tab.js";
import { benchTurnsOn, turnLines, turnTable } from "./turns.js";

/**
 * `npm run bench`: all benches, one after another, and in the end one table of all. Names as arguments run only
 * those, with all that they measure, e.g. `npm run bench -- turns`.
 */
const benches: Readonly<Record<string, () => Promise<readonly Line[]> | readonly Line[]>> = {
  async start() {
    const times = await benchStart();
    say("Cold start of `npm run serve`'s process to a healthy /healthz, empty store filled with the samples");
    say(`  median ${times[2]} ms, worst ${times[4]} ms`);
    return [{ what: "cold start, ms", ours: times[2] ?? Number.NaN, target: { atMost: 2000 } }];
  },
  async turns() {
    const lines: Line[] = [];
    for (const engine of ["lmdb", "redis"] as const) {
      const bench = await benchTurnsOn(engine);
      say(
        `A turn on ${engine}, "Wohngeld in Eschweiler", beside a bare echo bot (botbuilder, restify, MemoryStorage)`,
      );
      say(turnTable(bench));
      lines.push(...turnLines(engine, bench));
    }
    return lines;
  },
  async cases() {
    const bench = await benchCases();
    say(
      "With 100,000 cases, ms a turn: at the front door in its process, and over HTTP with the answers sent",
    );
    table(bench.rows);
    table(bench.starts);
    return caseLines(bench);
  },
  async storage() {
    const rows = await benchStorage();
    say("A turn's commit beside the least a store could do: one small value written and flushed");
    table(rows);
    return rows
      .filter(({ what }) => what === "commit")
      .map(({ engine, clients, p50 }) => {
        const floor = rows.find(
          (row) => row.engine === engine && row.clients === clients && row.what === "floor",
        );
        const theirs = floor?.p50 ?? Number.NaN;
        const what = `commit of a turn, ${engine}, ${clients} at once, p50 ms`;
        return { what, ours: p50, beside: "raw write", theirs, ratio: p50 / theirs };
      });
  },
  async directory() {
    const rows = await benchDirectory();
    say("Which office is responsible: right answers and ms a question");
    table(rows);
    const [ours, ...others] = rows.filter(({ directory }) => directory === "sample");
    const large = rows.find(({ directory }) => directory === "generated");
    return [
      ...others
        .filter(({ engine }) => !engine.startsWith("ours"))
        .map(({ engine, p95 }) => beside("lookup, p95 ms", ours?.p95, engine, p95)),
      { what: `lookup in ${large?.rules} rules, p95 ms`, ours: large?.p95 ?? Number.NaN },
    ];
  },
  async documents() {
    const bench = await benchDocuments();
    for (const { title, rows } of bench.tables) {
      say(`Search in German. ${title}`);
      table(rows);
    }
    say("Our index at scale");
    table(bench.scale);
    const [ours, ...others] = bench.tables.at(-1)?.rows ?? [];
    return [
      ...others.map((row) =>
        beside("search, nDCG@10", Number(ours?.["nDCG@10"]), String(row.engine), Number(row["nDCG@10"])),
      ),
      ...bench.scale.map((row) => ({
        what: `search in ${row.passages} passages, p95 ms`,
        ours: row["p95 ms"],
      })),
    ];
  },
  slots() {
    const bench = benchSlots();
    say("Conference dates, ms a request; every engine finds the same starts");
    table(bench.rows);
    say(`  first request of a process ${bench.firstQuestionMs.toFixed(1)} ms, equal ${bench.equal}`);
    const sizes = [10, 40].map((atMost, at) => ({ atMost, rows: bench.rows.slice(at * 4, at * 4 + 4) }));
    return sizes.flatMap(({ atMost, rows: [ours, same, ...others] }) => {
      const what = `dates for ${ours?.people} people, ${ours?.weeks} weeks, p95 ms`;
      return [
        { what, ours: ours?.p95 ?? Number.NaN, target: { atMost } },
        ...others.map((row) => beside(what, same?.p95, row.name, row.p95)),
      ];
    });
  },
  async tab() {
    const bench = await benchTab();
    const sorted = bench.firstViewMs.toSorted((a, b) => a - b);
    say("The tab in Chromium on loopback");
    say(`  first view, processor slowed down four times: median ${sorted[2]} ms, worst ${sorted.at(-1)} ms`);
    say(`  offices while typing: ${bench.searchMs.toFixed(0)} ms from the letter to the screen`);
    table(bench.files);
    return [
      {
        what: "tab, first view, slowed down 4 times, ms",
        ours: sorted[2] ?? Number.NaN,
        target: { atMost: 1000 },
      },
      { what: "tab, offices while typing, ms", ours: bench.searchMs, target: { atMost: 50 } },
    ];
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
    const limits = [1, 1, 100];
    return bench.rows.map(({ name, p50 }, at) => ({
      what: `personal data in ${name}, p50 ms`,
      ours: p50,
      target: { atMost: limits[at] ?? Number.NaN },
    }));
  },
};

/** Where more is better the ratio is above 1, where less is, below. */
function beside(what: string, ours = Number.NaN, name = "", theirs = Number.NaN): Line {
  return { what, ours, beside: name, theirs, ratio: ours / theirs };
}

const wanted = process.argv.slice(2);

/** Of each bench alone all is shown; of all together one table. */
function say(text: string): void {
  if (wanted.length > 0) process.stdout.write(`${text}\n`);
}

function table(rows: readonly Readonly<Record<string, unknown>>[]): void {
  say(tableOf(rows));
}

const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  say(`There is no bench ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}
process.stdout.write(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ""}\n\n`);
const lines: Line[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const begun = performance.now();
  lines.push(...(await bench()));
  process.stderr.write(`${name}: ${Math.round((performance.now() - begun) / 1000)} s\n`);
}
process.stdout.write(`\n${summaryOf(lines)}\n`);
