// Watches the HTTP server of the process that it is loaded into before anything else:
//   node --expose-gc --import ./test/apart/watch.mjs PROGRAM
// Its address goes to the standard error. See watched.ts for what it tells.
import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { isMainThread } from "node:worker_threads";

const BEAT_MS = 10;
const SLOW_MS = 1_000;

if (isMainThread) watch();

function watch() {
  /** Time in which this process ran: what a busy machine held it up for does not count. */
  let own = 0;
  let before = performance.now();
  let busyBefore = mainThreadMs();
  /** @type {Map<unknown, { name: string, begun: number }>} */
  const underWay = new Map();
  /** @type {Map<string, number>} */
  const slow = new Map();
  let longest = 0;

  const beat = () => {
    const now = performance.now();
    own += Math.min(now - before, 2 * BEAT_MS);
    before = now;
    const busy = mainThreadMs();
    const blocked = busy - busyBefore;
    busyBefore = busy;
    for (const { name } of underWay.values()) note(name, blocked);
  };
  /** @param {string} name @param {number} ms */
  const note = (name, ms) => {
    longest = Math.max(longest, ms);
    if (ms > SLOW_MS) slow.set(name, Math.max(slow.get(name) ?? 0, Math.round(ms)));
  };
  setInterval(beat, BEAT_MS).unref();

  const server = createServer((request, response) => {
    gc?.();
    gc?.();
    beat();
    for (const { name, begun } of underWay.values()) note(name, own - begun);
    const { heapUsed, external, rss } = process.memoryUsage();
    const told = {
      longestMs: Math.round(longest),
      slow: Object.fromEntries(slow),
      heap: heapUsed + external,
      rss,
    };
    if (request.method === "POST") {
      longest = 0;
      slow.clear();
    }
    response.end(JSON.stringify(told));
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (address && typeof address === "object")
      process.stderr.write(`watch http://127.0.0.1:${address.port}\n`);
  });
  server.unref();

  subscribe("http.server.request.start", (message) => {
    const about = /** @type {import("./watched.js").HttpMessage} */ (message);
    if (about.server === server) return;
    // How long the loop stood still before is nobody's here.
    if (underWay.size === 0) beat();
    const name = String(about.request.headers["x-name"] ?? about.request.url);
    underWay.set(about.request, { name, begun: own });
  });
  subscribe("http.server.response.finish", (message) => {
    const about = /** @type {import("./watched.js").HttpMessage} */ (message);
    const request = underWay.get(about.request);
    if (!request) return;
    beat();
    underWay.delete(about.request);
    note(request.name, own - request.begun);
  });
}

/** Processor time of the main thread in ms; where the system does not tell it, of all threads. */
function mainThreadMs() {
  try {
    return Number(readFileSync("/proc/self/schedstat", "utf8").split(" ")[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}
