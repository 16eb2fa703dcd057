/**
 * The way out of a store and into another one, of the same engine or not: for backups and for moving from LMDB to
 * Redis. Items are what the port of store.ts promises to keep – versions, positions and attempts included, since a
 * sealed value opens only at its place – and nothing of how an engine lays it out. Values stay sealed.
 */
export type PortableItem =
  | {
      readonly kind: "record";
      readonly key: string;
      readonly version: number;
      readonly value: Buffer;
      readonly expiresAt?: number;
    }
  | { readonly kind: "once"; readonly key: string; readonly value: Buffer; readonly expiresAt: number }
  | { readonly kind: "index"; readonly index: string; readonly sort: string; readonly member: string }
  | { readonly kind: "entry"; readonly stream: string; readonly position: number; readonly value: Buffer }
  /** The last position that a stream gave out; behind its entries. */
  | { readonly kind: "head"; readonly stream: string; readonly position: number }
  /** Without its lease: after a restore nobody holds it. */
  | {
      readonly kind: "job";
      readonly queue: string;
      readonly id: string;
      readonly due: number;
      readonly attempt: number;
      readonly value: Buffer;
    }
  /** What came before of this no longer counts: it was written meanwhile, and comes again whole. */
  | { readonly kind: "again"; readonly of: Container; readonly name: string };

export type Container = "record" | "once" | "index" | "stream" | "queue";

export type Portable = {
  /** All that was committed at one instant during the call, while others write. */
  dump(): AsyncIterable<PortableItem>;
  /** Puts items in as they are. Only into a store that nobody uses. */
  load(items: readonly PortableItem[]): Promise<void>;
  isEmpty(): Promise<boolean>;
  /** Removes everything. */
  clear(): Promise<void>;
  /** Whether another process has this store open (LMDB) or listens to it as a bot does (Redis), as far as one can tell. */
  inUse(): Promise<boolean>;
};
