import { expect, test } from "@jest/globals";
import { perhapsDone } from "../../../bot/turn/perhaps-done.js";

test("knows what was added by any of its keys, and never holds more than it may", () => {
  const done = perhapsDone(3);
  done.add(["event/1", "nonce/a"]);
  expect([done.has(["event/2", "nonce/a"]), done.has(["event/2"])]).toEqual([true, false]);
  done.add(["event/2"]);
  done.add(["event/1"]);
  done.add(["event/3"]);
  // Added again, so no longer the oldest.
  expect(done.has(["event/1"])).toBe(true);
  expect(done.has(["nonce/a"])).toBe(false);
});
