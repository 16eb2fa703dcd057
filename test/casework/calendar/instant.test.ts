import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { DateTime } from "luxon";
import { parseInstant } from "../../../casework/calendar/instant.js";

describe("instants", () => {
  test("every spelling of an instant that luxon writes is read back", () => {
    const zone = fc.constantFrom(
      "utc",
      "Europe/Berlin",
      "America/St_Johns",
      "Asia/Kathmandu",
      "Pacific/Apia",
    );
    const form = fc.constantFrom("yyyy-MM-dd'T'HH:mm:ss.SSSZZ", "yyyy-MM-dd'T'HH:mm:ss.SSSZZZ");
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) }),
        zone,
        form,
        (ms, zone, form) => {
          expect(parseInstant(DateTime.fromMillis(ms, { zone }).toFormat(form))).toBe(ms);
          expect(parseInstant(new Date(ms).toISOString())).toBe(ms);
        },
      ),
    );
  });

  test("seconds and their fractions may be left out or be long", () => {
    const nine = Date.UTC(2026, 9, 26, 8);
    expect(parseInstant("2026-10-26T09:00+01:00")).toBe(nine);
    expect(parseInstant("2026-10-26T09:00:00+0100")).toBe(nine);
    expect(parseInstant("2026-10-26T08:00:00.5Z")).toBe(nine + 500);
    expect(parseInstant("2026-10-26T08:00:00.123456789Z")).toBe(nine + 123);
  });

  test.each([
    "2026-10-26T09:00:00",
    "2026-10-26",
    "2026-02-30T09:00:00Z",
    "2027-02-29T09:00:00Z",
    "2026-13-01T09:00:00Z",
    "2026-10-26T24:00:00Z",
    "2026-10-26T09:60:00Z",
    "2026-10-26T09:00:00+1:00",
    "2026-10-26T09:00:00+01:00 ",
    "2026-10-26 09:00:00Z",
    "2026-10-26T09:00:00.Z",
    "0026-10-26T09:00:00Z",
    "20261026T090000Z",
    "morgen um neun",
    "",
  ])("“%s” is none", (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
