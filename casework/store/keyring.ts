import { SYSTEM_SCOPE } from "./record.js";
import type { Store, Stored } from "./store.js";
import { type DataKey, type MasterKey, newDataKey, unwrapKey, wrapKey } from "./vault.js";

/** Where the wrapped data key of a scope lies. */
export function keyRecord(scope: string): string {
  return `key/${scope}`;
}

/** The keys of the whole installation: the master key, and the data key of the scope `system`. */
export type Keyring = { readonly master: MasterKey; readonly system: DataKey };

/**
 * Opens the keyring of a store; makes the key of the scope `system` in an empty one.
 * @throws SealBroken if the store was written under another master key.
 */
export async function openKeyring(store: Store, master: MasterKey): Promise<Keyring> {
  const key = keyRecord(SYSTEM_SCOPE);
  for (;;) {
    const [stored] = await store.get([key]);
    if (stored) return { master, system: unwrapKey(master, SYSTEM_SCOPE, stored.value) };
    const value = wrapKey(master, SYSTEM_SCOPE, newDataKey());
    // Two processes may start at once on an empty store: the loser reads the winner's key.
    await store.commit({ checks: [{ key, version: 0 }], puts: [{ key, value }] });
  }
}

/** The data key of a scope as read from its key record; undefined if it was destroyed or never made. */
export function openScope(keyring: Keyring, scope: string, stored: Stored | undefined): DataKey | undefined {
  if (scope === SYSTEM_SCOPE) return keyring.system;
  return stored && unwrapKey(keyring.master, scope, stored.value);
}
