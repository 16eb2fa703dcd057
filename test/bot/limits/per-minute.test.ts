import { describe, expect, test } from "@jest/globals";
import { perMinute } from "../../../bot/limits/per-minute.js";

describe("a limit for a minute", () => {
  test("holds for each apart, and begins anew after a minute", () => {
    let now = 0;
    const limit = perMinute(2, () => now);
    expect([limit("a"), limit("a"), limit("a"), limit("b")]).toEqual([true, true, false, true]);
    now = 59_999;
    expect(limit("a")).toBe(false);
    now = 60_000;
    expect(limit("a")).toBe(true);
  });

  test("lets the same request in again and does not count it, even where the limit is reached", () => {
    const limit = perMinute(2, () => 0);
    expect([limit("a", "1"), limit("a", "1"), limit("a", "2")]).toEqual([true, true, true]);
    expect([limit("a", "3"), limit("a", "1"), limit("a", "3")]).toEqual([false, true, false]);
  });

  test("forgets whoever came first where very many come, and nobody else", () => {
    const limit = perMinute(1, () => 0);
    for (let i = 0; i < 10_001; i++) limit(`address ${i}`);
    expect([limit("address 10000"), limit("address 1"), limit("address 0")]).toEqual([false, false, true]);
  });
});
