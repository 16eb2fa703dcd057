import type { Keyring } from "../casework/store/keyring.js";
import { keyOf } from "../casework/store/record.js";
import type { Store } from "../casework/store/store.js";
import { beginWork } from "../casework/store/unit-of-work.js";
import { buildDirectory, type Directory } from "../knowledge/directory/build.js";
import { CURRENT, directoryEdition, loadDirectory } from "../knowledge/directory/stored.js";
import type { Passage } from "../knowledge/documents/document.js";
import { buildIndex, type KnowledgeIndex } from "../knowledge/documents/knowledge-index.js";
import { documentsEdition, loadDocuments, storedHashes } from "../knowledge/documents/stored.js";

/** What every turn reads and none writes: the directory and the documents, indexed in memory. */
export type Knowledge = { readonly directory: Directory; readonly documents: KnowledgeIndex };

/**
 * Keeps both in step with the store: an import or ingest by whatever process is seen on the next call. It costs
 * one small read; the indexes are built anew only when something changed.
 */
export function knowledgeInMemory(store: Store, keyring: Keyring): () => Promise<Knowledge> {
  const keys = [keyOf(directoryEdition, CURRENT), keyOf(documentsEdition, CURRENT)];
  let directoryVersion = -1;
  let documentsVersion = -1;
  let directory = buildDirectory({ places: [], topics: [], offices: [], responsibilities: [] });
  let documents = buildIndex([]);
  let passages = new Map<string, { readonly hash: string; readonly passages: readonly Passage[] }>();

  async function reload(versions: readonly [number, number]): Promise<void> {
    const unit = beginWork(store, keyring, 0);
    if (versions[0] !== directoryVersion) {
      const data = await loadDirectory(unit);
      if (data) directory = buildDirectory(data);
      directoryVersion = versions[0];
    }
    if (versions[1] !== documentsVersion) {
      const hashes = await storedHashes(unit);
      const changed = [...hashes].filter(([id, hash]) => passages.get(id)?.hash !== hash).map(([id]) => id);
      const fresh = new Map([...passages].filter(([id]) => hashes.has(id)));
      for (const document of await loadDocuments(unit, changed)) {
        fresh.set(document.id, { hash: document.hash, passages: document.passages });
      }
      passages = fresh;
      documents = buildIndex([...passages.values()].flatMap((one) => one.passages));
      documentsVersion = versions[1];
    }
  }

  let reloading: Promise<void> | undefined;
  return async () => {
    const [first, second] = await store.get(keys);
    const versions = [first?.version ?? 0, second?.version ?? 0] as const;
    if (versions[0] !== directoryVersion || versions[1] !== documentsVersion) {
      reloading ??= reload(versions).finally(() => {
        reloading = undefined;
      });
      await reloading;
    }
    return { directory, documents };
  };
}
