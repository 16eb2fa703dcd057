import { type Keyring, keyRecord, openScope } from "./keyring.js";
import { SYSTEM_SCOPE } from "./record.js";
import type { Store } from "./store.js";
import { type DataKey, seal, unseal } from "./vault.js";

/** Seals under one key after the other: all of them are needed to open it again. */
export function sealAll(keys: readonly DataKey[], additionalData: string, plain: Buffer): Buffer {
  return keys.reduce((bytes, key) => seal(key, additionalData, bytes), plain);
}

/** @throws SealBroken */
export function unsealAll(keys: readonly DataKey[], additionalData: string, sealed: Buffer): Buffer {
  return keys.reduceRight((bytes, key) => unseal(key, additionalData, bytes), sealed);
}

/** Sealed bytes that say themselves under which scopes: a line of JSON, a newline, the bytes. */
export function envelope(scopes: readonly string[], sealed: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(scopes)}\n`), sealed]);
}

/** The scopes that an envelope names. */
export function scopesOf(bytes: Buffer): readonly string[] {
  return JSON.parse(bytes.subarray(0, bytes.indexOf(10)).toString()) as string[];
}

/** Opens what `sealResult` or `enqueue` sealed; undefined if one of its scopes was erased. */
export async function openEnvelope(
  store: Store,
  keyring: Keyring,
  additionalData: string,
  bytes: Buffer,
): Promise<Buffer | undefined> {
  const newline = bytes.indexOf(10);
  const scopes = scopesOf(bytes);
  const others = scopes.filter((scope) => scope !== SYSTEM_SCOPE);
  const stored = others.length > 0 ? await store.get(others.map(keyRecord)) : [];
  const keys: DataKey[] = [];
  for (const scope of scopes) {
    const key = await openScope(keyring, scope, stored[others.indexOf(scope)]);
    if (!key) return undefined;
    keys.push(key);
  }
  return unsealAll(keys, additionalData, bytes.subarray(newline + 1));
}
