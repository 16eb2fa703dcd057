import { fewKept } from "../../casework/store/few-kept.js";
import type { DocumentMeta } from "./document.js";
import { type KnowledgeIndex, updateIndex } from "./knowledge-index.js";
import { validityOf } from "./validity.js";
import { type Asker, maySee, NOBODY_SPECIAL } from "./visibility.js";

/** What one asker can find. A document that the asker may not see is not in it at all. */
export type DocumentView = {
  readonly index: KnowledgeIndex;
  readonly metaOf: (document: string) => DocumentMeta;
  /** Ids of the documents that are not in force on a day (`YYYY-MM-DD`): found, but ranked behind. */
  readonly notInForce: (today: string) => ReadonlySet<string>;
};

export type Library = {
  /** Everything, for operators at the command line. */
  readonly whole: DocumentView;
  readonly viewFor: (asker: Asker) => DocumentView;
};

/** Each may be as large as the whole index. More groups of askers at once make theirs anew when they come back. */
const MOST_VIEWS = 12;

const NO_META: DocumentMeta = {};

/**
 * A view for each group of askers that may see the same. A hidden document must not tell by scores, counts, corrected
 * typos, split compounds or snippets that it exists; the only way to be sure is an index in which it is absent. Where
 * nothing is limited there is one index. The view of everybody is made at once, so that no first question is slower
 * where something is hidden; those of people with rights are made when they first ask.
 */
export function openLibrary(index: KnowledgeIndex, metas: ReadonlyMap<string, DocumentMeta>): Library {
  const limited = [...metas].filter(([, meta]) => meta.roles?.length || meta.agencies?.length);
  const views = fewKept<DocumentView>(MOST_VIEWS);
  const whole = viewOf(index, metas);
  const viewFor = (asker: Asker): DocumentView => {
    const hidden = limited.filter(([, meta]) => !maySee(meta, asker)).map(([id]) => id);
    if (hidden.length === 0) return whole;
    return views.get(JSON.stringify(hidden), () => {
      const remove = new Set(hidden);
      const rest = new Map([...metas].filter(([id]) => !remove.has(id)));
      return viewOf(updateIndex(index, { remove, add: [] }), rest);
    });
  };
  viewFor(NOBODY_SPECIAL);
  return { whole, viewFor };
}

function viewOf(index: KnowledgeIndex, metas: ReadonlyMap<string, DocumentMeta>): DocumentView {
  return {
    index,
    metaOf: (document) => metas.get(document) ?? NO_META,
    notInForce: (today) =>
      new Set([...metas].filter(([, meta]) => validityOf(meta, today).kind !== "in-force").map(([id]) => id)),
  };
}
