import { type Arrangement, arrange } from "./arrange.js";
import type { Passage } from "./document.js";
import { rank } from "./index/rank.js";
import { type KnowledgeIndex, visibleUnits } from "./knowledge-index.js";
import { passageAt } from "./passage-store.js";

export type SearchHit = {
  /** Id of the passage. */
  readonly passage: string;
  readonly document: string;
  readonly title: string;
  /** Headings from outer to inner, joined with " › "; empty without headings. */
  readonly section: string;
  /** Counted from 1; null where the format has no pages. */
  readonly page: number | null;
  /** Higher is better; only comparable within one question. */
  readonly score: number;
  readonly text: string;
};

export type SearchOptions = Arrangement & {
  readonly k?: number;
  /**
   * Ids of the documents that the asker may see; missing means all. Hidden documents are not found, are not counted in
   * the rarity of words, and their words correct no typos, so nothing in the result tells that they exist.
   */
  readonly visible?: ReadonlySet<string>;
};

/** The passages that fit a question best, best first. */
export const search = (
  index: KnowledgeIndex,
  query: string,
  { k = 10, visible, ...arrangement }: SearchOptions = {},
): SearchHit[] =>
  arrange(index, rank(index.search, query, Math.max(k, ARRANGED), visibleUnits(index, visible)), arrangement)
    .slice(0, k)
    .map(({ unit, score }) => hitOf(passageAt(index.passages, unit), score));

/** So many are put in order at least, so that one from further back can come to the front. */
const ARRANGED = 50;

export const hitOf = (p: Passage, score: number): SearchHit => ({
  passage: p.id,
  document: p.document,
  title: p.title,
  section: sectionOf(p),
  page: p.page,
  score: Math.round(score * 1000) / 1000,
  text: p.sentences.map((s) => s.text).join("\n"),
});

export const sectionOf = (p: Passage): string => p.section.join(" › ");
