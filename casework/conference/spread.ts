/** What spreading looks at: `day` is the local day number, instants are ms since the epoch. */
export type Rated = {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly score: number;
};

/**
 * The best `limit` of the candidates, but spread: part-timers are common, so three dates on three days help more
 * than three on one morning. A second date on a day counts as `sameDay` points less, one that overlaps a chosen
 * date comes last. Best first; equal scores in order of time, so that the same question has the same answer.
 */
export function spreadOverDays<T extends Rated>(
  candidates: readonly T[],
  limit: number,
  sameDay: number,
): readonly T[] {
  const chosen: T[] = [];
  const left = new Set(candidates);
  const handicap = new Map<T, number>();
  while (chosen.length < limit && left.size > 0) {
    let best: T | undefined;
    let bestWorth = Number.NEGATIVE_INFINITY;
    // Candidates come in order of time and only a better one replaces: the earliest of equals is taken.
    for (const candidate of left) {
      const worth = candidate.score - (handicap.get(candidate) ?? 0);
      if (worth > bestWorth) {
        best = candidate;
        bestWorth = worth;
      }
    }
    if (!best) break;
    chosen.push(best);
    left.delete(best);
    for (const candidate of left) {
      const overlaps = candidate.start < best.end && best.start < candidate.end;
      const more = overlaps ? overlapping : candidate.day === best.day ? sameDay : 0;
      if (more > 0) handicap.set(candidate, (handicap.get(candidate) ?? 0) + more);
    }
  }
  return chosen.sort((a, b) => b.score - a.score || a.start - b.start);
}

/** More than any score. */
const overlapping = 1000;
