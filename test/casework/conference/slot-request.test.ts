import { describe, expect, test } from "@jest/globals";
import { parseSlotRequest } from "../../../casework/conference/slot-request.js";

const valid = {
  timeZone: "Europe/Berlin",
  from: "2026-11-09",
  to: "2026-11-13",
  durationMinutes: 60,
  stepMinutes: 15,
  notBefore: "2026-11-09T08:00:00+01:00",
  bufferMinutes: 10,
  holidays: "DE-NW",
  officeHours: [{ days: ["MO", "TU", "MI"], from: "09:00", to: "24:00" }],
  participants: [
    { id: "a", required: true, busy: [{ start: "2026-11-09T08:00Z", end: "2026-11-09T09:00Z" }] },
  ],
  seats: [{ id: "s", min: 1 }],
  limit: 3,
};

describe("a slot request", () => {
  test("is taken as DESIGN.md writes it, and with what may be left out left out", () => {
    expect(parseSlotRequest(valid)).toMatchObject({ ok: true });
    const { timeZone, stepMinutes, notBefore, bufferMinutes, holidays, seats, limit, ...least } = valid;
    expect(parseSlotRequest(least)).toMatchObject({
      ok: true,
      request: {
        timeZone: "Europe/Berlin",
        stepMinutes: 15,
        bufferMinutes: 0,
        closedDays: [],
        seats: [],
        limit: 3,
      },
    });
  });

  test.each([
    [
      { durationMinutes: 50 },
      "durationMinutes: Dauer: bitte ein Vielfaches von 15 Minuten angeben, von 15 bis 1440.",
    ],
    [
      { stepMinutes: 0 },
      "stepMinutes: Raster: bitte ein Vielfaches von 15 Minuten angeben, von 15 bis 1440.",
    ],
    [{ from: "2026-02-30" }, "from: Bitte ein Datum als JJJJ-MM-TT angeben, z. B. 2026-10-26."],
    [{ to: "2026-11-08" }, "to: Der Zeitraum endet, bevor er beginnt."],
    [{ to: "2028-11-08" }, "to: Der Zeitraum ist länger als 366 Tage."],
    [{ timeZone: "Europe/Aachen" }, "timeZone: Diese Zeitzone ist unbekannt. Üblich ist Europe/Berlin."],
    [
      { notBefore: "2026-11-09T08:00:00" },
      "notBefore: Bitte einen Zeitpunkt mit Zeitzone angeben, z. B. 2026-10-26T09:00:00+01:00.",
    ],
    [
      { officeHours: [{ days: ["XX"], from: "09:00", to: "12:00" }] },
      "officeHours.0.days.0: Unbekannter Wochentag. Erlaubt sind MO, DI, MI, DO, FR, SA und SO.",
    ],
    [
      { officeHours: [{ days: ["MO"], from: "09:10", to: "12:00" }] },
      "officeHours.0.from: Bitte eine Uhrzeit in Viertelstunden angeben, z. B. 09:00 oder 13:30.",
    ],
    [
      { officeHours: [{ days: ["MO"], from: "12:00", to: "09:00" }] },
      "officeHours.0: Die Sprechzeit endet, bevor sie beginnt.",
    ],
    [
      {
        participants: [
          { id: "a", required: true, busy: [{ start: "2026-11-09T09:00Z", end: "2026-11-09T08:00Z" }] },
        ],
      },
      "participants.0.busy.0: Die belegte Zeit endet, bevor sie beginnt.",
    ],
    [
      { participants: [{ id: "a", required: true, busy: [{ start: "gestern", end: "2026-11-09T08:00Z" }] }] },
      "participants.0.busy.0.start: Bitte einen Zeitpunkt mit Zeitzone angeben, z. B. 2026-10-26T09:00:00+01:00.",
    ],
    [
      { participants: [...valid.participants, { id: "a", required: false }] },
      "participants: Die Kennung „a“ kommt zweimal vor.",
    ],
    [
      { participants: [{ id: "a" }] },
      "participants.0.required: Bitte „required“ mit true oder false angeben.",
    ],
    [{ holidays: "DE-BY" }, "holidays: Bekannt sind nur die Feiertage von „DE-NW“."],
  ])("with %j says what to mend", (fault, problem) => {
    expect(parseSlotRequest({ ...valid, ...fault })).toEqual({ ok: false, problems: [problem] });
  });

  test("that is no object at all is refused in German as well", () => {
    const parsed = parseSlotRequest("[]");
    expect(parsed.ok ? "" : parsed.problems[0]).toMatch(/^Ungültige Eingabe/);
  });
});
