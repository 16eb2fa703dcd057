const MINUTE_MS = 60_000;
/** More in one minute are an attack; then those who came first are forgotten first. */
const MOST_KNOWN = 10_000;

/**
 * What is kept of each in this process, made anew a minute after it was made.
 *
 * @param clock ms since the epoch
 */
export function eachMinute<V extends object>(make: () => V, clock: () => number): (who: string) => V {
  const seen = new Map<string, { readonly since: number; readonly value: V }>();
  return (who) => {
    const now = clock();
    const known = seen.get(who);
    if (known && now - known.since < MINUTE_MS) return known.value;
    const value = make();
    seen.delete(who);
    seen.set(who, { since: now, value });
    for (const oldest of seen.keys()) {
      if (seen.size <= MOST_KNOWN) break;
      seen.delete(oldest);
    }
    return value;
  };
}
