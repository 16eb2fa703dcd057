import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/**
 * Encryption at rest: AES-256-GCM with a data key per scope, each data key wrapped by the master key.
 * A scope is `system` or `case:<id>`. Destroying a scope's key record makes all that was sealed under it
 * unreadable, wherever a copy of it still lies.
 *
 * Layout of a sealed value: format (1 byte), nonce (12), tag (16), ciphertext. The additional data names the
 * record and its version, so that a value moved to another place does not open.
 */
export type DataKey = Buffer;

const FORMAT = 1;
const NONCE = 12;
const TAG = 16;

/** A sealed value that does not open: wrong key, wrong place or changed bytes. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
}

export function newDataKey(): DataKey {
  return randomBytes(32);
}

/** Random bytes are fetched for many nonces at once: each call into the system costs more than a seal. */
const POOL = NONCE * 256;
let pool = Buffer.alloc(0);
let used = 0;

function newNonce(): Buffer {
  if (used + NONCE > pool.length) {
    pool = randomBytes(POOL);
    used = 0;
  }
  used += NONCE;
  return pool.subarray(used - NONCE, used);
}

export function seal(key: DataKey, additionalData: string, plain: Buffer): Buffer {
  const nonce = newNonce();
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(additionalData));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), body]);
}

/** @throws SealBroken */
export function unseal(key: DataKey, additionalData: string, sealed: Buffer): Buffer {
  if (sealed.length < 1 + NONCE + TAG || sealed[0] !== FORMAT) throw new SealBroken("not a sealed value");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 1 + NONCE));
  decipher.setAAD(Buffer.from(additionalData));
  decipher.setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]);
  } catch {
    throw new SealBroken(`cannot open ${additionalData}`);
  }
}

/** 32 bytes; see `KIM_MASTER_KEY`. */
export type MasterKey = Buffer;

export function wrapKey(master: MasterKey, scope: string, key: DataKey): Buffer {
  return seal(master, `key/${scope}`, key);
}

/** @throws SealBroken if the master key is not the one that wrapped it. */
export function unwrapKey(master: MasterKey, scope: string, wrapped: Buffer): DataKey {
  return unseal(master, `key/${scope}`, wrapped);
}
