/** What was found out last is found out anew only after so many times the time it took: a tenth of a process at most. */
const PAUSE_FACTOR = 10;
const LONGEST_MS = 10_000;

/**
 * The same work for whoever asks at once or soon after, so that nobody can keep a process busy by asking. A failure is
 * not kept. `clock` in ms.
 */
export function sparingly<T>(work: () => Promise<T>, clock = () => performance.now()): () => Promise<T> {
  let last: { readonly value: Promise<T>; until: number } | undefined;
  return () => {
    if (last && clock() < last.until) return last.value;
    const begun = clock();
    const current = { value: work(), until: Number.POSITIVE_INFINITY };
    last = current;
    current.value.then(
      () => {
        const now = clock();
        current.until = now + Math.min((now - begun) * PAUSE_FACTOR, LONGEST_MS);
      },
      () => {
        current.until = 0;
      },
    );
    return current.value;
  };
}
