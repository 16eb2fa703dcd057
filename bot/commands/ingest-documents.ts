import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { isRefused } from "../../knowledge/documents/document.js";
import { parseDocument } from "../../knowledge/documents/parse.js";
import { splitIntoPassages } from "../../knowledge/documents/passages.js";
import { type StoredDocument, storeDocuments, storedHashes } from "../../knowledge/documents/stored.js";
import { type Ledger, transact } from "../turn/transact.js";
import { commandRequest } from "./command-request.js";

export type Ingested = {
  readonly stored: readonly { readonly document: string; readonly passages: number }[];
  /** Their bytes have not changed since they were stored. */
  readonly unchanged: readonly string[];
  readonly refused: readonly { readonly document: string; readonly reason: string }[];
};

/** Documents that go into one commit. */
const AT_ONCE = 50;

/**
 * Reads files and folders (all below them) into the document base. What can't be read is refused with its
 * reason, the rest goes on. A document is known by the last parts of its path, so that it is found again.
 */
export async function ingestDocuments(
  ledger: Ledger,
  paths: readonly string[],
  progress: (done: number, total: number) => void = () => {},
): Promise<Ingested> {
  const hashes = await storedHashes(beginWork(ledger.store, ledger.keyring, ledger.clock()));
  const stored: Ingested["stored"][number][] = [];
  const unchanged: string[] = [];
  const refused: Ingested["refused"][number][] = [];
  let waiting: StoredDocument[] = [];
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) {
      await transact(ledger, commandRequest(ledger), async (unit) => storeDocuments(unit, batch));
    }
  };
  const files: { path: string; document: string }[] = [];
  for (const path of paths) {
    try {
      files.push(...(await filesBelow(path)));
    } catch {
      refused.push({ document: path, reason: "Die Datei oder der Ordner ist nicht da oder nicht lesbar." });
    }
  }
  for (const [i, { path, document }] of files.entries()) {
    progress(i, files.length);
    const bytes = await readFile(path);
    const beside = await readSidecar(path);
    if (beside === "faulty") {
      refused.push({ document, reason: `Die Datei ${basename(path)}${SIDECAR} ist kein gültiges JSON.` });
      continue;
    }
    const hash = createHash("sha256")
      .update(bytes)
      .update(beside?.bytes ?? "")
      .digest("hex");
    if (hashes.get(document) === hash) {
      unchanged.push(document);
      continue;
    }
    const parsed = await parseDocument({
      name: basename(path),
      bytes,
      ...(beside ? { sidecar: beside.content } : {}),
    });
    if (isRefused(parsed)) {
      refused.push({ document, reason: parsed.refused });
      continue;
    }
    const passages = splitIntoPassages(document, parsed);
    const { title, meta } = parsed;
    waiting.push({ id: document, title, hash, ingestedAt: ledger.clock(), passages, meta });
    stored.push({ document, passages: passages.length });
    if (waiting.length >= AT_ONCE) await flush();
  }
  await flush();
  return { stored, unchanged, refused };
}

/** Beside `plan.pdf` lies `plan.pdf.meta.json`: validity, successor, and who may see it. */
const SIDECAR = ".meta.json";

type Sidecar = { readonly bytes: Buffer; readonly content: Readonly<Record<string, unknown>> };

/** What lies beside a file; a limit that cannot be read must not be lost, so that the file is refused then. */
async function readSidecar(path: string): Promise<Sidecar | "faulty" | undefined> {
  const bytes = await readFile(`${path}${SIDECAR}`).catch(() => undefined);
  if (!bytes) return undefined;
  try {
    const content: unknown = JSON.parse(bytes.toString("utf8"));
    const isObject = typeof content === "object" && content !== null && !Array.isArray(content);
    return isObject ? { bytes, content: content as Sidecar["content"] } : "faulty";
  } catch {
    return "faulty";
  }
}

/** A file itself, or every file below a folder; hidden ones are passed over. */
async function filesBelow(path: string): Promise<{ path: string; document: string }[]> {
  if (!(await stat(path)).isDirectory()) return [{ path, document: basename(path) }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && !entry.name.endsWith(SIDECAR))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file, document: relative(path, file).split("\\").join("/") }));
}
