import { describe, expect, test } from "@jest/globals";
import { findAlternatives } from "../../../casework/conference/alternatives.js";
import { type SlotRequestInput, slotRequestSchema } from "../../../casework/conference/slot-request.js";
import { findSlots } from "../../../casework/conference/slots.js";

/** Monday 9 November 2026, 9 to 12: busy times are given as local clock times of that day. */
function request(changes: Partial<SlotRequestInput>) {
  return slotRequestSchema.parse({
    from: "2026-11-09",
    to: "2026-11-09",
    durationMinutes: 60,
    stepMinutes: 30,
    officeHours: [{ days: ["MO", "DI", "MI", "DO", "FR"], from: "09:00", to: "12:00" }],
    ...changes,
    participants: changes.participants ?? [],
  });
}

const busy = (from: string, to: string) => [
  { start: `2026-11-09T${from}:00+01:00`, end: `2026-11-09T${to}:00+01:00` },
];
const never = busy("00:00", "23:59");

describe("when no date fits", () => {
  test("one office that need not come is offered with the number of dates", () => {
    const asked = request({
      participants: [
        { id: "jobcenter", required: true },
        { id: "wohngeld", label: "Wohngeldstelle", required: true, busy: never },
      ],
    });
    expect(findSlots(asked).feasible).toBe(0);
    const alternatives = findAlternatives(asked);
    expect(alternatives.map(({ words }) => words)).toEqual(["mit Wohngeldstelle optional: 5 Termine"]);
    expect(alternatives[0]?.change).toEqual({ kind: "optional", parties: ["Wohngeldstelle"] });
    expect(alternatives[0]?.slots[0]?.absent).toEqual(["wohngeld"]);
  });

  test("a seat with all its deputies is one office", () => {
    const asked = request({
      participants: [
        { id: "jua-1", required: true, seat: "jua", busy: never },
        { id: "jua-2", required: false, seat: "jua", busy: never },
        { id: "jobcenter", required: true },
      ],
      seats: [{ id: "jua", label: "Jugendamt", min: 2 }],
    });
    expect(findAlternatives(asked).map(({ words }) => words)).toEqual(["mit Jugendamt optional: 5 Termine"]);
  });

  test("a shorter conference comes first, then a later one, then one office fewer", () => {
    const asked = request({
      participants: [
        { id: "a", label: "Jobcenter", required: true, busy: busy("09:45", "12:00") },
        { id: "b", label: "Schule", required: true },
      ],
    });
    const alternatives = findAlternatives(asked, { busyKnownUntil: "2026-11-13" });
    expect(alternatives.map(({ words }) => words)).toEqual([
      "mit 45 statt 60 Minuten: 1 Termin",
      "mit dem Zeitraum bis 13.11.2026: 20 Termine",
      "mit Jobcenter optional: 5 Termine",
    ]);
  });

  test("no longer window is tried where nobody knows who is free", () => {
    const asked = request({
      participants: [
        { id: "a", required: true, busy: never },
        { id: "b", required: true },
      ],
    });
    const kinds = (until?: string) =>
      findAlternatives(asked, until === undefined ? {} : { busyKnownUntil: until }).map(
        ({ change }) => change,
      );
    expect(kinds()).toEqual([{ kind: "optional", parties: ["a"] }]);
    expect(kinds("2026-11-09")).toEqual([{ kind: "optional", parties: ["a"] }]);
    expect(kinds("2026-12-31")[0]).toEqual({ kind: "longer-window", to: "2026-11-16" });
  });

  test("two offices fewer are offered only if one does not help", () => {
    const asked = request({
      participants: [
        { id: "a", required: true, busy: never },
        { id: "b", required: true, busy: never },
        { id: "c", required: true },
      ],
    });
    expect(findAlternatives(asked).map(({ words }) => words)).toEqual(["mit a und b optional: 5 Termine"]);
  });

  test("asking an alternative is what it promises", () => {
    const asked = request({
      stepMinutes: 15,
      participants: ["a", "b", "c"].map((id, i) => ({
        id,
        required: true,
        busy: busy(`${9 + i}:00`.padStart(5, "0"), `${10 + i}:00`),
      })),
    });
    const alternatives = findAlternatives(asked, { busyKnownUntil: "2026-12-31", limit: 10 });
    expect(alternatives.length).toBeGreaterThan(0);
    for (const { request: changed, feasible, slots } of alternatives) {
      expect(findSlots(changed)).toEqual({ feasible, slots });
    }
  });

  test("at least one office is still waited for", () => {
    const asked = request({ participants: [{ id: "a", required: true, busy: never }] });
    expect(findAlternatives(asked)).toEqual([]);
  });

  test("a holiday that nothing but another day mends has no false hope", () => {
    const asked = request({
      from: "2026-12-25",
      to: "2026-12-26",
      participants: [{ id: "a", required: true }],
    });
    expect(findAlternatives(asked)).toEqual([]);
  });
});
