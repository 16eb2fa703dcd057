import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Engine, redisEngine } from "./engines.js";
import { plantedBugs } from "./planted-bugs.js";
import { judge, told } from "./play-all.js";
import { bendTimers } from "./played-time.js";
import type { Setting } from "./scenario.js";
import { openSamples } from "./site-samples.js";

/** Each bug must show on one of these. */
const SEEDS = Array.from({ length: 30 }, (_, i) => i + 1);

let engine: Engine;
let setting: Setting;
let straighten: () => void;
beforeAll(async () => {
  engine = await redisEngine();
  setting = { engine, ...(await openSamples()) };
  straighten = bendTimers();
}, 120_000);
afterAll(async () => {
  straighten?.();
  await engine?.stop();
});

test.each(plantedBugs)(
  "caught: $name",
  async (bug) => {
    for (const seed of SEEDS) {
      const findings = await judge(seed, { ...setting, bug });
      if (!findings.some(({ what }) => bug.shows.includes(what))) continue;
      expect(told(seed, findings)).toMatch(new RegExp(`^With SEED=${seed}:`));
      return;
    }
    throw new Error(`${bug.name}: nobody noticed in ${SEEDS.length} scenarios`);
  },
  300_000,
);
