import { expect, test } from "@jest/globals";
import { playApart } from "./play-apart.js";

const SCENARIOS = process.env.KIM_LONG ? 2_500 : 250;
const FIRST = 1;

test(
  `${SCENARIOS} scenarios over LMDB: nothing lost, nothing doubled, nothing half`,
  async () => expect(await playApart("lmdb", { first: FIRST, count: SCENARIOS })).toEqual([]),
  3_600_000,
);
