import { decodeOnce, decodeRecord, digits, onceKey, recordKey } from "./lmdb-layout.js";
import type { Layer } from "./lmdb-view.js";

const KIND_AT = 15;

/**
 * Removes what has expired at or before `now`, oldest first, at most `limit` records and markers. Answers
 * whether there may be more.
 */
export function sweepExpired(view: Layer, now: number, limit: number): boolean {
  const due: string[] = [];
  for (const key of view.keys(Buffer.from("x"), Buffer.from(`x${digits(now + 1)}`))) {
    if (due.length === limit) break;
    due.push(Buffer.from(key).toString());
  }
  for (const key of due) {
    const name = key.slice(KIND_AT + 1);
    const once = key[KIND_AT] === "o";
    const target = once ? onceKey(name) : recordKey(name);
    const bytes = view.get(target);
    // A marker may have been set anew since: then only this entry is of yesterday.
    const expiresAt = bytes && (once ? decodeOnce(bytes) : decodeRecord(bytes)).expiresAt;
    if (expiresAt !== undefined && expiresAt <= now) view.remove(target);
    view.remove(Buffer.from(key));
  }
  return due.length === limit;
}
