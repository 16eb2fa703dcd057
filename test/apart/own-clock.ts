const BEAT_MS = 10;

/**
 * Starts a clock that runs as this process does: waiting counts, but not the time for which a busy machine held the
 * process up. For "ends by its deadline".
 *
 * @returns reads it, in ms
 */
export function startOwnClock(): () => number {
  let [own, before] = [0, performance.now()];
  const beat = () => {
    const now = performance.now();
    own += Math.min(now - before, 2 * BEAT_MS);
    before = now;
  };
  setInterval(beat, BEAT_MS).unref();
  return () => {
    beat();
    return own;
  };
}
