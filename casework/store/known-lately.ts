/** Keys that came lately, so many of them and no more. */
export type KnownLately = {
  readonly add: (keys: readonly string[]) => void;
  /** Whether one of these came. */
  readonly has: (keys: readonly string[]) => boolean;
};

/** Remembers `most` keys in this process; whichever came longest ago makes room. */
export function knownLately(most: number): KnownLately {
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
