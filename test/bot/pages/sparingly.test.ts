import { expect, test } from "@jest/globals";
import { sparingly } from "../../../bot/pages/sparingly.js";

/** Work of a given length, on a clock of its own. */
function counted(lastsMs: number) {
  let now = 0;
  let runs = 0;
  const asked = sparingly(
    async () => {
      now += lastsMs;
      return ++runs;
    },
    () => now,
  );
  return {
    asked,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test("whoever asks at once shares one piece of work, and so does whoever asks soon", async () => {
  const { asked, pass } = counted(20);
  expect(await Promise.all([asked(), asked(), asked()])).toEqual([1, 1, 1]);
  pass(199);
  expect(await asked()).toBe(1);
  pass(1);
  expect(await asked()).toBe(2);
});

test("however often it is asked, at most a tenth of the time goes into it, and nothing is older than ten seconds", async () => {
  const quick = counted(1);
  for (let i = 0; i < 1_000; i++) {
    await quick.asked();
    quick.pass(1);
  }
  expect(await quick.asked()).toBeLessThanOrEqual(1_000 / 10 + 2);
  const slow = counted(5_000);
  await slow.asked();
  slow.pass(10_000);
  expect(await slow.asked()).toBe(2);
});

test("a failure is not kept", async () => {
  let runs = 0;
  const asked = sparingly(async () => {
    if (++runs === 1) throw new Error("away");
    return runs;
  });
  await expect(asked()).rejects.toThrow("away");
  expect(await asked()).toBe(2);
});
