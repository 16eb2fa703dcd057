/** What was done, or may have been: of these nobody may hear that nothing was stored. */
export type PerhapsDone = {
  readonly add: (keys: readonly string[]) => void;
  readonly has: (keys: readonly string[]) => boolean;
};

/** Remembers so many keys of this process; whoever came first makes room. */
export function perhapsDone(most: number): PerhapsDone {
  const known = new Set<string>();
  return {
    add(keys) {
      for (const key of keys) {
        // Behind all others: the first one of a Set is the oldest.
        known.delete(key);
        known.add(key);
      }
      for (const oldest of known) {
        if (known.size <= most) break;
        known.delete(oldest);
      }
    },
    has: (keys) => keys.some((key) => known.has(key)),
  };
}
