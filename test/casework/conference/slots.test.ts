import { describe, expect, test } from "@jest/globals";
import { type SlotRequestInput, slotRequestSchema } from "../../../casework/conference/slot-request.js";
import { findSlots } from "../../../casework/conference/slots.js";

/** Monday 9 to Friday 13 November 2026: a week without a holiday. */
function ask(changes: Partial<SlotRequestInput>, options: { all?: boolean } = {}) {
  const request: SlotRequestInput = {
    timeZone: "Europe/Berlin",
    from: "2026-11-09",
    to: "2026-11-13",
    durationMinutes: 60,
    stepMinutes: 60,
    officeHours: [{ days: ["MO", "DI", "MI", "DO", "FR"], from: "09:00", to: "12:00" }],
    participants: [{ id: "jobcenter", required: true }],
    ...changes,
  };
  return findSlots(slotRequestSchema.parse(request), options);
}

const starts = (answer: ReturnType<typeof ask>) => answer.slots.map(({ start }) => start);
const busy = (start: string, end: string) => [{ start, end }];

describe("feasible dates", () => {
  test("are given with the local offset, in order of time", () => {
    const answer = ask({ to: "2026-11-09" }, { all: true });
    expect(answer.feasible).toBe(3);
    expect(starts(answer)).toEqual([
      "2026-11-09T09:00:00+01:00",
      "2026-11-09T10:00:00+01:00",
      "2026-11-09T11:00:00+01:00",
    ]);
    expect(answer.slots[0]?.end).toBe("2026-11-09T10:00:00+01:00");
  });

  test("keep the wall clock on both sides of a clock change", () => {
    const sundays = {
      officeHours: [{ days: ["SO" as const], from: "08:00", to: "10:00" }],
      stepMinutes: 120,
    };
    const autumn = ask({ ...sundays, from: "2026-10-18", to: "2026-10-25" }, { all: true });
    expect(starts(autumn)).toEqual(["2026-10-18T08:00:00+02:00", "2026-10-25T08:00:00+01:00"]);
    const spring = ask({ ...sundays, from: "2027-03-21", to: "2027-03-28" }, { all: true });
    expect(starts(spring)).toEqual(["2027-03-21T08:00:00+01:00", "2027-03-28T08:00:00+02:00"]);
  });

  test("count the hour that comes twice as two hours, and the skipped one as none", () => {
    const nights = { officeHours: [{ days: ["SO" as const], from: "01:00", to: "04:00" }] };
    const autumn = ask({ ...nights, from: "2026-10-25", to: "2026-10-25" }, { all: true });
    expect(starts(autumn)).toEqual([
      "2026-10-25T01:00:00+02:00",
      "2026-10-25T02:00:00+02:00",
      "2026-10-25T02:00:00+01:00",
      "2026-10-25T03:00:00+01:00",
    ]);
    const spring = ask({ ...nights, from: "2027-03-28", to: "2027-03-28" }, { all: true });
    expect(starts(spring)).toEqual(["2027-03-28T01:00:00+01:00", "2027-03-28T03:00:00+02:00"]);
  });

  test("leave out public holidays and the caller's closed days", () => {
    const may = { from: "2027-05-05", to: "2027-05-07", closedDays: ["2027-05-07"] };
    expect(starts(ask(may, { all: true })).map((start) => start.slice(0, 10))).toEqual(
      Array(3).fill("2027-05-05"),
    );
  });

  test("do not begin before the earliest instant, to the second", () => {
    const day = { to: "2026-11-09" };
    expect(ask({ ...day, notBefore: "2026-11-09T09:00:00Z" }, { all: true }).feasible).toBe(2);
    expect(ask({ ...day, notBefore: "2026-11-09T09:00:01Z" }, { all: true }).feasible).toBe(1);
  });

  test("touch no appointment and no buffer around one", () => {
    const day = { to: "2026-11-09", bufferMinutes: 10 };
    const at = (start: string, end: string) =>
      starts(
        ask({ ...day, participants: [{ id: "a", required: true, busy: busy(start, end) }] }, { all: true }),
      );
    expect(at("2026-11-09T10:10:00+01:00", "2026-11-09T10:50:00+01:00")).toEqual([
      "2026-11-09T09:00:00+01:00",
      "2026-11-09T11:00:00+01:00",
    ]);
    expect(at("2026-11-09T10:09:00+01:00", "2026-11-09T10:51:00+01:00")).toEqual([]);
  });

  test("need the same deputy from beginning to end", () => {
    const halves = [
      {
        id: "first",
        required: false,
        seat: "jugendamt",
        busy: busy("2026-11-09T09:30:00+01:00", "2026-11-09T12:00:00+01:00"),
      },
      {
        id: "second",
        required: false,
        seat: "jugendamt",
        busy: busy("2026-11-09T09:00:00+01:00", "2026-11-09T09:30:00+01:00"),
      },
    ];
    const answer = ask(
      { to: "2026-11-09", participants: halves, seats: [{ id: "jugendamt", min: 1 }] },
      { all: true },
    );
    expect(starts(answer)).toEqual(["2026-11-09T10:00:00+01:00", "2026-11-09T11:00:00+01:00"]);
    expect(answer.slots[0]).toMatchObject({ present: ["second"], absent: ["first"] });
  });

  test("fill a seat that needs two with any two", () => {
    const three = ["a", "b", "c"].map((id, i) => ({
      id,
      required: false,
      seat: "wohnen",
      busy: busy(`2026-11-09T${9 + i}:00:00+01:00`.replace("T9", "T09"), `2026-11-09T${10 + i}:00:00+01:00`),
    }));
    const answer = ask(
      { to: "2026-11-09", participants: three, seats: [{ id: "wohnen", min: 2 }] },
      { all: true },
    );
    expect(answer.slots.map(({ present }) => present)).toEqual([
      ["b", "c"],
      ["a", "c"],
      ["a", "b"],
    ]);
    expect(ask({ to: "2026-11-09", participants: three, seats: [{ id: "wohnen", min: 3 }] }).feasible).toBe(
      0,
    );
  });

  test("are none where a seat has nobody who could fill it", () => {
    expect(ask({ seats: [{ id: "dolmetscher", min: 1 }] })).toEqual({ feasible: 0, slots: [] });
  });
});

