import { parentPort, workerData } from "node:worker_threads";
import type { DocumentFile } from "../knowledge/documents/parse.js";
import { passagesOf } from "./read-document.js";

/** What the thread beside the bot gets: the file and the name under which it is to be known. */
export type ReadWork = { readonly id: string; readonly file: DocumentFile };

const { id, file } = workerData as ReadWork;
parentPort?.postMessage(await passagesOf(id, file));
