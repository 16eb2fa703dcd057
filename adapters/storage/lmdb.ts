import { statfs } from "node:fs/promises";
import type { Store } from "../../casework/store/store.js";
import { assertBatch, assertName, assertWhole } from "./batch.js";
import { applyBatch } from "./lmdb-commit.js";
import { acquireTree } from "./lmdb-environment.js";
import { decodeRecord, metaKey, partsOf, recordKey, type Tree } from "./lmdb-layout.js";
import { leaseJobs, listJobs, takeable } from "./lmdb-queue.js";
import { readIndex, readStreamEntries } from "./lmdb-read.js";
import { expired, sweepExpired } from "./lmdb-sweep.js";
import { readingOf, transactionsOf } from "./lmdb-transaction.js";

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
  const { tree, release } = await acquireTree(path);
  let closed: Promise<void> | undefined;
  const handle = { tree, isClosed: () => closed !== undefined };
  const transact = transactionsOf(handle, timeoutMs);
  const reading = readingOf(handle);
  const listeners = new Set<() => void>();
  await assertLayout(tree, transact).catch((error: unknown) => release().then(() => Promise.reject(error)));

  const sweep = async (limit = SWEEP_LIMIT): Promise<boolean> =>
    reading(() => expired(tree, now(), 1)).length > 0 && transact(() => sweepExpired(tree, now(), limit));
  const stopSweeping = repeat(sweepEveryMs, sweep);

  return {
    engine: "lmdb",
    async get(keys) {
      for (const key of keys) assertName(key);
      const at = now();
      return reading(() =>
        keys.map((key) => {
          const bytes = tree.getBinary(recordKey(key));
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
      const result = await transact(() => applyBatch(tree, batch, now()));
      if (result.kind === "committed" && batch.enqueue?.length) for (const listener of listeners) listener();
      return result;
    },
    async lease(queue, request) {
      assertName(queue);
      for (const value of [request.now, request.until, request.limit]) assertWhole(value);
      // Most polls find nothing, and those need no write lock.
      const some = reading(() => takeable(tree, queue, { ...request, limit: Math.min(1, request.limit) }));
      return some.length === 0 ? [] : transact(() => leaseJobs(tree, queue, request));
    },
    async jobs(queue, limit) {
      assertName(queue);
      return reading(() => listJobs(tree, queue, limit));
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
    ping: () => transact(() => void tree.put(metaKey("ping"), Buffer.from(String(now())))),
    warnings: () => warningsAbout(path),
    sweep,
    close() {
      stopSweeping();
      closed ??= release();
      return closed;
    },
  };
}

async function assertLayout(tree: Tree, transact: <T>(run: () => T) => Promise<T>): Promise<void> {
  const layout = await transact(() => {
    const found = tree.getBinary(metaKey("layout"));
    if (!found) tree.put(metaKey("layout"), Buffer.from(LAYOUT));
    return found?.toString() ?? LAYOUT;
  });
  if (layout !== LAYOUT) {
    throw new Error(`Der Datenbestand hat die Fassung ${layout}; dieses Programm kennt nur ${LAYOUT}.`);
  }
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
