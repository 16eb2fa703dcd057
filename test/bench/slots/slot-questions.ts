import type { SlotRequestInput } from "../../../casework/conference/slot-request.js";
import { mulberry32 } from "../../casework/conference/slot-random.js";

/**
 * A Fallkonferenz as it comes up: core hours of the region, every third participant part-time, three or four
 * appointments a working day, half of the participants required, two seats that either of two people can fill.
 * `seed` makes another one of the same size. Weeks from Monday 12 October 2026, over the clock change and All Saints.
 */
export function slotQuestion(people: number, weeks: number, seed: number): SlotRequestInput {
  const random = mulberry32(seed);
  const first = Date.UTC(2026, 9, 12);
  const participants = Array.from({ length: people }, (_, i) => ({
    id: `office-${i}`,
    required: i < 2,
    ...(i >= 2 && i < 6 ? { seat: `seat-${i >> 1}` } : {}),
    ...(i % 3 === 2
      ? {
          officeHours: [
            { days: ["MO" as const, "DI" as const, "DO" as const], from: "08:30", to: "12:30" },
            { days: ["MI" as const], from: "13:00", to: "16:00" },
          ],
        }
      : {}),
    busy: appointments(random, first, weeks),
  }));
  return {
    timeZone: "Europe/Berlin",
    from: iso(first).slice(0, 10),
    to: iso(first + (weeks * 7 - 1) * dayMs).slice(0, 10),
    durationMinutes: 60,
    stepMinutes: 15,
    notBefore: iso(first + 3 * dayMs + 10 * 3_600_000),
    bufferMinutes: 10,
    holidays: "DE-NW",
    officeHours: [
      { days: ["MO", "DI", "MI", "DO"], from: "09:00", to: "12:00" },
      { days: ["MO", "DI", "MI", "DO"], from: "13:30", to: "15:30" },
      { days: ["FR"], from: "09:00", to: "12:00" },
    ],
    closedDays: [],
    participants,
    seats: [
      { id: "seat-1", min: 1 },
      { id: "seat-2", min: 1 },
    ],
    limit: 3,
  };
}

const dayMs = 86_400_000;

function appointments(random: () => number, first: number, weeks: number) {
  const busy: { start: string; end: string }[] = [];
  for (let day = 0; day < weeks * 7; day++) {
    if (day % 7 > 4) continue;
    for (let i = 0; i < 3 + Math.floor(random() * 2); i++) {
      const start = first + day * dayMs + (6 * 60 + Math.floor(random() * 96) * 5) * 60_000;
      busy.push({ start: iso(start), end: iso(start + (random() < 0.5 ? 30 : 60) * 60_000) });
    }
  }
  return busy;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
