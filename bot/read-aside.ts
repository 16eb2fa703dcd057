import { Worker } from "node:worker_threads";
import type { Refused } from "../knowledge/documents/document.js";
import type { DocumentFile } from "../knowledge/documents/parse.js";
import { passagesOf, type ReadDocument } from "./read-document.js";
import type { ReadWork } from "./read-worker.js";

/** A file up to this size is read in less time than a thread takes to begin, or not much more. */
const AT_ONCE_BYTES = 200_000;
/** What a document may unpack to in memory, MB; a thread that wants more is ended, and nobody else is. */
const MEMORY_MB = 1_024;

/** As `passagesOf`; a large file is read in a thread beside the one that answers people. */
export async function readAside(id: string, file: DocumentFile): Promise<ReadDocument | Refused> {
  if (file.bytes.length <= AT_ONCE_BYTES) return passagesOf(id, file);
  const work: ReadWork = { id, file };
  const worker = new Worker(new URL("./read-worker.js", import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise((resolve) => {
    worker.once("message", resolve);
    const fail = () =>
      resolve({ refused: "Die Datei ließ sich nicht lesen: Sie ist zu groß oder beschädigt." });
    worker.once("error", fail);
    worker.once("exit", fail);
  });
}
