import { lmdbEngine, redisEngine } from "./engines.js";
import { playAll, playPlanted } from "./play-all.js";
import { bendTimers } from "./played-time.js";
import { openSamples } from "./site-samples.js";

// A process of its own: `play.ts ENGINE FIRST COUNT` prints what the scenarios of these seeds found, as JSON, and with
// `planted` behind it what they tell of each planted bug.

const engines = { lmdb: lmdbEngine, redis: redisEngine };

const [name, first, count, planted] = process.argv.slice(2);
const seeds = Array.from({ length: Number(count) }, (_, at) => Number(first) + at);
const engine = await engines[name as keyof typeof engines]();
const straighten = bendTimers();
try {
  const setting = { engine, ...(await openSamples()) };
  const found = await (planted ? playPlanted(setting, seeds) : playAll(setting, seeds));
  process.stdout.write(JSON.stringify(found));
} finally {
  straighten();
  await engine.stop();
}
