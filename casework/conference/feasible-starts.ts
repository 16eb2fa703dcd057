import { type Bitmap, erode, inAtLeast, intersect } from "./bitmap.js";
import { allowedStarts, freeQuarters, type SlotGrid, slotGrid } from "./slot-grid.js";
import type { SlotRequest } from "./slot-request.js";

export type FeasibleStarts = {
  readonly grid: SlotGrid;
  readonly starts: Bitmap;
  /** What the calendar allows, whoever is free. */
  readonly allowed: Bitmap;
  /** For each participant the starts from which they are free for the whole slot. */
  readonly freeFrom: readonly Bitmap[];
};

/**
 * The starts of DESIGN.md "Slot request". Free times are cut down to the duration for each participant before
 * seats are counted: one deputy in the first half and another in the second do not fill a seat.
 */
export function feasibleStarts(request: SlotRequest): FeasibleStarts {
  const grid = slotGrid(request);
  const freeFrom = freeQuarters(grid, request);
  for (const free of freeFrom) erode(free, request.durationMinutes / 15);
  const allowed = allowedStarts(grid, request);
  return { grid, allowed, freeFrom, starts: agreedStarts(allowed, freeFrom, request) };
}

/** The same times asked again for a request that differs only in who must come. */
export function withOtherDemands(found: FeasibleStarts, request: SlotRequest): FeasibleStarts {
  return { ...found, starts: agreedStarts(found.allowed, found.freeFrom, request) };
}

/** The allowed starts that the required participants and the seats agree to. */
function agreedStarts(
  allowed: Bitmap,
  freeFrom: readonly Bitmap[],
  { participants, seats }: Pick<SlotRequest, "participants" | "seats">,
): Bitmap {
  const starts = allowed.slice();
  participants.forEach(({ required }, i) => {
    const free = freeFrom[i];
    if (required && free) intersect(starts, free);
  });
  for (const { id, min } of seats) {
    if (min === 0) continue;
    const members = freeFrom.filter((_, i) => participants[i]?.seat === id);
    intersect(starts, inAtLeast(members, min, starts.length));
  }
  return starts;
}
