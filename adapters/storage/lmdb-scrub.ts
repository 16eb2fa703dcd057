import type { Tree } from "./lmdb-layout.js";
import { metaKey } from "./lmdb-layout.js";
import type { Transact } from "./lmdb-transaction.js";

/** Fills one page whatever its size: LMDB puts such a value on a page of its own. */
const FILLER_BYTES = 4000;
/** Pages that are overwritten in one transaction. */
const STEP = 2000;
const TIMEOUT_MS = 30_000;
const ROUNDS = 3;

/**
 * LMDB never writes over a page in use: what was deleted lies on in free pages until they are taken again. So all
 * of them are taken once, by filler, and given back; the filler is then what lies there. More than once, since the
 * pages of the last transactions only become free after them.
 */
export async function scrubFreePages(tree: Tree, transact: Transact, fileBytes: () => number): Promise<void> {
  const filler = Buffer.alloc(FILLER_BYTES);
  for (let round = 0; round < ROUNDS; round++) {
    // No more pages can be free than the file has; it grows a little when there were fewer.
    const pages = Math.ceil(fileBytes() / 4096);
    const names: Buffer[] = [];
    for (let done = 0; done < pages; done += STEP) {
      const before = fileBytes();
      const step = Array.from({ length: Math.min(STEP, pages - done) }, (_, i) =>
        metaKey(`filler/${done + i}`),
      );
      await transact((view) => {
        for (const name of step) view.put(name, filler);
      }, TIMEOUT_MS);
      names.push(...step);
      tree.resetReadTxn();
      // It had to grow: nothing was free any more.
      if (fileBytes() > before) break;
    }
    for (let at = 0; at < names.length; at += STEP) {
      const step = names.slice(at, at + STEP);
      await transact((view) => {
        for (const name of step) view.remove(name);
      }, TIMEOUT_MS);
    }
  }
}
