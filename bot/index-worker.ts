import { parentPort, workerData } from "node:worker_threads";
import type { Passage } from "../knowledge/documents/document.js";
import { decodeIndex, encodeIndex } from "../knowledge/documents/index-codec.js";
import { buildIndex, updateIndex } from "../knowledge/documents/knowledge-index.js";

/** What the thread beside the bot gets: an index as bytes, and what is to change in it. */
export type IndexWork = {
  readonly base: Uint8Array;
  readonly remove: ReadonlySet<string>;
  readonly add: readonly Passage[];
};

const { base, remove, add } = workerData as IndexWork;
const bytes = encodeIndex(updateIndex(decodeIndex(base) ?? buildIndex([]), { remove, add }));
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
