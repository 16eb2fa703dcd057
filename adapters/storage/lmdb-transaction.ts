import type { Database } from "lmdb";
import { type FailedWrite, StoreUnavailable } from "../../casework/store/store.js";
import { deadline } from "./deadline.js";
import type { Tree } from "./lmdb-layout.js";
import { type Changes, type Layer, layerOver, readsOf } from "./lmdb-view.js";

/** Counts the transactions of all processes, as the version of one entry. */
export type Counter = Database<Buffer, Buffer>;

/**
 * Runs a decision and makes its changes durable, all or none, as if nothing else happened at the same time.
 * It may run several times; what it returns the last time is the result.
 * @throws StoreUnavailable
 */
export type Transact = <T>(decide: (view: Layer) => T, timeoutMs: number) => Promise<T>;

export type Transactions = {
  readonly transact: Transact;
  /** How many bytes the largest write took that found no room; 0 once such a one found it. */
  readonly lacking: () => number;
};

type Waiting = {
  readonly decide: (view: Layer) => unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  givenUp: boolean;
};

const PAGE = 4096;
const COUNT = Buffer.from("transactions");
const EMPTY = Buffer.from([0]);

/**
 * Transactions over a snapshot: all that wait are decided one after the other, and their changes go to LMDB as
 * one list of instructions that holds only if no transaction of another process came in between. If one did,
 * they are decided again.
 *
 * lmdb's own callback transactions would do the same with less code, but LMDB's lock is held while their worker
 * thread waits for this thread: a busy process would stop all others, and one that exits meanwhile never ends.
 */
export function transactionsOn(tree: Tree, counter: Counter): Transactions {
  const reads = readsOf(tree);
  const waiting: Waiting[] = [];
  let running = false;
  let lacking = 0;

  /** Lays the changes of all decisions over one another; a decision that throws leaves none. */
  function decideAll(group: readonly Waiting[]): { changes: Changes; settle: () => void } {
    const all = layerOver(reads);
    const settlements = group.map(({ decide, resolve, reject }) => {
      const own = layerOver(all);
      try {
        const result = decide(own);
        for (const [name, change] of own.changes) all.changes.set(name, change);
        return () => resolve(result);
      } catch (error) {
        return () => reject(unavailable(error));
      }
    });
    return {
      changes: all.changes,
      settle: () => {
        for (const settlement of settlements) settlement();
      },
    };
  }

  /** False: another process was faster, nothing was written. */
  function write(changes: Changes, count: number): Promise<boolean> {
    const instructions = () => {
      for (const { key, value, wipe } of changes.values()) {
        if (value) tree.put(key, value);
        else {
          if (wipe !== undefined) tree.put(key, Buffer.alloc(wipe));
          tree.remove(key);
        }
      }
      counter.put(COUNT, EMPTY, count + 1);
    };
    return count === 0
      ? counter.ifNoExists(COUNT, instructions)
      : counter.ifVersion(COUNT, count, instructions);
  }

  async function finish(jobs: readonly Waiting[]): Promise<void> {
    for (;;) {
      // Whoever was told that it failed must not find it done.
      const group = jobs.filter(({ givenUp }) => !givenUp);
      tree.resetReadTxn();
      const count = counter.getEntry(COUNT)?.version ?? 0;
      const { changes, settle } = decideAll(group);
      if (changes.size === 0) return settle();
      const written = await write(changes, count).catch(async (error: unknown) => {
        const reason = await causeOf(error);
        if (reason.write === "full") lacking = Math.max(lacking, sizeOf(changes));
        throw reason;
      });
      if (!written) continue;
      if (lacking > 0 && sizeOf(changes) >= lacking) lacking = 0;
      return settle();
    }
  }

  async function work(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const jobs = waiting.splice(0);
      try {
        await finish(jobs);
      } catch (error) {
        const reason = error instanceof StoreUnavailable ? error : unavailable(error);
        for (const { reject } of jobs) reject(reason);
      }
    }
    running = false;
  }

  const transact = <T>(decide: (view: Layer) => T, timeoutMs: number) =>
    new Promise<T>((resolve, reject) => {
      const stop = deadline(timeoutMs, () => {
        job.givenUp = true;
        reject(new StoreUnavailable(`LMDB did not commit within ${timeoutMs} ms`));
      });
      const job: Waiting = {
        decide,
        givenUp: false,
        resolve(result) {
          stop();
          resolve(result as T);
        },
        reject(error) {
          stop();
          reject(error);
        },
      };
      waiting.push(job);
      if (!running) void work();
    });
  return { transact, lacking: () => lacking };
}

/** LMDB copies each page that a change touches; so much at most. */
function sizeOf(changes: Changes): number {
  let bytes = 0;
  for (const { value } of changes.values()) bytes += PAGE + (value?.length ?? 0);
  return bytes;
}

/** lmdb tells the cause of a failed commit in a promise of its own that rejects a moment later. */
async function causeOf(error: unknown): Promise<StoreUnavailable> {
  if (typeof error !== "object" || error === null || !("commitError" in error)) return unavailable(error);
  return Promise.resolve(error.commitError).then(() => unavailable(error), unavailable);
}

export function unavailable(error: unknown): StoreUnavailable {
  const message = error instanceof Error ? error.message : String(error);
  return new StoreUnavailable(`LMDB: ${message}`, writeOf(message));
}

/**
 * How LMDB and the system below it say that there is no room: on the disk, for the file, in the map. A write that was
 * cut short, as it is at the very end of a disk, LMDB calls an input/output error.
 */
const FULL = /No space left|File too large|quota exceeded|MDB_MAP_FULL|Input\/output error/i;

/** A transaction that LMDB reports as failed was taken back whole. */
function writeOf(message: string): FailedWrite {
  return FULL.test(message) ? "full" : "refused";
}
