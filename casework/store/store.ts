/**
 * The storage port: versioned records, ordered indexes, append-only streams, a leased outbox, and one
 * `commit` that applies all of a batch or nothing. Two engines implement it (LMDB, Redis); both pass
 * the contract suite in test/adapters/storage.
 *
 * Everything that leaves a turn goes through `commit`. There is no other way to write.
 *
 * Names – keys, idempotency keys, indexes, streams, queues, job ids – and the `sort` and `member` of an
 * index entry are well-formed Unicode, at most 500 bytes long in UTF-8, without the character U+0000.
 * Instants and positions are whole numbers. A batch that breaks these rules rejects with `RangeError`.
 */

const maxNameBytes = 500;

/** Whether something can be stored under this name at all. A lone surrogate has no UTF-8: two names would be one. */
export function isStoreName(name: string): boolean {
  // Three bytes at most for each unit of UTF-16: most names are short enough without counting.
  const fits = name.length * 3 <= maxNameBytes || Buffer.byteLength(name) <= maxNameBytes;
  return fits && !name.includes("\0") && !/\p{Surrogate}/u.test(name);
}

/**
 * A record as stored. `version` counts from 1 and rises by one with each write of the key. A key that was
 * deleted (or has expired) starts at 1 again: where a stale reader must notice, write an empty value instead.
 */
export type Stored = { readonly version: number; readonly value: Buffer };

/** `version` 0 says: the key must be absent. */
export type Check = { readonly key: string; readonly version: number };

/**
 * One line of an ordered index. Entries sort by `sort`, then `member`, both compared by their UTF-8 bytes.
 * A pair (sort, member) is in an index at most once.
 */
export type IndexEntry = { readonly sort: string; readonly member: string };

/** One entry of a stream. `position` rises with each append to that stream, starting at 1, without gaps. */
export type StreamEntry = { readonly position: number; readonly value: Buffer };

/** A job in the outbox. Instants are milliseconds since the epoch. */
export type Job = { readonly id: string; readonly due: number; readonly value: Buffer };

/** A job that a worker holds until `leasedUntil`; `token` proves it in the commit that ends the job. */
export type LeasedJob = Job & {
  readonly token: string;
  readonly leasedUntil: number;
  readonly attempt: number;
};

/**
 * What one commit does. First it is decided whether anything happens – `once`, then `deadline`, then `checks`
 * and leases, in the order given – and then it is written in the order of the fields below; so a job may be
 * finished and put into the queue anew, or a stream dropped and begun again at position 1.
 */
export type Batch = {
  /**
   * Idempotency keys of this commit. If any of them was committed before and has not expired, nothing is
   * written and the answer is `replayed` with the result that was stored then.
   */
  readonly once?: {
    readonly keys: readonly string[];
    readonly result: Buffer;
    /** The markers may be forgotten from this instant on (ms since the epoch). */
    readonly expiresAt: number;
  };
  /** Nothing is written once the engine's own clock is past this instant (ms since the epoch). */
  readonly deadline?: number;
  /** Versions that must still hold: what was read and what is written. One check per key. */
  readonly checks?: readonly Check[];
  /** New values. A key that is put or deleted has a check in `checks`. `expiresAt`: gone from that instant on. */
  readonly puts?: readonly { readonly key: string; readonly value: Buffer; readonly expiresAt?: number }[];
  readonly deletes?: readonly string[];
  readonly index?: readonly ({ readonly op: "add" | "remove"; readonly index: string } & IndexEntry)[];
  /** Streams that are removed whole (erasure). */
  readonly dropStreams?: readonly string[];
  /** Entries removed from a stream by position (purging by age); the other positions stay. */
  readonly trimStreams?: readonly { readonly stream: string; readonly positions: readonly number[] }[];
  readonly appends?: readonly { readonly stream: string; readonly value: Buffer }[];
  /**
   * Jobs that end with this commit. With a token: only while that lease is held, else `conflict`. A lease is
   * held until another worker takes the job, even when it has run out.
   */
  readonly finish?: readonly { readonly queue: string; readonly id: string; readonly token?: string }[];
  /** Jobs that go back into the queue with a new due instant (and value); the lease must still be held. */
  readonly postpone?: readonly ({ readonly queue: string; readonly token: string } & Job)[];
  /** New jobs; a job whose id is already in the queue is left as it is. */
  readonly enqueue?: readonly ({ readonly queue: string } & Job)[];
  /** Idempotency keys that are forgotten at once, with their results (erasure). */
  readonly forget?: readonly string[];
};

