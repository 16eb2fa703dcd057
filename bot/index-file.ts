import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { DocumentMeta } from "../knowledge/documents/document.js";
import { decodeIndex, encodeIndex, INDEX_VERSION } from "../knowledge/documents/index-codec.js";
import type { KnowledgeIndex } from "../knowledge/documents/knowledge-index.js";

/**
 * The index of the documents as a file beside the store, so that a start reads it in parts of a second where building
 * it takes many. It is a cache: its name says what it was made of, and whatever is wrong with it, it is made anew.
 */
export type IndexedDocuments = {
  readonly index: KnowledgeIndex;
  readonly metas: ReadonlyMap<string, DocumentMeta>;
  /** Hash of each document by id. */
  readonly hashes: ReadonlyMap<string, string>;
};

const ENDING = ".index";
const ALIGN = 8;
const Head = z.object({
  metas: z.array(z.tuple([z.string(), DocumentMeta])),
  hashes: z.array(z.tuple([z.string(), z.string()])),
});

/** Null where there is no file for exactly these documents, or none that can be read. */
export async function readIndexFile(
  folder: string,
  hashes: ReadonlyMap<string, string>,
): Promise<IndexedDocuments | null> {
  try {
    const bytes = await readFile(join(folder, nameFor(hashes)));
    const length = bytes.readUInt32LE(0);
    const head = Head.parse(JSON.parse(bytes.toString("utf8", ALIGN, ALIGN + length)));
    const index = decodeIndex(bytes.subarray(aligned(ALIGN + length)));
    return index && { index, metas: new Map(head.metas), hashes: new Map(head.hashes) };
  } catch {
    return null;
  }
}

/**
 * Writes the file whole under another name first, so that nobody reads half of one, and takes older ones away: what was
 * taken out of the documents stays in no file. A full disk costs the next start its speed and nothing else.
 */
export async function writeIndexFile(
  folder: string,
  { index, metas, hashes }: IndexedDocuments,
): Promise<void> {
  const name = nameFor(hashes);
  const passing = join(folder, `${name}.${process.pid}.part`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const head = Buffer.from(JSON.stringify({ metas: [...metas], hashes: [...hashes] }));
    const start = Buffer.alloc(aligned(ALIGN + head.length));
    start.writeUInt32LE(head.length, 0);
    head.copy(start, ALIGN);
    await writeFile(passing, [start, encodeIndex(index)], { mode: 0o600 });
    await rename(passing, join(folder, name));
    for (const other of await readdir(folder))
      if (other.endsWith(ENDING) && other !== name) await rm(join(folder, other), { force: true });
  } catch {
    await rm(passing, { force: true }).catch(() => {});
  }
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGN) * ALIGN;
}

function nameFor(hashes: ReadonlyMap<string, string>): string {
  const print = createHash("sha256").update(`${INDEX_VERSION}\n`);
  for (const [id, hash] of [...hashes].sort(([a], [b]) => (a < b ? -1 : 1))) print.update(`${id}\0${hash}\n`);
  return `${print.digest("hex").slice(0, 32)}${ENDING}`;
}
