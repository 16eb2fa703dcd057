import { beforeAll, expect, test } from "@jest/globals";
import { plantedBugs } from "./planted-bugs.js";
import { playPlantedApart } from "./play-apart.js";

/** Each bug must show on one of these. */
const SEEDS = { first: 1, count: 30 };

let noticed: Readonly<Record<string, string | null>>;
beforeAll(async () => {
  noticed = await playPlantedApart(SEEDS);
}, 600_000);

test.each(plantedBugs)("caught: $name", ({ name }) => {
  expect(noticed[name]).toMatch(/^With SEED=\d+:/);
});
