import { envelope, sealAll } from "./envelope.js";
import type { Keyring } from "./keyring.js";
import { SYSTEM_SCOPE } from "./record.js";
import type { DataKey } from "./vault.js";

/** The data keys that one unit of work has looked up or made, by scope. */
export type KeysAtHand = {
  readonly has: (scope: string) => boolean;
  readonly put: (scope: string, key: DataKey) => void;
  /** The keys of scopes that are used from now on; undefined if one of them has none. */
  readonly use: (scopes: readonly string[]) => readonly DataKey[] | undefined;
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
    used: () => [...used],
    sealUnderUsed(additionalData, plain) {
      const scopes = [SYSTEM_SCOPE, ...used].filter((scope) => keys.has(scope));
      return envelope(scopes, sealAll(use(scopes) ?? [], additionalData, plain));
    },
  };
}
