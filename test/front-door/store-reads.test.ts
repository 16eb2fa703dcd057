import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { EventContent } from "../../dialogs/event.js";
import type { StoreCounts } from "../bench/cases/counting-store.js";
import { type Door, openDoor } from "../bench/cases/door.js";
import { type CaseManager, fillCases } from "../bench/cases/fill-cases.js";

/**
 * What a turn asks of the store, counted: the figures behind `npm run bench -- cases` and `-- turns` that no busy
 * machine changes. Each call is a round trip to Redis.
 */

let dataDir: string;
let door: Door;
let busy: CaseManager;
let other: CaseManager;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "kim-"));
  door = await openDoor({ DATA_DIR: dataDir });
  const managers = await fillCases(door.ledger, {
    cases: 320,
    managers: 2,
    open: 20,
    busy: 1,
    busyOpen: 300,
  });
  [busy, other] = managers as [CaseManager, CaseManager];
});
afterAll(async () => {
  await door.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function asked(person: CaseManager, content: EventContent): Promise<StoreCounts> {
  // Once before: the first words of a person also enter where they can be reached.
  await door.does(person.id, content);
  const before = door.counts();
  const { send } = await door.does(person.id, content);
  expect(send.some(({ card }) => card !== undefined)).toBe(true);
  const after = door.counts();
  return {
    calls: after.calls - before.calls,
    keysRead: after.keysRead - before.keysRead,
    checks: after.checks - before.checks,
  };
}

const says = (text: string): EventContent => ({ kind: "text", text });

test.each(["was steht diese woche an", "überfällig"])(
  "%s takes as many round trips with 300 open cases as with 20, and opens only the cases that it shows",
  async (text) => {
    const [much, little] = [await asked(busy, says(text)), await asked(other, says(text))];
    expect(much.calls).toBeLessThanOrEqual(7);
    expect(much.calls).toBe(little.calls);
    // What is dated in each case, and of the eight lines shown the cases with their keys.
    expect(much.keysRead).toBeLessThanOrEqual(300 + 30);
  },
);

test("the own list reads what it shows, however long it is", async () => {
  const [much, little] = [await asked(busy, says("meine Fälle")), await asked(other, says("meine Fälle"))];
  expect(much).toEqual(little);
  expect(much.keysRead).toBeLessThanOrEqual(45);
});

test("to open a case takes six round trips, a note to it seven", async () => {
  expect((await asked(busy, says(busy.open[0] ?? ""))).calls).toBeLessThanOrEqual(6);
  expect((await asked(busy, says(`Notiz zu ${busy.open[1]}: Bescheid ist da`))).calls).toBeLessThanOrEqual(7);
});

test("a lookup takes three: what has changed, who asks, and the commit", async () => {
  expect((await asked(other, says("Wohngeld in Eschweiler"))).calls).toBe(3);
});
