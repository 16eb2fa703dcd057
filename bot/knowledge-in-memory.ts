import type { Keyring } from "../casework/store/keyring.js";
import { keyOf } from "../casework/store/record.js";
import type { Store } from "../casework/store/store.js";
import { beginWork, type UnitOfWork } from "../casework/store/unit-of-work.js";
import { buildDirectory, type Directory } from "../knowledge/directory/build.js";
import { CURRENT, directoryEdition, loadDirectory } from "../knowledge/directory/stored.js";
import { buildIndex } from "../knowledge/documents/knowledge-index.js";
import { type Library, openLibrary } from "../knowledge/documents/library.js";
import {
  documentsEdition,
  loadDocuments,
  type StoredDocument,
  storedHashes,
} from "../knowledge/documents/stored.js";

/** What every turn reads and none writes: the directory and the documents, indexed in memory. */
export type Knowledge = { readonly directory: Directory; readonly library: Library };

export type KnowledgeInMemory = {
  readonly both: () => Promise<Knowledge>;
  readonly directory: () => Promise<Directory>;
  readonly library: () => Promise<Library>;
};

const EDITIONS = [keyOf(directoryEdition, CURRENT), keyOf(documentsEdition, CURRENT)] as const;

/**
 * Keeps both in step with the store: an import or ingest by whatever process is seen on the next call. It costs
 * one small read; an index is built anew only when its own edition has changed.
 */
export function knowledgeInMemory(store: Store, keyring: Keyring): KnowledgeInMemory {
  const directory = kept((unit: UnitOfWork) => loadIndexedDirectory(unit));
  const library = kept(libraryLoader());
  const unit = () => beginWork(store, keyring, 0);
  const editions = async () => (await store.get(EDITIONS)).map((stored) => stored?.version ?? 0);
  return {
    async both() {
      const [first = 0, second = 0] = await editions();
      return { directory: await directory(first, unit), library: await library(second, unit) };
    },
    directory: async () => directory((await editions())[0] ?? 0, unit),
    library: async () => library((await editions())[1] ?? 0, unit),
  };
}

/** The value of the newest edition that was asked for; those who ask at the same time wait for one load. */
function kept<T>(load: (unit: UnitOfWork) => Promise<T>) {
  let edition = -1;
  let value: Promise<T> | undefined;
  return (wanted: number, unit: () => UnitOfWork): Promise<T> => {
    if (!value || wanted !== edition) {
      edition = wanted;
      const loading = load(unit());
      value = loading;
      // A load that failed must not be what everybody gets from then on.
      loading.catch(() => {
        if (value === loading) value = undefined;
      });
    }
    return value;
  };
}

async function loadIndexedDirectory(unit: UnitOfWork): Promise<Directory> {
  return buildDirectory(
    (await loadDirectory(unit)) ?? { places: [], topics: [], offices: [], responsibilities: [] },
  );
}

/** Reads only the documents that changed since it was called last. */
function libraryLoader() {
  let known = new Map<string, StoredDocument>();
  return async (unit: UnitOfWork): Promise<Library> => {
    const hashes = await storedHashes(unit);
    const changed = [...hashes].filter(([id, hash]) => known.get(id)?.hash !== hash).map(([id]) => id);
    const fresh = new Map([...known].filter(([id]) => hashes.has(id)));
    for (const document of await loadDocuments(unit, changed)) fresh.set(document.id, document);
    known = fresh;
    return openLibrary(
      buildIndex([...fresh.values()].flatMap((one) => one.passages)),
      new Map([...fresh].map(([id, { meta }]) => [id, meta])),
    );
  };
}
