import { createHash } from "node:crypto";
import { SYSTEM_SCOPE } from "./record.js";
import { isStoreName, type Store, type Stored } from "./store.js";
import { type DataKey, type MasterKey, newDataKey, SealBroken, unwrapKey, wrapKey } from "./vault.js";

/** All wrapped data keys begin so. */
export const KEY_RECORDS = "key/";

/**
 * Whether a record with this key can be there at all. People type and press what they like: what nothing can be
 * stored under is not there, as with any unknown id.
 */
export function canBeThere(key: string, scopes: readonly string[]): boolean {
  return [key, ...scopes.map(keyRecord)].every(isStoreName);
}

/** Where the wrapped data key of a scope lies. */
export function keyRecord(scope: string): string {
  return `${KEY_RECORDS}${scope}`;
}

/** The fingerprint of the master key that wraps from now on. Absent before the first rotation. */
export const WRAPPING_KEY = "master-key/wrapping";

/** The master keys that this process knows: one, or two while they are being rotated. */
export type MasterKeys = {
  /** The first wraps the first key of an empty store. */
  readonly known: () => readonly MasterKey[];
  /** Looks again where they come from: somebody may have rotated them meanwhile. */
  readonly reload: () => Promise<void>;
};

/** Keys that do not change while the process runs. */
export function fixedKeys(keys: readonly MasterKey[]): MasterKeys {
  return { known: () => keys, reload: async () => {} };
}

/** The keys of the whole installation: the master keys, and the data key of the scope `system`. */
export type Keyring = { readonly masters: MasterKeys; readonly system: DataKey };

/**
 * Opens the keyring of a store; makes the key of the scope `system` in an empty one.
 * @throws SealBroken if the store was written under another master key.
 */
export async function openKeyring(store: Store, masters: MasterKeys): Promise<Keyring> {
  const key = keyRecord(SYSTEM_SCOPE);
  for (;;) {
    const [stored] = await store.get([key]);
    if (stored) return { masters, system: await unwrapWith(masters, SYSTEM_SCOPE, stored.value) };
    const value = wrapKey(firstOf(masters), SYSTEM_SCOPE, newDataKey());
    // Two processes may start at once on an empty store: the loser reads the winner's key.
    await store.commit({ checks: [{ key, version: 0 }], puts: [{ key, value }] });
  }
}

/**
 * The data key of a scope as read from its key record; undefined if it was destroyed or never made.
 * @throws SealBroken if no known master key opens it.
 */
export async function openScope(
  keyring: Keyring,
  scope: string,
  stored: Stored | undefined,
): Promise<DataKey | undefined> {
  if (scope === SYSTEM_SCOPE) return keyring.system;
  return stored && unwrapWith(keyring.masters, scope, stored.value);
}

/** Names a key without telling anything about it. */
export function fingerprintOf(master: MasterKey): Buffer {
  return createHash("sha256").update("kim-master-key\n").update(master).digest();
}

/**
 * The master key that wraps new data keys, as the record {@link WRAPPING_KEY} names it.
 * @throws SealBroken if this process does not know that key.
 */
export async function wrappingKey(masters: MasterKeys, stored: Stored | undefined): Promise<MasterKey> {
  if (!stored) return firstOf(masters);
  const named = () => masters.known().find((key) => fingerprintOf(key).equals(stored.value));
  const found = named();
  if (found) return found;
  await masters.reload();
  const reloaded = named();
  if (!reloaded) throw new SealBroken("the wrapping master key is not known here");
  return reloaded;
}

/** @throws SealBroken if no known master key opens it. */
export async function unwrapWith(masters: MasterKeys, scope: string, wrapped: Buffer): Promise<DataKey> {
  const found = tryAll(masters.known(), scope, wrapped);
  if (found) return found;
  await masters.reload();
  const reloaded = tryAll(masters.known(), scope, wrapped);
  if (!reloaded) throw new SealBroken(`no known master key opens ${keyRecord(scope)}`);
  return reloaded;
}

function tryAll(keys: readonly MasterKey[], scope: string, wrapped: Buffer): DataKey | undefined {
  for (const key of keys) {
    try {
      return unwrapKey(key, scope, wrapped);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
    }
  }
  return undefined;
}

function firstOf(masters: MasterKeys): MasterKey {
  const [first] = masters.known();
  if (!first) throw new SealBroken("no master key is known");
  return first;
}
