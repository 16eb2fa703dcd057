import { localDate } from "../calendar/local-date.js";
import { isoWithOffset } from "../calendar/zone.js";
import { hasBit, setBits } from "./bitmap.js";
import { type FeasibleStarts, feasibleStarts } from "./feasible-starts.js";
import { type Party, partiesOf, rate } from "./ranking.js";
import { quarterMs } from "./slot-grid.js";
import type { SlotRequest } from "./slot-request.js";
import { spreadOverDays } from "./spread.js";

/** `start` and `end` in ISO 8601 with the offset of the request's zone; participants by id, in their order. */
export type Slot = {
  readonly start: string;
  readonly end: string;
  readonly present: readonly string[];
  readonly absent: readonly string[];
  /** 0 to 100, see ranking.ts. */
  readonly score: number;
  /** German, e.g. `alle 5`, `Jugendamt durch Vertretung`, `vormittags`. */
  readonly reasons: readonly string[];
};

export type SlotAnswer = {
  /** How many starts are feasible, whatever the limit. */
  readonly feasible: number;
  readonly slots: readonly Slot[];
};

/**
 * Dates at which all required participants can and every seat is filled, as DESIGN.md "Slot request" defines.
 * The best `request.limit`, spread over days and best first; with `all` every one, in order of time.
 * Pure and deterministic: the same request has the same answer on every machine, in every process zone.
 */
export function findSlots(request: SlotRequest, options: { readonly all?: boolean } = {}): SlotAnswer {
  return slotsOf(request, feasibleStarts(request), options);
}

/** The answer to starts that are known already. */
export function slotsOf(
  request: SlotRequest,
  found: FeasibleStarts,
  options: { readonly all?: boolean } = {},
): SlotAnswer {
  const parties = partiesOf(request);
  const candidates = setBits(found.starts).map((index) => rated(index, request, found, parties));
  // A second date on the same day costs most of the finer points and never as much as a party at the table.
  const sameDay = 60 / (parties.length + 1);
  const chosen = options.all ? candidates : spreadOverDays(candidates, request.limit, sameDay);
  return { feasible: candidates.length, slots: chosen.map((candidate) => slot(candidate, request, found)) };
}

type RatedStart = ReturnType<typeof rated>;

const minuteMs = 60_000;
const dayMs = 86_400_000;

function rated(
  index: number,
  request: SlotRequest,
  { grid, freeFrom }: FeasibleStarts,
  parties: readonly Party[],
) {
  const start = grid.base + index * quarterMs;
  const wall = start + offsetIn(grid.segments, start);
  const day = Math.floor(wall / dayMs);
  const { score, reasons } = rate(
    {
      date: localDate(day),
      minuteOfDay: (wall - day * dayMs) / minuteMs,
      durationMinutes: request.durationMinutes,
      lateness: (day - grid.firstDay) / Math.max(grid.lastDay - grid.firstDay, 1),
      isFree: (participant) => isFree(freeFrom, participant, index),
    },
    parties,
    request.schoolHolidays,
  );
  return { index, start, end: start + request.durationMinutes * minuteMs, day, score, reasons };
}

function slot(candidate: RatedStart, request: SlotRequest, { grid, freeFrom }: FeasibleStarts): Slot {
  const present: string[] = [];
  const absent: string[] = [];
  request.participants.forEach(({ id }, i) => {
    (isFree(freeFrom, i, candidate.index) ? present : absent).push(id);
  });
  return {
    start: isoWithOffset(candidate.start, offsetIn(grid.segments, candidate.start)),
    end: isoWithOffset(candidate.end, offsetIn(grid.segments, candidate.end)),
    present,
    absent,
    score: candidate.score,
    reasons: candidate.reasons,
  };
}

function isFree(freeFrom: FeasibleStarts["freeFrom"], participant: number, index: number): boolean {
  const free = freeFrom[participant];
  return free !== undefined && hasBit(free, index);
}

function offsetIn(segments: FeasibleStarts["grid"]["segments"], instant: number): number {
  return segments.find(({ end }) => instant < end)?.offset ?? 0;
}
