import type { Passage } from "./document.js";
import { buildSearchIndex } from "./index/build.js";
import type { SearchIndex } from "./index/structure.js";

/** All passages of the organisation's documents, ready to be searched. */
export type KnowledgeIndex = { readonly passages: readonly Passage[]; readonly search: SearchIndex };

/** Builds the index from all passages; the order of documents plays no role for what is found. */
export const buildIndex = (passages: readonly Passage[]): KnowledgeIndex => ({
  passages,
  search: buildSearchIndex(
    passages.map((p) => ({
      title: [p.title, ...p.section].join(" · "),
      text: p.sentences.map((s) => s.text).join("\n"),
    })),
  ),
});

/** The index with the passages of some documents taken out and others put in. */
export const updateIndex = (
  index: KnowledgeIndex,
  change: { readonly remove: ReadonlySet<string>; readonly add: readonly Passage[] },
): KnowledgeIndex =>
  buildIndex([...index.passages.filter((p) => !change.remove.has(p.document)), ...change.add]);

export const encodeIndex = (index: KnowledgeIndex): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(index.passages));

export const decodeIndex = (bytes: Uint8Array): KnowledgeIndex =>
  buildIndex(JSON.parse(new TextDecoder().decode(bytes)) as Passage[]);
