import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Answer, isNewer } from "../../../casework/attendance/attendance.js";

const answer = fc.record({
  participant: fc.constant("JA"),
  answer: fc.constantFrom("accepted", "declined", "tentative"),
  source: fc.constantFrom("mail", "phone"),
  sequence: fc.integer({ min: 0, max: 3 }),
  at: fc.integer({ min: 0, max: 20 }),
}) as fc.Arbitrary<Answer>;

function last(given: readonly Answer[]): Answer | undefined {
  let counts: Answer | undefined;
  for (const one of given) if (isNewer(one, counts)) counts = one;
  return counts;
}

describe("the answer that counts", () => {
  test("is the same whatever order the answers come in, and however often", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (given, dice) => {
        const shuffled = [...given, ...given].sort(() => (Number(dice.next().value) % 3) - 1);
        const key = (one: Answer | undefined) => one && [one.sequence, one.at];
        expect(key(last(shuffled))).toEqual(key(last(given)));
      }),
    );
  });

  test("never goes back to an older SEQUENCE", () => {
    fc.assert(
      fc.property(answer, answer, (next, before) => {
        if (next.sequence < before.sequence) expect(isNewer(next, before)).toBe(false);
      }),
    );
  });
});
