import type { Store } from "./store.js";

/** Stands in a store from before the first item of a backup is loaded until after the last. */
const MARK = "restore/unfinished";

/** The item that marks a store as half restored: the first to be loaded. */
export const unfinishedMark = { kind: "record", key: MARK, version: 1, value: Buffer.alloc(0) } as const;

/** Whether a restore into this store broke off: what lies there is a part of something, and nobody works on it. */
export async function isHalfRestored(store: Store): Promise<boolean> {
  const [mark] = await store.get([MARK]);
  return mark !== undefined;
}

export async function endRestore(store: Store): Promise<void> {
  await store.commit({ checks: [{ key: MARK, version: 1 }], deletes: [MARK] });
}
