/** A memory of things that can be made anew: it never holds more than so many. */
export type FewKept<V> = {
  /** The value of a key, made where it is not there; whoever was asked for longest ago makes room. */
  readonly get: (key: string, make: () => V) => V;
  readonly size: () => number;
};

export function fewKept<V>(most: number): FewKept<V> {
  const kept = new Map<string, { readonly value: V }>();
  return {
    get(key, make) {
      const known = kept.get(key);
      // Where there is room for all nobody has to be in order.
      if (known && kept.size < most) return known.value;
      const found = known ?? { value: make() };
      // Behind all others: the first one of a Map is the one that rested longest.
      kept.delete(key);
      kept.set(key, found);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return found.value;
    },
    size: () => kept.size,
  };
}
