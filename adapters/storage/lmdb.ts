import { statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Portable } from "../../casework/store/portable.js";
import { type Store, StoreUnavailable } from "../../casework/store/store.js";
import { assertBatch, assertName, assertWhole } from "./batch.js";
import { applyBatch } from "./lmdb-commit.js";
import { acquireEnvironment } from "./lmdb-environment.js";
import { bytesAt, decodeRecord, metaKey, partsOf, recordKey, traceOf } from "./lmdb-layout.js";
import { lmdbPortable } from "./lmdb-portable.js";
import { leaseJobs, listJobs } from "./lmdb-queue.js";
import { readIndex, readStreamEntries } from "./lmdb-read.js";
import { scrubFreePages } from "./lmdb-scrub.js";
import { sweepExpired } from "./lmdb-sweep.js";
import { unavailable } from "./lmdb-transaction.js";
import { type Layer, readsOf } from "./lmdb-view.js";

export type LmdbOptions = {
  /** Folder of the environment; made if missing. On a local disk: LMDB can't lock over a network. */
  readonly path: string;
  /** The engine's clock, ms since the epoch: deadlines and expiry go by it. */
  readonly now?: () => number;
  /** How long a write may take (another process may hold the lock, the disk may hang). */
  readonly timeoutMs?: number;
  /** How often what has expired is removed for good; 0: never. */
  readonly sweepEveryMs?: number;
};

export type LmdbStore = Store & {
  /** What an operator should know about this place, in German. */
  warnings(): Promise<readonly string[]>;
  /** Removes what has expired, at most `limit` entries. True: there may be more. */
  sweep(limit?: number): Promise<boolean>;
  readonly portable: Portable;
};

const LAYOUT = "1";
const SWEEP_LIMIT = 500;
const KEYS_PER_READ = 1000;

/**
 * Opens the embedded store: durable, several processes at once, one fsync for all commits that are waiting.
 * @throws Error if the folder can't be used or holds a layout that this version does not know.
 */
