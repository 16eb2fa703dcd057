import type { Ranked } from "./index/rank.js";
import type { KnowledgeIndex } from "./knowledge-index.js";

export type Arrangement = {
  /** Documents whose passages come behind those of others that fit about as well. */
  readonly behind?: ReadonlySet<string>;
  /** Ids of the passages nearest in meaning, best first, where an embedding model is set up. */
  readonly near?: readonly string[];
};

/** A passage of a document that is not in force counts this share of its score. */
const BEHIND = 0.5;

/** Reciprocal rank fusion (Cormack et al. 2009): the constant that keeps first places from deciding alone. */
const FUSION = 60;

/** The order in which passages are shown: what words found and what meaning found, with what is known of their documents. */
export function arrange(
  index: KnowledgeIndex,
  ranked: readonly Ranked[],
  { behind, near = [] }: Arrangement,
): readonly Ranked[] {
  const fused = near.length > 0 ? fuse(index, ranked, near) : ranked;
  if (!behind || behind.size === 0) return fused;
  const { documents, documentOf } = index.passages;
  return fused
    .map((one) =>
      behind.has(documents[documentOf[one.unit] as number] as string)
        ? { ...one, score: one.score * BEHIND }
        : one,
    )
    .sort((a, b) => b.score - a.score);
}

/**
 * Two rankings made one by the places in each, by passage. The scores stay on the scale of the words, with their best
 * one on top, since how sure an answer is was measured on that scale.
 */
function fuse(index: KnowledgeIndex, ranked: readonly Ranked[], near: readonly string[]): readonly Ranked[] {
  const firsts = firstUnits(index);
  const sums = new Map<number, number>();
  const add = (unit: number, place: number) =>
    sums.set(unit, (sums.get(unit) ?? 0) + 1 / (FUSION + place + 1));
  for (const [place, { unit }] of ranked.entries()) add(unit, place);
  for (const [place, id] of near.entries()) {
    const cut = id.lastIndexOf("#");
    const first = firsts.get(id.slice(0, cut));
    // A document that went or shrank since its vectors were made.
    if (first === undefined) continue;
    const unit = first + Number(id.slice(cut + 1));
    if (index.passages.documentOf[unit] === index.passages.documentOf[first]) add(unit, place);
  }
  const best = Math.max(...sums.values());
  const top = ranked[0]?.score ?? 1;
  return [...sums]
    .map(([unit, sum]) => ({ unit, score: (top * sum) / best }))
    .sort((a, b) => b.score - a.score || a.unit - b.unit);
}

const known = new WeakMap<KnowledgeIndex, ReadonlyMap<string, number>>();

/** The number of each document's first passage; the others follow it. */
function firstUnits(index: KnowledgeIndex): ReadonlyMap<string, number> {
  const before = known.get(index);
  if (before) return before;
  const firsts = new Map<string, number>();
  const { documents, documentOf } = index.passages;
  for (const [unit, document] of documentOf.entries()) {
    const id = documents[document] as string;
    if (!firsts.has(id)) firsts.set(id, unit);
  }
  known.set(index, firsts);
  return firsts;
}
