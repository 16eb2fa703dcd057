import { rank } from "./index/rank.js";
import type { KnowledgeIndex } from "./knowledge-index.js";

export type SearchHit = {
  readonly passage: string;
  readonly document: string;
  readonly title: string;
  /** Headings from outer to inner, joined with " › "; empty without headings. */
  readonly section: string;
  readonly page: number | null;
  readonly score: number;
  readonly text: string;
};

export type SearchOptions = {
  readonly k?: number;
  /** Ids of the documents that the asker may see; missing means all. Nothing in the result tells that others exist. */
  readonly visible?: ReadonlySet<string>;
};

/** The passages that fit a question best, best first. */
export const search = (
  index: KnowledgeIndex,
  query: string,
  { k = 10, visible }: SearchOptions = {},
): SearchHit[] =>
  rank(index.search, query, k, visible ? maskOf(index, visible) : null).flatMap(({ unit, score }) => {
    const p = index.passages[unit];
    if (!p) return [];
    return [
      {
        passage: p.id,
        document: p.document,
        title: p.title,
        section: p.section.join(" › "),
        page: p.page,
        score: Math.round(score * 1000) / 1000,
        text: p.sentences.map((s) => s.text).join("\n"),
      },
    ];
  });

export const maskOf = (index: KnowledgeIndex, visible: ReadonlySet<string>): Uint8Array =>
  Uint8Array.from(index.passages, (p) => (visible.has(p.document) ? 1 : 0));
