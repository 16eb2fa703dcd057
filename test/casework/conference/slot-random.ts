import type { SlotRequestInput } from "../../../casework/conference/slot-request.js";

/** Random slot requests from a seed: the same seed, the same requests on every machine. */
export function* randomRequests(seed: number, count: number): Generator<SlotRequestInput> {
  const random = mulberry32(seed);
  for (let i = 0; i < count; i++) yield randomRequest(random);
}

type Random = () => number;
type OfficeHours = SlotRequestInput["officeHours"][number];

/** Both clock changes of four years, holidays in clusters, carnival, New Year, and plain weeks. */
const anchors = [
  ...["2025-03-30", "2025-10-26", "2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31", "2028-03-26"],
  ...["2025-04-18", "2026-05-14", "2026-12-24", "2027-05-06", "2027-05-27", "2028-01-01", "2028-04-14"],
  ...["2027-02-08", "2026-09-14", "2027-06-21", "2028-02-29"],
];

const zones = [
  ...Array<string>(12).fill("Europe/Berlin"),
  "America/New_York",
  "Australia/Lord_Howe",
  "UTC",
  "America/Santiago",
];
const days = ["MO", "DI", "MI", "DO", "FR", "SA", "SO", "TU", "WE", "TH", "SU"] as const;

function randomRequest(random: Random): SlotRequestInput {
  const timeZone = pick(random, zones);
  // Elsewhere only the weeks of two clock changes: each new zone and day costs the oracle thousands of look-ups.
  const anchor = pick(random, timeZone === "Europe/Berlin" ? anchors : ["2026-10-25", "2027-03-28"]);
  const from = addDays(anchor, whole(random, -3, 1));
  const length = random() < 0.02 ? 14 : whole(random, 1, 5);
  const to = addDays(from, length - 1);
  const seatCount = whole(random, 0, 3);
  const seats = Array.from({ length: seatCount }, (_, i) => ({
    id: `S${i}`,
    min: pick(random, [0, 1, 1, 1, 2]),
  }));
  const start = Date.parse(`${from}T00:00:00Z`);
  const participants = Array.from({ length: whole(random, 1, 6) }, (_, i) => ({
    id: `P${i}`,
    required: random() < 0.3,
    ...(seatCount > 0 && random() < 0.7 ? { seat: `S${whole(random, 0, seatCount - 1)}` } : {}),
    ...(random() < 0.3 ? { officeHours: randomHours(random) } : {}),
    busy: Array.from({ length: whole(random, 0, length * 2) }, () => randomBusy(random, start, length)),
  }));
  return {
    timeZone,
    from,
    to,
    durationMinutes: random() < 0.05 ? whole(random, 20, 96) * 15 : whole(random, 1, 8) * 15,
    stepMinutes: pick(random, [15, 15, 15, 30, 30, 45, 60, 60, 75, 90, 120, 1440]),
    bufferMinutes: pick(random, [0, 0, 5, 10, 15, 20, 45]),
    ...(random() < 0.7
      ? { notBefore: isoAt(start + whole(random, -600, 2000) * 60_000 + whole(random, 0, 60_000), random) }
      : {}),
    holidays: "DE-NW",
    officeHours: randomHours(random),
    ...(random() < 0.4 ? { closedDays: [addDays(from, whole(random, 0, length))] } : {}),
    participants,
    seats,
    limit: 3,
  };
}

/** No hours at all, usual hours, nights around the clock change, hours over midnight, and windows that meet or overlap. */
function randomHours(random: Random): OfficeHours[] {
  const kind = random();
  if (kind < 0.02) return [];
  if (kind < 0.1) return [{ days: [...days], from: "00:00", to: "24:00" }];
  if (kind < 0.2) {
    return [
      { days: ["SA", "SO"], from: "00:00", to: "04:30" },
      { days: ["FR", "SA", "SO", "MO"], from: "20:00", to: "24:00" },
    ];
  }
  if (kind < 0.4) {
    return [
      { days: ["MO", "DI", "MI", "DO", "FR", "SO"], from: "08:00", to: "12:00" },
      { days: ["MO", "TU", "WE", "TH", "SU"], from: "12:00", to: "15:30" },
    ];
  }
  return Array.from({ length: whole(random, 1, 4) }, () => {
    const from = whole(random, 0, 92);
    const to = whole(random, from + 1, Math.min(96, from + 40));
    return { days: days.filter(() => random() < 0.6), from: clock(from), to: clock(to) };
  });
}

/** Instants to the second, some empty, some a whole day, some on the quarter. */
function randomBusy(random: Random, start: number, length: number): { start: string; end: string } {
  const grain = pick(random, [1_000, 60_000, 900_000]);
  const from = start + Math.floor((random() * (length + 1) * 86_400_000) / grain) * grain;
  const minutes = pick(random, [0, 1, 15, 30, 60, 90, 240, 1440]);
  return { start: isoAt(from, random), end: isoAt(from + minutes * 60_000, random) };
}

/** The same instant in different spellings. */
function isoAt(instant: number, random: Random): string {
  if (random() < 0.5) return new Date(instant).toISOString();
  const hours = whole(random, -11, 13);
  const local = new Date(instant + hours * 3_600_000).toISOString().slice(0, 23);
  return `${local}${hours < 0 ? "-" : "+"}${String(Math.abs(hours)).padStart(2, "0")}:00`;
}

function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

function clock(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
}

function whole(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

function pick<T>(random: Random, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error("an empty list has nothing to pick");
  return item;
}

/** A small generator of even 32-bit numbers (Tommy Ettinger's mulberry32, public domain). */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
