/** Whether this one may come once more now. `what` names the request: the same one again is the same one. */
export type Limit = (who: string, what?: string) => boolean;

const MINUTE_MS = 60_000;
/** More in one minute are an attack; then those who came first are forgotten first. */
const MOST_KNOWN = 10_000;

/**
 * At most `most` requests of each in a minute, counted in this process. A request that was let in is let in again
 * within the minute and not counted, since Teams delivers again what was not answered in time.
 *
 * @param clock ms since the epoch
 */
export function perMinute(most: number, clock: () => number): Limit {
  const seen = new Map<string, { since: number; count: number; admitted: Set<string> }>();
  return (who, what) => {
    const now = clock();
    let known = seen.get(who);
    if (!known || now - known.since >= MINUTE_MS) {
      known = { since: now, count: 0, admitted: new Set() };
      seen.delete(who);
      seen.set(who, known);
      for (const oldest of seen.keys()) {
        if (seen.size <= MOST_KNOWN) break;
        seen.delete(oldest);
      }
    }
    if (what !== undefined && known.admitted.has(what)) return true;
    if (known.count >= most) return false;
    known.count++;
    if (what !== undefined) known.admitted.add(what);
    return true;
  };
}
