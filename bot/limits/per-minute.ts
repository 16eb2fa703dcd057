import { eachMinute } from "./each-minute.js";

/** Whether this one may come once more now. `what` names the request: the same one again is the same one. */
export type Limit = (who: string, what?: string) => boolean;

/**
 * At most `most` requests of each in a minute, counted in this process. A request that was let in is let in again
 * within the minute and not counted, since Teams delivers again what was not answered in time.
 *
 * @param clock ms since the epoch
 */
export function perMinute(most: number, clock: () => number): Limit {
  const minute = eachMinute(() => ({ count: 0, admitted: new Set<string>() }), clock);
  return (who, what) => {
    const known = minute(who);
    if (what !== undefined && known.admitted.has(what)) return true;
    if (known.count >= most) return false;
    known.count++;
    if (what !== undefined) known.admitted.add(what);
    return true;
  };
}
