import type { Ranked } from "./index/rank.js";
import type { KnowledgeIndex } from "./knowledge-index.js";

export type Arrangement = {
  /** Documents whose passages come behind those of others that fit about as well. */
  readonly behind?: ReadonlySet<string>;
};

/** A passage of a document that is not in force counts this share of its score. */
const BEHIND = 0.5;

/** The order in which passages are shown: what words found, with what else is known of their documents. */
export function arrange(
  { passages }: KnowledgeIndex,
  ranked: readonly Ranked[],
  { behind }: Arrangement,
): readonly Ranked[] {
  if (!behind || behind.size === 0) return ranked;
  const { documents, documentOf } = passages;
  return ranked
    .map((one) =>
      behind.has(documents[documentOf[one.unit] as number] as string)
        ? { ...one, score: one.score * BEHIND }
        : one,
    )
    .sort((a, b) => b.score - a.score);
}
