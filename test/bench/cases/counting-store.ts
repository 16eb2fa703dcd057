import type { Store } from "../../../casework/store/store.js";

/** What was asked of a store so far. */
export type StoreCounts = {
  /** Each is a round trip, or a read transaction. */
  readonly calls: number;
  readonly keysRead: number;
  readonly checks: number;
};

/** The same store, whose calls are counted. */
export function countingStore<S extends Store>(
  store: S,
): { readonly store: S; readonly counts: () => StoreCounts } {
  let [calls, keysRead, checks] = [0, 0, 0];
  return {
    store: {
      ...store,
      get(keys) {
        calls += 1;
        keysRead += keys.length;
        return store.get(keys);
      },
      range(index, options) {
        calls += 1;
        return store.range(index, options);
      },
      readStream(stream, options) {
        calls += 1;
        return store.readStream(stream, options);
      },
      commit(batch) {
        calls += 1;
        checks += batch.checks?.length ?? 0;
        return store.commit(batch);
      },
    },
    counts: () => ({ calls, keysRead, checks }),
  };
}
