import { expect, test } from "@jest/globals";
import { knownLately } from "../../../casework/store/known-lately.js";

test("knows what came by any of its keys, and never holds more than it may", () => {
  const known = knownLately(3);
  known.add(["event/1", "nonce/a"]);
  expect([known.has(["event/2", "nonce/a"]), known.has(["event/2"])]).toEqual([true, false]);
  known.add(["event/2"]);
  known.add(["event/1"]);
  known.add(["event/3"]);
  // Came again, so it is no longer the oldest.
  expect(known.has(["event/1"])).toBe(true);
  expect(known.has(["nonce/a"])).toBe(false);
});
