import { createHash } from "node:crypto";
import { isRefused, type Refused } from "../knowledge/documents/document.js";
import { type DocumentFile, parseDocument } from "../knowledge/documents/parse.js";
import { splitIntoPassages } from "../knowledge/documents/passages.js";
import type { StoredDocument } from "../knowledge/documents/stored.js";

/** What of a document comes out of its file, the same whether a command or a chat brought it. */
export type ReadDocument = Pick<StoredDocument, "title" | "passages" | "meta">;

/** Reads one file, with all checks of `parseDocument`. Never throws. `id`: the name under which it is to be known. */
export async function passagesOf(id: string, file: DocumentFile): Promise<ReadDocument | Refused> {
  const parsed = await parseDocument(file);
  if (isRefused(parsed)) return parsed;
  const { title, meta } = parsed;
  return { title, meta, passages: splitIntoPassages(id, parsed) };
}

/** Changes with the bytes of a file and with what lies beside it (validity, who may see it). */
export function hashOf(bytes: Uint8Array, beside: Uint8Array | string = ""): string {
  return createHash("sha256").update(bytes).update(beside).digest("hex");
}
