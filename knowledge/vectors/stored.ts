import { z } from "zod";
import type { RecordKind } from "../../casework/store/record.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";

/** The vectors of one document's passages, in their order. `hashes` name the texts they were made of. */
export const DocumentVectors = z.object({
  document: z.string(),
  /** `provider:model`; vectors of two models have nothing to do with each other. */
  model: z.string(),
  dimension: z.number().int().positive(),
  hashes: z.array(z.string()),
  /** A signed byte for each number, all vectors of one length, as base64. */
  bytes: z.string(),
});
export type DocumentVectors = z.infer<typeof DocumentVectors>;

export const vectorsRecord: RecordKind<DocumentVectors> = {
  name: "document-vectors",
  schema: DocumentVectors,
  schemaVersion: 1,
  scopes: "none",
};

/** Rises with each change, so that a running bot notices at little cost. */
export const vectorsEdition: RecordKind<{ at: number }> = {
  name: "vectors-edition",
  schema: z.object({ at: z.number() }),
  schemaVersion: 1,
  scopes: "none",
};

export const CURRENT = "current";

/** All documents with vectors: `sort` is the document, `member` says what they were made of and by which model. */
const VECTORS = "document-vectors";

const memberOf = ({ model, hashes }: DocumentVectors): string => `${model} ${hashes.length} ${mixed(hashes)}`;

/** Documents that have vectors, with a mark that changes when they do. */
export async function storedMarks(unit: UnitOfWork): Promise<ReadonlyMap<string, string>> {
  return new Map((await unit.range(VECTORS)).map(({ sort, member }) => [sort, member]));
}

export async function loadVectors(
  unit: UnitOfWork,
  documents: readonly string[],
): Promise<readonly (DocumentVectors | undefined)[]> {
  return unit.readMany(vectorsRecord, documents);
}

export async function storeVectors(unit: UnitOfWork, vectors: readonly DocumentVectors[]): Promise<void> {
  const before = await loadVectors(
    unit,
    vectors.map(({ document }) => document),
  );
  for (const [i, one] of vectors.entries()) {
    const old = before[i];
    if (old) unit.removeFromIndex(VECTORS, { sort: old.document, member: memberOf(old) });
    unit.addToIndex(VECTORS, { sort: one.document, member: memberOf(one) });
    await unit.write(vectorsRecord, one.document, one);
  }
  await unit.write(vectorsEdition, CURRENT, { at: unit.now });
}

/** Vectors of documents that are gone go too: they were made of their text. */
export async function removeVectors(unit: UnitOfWork, documents: readonly string[]): Promise<void> {
  for (const old of await loadVectors(unit, documents)) {
    if (!old) continue;
    unit.removeFromIndex(VECTORS, { sort: old.document, member: memberOf(old) });
    await unit.remove(vectorsRecord, old.document);
  }
  await unit.write(vectorsEdition, CURRENT, { at: unit.now });
}

/** Short and different for different lists: the hashes are random enough already. */
function mixed(hashes: readonly string[]): string {
  return hashes
    .map((hash) => hash.slice(0, 2))
    .join("")
    .slice(0, 64);
}
