import { createHash } from "node:crypto";
import { detectPersonalData } from "../casework/privacy/detect.js";
import { beginWork } from "../casework/store/unit-of-work.js";
import type { Passage } from "../knowledge/documents/document.js";
import { loadDocuments, type StoredDocument, storedHashes } from "../knowledge/documents/stored.js";
import type { EmbeddingModel } from "../knowledge/models/embedding-model.js";
import { ModelFailed, type ModelFailure } from "../knowledge/models/model-failed.js";
import {
  type DocumentVectors,
  loadVectors,
  removeVectors,
  storedMarks,
  storeVectors,
} from "../knowledge/vectors/stored.js";
import { asBytes } from "../knowledge/vectors/vector-index.js";
import { type Ledger, transact } from "./turn/transact.js";

export type Embedded = {
  /** Passages for which the model was asked. */
  readonly made: number;
  /** Passages whose text has not changed since. */
  readonly kept: number;
  /** Why it stopped before the end; what was made until then is stored. */
  readonly failed?: ModelFailure | "dimension";
};

export type Embedding = { readonly model: EmbeddingModel; readonly cleanPassages: boolean };

const DOCUMENTS_AT_ONCE = 20;
const TEXTS_AT_ONCE = 32;
const BATCH_MS = 60_000;
const COMMIT_MS = 60_000;
/** What small models read of a text; the rest adds little to what it is about. */
const LONGEST_TEXT = 2_000;

/**
 * Makes the vectors that are missing: of passages whose text is new or has changed, or all of them after a change of
 * the model. The search by words works meanwhile. Safe to be run by several processes at once.
 */
export async function embedDocuments(
  ledger: Ledger,
  embedding: Embedding,
  progress: (done: number, total: number) => void = () => {},
): Promise<Embedded> {
  const ids = [...(await storedHashes(unitOf(ledger))).keys()];
  await forgetOthers(ledger, new Set(ids));
  let made = 0;
  let kept = 0;
  let dimension: number | undefined;
  try {
    for (let at = 0; at < ids.length; at += DOCUMENTS_AT_ONCE) {
      progress(at, ids.length);
      const some = ids.slice(at, at + DOCUMENTS_AT_ONCE);
      const documents = await loadDocuments(unitOf(ledger), some);
      const before = await loadVectors(
        unitOf(ledger),
        documents.map(({ id }) => id),
      );
      const changed: DocumentVectors[] = [];
      dimension ??= before.find((one) => one?.model === embedding.model.name)?.dimension;
      for (const [i, document] of documents.entries()) {
        const result = await vectorsOf(document, before[i], embedding);
        made += result.made;
        kept += result.kept;
        if (!result.vectors) continue;
        dimension ??= result.vectors.dimension;
        if (result.vectors.dimension !== dimension) throw new DimensionChanged();
        changed.push(result.vectors);
      }
      if (changed.length > 0) await store(ledger, changed);
    }
  } catch (error) {
    if (error instanceof DimensionChanged) return { made, kept, failed: "dimension" };
    if (error instanceof ModelFailed) return { made, kept, failed: error.failure };
    throw error;
  }
  return { made, kept };
}

/** The server answers with vectors of another length than it did before: it serves another model under this name. */
class DimensionChanged extends Error {}

async function vectorsOf(
  { id, passages }: StoredDocument,
  old: DocumentVectors | undefined,
  { model, cleanPassages }: Embedding,
): Promise<{ made: number; kept: number; vectors?: DocumentVectors }> {
  const texts = passages.map((passage) => textOf(passage, cleanPassages));
  const hashes = texts.map((text) => createHash("sha256").update(text).digest("base64url").slice(0, 22));
  const usable = old?.model === model.name ? old : undefined;
  const same =
    usable?.hashes.length === hashes.length && hashes.every((hash, i) => usable.hashes[i] === hash);
  if (same || passages.length === 0) return { made: 0, kept: passages.length };

  const known = new Map(usable?.hashes.map((hash, i) => [hash, rowOf(usable, i)]) ?? []);
  const missing = [...new Set(hashes.filter((hash) => !known.has(hash)))];
  for (let at = 0; at < missing.length; at += TEXTS_AT_ONCE) {
    const batch = missing.slice(at, at + TEXTS_AT_ONCE);
    const vectors = await model.embed(
      batch.map((hash) => texts[hashes.indexOf(hash)] as string),
      AbortSignal.timeout(BATCH_MS),
    );
    if (isOneForAll(vectors)) throw new ModelFailed("garbage");
    for (const [i, vector] of vectors.entries()) known.set(batch[i] as string, asBytes(vector));
  }
  const rows = hashes.map((hash) => known.get(hash) as Int8Array);
  const dimension = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== dimension)) throw new DimensionChanged();
  const bytes = Buffer.concat(rows.map((row) => Buffer.from(row.buffer, row.byteOffset, row.length)));
  return {
    made: missing.length,
    kept: passages.length - missing.length,
    vectors: { document: id, model: model.name, dimension, hashes, bytes: bytes.toString("base64") },
  };
}

/** Different texts with one and the same vector: the server does not read them. */
function isOneForAll(vectors: readonly Float32Array[]): boolean {
  const [first] = vectors;
  return vectors.length > 2 && vectors.every((vector) => vector.every((value, i) => value === first?.[i]));
}

function rowOf({ bytes, dimension }: DocumentVectors, i: number): Int8Array {
  return new Int8Array(Buffer.from(bytes, "base64").subarray(i * dimension, (i + 1) * dimension));
}

/** What stands over a passage belongs to its meaning. */
function textOf({ title, section, sentences }: Passage, clean: boolean): string {
  const text = [title, ...section, ...sentences.map((sentence) => sentence.text)]
    .join("\n")
    .slice(0, LONGEST_TEXT);
  return clean ? detectPersonalData(text).cleaned : text;
}

async function forgetOthers(ledger: Ledger, ids: ReadonlySet<string>): Promise<void> {
  const gone = [...(await storedMarks(unitOf(ledger))).keys()].filter((id) => !ids.has(id));
  if (gone.length === 0) return;
  const now = ledger.clock();
  await transact(ledger, { once: [], now, deadline: now + COMMIT_MS }, (unit) => removeVectors(unit, gone));
}

async function store(ledger: Ledger, vectors: readonly DocumentVectors[]): Promise<void> {
  const now = ledger.clock();
  await transact(ledger, { once: [], now, deadline: now + COMMIT_MS }, async (unit) => {
    await storeVectors(unit, vectors);
  });
}

function unitOf({ store: engine, keyring, clock }: Ledger) {
  return beginWork(engine, keyring, clock());
}
