import { bytesAt, type Tree } from "./lmdb-layout.js";

/** What a decision reads. All of it comes from one snapshot if nothing is awaited in between. */
export type Reads = {
  get(key: Buffer): Uint8Array | undefined;
  /** The same without a copy: it holds until the next read. */
  peek(key: Buffer): Uint8Array | undefined;
  /** Keys from `from` on, up to `to` (exclusive), in order. */
  keys(from: Buffer, to: Buffer): Iterable<Uint8Array>;
};

/**
 * Key, and new value; no value: removed. `wipe`: so many bytes are written over before, since a page keeps what
 * was removed from it until it is written again. By key in latin1, which sorts as the bytes do.
 */
export type Changes = Map<
  string,
  { readonly key: Buffer; readonly value: Buffer | undefined; readonly wipe?: number }
>;

/** Changes over what is there; reads see them. */
export type Layer = Reads & {
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer, wipe?: number): void;
  readonly changes: Changes;
};

export function readsOf(tree: Tree): Reads {
  return {
    get: (key) => bytesAt(tree, key),
    peek: (key) => tree.getBinaryFast(key),
    keys: (from, to) => tree.getKeys({ start: from, end: to }),
  };
}

export function layerOver(below: Reads): Layer {
  const changes: Changes = new Map();
  return {
    changes,
    get(key) {
      const change = changes.get(key.toString("latin1"));
      return change ? change.value : below.get(key);
    },
    peek(key) {
      const change = changes.get(key.toString("latin1"));
      return change ? change.value : below.peek(key);
    },
    *keys(from, to) {
      const [low, high] = [from.toString("latin1"), to.toString("latin1")];
      const added = [...changes].filter(([name, { value }]) => name >= low && name < high && value);
      added.sort(([a], [b]) => (a < b ? -1 : 1));
      for (const key of below.keys(from, to)) {
        const name = Buffer.from(key).toString("latin1");
        // What is both below and changed comes from here, once; what was removed does not come.
        for (let next = added[0]; next && next[0] <= name; next = added[0]) {
          added.shift();
          yield next[1].key;
        }
        if (!changes.has(name)) yield key;
      }
      for (const [, { key }] of added) yield key;
    },
    put(key, value) {
      changes.set(key.toString("latin1"), { key, value });
    },
    remove(key, wipe) {
      const change = { key, value: undefined };
      changes.set(key.toString("latin1"), wipe === undefined ? change : { ...change, wipe });
    },
  };
}
