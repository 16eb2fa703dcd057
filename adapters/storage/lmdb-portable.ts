import type { Portable, PortableItem } from "../../casework/store/portable.js";
import { assertItems } from "./batch.js";
import {
  bounds,
  decodeJob,
  decodeOnce,
  decodePosition,
  decodeRecord,
  encodeJob,
  encodeOnce,
  encodePosition,
  encodeRecord,
  expiryKey,
  indexKey,
  jobKey,
  nothing,
  onceKey,
  partsOf,
  queueKey,
  recordKey,
  streamHeadKey,
  streamKey,
  type Tree,
} from "./lmdb-layout.js";
import type { Layer } from "./lmdb-view.js";

/** The letters of lmdb-layout.ts in the order in which they go out: entries of a stream before its head. */
const KINDS = ["r", "o", "i", "s", "h", "j"] as const;
const CLEARED_AT_ONCE = 5_000;

export function lmdbPortable(
  tree: Tree,
  writing: <T>(decide: (view: Layer) => T) => Promise<T>,
  now: () => number,
): Portable {
  return {
    async *dump() {
      tree.resetReadTxn();
      // One snapshot from the first key to the last, whatever is written meanwhile.
      const transaction = tree.useReadTransaction();
      try {
        for (const kind of KINDS) {
          for (const { key, value } of tree.getRange({ ...wholeKind(kind), transaction })) {
            const item = itemOf(kind, key, value, now());
            if (item) yield item;
          }
        }
      } finally {
        transaction.done();
      }
    },
    async load(items) {
      assertItems(items);
      await writing((view) => {
        for (const item of items) put(view, item);
      });
    },
    async isEmpty() {
      tree.resetReadTxn();
      return KINDS.every((kind) => [...tree.getKeys({ ...wholeKind(kind), limit: 1 })].length === 0);
    },
    async inUse() {
      // Takes out those that died without a word.
      tree.readerCheck();
      const readers = [...tree.readerList().matchAll(/^\s*(\d+)\s/gm)].map(([, pid]) => Number(pid));
      return readers.some((pid) => pid !== process.pid);
    },
    async clear() {
      for (let left = true; left; ) {
        left = await writing((view) => {
          let count = 0;
          for (const kind of [...KINDS, "q", "x"]) {
            const { start, end } = wholeKind(kind);
            for (const key of view.keys(start, end)) {
              if (++count > CLEARED_AT_ONCE) return true;
              view.remove(Buffer.from(key));
            }
          }
          return false;
        });
      }
    },
  };
}

function wholeKind(kind: string): { readonly start: Buffer; readonly end: Buffer } {
  return { start: Buffer.from(kind), end: Buffer.from(String.fromCharCode(kind.charCodeAt(0) + 1)) };
}

/** Undefined for what has expired. */
function itemOf(
  kind: (typeof KINDS)[number],
  key: Uint8Array,
  value: Buffer,
  now: number,
): PortableItem | undefined {
  const [name = "", second = "", third = ""] = partsOf(key);
  switch (kind) {
    case "r": {
      const record = decodeRecord(value);
      if (record.expiresAt <= now) return undefined;
      const expires = Number.isFinite(record.expiresAt) ? { expiresAt: record.expiresAt } : {};
      return {
        kind: "record",
        key: name,
        version: record.version,
        value: Buffer.from(record.value),
        ...expires,
      };
    }
    case "o": {
      const { expiresAt, result } = decodeOnce(value);
      return expiresAt <= now
        ? undefined
        : { kind: "once", key: name, value: Buffer.from(result), expiresAt };
    }
    case "i":
      return { kind: "index", index: name, sort: second, member: third };
    case "s":
      return {
        kind: "entry",
        stream: name,
        position: Number.parseInt(second, 16),
        value: Buffer.from(value),
      };
    case "h":
      return { kind: "head", stream: name, position: decodePosition(value) };
    case "j": {
      const { due, attempt, value: payload } = decodeJob(value);
      return { kind: "job", queue: name, id: second, due, attempt, value: Buffer.from(payload) };
    }
  }
}

function put(view: Layer, item: PortableItem): void {
  switch (item.kind) {
    case "record":
      view.put(recordKey(item.key), encodeRecord(item.version, item.expiresAt, item.value));
      if (item.expiresAt !== undefined) view.put(expiryKey(item.expiresAt, "r", item.key), nothing);
      return;
    case "once":
      view.put(onceKey(item.key), encodeOnce(item.expiresAt, item.value));
      view.put(expiryKey(item.expiresAt, "o", item.key), nothing);
      return;
    case "index":
      view.put(indexKey(item.index, item), nothing);
      return;
    case "entry":
      view.put(streamKey(item.stream, item.position), item.value);
      view.put(streamHeadKey(item.stream), encodePosition(item.position));
      return;
    case "head":
      view.put(streamHeadKey(item.stream), encodePosition(item.position));
      return;
    case "job": {
      const { queue, id, due, attempt, value } = item;
      view.put(jobKey(queue, id), encodeJob({ due, leasedUntil: 0, attempt, token: "", value }));
      view.put(queueKey(queue, due, id), nothing);
      return;
    }
    case "again":
      forget(view, item);
      return;
  }
}

function forget(view: Layer, { of, name }: Extract<PortableItem, { kind: "again" }>): void {
  const removeAll = (from: Buffer, to: Buffer) => {
    for (const key of [...view.keys(from, to)]) view.remove(Buffer.from(key));
  };
  switch (of) {
    // Its line in the list of what expires may stay: the sweep looks at the record itself.
    case "record":
      view.remove(recordKey(name));
      return;
    case "once":
      view.remove(onceKey(name));
      return;
    case "index": {
      const { from, to } = bounds("i", name);
      removeAll(from, to);
      return;
    }
    case "stream": {
      const { from, to } = bounds("s", name);
      view.remove(streamHeadKey(name));
      removeAll(from, to);
      return;
    }
    case "queue": {
      const { from, to } = bounds("q", name);
      removeAll(from, to);
      removeAll(jobKey(name, ""), Buffer.from(`j${name}\x01`));
      return;
    }
  }
}