describe("the dates that are offered", () => {
  test("say in words who comes, who is deputised and when it is", () => {
    const people = ["jobcenter", "sozialamt", "schule"].map((id) => ({ id, required: true }));
    const answer = ask({
      to: "2026-11-09",
      limit: 1,
      participants: [
        ...people,
        {
          id: "jua-1",
          required: false,
          seat: "jua",
          busy: busy("2026-11-09T06:00:00+01:00", "2026-11-09T20:00:00+01:00"),
        },
        { id: "jua-2", required: false, seat: "jua" },
        { id: "wohngeld", label: "Wohngeldstelle", required: false },
      ],
      seats: [{ id: "jua", label: "Jugendamt", min: 1 }],
    });
    expect(answer.slots[0]?.reasons).toEqual(["alle 5", "Jugendamt durch Vertretung", "vormittags"]);
    expect(answer.slots[0]?.absent).toEqual(["jua-1"]);
  });

  test("name who is missing and prefer dates at which nobody is", () => {
    const optional = {
      id: "wohngeld",
      label: "Wohngeldstelle",
      required: false,
      busy: busy("2026-11-09T00:00:00+01:00", "2026-11-12T00:00:00+01:00"),
    };
    const participants = [{ id: "jobcenter", required: true }, optional];
    const answer = ask({ participants, limit: 15 });
    expect(answer.slots[0]?.start.slice(0, 10)).toBe("2026-11-12");
    expect(answer.slots[0]?.reasons[0]).toBe("alle 2");
    expect(answer.slots.at(-1)?.reasons[0]).toBe("1 von 2, ohne Wohngeldstelle");
    const scores = answer.slots.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test("lie on different days where they can", () => {
    const days = ask({ limit: 3, stepMinutes: 15 }).slots.map(({ start }) => start.slice(0, 10));
    expect(new Set(days).size).toBe(3);
  });

  test("do not overlap on the one day that is left", () => {
    const answer = ask({ to: "2026-11-09", limit: 3, stepMinutes: 15 });
    expect(starts(answer).map((start) => start.slice(11, 16))).toEqual(["09:00", "10:00", "11:00"]);
  });

  test("warn of bridge days and school holidays and come after other days", () => {
    const answer = ask({ from: "2027-05-05", to: "2027-05-07", limit: 2 });
    expect(answer.slots.map(({ start }) => start.slice(0, 10))).toEqual(["2027-05-05", "2027-05-07"]);
    expect(answer.slots[1]?.reasons).toContain("Brückentag");
    const summer = ask({ from: "2027-07-26", to: "2027-07-26", limit: 1 });
    expect(summer.slots[0]?.reasons).toContain("Schulferien: Sommerferien");
    expect(ask({ from: "2027-07-26", to: "2027-07-26", schoolHolidays: [] }).slots[0]?.reasons).toEqual([
      "alle 1",
      "vormittags",
    ]);
  });

  test("are the same whenever the same is asked", () => {
    expect(ask({ limit: 5, stepMinutes: 15 })).toEqual(ask({ limit: 5, stepMinutes: 15 }));
  });
});
