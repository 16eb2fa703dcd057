import type { LocalDate } from "./local-date.js";

/** Both days inclusive. */
export type SchoolHoliday = { readonly name: string; readonly from: LocalDate; readonly to: LocalDate };

/**
 * School holidays in North Rhine-Westphalia, as set by the Ferienordnung (RdErl. d. Ministeriums für Schule und
 * Bildung v. 19.05.2022, ABl. NRW. 06/22, BASS 12-65 Nr. 1). Days that schools choose for themselves
 * (bewegliche Ferientage) are not in it. After `schoolHolidaysKnownUntil` nothing is said: an operator's setting.
 */
export const schoolHolidays: readonly SchoolHoliday[] = [
  { name: "Herbstferien", from: "2026-10-17", to: "2026-10-31" },
  { name: "Weihnachtsferien", from: "2026-12-23", to: "2027-01-06" },
  { name: "Osterferien", from: "2027-03-22", to: "2027-04-03" },
  { name: "Pfingstferien", from: "2027-05-18", to: "2027-05-18" },
  { name: "Sommerferien", from: "2027-07-19", to: "2027-08-31" },
  { name: "Herbstferien", from: "2027-10-23", to: "2027-11-06" },
  { name: "Weihnachtsferien", from: "2027-12-24", to: "2028-01-08" },
  { name: "Osterferien", from: "2028-04-10", to: "2028-04-22" },
  { name: "Sommerferien", from: "2028-07-10", to: "2028-08-22" },
  { name: "Herbstferien", from: "2028-10-23", to: "2028-11-04" },
  { name: "Weihnachtsferien", from: "2028-12-21", to: "2029-01-05" },
];

/** The last day of which the list above knows whether it is a holiday. */
export const schoolHolidaysKnownUntil: LocalDate = "2029-01-05";

/** The school holiday that a day falls into. `list` replaces the built-in one where an operator keeps their own. */
export function schoolHolidayOn(
  date: LocalDate,
  list: readonly SchoolHoliday[] = schoolHolidays,
): SchoolHoliday | undefined {
  return list.find(({ from, to }) => date >= from && date <= to);
}
