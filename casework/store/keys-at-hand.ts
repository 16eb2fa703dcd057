import { envelope, sealAll } from "./envelope.js";
import type { Keyring } from "./keyring.js";
import { SYSTEM_SCOPE } from "./record.js";
import { type DataKey, SealBroken } from "./vault.js";

/** The data keys that one unit of work has looked up or made, by scope. */
export type KeysAtHand = {
  readonly has: (scope: string) => boolean;
  readonly put: (scope: string, key: DataKey) => void;
  /** The keys of scopes that are used from now on; undefined if one of them has none. */
  readonly use: (scopes: readonly string[]) => readonly DataKey[] | undefined;
  /** The same for what is to be sealed: under no key at all it would lie there in the clear. @throws SealBroken */
  readonly need: (scopes: readonly string[]) => readonly DataKey[];
  /** The scopes that were used, `system` left out. */
  readonly used: () => readonly string[];
  /** Seals bytes under the key of `system` and the keys of all scopes that were used. */
  readonly sealUnderUsed: (additionalData: string, plain: Buffer) => Buffer;
};

export function keysAtHand(keyring: Keyring): KeysAtHand {
  const keys = new Map<string, DataKey>([[SYSTEM_SCOPE, keyring.system]]);
  const used = new Set<string>();
  function use(scopes: readonly string[]): readonly DataKey[] | undefined {
    const found: DataKey[] = [];
    for (const scope of scopes) {
      if (scope !== SYSTEM_SCOPE) used.add(scope);
      const key = keys.get(scope);
      if (!key) return undefined;
      found.push(key);
    }
    return found;
  }
  return {
    has: (scope) => keys.has(scope),
    put: (scope, key) => keys.set(scope, key),
    use,
    need(scopes) {
      const found = use(scopes);
      if (!found) throw new SealBroken("a scope has no key to seal under");
      return found;
    },
    used: () => [...used],
    sealUnderUsed(additionalData, plain) {
      const found = [...keys].filter(([scope]) => scope === SYSTEM_SCOPE || used.has(scope));
      const scopes = found.map(([scope]) => scope);
      const sealing = found.map(([, key]) => key);
      return envelope(scopes, sealAll(sealing, additionalData, plain));
    },
  };
}
