import { afterAll, beforeAll, test } from "@jest/globals";
import { type Engine, lmdbEngine } from "./engines.js";
import { playAll } from "./play-all.js";
import { bendTimers } from "./played-time.js";
import type { Setting } from "./scenario.js";
import { openSamples } from "./site-samples.js";

const SCENARIOS = process.env.KIM_LONG ? 2_500 : 60;
const FIRST = 1;

let engine: Engine;
let setting: Setting;
let straighten: () => void;
beforeAll(async () => {
  engine = await lmdbEngine();
  setting = { engine, ...(await openSamples()) };
  straighten = bendTimers();
}, 120_000);
afterAll(async () => {
  straighten?.();
  await engine?.stop();
});

test(
  `${SCENARIOS} scenarios over LMDB: nothing lost, nothing doubled, nothing half`,
  () => playAll(setting, FIRST, SCENARIOS),
  3_600_000,
);
