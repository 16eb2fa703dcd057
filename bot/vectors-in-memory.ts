import { keyOf } from "../casework/store/record.js";
import { beginWork } from "../casework/store/unit-of-work.js";
import {
  CURRENT,
  type DocumentVectors,
  loadVectors,
  storedMarks,
  vectorsEdition,
} from "../knowledge/vectors/stored.js";
import { buildVectorIndex, type VectorIndex } from "../knowledge/vectors/vector-index.js";
import type { Ledger } from "./turn/transact.js";

/** The vectors of a model, in step with the store: those that another process made are seen at the next call. */
export function vectorsInMemory(
  { store, keyring }: Pick<Ledger, "store" | "keyring">,
  model: string,
): () => Promise<VectorIndex> {
  let known = new Map<string, { readonly mark: string; readonly vectors: DocumentVectors }>();
  let edition = -1;
  let value: Promise<VectorIndex> | undefined;

  async function load(): Promise<VectorIndex> {
    const unit = beginWork(store, keyring, 0);
    const marks = await storedMarks(unit);
    const changed = [...marks].filter(([id, mark]) => known.get(id)?.mark !== mark).map(([id]) => id);
    const fresh = new Map([...known].filter(([id]) => marks.has(id)));
    for (const vectors of await loadVectors(unit, changed)) {
      if (vectors) fresh.set(vectors.document, { mark: marks.get(vectors.document) ?? "", vectors });
    }
    known = fresh;
    return buildVectorIndex(
      model,
      [...known.values()].map(({ vectors }) => vectors),
    );
  }

  return async () => {
    const [stored] = await store.get([keyOf(vectorsEdition, CURRENT)]);
    const wanted = stored?.version ?? 0;
    if (!value || wanted !== edition) {
      edition = wanted;
      const loading = load();
      value = loading;
      loading.catch(() => {
        if (value === loading) value = undefined;
      });
    }
    return value;
  };
}