export async function openLmdbStore(options: LmdbOptions): Promise<LmdbStore> {
  const { path, now = Date.now, timeoutMs = 5000, sweepEveryMs = 60_000 } = options;
  const { tree, transact, lacking, release } = await acquireEnvironment(path);
  const listeners = new Set<() => void>();
  let closed: Promise<void> | undefined;

  /** Reads from the newest snapshot: what any process committed before, and nothing of what comes in between. */
  function reading<T>(read: () => T): T {
    if (closed) throw new StoreUnavailable("LMDB: closed", "refused");
    try {
      tree.resetReadTxn();
      return read();
    } catch (error) {
      throw unavailable(error);
    }
  }
  async function writing<T>(decide: (view: Layer) => T): Promise<T> {
    if (closed) throw new StoreUnavailable("LMDB: closed", "refused");
    return transact(decide, timeoutMs);
  }
  const sweep = (limit = SWEEP_LIMIT) => writing((view) => sweepExpired(view, now(), limit));

  try {
    const layout = await writing(layoutOf);
    if (layout !== LAYOUT) {
      throw new Error(`Der Datenbestand hat die Fassung ${layout}; dieses Programm kennt nur ${LAYOUT}.`);
    }
  } catch (error) {
    await release();
    throw error;
  }
  const stopSweeping = repeat(sweepEveryMs, sweep);

  return {
    engine: "lmdb",
    async get(keys) {
      for (const key of keys) assertName(key);
      const at = now();
      return reading(() =>
        keys.map((key) => {
          const bytes = bytesAt(tree, recordKey(key));
          const record = bytes && decodeRecord(bytes);
          if (!record || record.expiresAt <= at) return undefined;
          return { version: record.version, value: record.value };
        }),
      );
    },
    async range(index, range = {}) {
      assertName(index);
      return reading(() => readIndex(tree, index, range));
    },
    async readStream(stream, options = {}) {
      assertName(stream);
      return reading(() => readStreamEntries(tree, stream, options));
    },
    async commit(batch) {
      assertBatch(batch);
      const result = await writing((view) => applyBatch(view, batch, now()));
      if (result.kind === "committed" && batch.enqueue?.length) for (const listener of listeners) listener();
      return result;
    },
    async lease(queue, request) {
      assertName(queue);
      for (const value of [request.now, request.until, request.limit]) assertWhole(value);
      return writing((view) => leaseJobs(view, queue, request));
    },
    async jobs(queue, limit) {
      assertName(queue);
      return reading(() => listJobs(readsOf(tree), queue, limit));
    },
    onEnqueue(listener) {
      const entry = () => listener();
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    async *keys(prefix) {
      assertName(prefix);
      const end = Buffer.concat([recordKey(prefix), Buffer.from([0xff])]);
      let start = recordKey(prefix);
      for (let first = true; ; first = false) {
        const window = { start, end, exclusiveStart: !first, limit: KEYS_PER_READ };
        const entries = reading(() => [...tree.getRange(window)]);
        const at = now();
        for (const { key, value } of entries) {
          if (decodeRecord(value).expiresAt > at) yield partsOf(key)[0] ?? "";
        }
        const last = entries.at(-1);
        if (!last || entries.length < KEYS_PER_READ) return;
        start = last.key;
      }
    },
    async *traces(text) {
      let start: Uint8Array = Buffer.from("h");
      for (let first = true; ; first = false) {
        const window = { start, end: Buffer.from("s"), exclusiveStart: !first, limit: KEYS_PER_READ };
        const keys = reading(() => [...tree.getKeys(window as never)]);
        for (const key of keys) {
          if (!Buffer.from(key).includes(text)) continue;
          const trace = traceOf(key);
          if (trace) yield trace;
        }
        const last = keys.at(-1);
        if (!last || keys.length < KEYS_PER_READ) return;
        start = last;
      }
    },
    async scrub() {
      await scrubFreePages(tree, transact, () => statSync(join(path, "data.mdb")).size);
      return undefined;
    },
    ping: () => writing((view) => putPing(view, now(), lacking())),
    warnings: () => warningsAbout(path),
    sweep,
    portable: lmdbPortable(tree, writing, now),
    close() {
      stopSweeping();
      closed ??= release();
      return closed;
    },
  };
}

/** The layout's version; an empty store gets ours. */
function layoutOf(view: Layer): string {
  const found = view.get(metaKey("layout"));
  if (found) return Buffer.from(found).toString();
  view.put(metaKey("layout"), Buffer.from(LAYOUT));
  return LAYOUT;
}

/** After a write that found no room, one of its size: free pages may take a small one for a long time yet. */
function putPing(view: Layer, at: number, lacking: number): void {
  view.put(metaKey("ping"), Buffer.from(String(at)));
  if (lacking > 0) view.put(metaKey("room"), Buffer.alloc(lacking));
  else if (view.get(metaKey("room"))) view.remove(metaKey("room"));
}

/** Runs `work` every `ms`, at once again while it answers that there is more; never two at a time. */
function repeat(ms: number, work: () => Promise<boolean>): () => void {
  if (ms === 0) return () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const plan = (delay: number) => {
    timer = setTimeout(async () => {
      // A disk that is full now may not be in a minute: the next round tries again.
      const more = await work().catch(() => false);
      if (timer) plan(more ? 100 : ms);
    }, delay);
    timer.unref();
  };
  plan(ms);
  return () => {
    clearTimeout(timer);
    timer = undefined;
  };
}

/** `f_type` of file systems on which LMDB's locks and memory maps don't hold. */
const NETWORK_FILE_SYSTEMS = new Map([
  [0x6969, "NFS"],
  [0xff534d42, "SMB"],
  [0xfe534d42, "SMB"],
  [0x01021997, "9P"],
]);

async function warningsAbout(path: string): Promise<readonly string[]> {
  const kind = NETWORK_FILE_SYSTEMS.get((await statfs(path)).type);
  if (kind === undefined) return [];
  return [
    `DATA_DIR liegt auf einem Netzlaufwerk (${kind}). Dort kann der eingebaute Speicher Daten verlieren. ` +
      "Bitte ein lokales Laufwerk nehmen oder REDIS_URL setzen.",
  ];
}
