import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { isRefused, type Refused } from "../../knowledge/documents/document.js";
import { MOST_BYTES, tooLarge } from "../../knowledge/documents/parse.js";
import {
  removeDocuments,
  type StoredDocument,
  storeDocuments,
  storedFolders,
  storedHashes,
} from "../../knowledge/documents/stored.js";
import { hashOf, passagesOf } from "../read-document.js";
import type { Ledger } from "../turn/transact.js";
import { commitCommand } from "./command-request.js";
import { type FoundFile, filesToIngest, readSidecar, SIDECAR, type Unread } from "./files-to-ingest.js";

export type Ingested = {
  readonly stored: readonly { readonly document: string; readonly passages: number }[];
  /** Their bytes have not changed since they were stored. */
  readonly unchanged: readonly string[];
  /** They came in with one of these folders and are not in it any more. */
  readonly removed: readonly string[];
  readonly refused: readonly Unread[];
};

/** Documents that go into one commit, and the letters after which it is closed all the same. */
const AT_ONCE = { documents: 50, letters: 4_000_000 };

/**
 * Reads files and folders (all below them) into the document base. What can't be read is refused with its reason, the
 * rest goes on; an older version of a file that is refused now stays as it was. What is gone from a folder that was read
 * before is taken out.
 */
export async function ingestDocuments(
  ledger: Ledger,
  paths: readonly string[],
  progress: (done: number, total: number) => void = () => {},
): Promise<Ingested> {
  const look = beginWork(ledger.store, ledger.keyring, ledger.clock());
  const hashes = await storedHashes(look);
  const before = await storedFolders(look);
  const { files, unread, folders } = await filesToIngest(paths);
  const stored: Ingested["stored"][number][] = [];
  const unchanged: string[] = [];
  const refused: Unread[] = [...unread];
  let waiting: StoredDocument[] = [];
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) {
      await commitCommand(ledger, (unit) => storeDocuments(unit, batch));
    }
  };
  for (const [i, file] of files.entries()) {
    const { document } = file;
    progress(i, files.length);
    const read = await readDocument(file, hashes.get(document), ledger.clock());
    if (read === "unchanged") unchanged.push(document);
    else if (isRefused(read)) refused.push({ document, reason: read.refused });
    else {
      waiting.push(read);
      stored.push({ document, passages: read.passages.length });
      if (waiting.length >= AT_ONCE.documents || lettersIn(waiting) > AT_ONCE.letters) await flush();
    }
  }
  await flush();
  progress(files.length, files.length);
  const removed = goneFrom(folders, files, before);
  if (removed.length > 0) {
    await commitCommand(ledger, (unit) => removeDocuments(unit, removed));
  }
  return { stored, unchanged, removed, refused };
}

async function readDocument(
  { path, document, folder }: FoundFile,
  known: string | undefined,
  now: number,
): Promise<StoredDocument | Refused | "unchanged"> {
  // A file may go, or be locked, between being listed and being read.
  const size = await stat(path).then(
    (one) => one.size,
    () => undefined,
  );
  // Before it is in memory: a file of many gigabytes must not end the run.
  if (size !== undefined && size > MOST_BYTES) return tooLarge(MOST_BYTES);
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return { refused: "Die Datei ist nicht lesbar (Rechte?)." };
  const beside = await readSidecar(path);
  if (beside === "faulty")
    return { refused: `Die Datei ${basename(path)}${SIDECAR} ist kein gültiges JSON.` };
  const hash = hashOf(bytes, beside?.bytes);
  if (known === hash) return "unchanged";
  const file = { name: basename(path), bytes, ...(beside ? { sidecar: beside.content } : {}) };
  const read = await passagesOf(document, file);
  return isRefused(read) ? read : { id: document, hash, ingestedAt: now, folder, ...read };
}

function lettersIn(documents: readonly StoredDocument[]): number {
  let letters = 0;
  for (const { passages } of documents)
    for (const { sentences } of passages) for (const { text } of sentences) letters += text.length;
  return letters;
}

function goneFrom(
  folders: ReadonlySet<string>,
  files: readonly FoundFile[],
  before: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const there = new Set(files.map(({ document }) => document));
  return [...folders].flatMap((folder) => [...(before.get(folder) ?? [])].filter((id) => !there.has(id)));
}
