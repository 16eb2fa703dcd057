import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { cardMemory } from "../../../bot/turn/remember-cards.js";
import { wallClock } from "../../../casework/calendar/zone.js";
import { fewKept } from "../../../casework/store/few-kept.js";
import { buildIndex } from "../../../knowledge/documents/knowledge-index.js";
import { openLibrary } from "../../../knowledge/documents/library.js";
import { openLedger } from "../ledger.js";

/** What a process keeps beside the store has an end, whatever people send. */

let ledger: Awaited<ReturnType<typeof openLedger>>;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

describe("things that can be made anew", () => {
  test("are never more than so many; those that are used stay", () => {
    const kept = fewKept<number>(3);
    let made = 0;
    const ask = (key: string) => kept.get(key, () => ++made);
    expect([ask("a"), ask("b"), ask("c"), ask("a"), ask("d"), ask("a")]).toEqual([1, 2, 3, 1, 4, 1]);
    expect(kept.size()).toBe(3);
    expect(ask("b")).toBe(5);
    expect(ask("a")).toBe(1);
  });

  test("time zones in thousands of spellings are all right and all kept short", () => {
    const instant = Date.UTC(2026, 6, 1, 10);
    const letters = [..."europe/berlin"];
    const spelled = (n: number) =>
      letters.map((letter, i) => ((n >> i) & 1 ? letter.toUpperCase() : letter)).join("");
    for (let n = 0; n < 400; n++) {
      expect(wallClock(spelled(n), instant)).toEqual(wallClock("Europe/Berlin", instant));
    }
  });

  test("an index for each group of askers is kept for those who asked last", () => {
    const agencies = Array.from({ length: 15 }, (_, i) => `Stelle ${i}`);
    const metas = new Map(agencies.map((agency) => [agency, { agencies: [agency] }]));
    const library = openLibrary(buildIndex([]), metas);
    const view = (agency: string) => library.viewFor({ role: "case-manager", agency });
    const first = view("Stelle 0");
    expect(view("Stelle 0")).toBe(first);
    for (const agency of agencies) view(agency);
    expect(view("Stelle 0")).not.toBe(first);
    expect(view("Stelle 14")).toBe(view("Stelle 14"));
  });
});

test("while the store hangs, places of cards do not pile up", async () => {
  let asked = 0;
  let answer: () => void = () => {};
  const hanging = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const store = {
    ...ledger.store,
    get: async (keys: readonly string[]) => {
      asked++;
      await hanging;
      return ledger.store.get(keys);
    },
  };
  const memory = cardMemory({ ...ledger, store });
  const replies = [{ place: "new" as const, text: "K-7F3Q9" }];
  for (let i = 0; i < 2_000; i++) {
    memory.add({
      replies,
      activityIds: [`a${i}`],
      cases: ["K-7F3Q9"],
      reference: "r",
      chat: "c",
      locale: "de",
    });
  }
  expect(asked).toBeLessThanOrEqual(500);
  answer();
  await memory.flush();
  memory.add({ replies, activityIds: ["b"], cases: ["K-7F3Q9"], reference: "r", chat: "c", locale: "de" });
  await memory.flush();
  expect(asked).toBeGreaterThan(500);
}, 30_000);
