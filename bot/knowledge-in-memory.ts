import type { Keyring } from "../casework/store/keyring.js";
import { keyOf } from "../casework/store/record.js";
import type { Store } from "../casework/store/store.js";
import { beginWork, type UnitOfWork } from "../casework/store/unit-of-work.js";
import { buildDirectory, type Directory } from "../knowledge/directory/build.js";
import { CURRENT, directoryEdition, loadDirectory } from "../knowledge/directory/stored.js";
import { buildIndex } from "../knowledge/documents/knowledge-index.js";
import { type Library, openLibrary } from "../knowledge/documents/library.js";
import { documentsEdition, loadDocuments, storedHashes } from "../knowledge/documents/stored.js";
import { type IndexedDocuments, readIndexFile, writeIndexFile } from "./index-file.js";
import { updateAside } from "./update-aside.js";

/** What every turn reads and none writes: the directory and the documents, indexed in memory. */
export type Knowledge = { readonly directory: Directory; readonly library: Library };

/** How far each is: `failed` where the last try to load it did. */
export type KnowledgeState = {
  readonly directory: "loading" | "failed" | "empty" | "ready";
  readonly documents: "loading" | "failed" | "ready";
};

export type KnowledgeInMemory = {
  readonly state: () => KnowledgeState;
  readonly both: () => Promise<Knowledge>;
  readonly directory: () => Promise<Directory>;
  readonly library: () => Promise<Library>;
};

const NOTHING: IndexedDocuments = { index: buildIndex([]), metas: new Map(), hashes: new Map() };

const EDITIONS = [keyOf(directoryEdition, CURRENT), keyOf(documentsEdition, CURRENT)] as const;

/**
 * Keeps both in step with the store: an import or ingest by whatever process is seen on the next call. It costs
 * one small read; an index is built anew only when its own edition has changed. The index of the documents is kept in
 * `folder` as well.
 */
export function knowledgeInMemory(store: Store, keyring: Keyring, folder: string): KnowledgeInMemory {
  const directory = kept((unit: UnitOfWork) => loadIndexedDirectory(unit));
  const library = kept(libraryLoader(folder));
  const unit = () => beginWork(store, keyring, 0);
  const editions = async () => (await store.get(EDITIONS)).map((stored) => stored?.version ?? 0);
  return {
    async both() {
      const [first = 0, second = 0] = await editions();
      return { directory: await directory.newest(first, unit), library: await library.newest(second, unit) };
    },
    directory: async () => directory.newest((await editions())[0] ?? 0, unit),
    library: async () => library.newest((await editions())[1] ?? 0, unit),
    state: () => ({
      directory: directory.last()?.offices.length === 0 ? "empty" : directory.state(),
      documents: library.state(),
    }),
  };
}

/** So long a turn waits for a new edition before it answers from the one before. */
const PATIENCE_MS = 3000;

/**
 * The value of the newest edition that was asked for; those who ask at the same time wait for one load. While a large
 * ingest goes on, its index is made or can't be made, people are answered from what was known before.
 */
function kept<T>(load: (unit: UnitOfWork) => Promise<T>) {
  let last: { readonly edition: number; readonly value: T } | undefined;
  let loading: { readonly edition: number; readonly value: Promise<T> } | undefined;
  let failed = false;
  /** One after another: a load stands on what the one before it found. */
  const begin = (edition: number, unit: () => UnitOfWork): Promise<T> => {
    const before = loading?.value.catch(() => {}) ?? Promise.resolve();
    const value = before.then(() => load(unit()));
    const begun = { edition, value };
    loading = begun;
    value.then(
      (found) => {
        last = { edition, value: found };
        failed = false;
      },
      // A load that failed must not be what everybody gets from then on.
      () => {
        if (loading === begun) loading = undefined;
        failed = true;
      },
    );
    return value;
  };
  return {
    async newest(wanted: number, unit: () => UnitOfWork): Promise<T> {
      if (last?.edition === wanted) return last.value;
      const value = loading?.edition === wanted ? loading.value : begin(wanted, unit);
      if (!last) return value;
      const { value: before } = last;
      return within(
        PATIENCE_MS,
        value.catch(() => before),
        before,
      );
    },
    last: () => last?.value,
    state: () => (failed ? ("failed" as const) : last ? ("ready" as const) : ("loading" as const)),
  };
}

async function within<T>(milliseconds: number, wanted: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), milliseconds);
  });
  try {
    return await Promise.race([wanted, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function loadIndexedDirectory(unit: UnitOfWork): Promise<Directory> {
  return buildDirectory(
    (await loadDirectory(unit)) ?? { places: [], topics: [], offices: [], responsibilities: [] },
  );
}

/**
 * Takes the saved index where it is of these documents; else reads only the documents that changed since the last one
 * that is known, and saves the result.
 */
function libraryLoader(folder: string) {
  let known: IndexedDocuments | undefined;
  let library: Library | undefined;
  return async (unit: UnitOfWork): Promise<Library> => {
    const hashes = await storedHashes(unit);
    if (library && known && same(hashes, known.hashes)) return library;
    const saved = await readIndexFile(folder, hashes);
    known = saved ?? (await indexed(unit, hashes, known));
    if (!saved) await writeIndexFile(folder, known);
    library = openLibrary(known.index, known.metas);
    return library;
  };
}

async function indexed(
  unit: UnitOfWork,
  wanted: ReadonlyMap<string, string>,
  known: IndexedDocuments = NOTHING,
): Promise<IndexedDocuments> {
  const changed = [...wanted].filter(([id, hash]) => known.hashes.get(id) !== hash).map(([id]) => id);
  const documents = await loadDocuments(unit, changed);
  const gone = new Set([...known.hashes.keys()].filter((id) => known.hashes.get(id) !== wanted.get(id)));
  return {
    index: await updateAside(known.index, {
      remove: gone,
      add: documents.flatMap(({ passages }) => passages),
    }),
    metas: new Map([
      ...[...known.metas].filter(([id]) => !gone.has(id)),
      ...documents.map(({ id, meta }) => [id, meta] as const),
    ]),
    hashes: wanted,
  };
}

function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([id, hash]) => b.get(id) === hash);
}
