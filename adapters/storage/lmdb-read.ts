import type { IndexEntry, RangeOptions, StreamEntry, StreamOptions } from "../../casework/store/store.js";
import { bounds, indexKey, partsOf, streamKey, type Tree } from "./lmdb-layout.js";

/** Entries of an index in one snapshot; to be called without waiting in between. */
export function readIndex(tree: Tree, index: string, options: RangeOptions): readonly IndexEntry[] {
  const { from, to, reverse = false, limit, after } = options;
  const whole = bounds("i", index);
  const prefix = whole.from.length;
  let low = from === undefined ? whole.from : Buffer.from(`i${index}\0${from}`);
  let high = to === undefined ? whole.to : Buffer.from(`i${index}\0${to}`);
  let exclusiveStart = false;
  if (after) {
    const behind = indexKey(index, after);
    exclusiveStart = reverse ? behind.compare(high) < 0 : behind.compare(low) >= 0;
    if (exclusiveStart && reverse) high = behind;
    else if (exclusiveStart) low = behind;
  }
  const entries: IndexEntry[] = [];
  if (low.compare(high) >= 0) return entries;
  const window = { start: reverse ? high : low, end: reverse ? low : high, reverse, exclusiveStart };
  for (const key of tree.getKeys(limit === undefined ? window : { ...window, limit })) {
    const entry = Buffer.from(key.buffer, key.byteOffset + prefix, key.byteLength - prefix).toString();
    const end = entry.indexOf("\0");
    entries.push({ sort: entry.slice(0, end), member: entry.slice(end + 1) });
  }
  return entries;
}

export function readStreamEntries(
  tree: Tree,
  stream: string,
  { after, reverse = false, limit }: StreamOptions,
): readonly StreamEntry[] {
  const { from, to } = bounds("s", stream);
  const behind = after === undefined ? undefined : streamKey(stream, after);
  const window = {
    start: behind ?? (reverse ? to : from),
    end: reverse ? from : to,
    exclusiveStart: behind !== undefined,
    reverse,
  };
  const entries: StreamEntry[] = [];
  for (const { key, value } of tree.getRange(limit === undefined ? window : { ...window, limit })) {
    entries.push({ position: Number.parseInt(partsOf(key)[1] ?? "", 16), value });
  }
  return entries;
}
