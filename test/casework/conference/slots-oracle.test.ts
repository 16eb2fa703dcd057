import { describe, expect, test } from "@jest/globals";
import { parseSlotRequest } from "../../../casework/conference/slot-request.js";
import { findSlots } from "../../../casework/conference/slots.js";
import { oracle } from "./slot-oracle.js";
import { randomRequests } from "./slot-random.js";

const count = process.env.KIM_LONG === "1" ? 10_000 : 1_000;
const seed = 20_261_025;

describe(`feasible starts with the process in ${process.env.TZ || "its own zone"}`, () => {
  test("the process runs in the zone that it was started with", () => {
    // Offsets in minutes west of UTC on a summer day, as the zones have them.
    const known: Record<string, number> = { UTC: 0, "Europe/Berlin": -120, "America/New_York": 240 };
    const expected = known[process.env.TZ ?? ""];
    if (expected !== undefined) expect(new Date(2027, 6, 1).getTimezoneOffset()).toBe(expected);
  });

  test(`equal the minute-by-minute oracle on ${count} random requests`, () => {
    let someFeasible = 0;
    let number = 0;
    for (const request of randomRequests(seed, count)) {
      const expected = oracle(request);
      const parsed = parseSlotRequest(request);
      if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
      const answer = findSlots(parsed.request, { all: true });
      const ours = answer.slots.map(({ start, present }) => ({ start, present }));
      if (JSON.stringify(ours) !== JSON.stringify(expected)) {
        // The request itself is the report: it can be run again alone.
        expect({ number, request, starts: ours }).toEqual({ number, request, starts: expected });
      }
      expect(answer.feasible).toBe(expected.length);
      if (expected.length > 0) someFeasible += 1;
      number += 1;
    }
    expect(someFeasible).toBeGreaterThan(count * 0.4);
    expect(someFeasible).toBeLessThan(count * 0.9);
  }, 600_000);
});
