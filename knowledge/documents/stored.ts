import { z } from "zod";
import type { RecordKind } from "../../casework/store/record.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { DocumentMeta, type Passage } from "./document.js";

const passageSchema: z.ZodType<Passage> = z.object({
  id: z.string(),
  document: z.string(),
  title: z.string(),
  section: z.array(z.string()),
  page: z.number().nullable(),
  sentences: z.array(z.object({ text: z.string(), page: z.number().nullable(), item: z.boolean() })),
});

/**
 * One ingested document. Its id is the path under which it was given; `hash` is that of its bytes and of what lies
 * beside it (validity, who may see it).
 */
const StoredDocument = z.object({
  id: z.string(),
  title: z.string(),
  hash: z.string(),
  ingestedAt: z.number(),
  passages: z.array(passageSchema),
  meta: DocumentMeta.default({}),
  /** The folder with which it came in, so that it goes when it is gone from there; empty for a file given by itself. */
  folder: z.string().default(""),
});
export type StoredDocument = z.infer<typeof StoredDocument>;

export const documentRecord: RecordKind<StoredDocument> = {
  name: "document",
  schema: StoredDocument,
  schemaVersion: 1,
  scopes: "none",
};

/** Changes with each ingest, so that a running bot notices at little cost. */
export const documentsEdition: RecordKind<{ ingestedAt: number }> = {
  name: "documents-edition",
  schema: z.object({ ingestedAt: z.number() }),
  schemaVersion: 1,
  scopes: "none",
};

export const CURRENT = "current";

/** All documents: `sort` is the id, `member` the hash of the bytes. */
const DOCUMENTS = "documents";

/** Documents by the folder with which they came in: `sort` is the folder, `member` the id. */
const FOLDERS = "document-folders";

/** Ids of the documents that came in with each folder. */
export async function storedFolders(unit: UnitOfWork): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const folders = new Map<string, Set<string>>();
  for (const { sort, member } of await unit.range(FOLDERS))
    folders.set(sort, (folders.get(sort) ?? new Set()).add(member));
  return folders;
}

/** Ids of the stored documents with the hash of their bytes. */
export async function storedHashes(unit: UnitOfWork): Promise<ReadonlyMap<string, string>> {
  const entries = await unit.range(DOCUMENTS);
  return new Map(entries.map(({ sort, member }) => [sort, member]));
}

/** Puts documents in, each in place of an older one with the same id. */
export async function storeDocuments(unit: UnitOfWork, documents: readonly StoredDocument[]): Promise<void> {
  const before = await unit.readMany(
    documentRecord,
    documents.map((document) => document.id),
  );
  for (const [i, document] of documents.entries()) {
    const old = before[i];
    if (old) removeEntries(unit, old);
    if (document.folder) unit.addToIndex(FOLDERS, { sort: document.folder, member: document.id });
    unit.addToIndex(DOCUMENTS, { sort: document.id, member: document.hash });
    await unit.write(documentRecord, document.id, document);
  }
  await unit.write(documentsEdition, CURRENT, { ingestedAt: unit.now });
}

/** Takes documents out; those that are not there are passed over. */
export async function removeDocuments(unit: UnitOfWork, ids: readonly string[]): Promise<void> {
  for (const old of await loadDocuments(unit, ids)) {
    removeEntries(unit, old);
    await unit.remove(documentRecord, old.id);
  }
  await unit.write(documentsEdition, CURRENT, { ingestedAt: unit.now });
}

function removeEntries(unit: UnitOfWork, { id, hash, folder }: StoredDocument): void {
  unit.removeFromIndex(DOCUMENTS, { sort: id, member: hash });
  if (folder) unit.removeFromIndex(FOLDERS, { sort: folder, member: id });
}

/** The documents with these ids, those that are there. */
export async function loadDocuments(
  unit: UnitOfWork,
  ids: readonly string[],
): Promise<readonly StoredDocument[]> {
  const found = await unit.readMany(documentRecord, ids);
  return found.filter((document) => document !== undefined);
}
