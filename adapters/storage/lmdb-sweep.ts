import { decodeOnce, decodeRecord, onceKey, recordKey, type Tree } from "./lmdb-layout.js";

const KIND_AT = 15;

/** Keys under which something expired at or before `now`, oldest first, at most `limit`. */
export function expired(tree: Tree, now: number, limit: number): readonly Uint8Array[] {
  const end = Buffer.from(`x${(now + 1).toString(16).padStart(14, "0")}`);
  return [...tree.getKeys({ start: Buffer.from("x"), end, limit })];
}

/**
 * Removes at most `limit` of the records and markers that have expired; to be called inside a write
 * transaction. Answers whether there may be more.
 */
export function sweepExpired(tree: Tree, now: number, limit: number): boolean {
  const keys = expired(tree, now, limit);
  for (const key of keys) {
    const text = Buffer.from(key).toString();
    const name = text.slice(KIND_AT + 1);
    const target = text[KIND_AT] === "o" ? onceKey(name) : recordKey(name);
    const bytes = tree.getBinary(target);
    // A marker may have been set anew since: then only this entry is of yesterday.
    const expiresAt =
      bytes && (text[KIND_AT] === "o" ? decodeOnce(bytes).expiresAt : decodeRecord(bytes).expiresAt);
    if (expiresAt !== undefined && expiresAt <= now) tree.remove(target);
    tree.remove(Buffer.from(key));
  }
  return keys.length === limit;
}
