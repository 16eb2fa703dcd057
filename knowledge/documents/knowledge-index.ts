import type { Passage } from "./document.js";
import { readUnits, type Unit } from "./index/forward.js";
import { invert } from "./index/invert.js";
import type { Visible } from "./index/question.js";
import type { SearchIndex } from "./index/structure.js";
import { type PassageStore, storePassages } from "./passage-store.js";

/** All passages of the organisation's documents, ready to be searched. Never changed: an update gives a new one. */
export type KnowledgeIndex = { readonly passages: PassageStore; readonly search: SearchIndex };

/** Builds the index from all passages. About 15 s for 100,000 passages on one core. */
export const buildIndex = (passages: readonly Passage[]): KnowledgeIndex => ({
  passages: storePassages(null, passages),
  search: invert(readUnits(passages.map(unitOf))),
});

/**
 * The index with all passages of some documents taken out and others put in. Texts that stay are not read again, only
 * their statistics are counted anew, so the result equals a fresh build.
 */
export const updateIndex = (
  index: KnowledgeIndex,
  change: { readonly remove: ReadonlySet<string>; readonly add: readonly Passage[] },
): KnowledgeIndex => {
  const { documents, documentOf } = index.passages;
  const keep: number[] = [];
  for (const [i, document] of documentOf.entries())
    if (!change.remove.has(documents[document] as string)) keep.push(i);
  return {
    passages: storePassages({ store: index.passages, keep }, change.add),
    search: invert(readUnits(change.add.map(unitOf), { forward: index.search, keep })),
  };
};

/** The passages of the documents that somebody may see; null stands for all. */
export const visibleUnits = (
  index: KnowledgeIndex,
  documents: ReadonlySet<string> | undefined,
): Visible | null => {
  if (documents === undefined) return null;
  const seen = index.passages.documents.map((document) => (documents.has(document) ? 1 : 0));
  if (seen.every((one) => one === 1)) return null;
  let count = 0;
  const units = new Uint8Array(index.passages.documentOf.length);
  for (const [unit, document] of index.passages.documentOf.entries()) {
    units[unit] = seen[document] as number;
    count += units[unit] as number;
  }
  return { units, count };
};

const unitOf = (p: Passage): Unit => ({
  title: [p.title, ...p.section].join(" · "),
  text: p.sentences.map((s) => s.text).join("\n"),
});
