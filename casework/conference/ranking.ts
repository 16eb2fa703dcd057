import { isBridgeDay } from "../calendar/holidays.js";
import { schoolHolidayOn } from "../calendar/school-holidays.js";
import type { SlotRequest } from "./slot-request.js";

/** One who is expected at the table: a seat with whoever can fill it, or a participant without a seat. */
export type Party = {
  readonly label: string;
  /** The id of the seat, undefined for a participant without one. */
  readonly seat: string | undefined;
  /** Indices into the participants. The first `needed` hold the seat, whoever follows is a deputy. */
  readonly members: readonly number[];
  readonly needed: number;
  /** At least one of them has a calendar that we know. */
  readonly known: boolean;
};

/** What the ranking looks at. `minuteOfDay` is local and at the start; `date` the local day of the start. */
export type Candidate = {
  readonly date: string;
  readonly minuteOfDay: number;
  readonly durationMinutes: number;
  /** 0 on the first day of the request, 1 on the last. */
  readonly lateness: number;
  readonly isFree: (participant: number) => boolean;
};

export type Rating = { readonly score: number; readonly reasons: readonly string[] };

/** Shares of the finer points: they never outweigh one more party at the table. */
const weight = { timeOfDay: 0.5, soon: 0.2, quietDay: 0.2, regular: 0.1 };

export function partiesOf({ participants, seats }: SlotRequest): readonly Party[] {
  const seated = seats.map(({ id, label, min }) => ({
    label: label ?? id,
    seat: id,
    members: participants.flatMap((participant, i) => (participant.seat === id ? [i] : [])),
    needed: Math.max(min, 1),
    known: participants.some(({ seat, calendar }) => seat === id && calendar === "known"),
  }));
  const seatIds = new Set(seats.map(({ id }) => id));
  const alone = participants.flatMap(({ id, label, seat, calendar }, i) =>
    seat !== undefined && seatIds.has(seat)
      ? []
      : [{ label: label ?? id, seat: undefined, members: [i], needed: 1, known: calendar === "known" }],
  );
  return [...seated, ...alone];
}

/**
 * 0 to 100. More parties at the table always win; among equals a time in the core hours, a full hour, an early
 * date, a day that is neither bridge day nor school holiday, and the regular holders of the seats. Parties whose
 * calendar nobody knows count for nothing.
 */
export function rate(candidate: Candidate, all: readonly Party[], schoolHolidays?: SchoolHolidays): Rating {
  const parties = all.filter(({ known }) => known);
  const missing: string[] = [];
  const byDeputy: string[] = [];
  for (const { label, members, needed } of parties) {
    const present = members.filter(candidate.isFree);
    if (present.length < needed) missing.push(label);
    else if (!members.slice(0, needed).every((member) => present.includes(member))) byDeputy.push(label);
  }
  const met = parties.length - missing.length;

  const end = candidate.minuteOfDay + candidate.durationMinutes;
  const warnings = dayWarnings(candidate.date, schoolHolidays);
  const finer =
    weight.timeOfDay * worthOfTime(candidate.minuteOfDay, end) * roundness(candidate.minuteOfDay) +
    weight.soon * (1 - candidate.lateness) +
    weight.quietDay * (warnings.length === 0 ? 1 : 0) +
    weight.regular * (1 - byDeputy.length / Math.max(parties.length, 1));
  const score = Math.round((1000 * (met + finer)) / (parties.length + 1)) / 10;

  const attendance =
    missing.length > 0
      ? `${met} von ${parties.length}, ohne ${missing.join(", ")}`
      : parties.length === all.length
        ? `alle ${parties.length}`
        : `frei: ${parties.map(({ label }) => label).join(", ")}`;
  return {
    score,
    reasons: [
      ...(parties.length === 0 ? [] : [attendance]),
      ...byDeputy.map((label) => `${label} durch Vertretung`),
      partOfDay(candidate.minuteOfDay),
      ...warnings,
    ],
  };
}

type SchoolHolidays = SlotRequest["schoolHolidays"];

/** What people call the time at which a date begins; minutes of the local day, exclusive. */
const partsOfDay = [
  { before: 9 * 60, name: "früh am Morgen" },
  { before: 12 * 60, name: "vormittags" },
  { before: 13.5 * 60, name: "mittags" },
  { before: 17 * 60, name: "nachmittags" },
  { before: 24 * 60, name: "abends" },
];

/** Core hours of offices in the region come first (DOMAIN.md "Dates"), then the rest of a working day. */
const worthOfHours = [
  { from: 9 * 60, to: 12 * 60, worth: 1 },
  { from: 13.5 * 60, to: 15.5 * 60, worth: 0.8 },
  { from: 8 * 60, to: 17 * 60, worth: 0.4 },
];

function partOfDay(minuteOfDay: number): string {
  return partsOfDay.find(({ before }) => minuteOfDay < before)?.name ?? "";
}

function worthOfTime(start: number, end: number): number {
  return worthOfHours.find(({ from, to }) => from <= start && end <= to)?.worth ?? 0;
}

/** People agree to 10:00 more readily than to 10:15. */
function roundness(minuteOfDay: number): number {
  const minute = minuteOfDay % 60;
  return minute === 0 ? 1 : minute === 30 ? 0.95 : 0.85;
}

function dayWarnings(date: string, schoolHolidays: SchoolHolidays): readonly string[] {
  const holiday = schoolHolidayOn(date, schoolHolidays);
  return [...(isBridgeDay(date) ? ["Brückentag"] : []), ...(holiday ? [`Schulferien: ${holiday.name}`] : [])];
}