/** A place in the store that is named after something. */
export type Trace =
  | { readonly kind: "record"; readonly key: string }
  | ({ readonly kind: "index"; readonly index: string } & IndexEntry)
  | { readonly kind: "stream"; readonly stream: string }
  | { readonly kind: "job"; readonly queue: string; readonly id: string }
  | { readonly kind: "once"; readonly key: string };

export type CommitResult =
  | { readonly kind: "committed" }
  /** An idempotency key was seen before; `result` is what that commit stored. */
  | { readonly kind: "replayed"; readonly result: Buffer }
  /** Somebody else changed `key` meanwhile, or `key` is the id of a job whose lease was lost. Nothing was written. */
  | { readonly kind: "conflict"; readonly key: string }
  /** The deadline had passed. Nothing was written. */
  | { readonly kind: "expired" };

export type RangeOptions = {
  /** First `sort` that counts, inclusive. */
  readonly from?: string;
  /** First `sort` that no longer counts (exclusive). */
  readonly to?: string;
  readonly reverse?: boolean;
  readonly limit?: number;
  /** Go on behind this entry (exclusive), in the direction of `reverse`. */
  readonly after?: IndexEntry;
};

export type StreamOptions = {
  /** Only entries behind this position (exclusive), in the direction of `reverse`. */
  readonly after?: number;
  readonly reverse?: boolean;
  readonly limit?: number;
};

/**
 * Reads see what was committed before they started. A method rejects with `StoreUnavailable` when the
 * engine cannot answer in time; after that error of `commit` the caller asks again with the same
 * `once` keys, which tells whether the commit had landed.
 */
export type Store = {
  readonly engine: "lmdb" | "redis" | "memory";
  /** Values for many keys in the order asked, in one round trip. */
  get(keys: readonly string[]): Promise<readonly (Stored | undefined)[]>;
  range(index: string, options?: RangeOptions): Promise<readonly IndexEntry[]>;
  readStream(stream: string, options?: StreamOptions): Promise<readonly StreamEntry[]>;
  commit(batch: Batch): Promise<CommitResult>;
  /**
   * Takes up to `limit` jobs of a queue that are due at `now` and not leased (or whose lease ran out),
   * by due instant, then id, and leases them until `until`. Leasing is atomic: two workers never hold one job.
   * `attempt` counts the leases of the job, this one included.
   */
  lease(queue: string, options: { now: number; until: number; limit: number }): Promise<readonly LeasedJob[]>;
  /** What waits in a queue, by due instant, then id, leased or not (for operators). */
  jobs(queue: string, limit: number): Promise<readonly (Job & { readonly attempt: number })[]>;
  /** Calls `listener` soon after a job was enqueued here or by another process, where the engine can tell. */
  onEnqueue(listener: () => void): () => void;
  /** Every key that starts with `prefix`, for operators (backup, rotation, erasure checks). Not atomic. */
  keys(prefix: string): AsyncIterable<string>;
  /** Everything that has `text` in its name, for erasure; looks at all names. Not atomic. */
  traces(text: string): AsyncIterable<Trace>;
  /**
   * Makes the disk forget what was deleted before: free pages and old logs. May take a while.
   * @returns a German sentence if this engine was not allowed to
   */
  scrub(): Promise<string | undefined>;
  /** Resolves if the engine takes writes; rejects with `StoreUnavailable` otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/**
 * What became of the write that failed. `unknown`: it may have landed. `refused`: the engine was not reached or said
 * no, nothing is written. `full`: refused for want of memory or disk.
 */
export type FailedWrite = "unknown" | "refused" | "full";

/** The engine did not answer: down, hanging, read-only, out of memory or out of disk. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
  readonly write: FailedWrite;

  constructor(message: string, write: FailedWrite = "unknown") {
    super(message);
    this.write = write;
  }
}
