import { StoreUnavailable } from "../../casework/store/store.js";
import { deadline } from "./deadline.js";
import type { Tree } from "./lmdb-layout.js";

/** A store's part in a tree that other stores of this process may have open too. */
export type Handle = { readonly tree: Tree; readonly isClosed: () => boolean };

/**
 * Write transactions with a time limit. All that wait at the same time share one LMDB transaction and one
 * fsync; each runs as a child of it, so that one that throws takes only its own writes along.
 */
export function transactionsOf(
  { tree, isClosed }: Handle,
  timeoutMs: number,
): <T>(run: () => T) => Promise<T> {
  return <T>(run: () => T) =>
    new Promise<T>((resolve, reject) => {
      if (isClosed()) return reject(new StoreUnavailable("LMDB: closed"));
      let givenUp = false;
      const stop = deadline(timeoutMs, () => {
        givenUp = true;
        reject(new StoreUnavailable(`LMDB did not commit within ${timeoutMs} ms`));
      });
      const fail = (error: unknown) => {
        stop();
        reject(unavailable(error));
      };
      let committed: Promise<T | undefined>;
      try {
        // Whoever was told that it failed must not find it done: a late turn writes nothing any more.
        committed = tree.childTransaction(() => (givenUp ? undefined : run()));
      } catch (error) {
        return fail(error);
      }
      committed.then(
        (result) => {
          stop();
          if (!givenUp) resolve(result as T);
        },
        (error: unknown) => {
          if (hasCommitError(error)) error.commitError.catch(fail);
          else fail(error);
        },
      );
    });
}

/** Reads from the newest snapshot: `run` sees what any process committed before it, and nothing in between. */
export function readingOf({ tree, isClosed }: Handle): <T>(run: () => T) => T {
  return (run) => {
    if (isClosed()) throw new StoreUnavailable("LMDB: closed");
    try {
      tree.resetReadTxn();
      return run();
    } catch (error) {
      throw unavailable(error);
    }
  };
}

/** lmdb tells the cause of a failed commit in a promise of its own that rejects a moment later. */
function hasCommitError(error: unknown): error is { readonly commitError: Promise<never> } {
  return typeof error === "object" && error !== null && "commitError" in error;
}

function unavailable(error: unknown): Error {
  return new StoreUnavailable(`LMDB: ${error instanceof Error ? error.message : String(error)}`);
}
