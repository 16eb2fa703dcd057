import { expect, test } from "@jest/globals";
import { playApart } from "./play-apart.js";

const SCENARIOS = process.env.KIM_LONG ? 2_500 : 250;
const FIRST = 100_001;

test(
  `${SCENARIOS} scenarios over Redis: nothing lost, nothing doubled, nothing half`,
  async () => expect(await playApart("redis", { first: FIRST, count: SCENARIOS })).toEqual([]),
  3_600_000,
);
