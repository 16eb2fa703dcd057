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
  const worth = Float64Array.from(candidates, ({ score }) => score);
  const chosen: T[] = [];
  while (chosen.length < Math.min(limit, candidates.length)) {
    // Candidates come in order of time and indexOf finds the first: the earliest of equals is taken.
    const index = worth.indexOf(worth.reduce((best, each) => Math.max(best, each)));
    const best = candidates[index];
    if (!best) break;
    chosen.push(best);
    worth[index] = Number.NEGATIVE_INFINITY;
    candidates.forEach((candidate, i) => {
      const overlaps = candidate.start < best.end && best.start < candidate.end;
      worth[i] = (worth[i] ?? 0) - (overlaps ? overlapping : candidate.day === best.day ? sameDay : 0);
    });
  }
  return chosen.sort((a, b) => b.score - a.score || a.start - b.start);
}

/** More than any score. */
const overlapping = 1000;
