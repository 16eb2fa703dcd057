import type { OfficeHours } from "./slot-request.js";

/**
 * When conferences take place, local time. Kept apart from opening hours: in those, staff serve clients.
 */
export type ConferenceHours = readonly OfficeHours[];

const days: readonly OfficeHours["days"][number][] = ["MO", "DI", "MI", "DO", "FR", "SA", "SO"];
const position = new Map<string, number>(days.map((day, i) => [day, i]));

/** From practice in the region; an operator's setting overrides it. */
export const usualConferenceHours: ConferenceHours = [
  { days: ["MO", "DI", "MI", "DO", "FR"], from: "09:00", to: "12:00" },
  { days: ["MO", "DI", "MI", "DO"], from: "13:30", to: "15:30" },
];

const span =
  /^(MO|DI|MI|DO|FR|SA|SO)(?:-(MO|DI|MI|DO|FR|SA|SO))?\s+(\d\d:(?:00|15|30|45))-(\d\d:(?:00|15|30|45))$/;

/** `MO-DO 09:00-12:00, FR 09:00-12:00`; the usual ones for nothing, undefined for what cannot be read. */
export function readConferenceHours(text: string | undefined): ConferenceHours | undefined {
  if (text === undefined) return usualConferenceHours;
  const hours: OfficeHours[] = [];
  for (const part of text.toUpperCase().split(/[,;]/)) {
    const [, first = "", last = first, from = "", to = ""] = span.exec(part.trim()) ?? [];
    const between = days.slice(position.get(first) ?? days.length, (position.get(last) ?? 0) + 1);
    if (between.length === 0 || from >= to || to > "24:00") return undefined;
    hours.push({ days: between, from, to });
  }
  return hours;
}

/** The part of the hours before or after noon. */
export function hoursIn(
  hours: ConferenceHours,
  partOfDay: "morning" | "afternoon" | undefined,
): ConferenceHours {
  if (partOfDay === undefined) return hours;
  return hours
    .map((each) =>
      partOfDay === "morning"
        ? { ...each, to: earlier(each.to, NOON) }
        : { ...each, from: later(each.from, NOON) },
    )
    .filter(({ from, to }) => from < to);
}

const NOON = "12:00";

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
