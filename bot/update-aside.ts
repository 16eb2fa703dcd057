import { Worker } from "node:worker_threads";
import type { Passage } from "../knowledge/documents/document.js";
import { decodeIndex, encodeIndex } from "../knowledge/documents/index-codec.js";
import { type KnowledgeIndex, updateIndex } from "../knowledge/documents/knowledge-index.js";
import type { IndexWork } from "./index-worker.js";

/** Up to so many passages the work is done in less time than a thread takes to begin, or not much more. */
const AT_ONCE = 3000;

/** As `updateIndex`; a large index is made in a thread beside the one that answers people. */
export async function updateAside(
  index: KnowledgeIndex,
  change: { readonly remove: ReadonlySet<string>; readonly add: readonly Passage[] },
): Promise<KnowledgeIndex> {
  if (index.search.units + change.add.length <= AT_ONCE) return updateIndex(index, change);
  const work: IndexWork = { base: encodeIndex(index), ...change };
  const bytes = await new Promise<Uint8Array>((resolve, reject) => {
    const worker = new Worker(new URL("./index-worker.js", import.meta.url), { workerData: work });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The thread that indexes ended with ${code}.`)));
  });
  return decodeIndex(bytes) ?? updateIndex(index, change);
}
