import { fingerprintOf, KEY_RECORDS, type MasterKeys, unwrapWith, WRAPPING_KEY } from "./keyring.js";
import type { Store } from "./store.js";
import { type MasterKey, SealBroken, unwrapKey, wrapKey } from "./vault.js";

export type Rotated = {
  /** Data keys that were wrapped anew. */
  readonly rewrapped: number;
  /** Data keys that the new master key had wrapped already, e.g. before a run that was cut off. */
  readonly already: number;
};

/**
 * Wraps every data key under the master key `to`, one commit each, while the bot runs. First it is laid down that
 * `to` wraps from now on, and whoever makes a data key checks that in the same commit: so none is wrapped under
 * the old key behind our back. May be cut off anywhere and run again.
 * @throws SealBroken at a data key that none of `masters` opens
 */
export async function rotateKeys(store: Store, masters: MasterKeys, to: MasterKey): Promise<Rotated> {
  await appoint(store, to);
  let rewrapped = 0;
  let already = 0;
  for await (const key of store.keys(KEY_RECORDS)) {
    const done = await rewrap(store, masters, to, key);
    if (done === "rewrapped") rewrapped++;
    if (done === "already") already++;
  }
  return { rewrapped, already };
}

async function appoint(store: Store, to: MasterKey): Promise<void> {
  const value = fingerprintOf(to);
  for (;;) {
    const [stored] = await store.get([WRAPPING_KEY]);
    if (stored?.value.equals(value)) return;
    const version = stored?.version ?? 0;
    await store.commit({
      checks: [{ key: WRAPPING_KEY, version }],
      puts: [{ key: WRAPPING_KEY, value }],
    });
  }
}

/** `gone`: erased meanwhile. */
async function rewrap(
  store: Store,
  masters: MasterKeys,
  to: MasterKey,
  key: string,
): Promise<"rewrapped" | "already" | "gone"> {
  const scope = key.slice(KEY_RECORDS.length);
  for (;;) {
    const [stored] = await store.get([key]);
    if (!stored) return "gone";
    if (isWrappedBy(to, scope, stored.value)) return "already";
    const dataKey = await unwrapWith(masters, scope, stored.value);
    const { version } = stored;
    const result = await store.commit({
      checks: [{ key, version }],
      puts: [{ key, value: wrapKey(to, scope, dataKey) }],
    });
    if (result.kind === "committed") return "rewrapped";
  }
}

function isWrappedBy(master: MasterKey, scope: string, wrapped: Buffer): boolean {
  try {
    unwrapKey(master, scope, wrapped);
    return true;
  } catch (error) {
    if (error instanceof SealBroken) return false;
    throw error;
  }
}
