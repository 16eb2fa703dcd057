import type { DocumentVectors } from "./stored.js";

/** The vectors of all passages, a signed byte a number: a quarter of the memory, and the order hardly changes. */
export type VectorIndex = {
  readonly model: string;
  readonly dimension: number;
  /** Passage ids, a row each. */
  readonly passages: readonly string[];
  readonly documentOf: readonly string[];
  readonly rows: Int8Array;
};

/** Of several dimensions the most frequent one counts: a server that changed its model in between is noticed so. */
export function buildVectorIndex(model: string, stored: readonly DocumentVectors[]): VectorIndex {
  const own = stored.filter((one) => one.model === model);
  const counts = new Map<number, number>();
  for (const { dimension, hashes } of own)
    counts.set(dimension, (counts.get(dimension) ?? 0) + hashes.length);
  const dimension = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const fitting = own.filter((one) => one.dimension === dimension);
  const rows = new Int8Array(fitting.reduce((sum, one) => sum + one.hashes.length, 0) * dimension);
  const passages: string[] = [];
  const documentOf: string[] = [];
  let at = 0;
  for (const { document, hashes, bytes } of fitting) {
    rows.set(new Int8Array(Buffer.from(bytes, "base64")).subarray(0, hashes.length * dimension), at);
    at += hashes.length * dimension;
    for (const i of hashes.keys()) {
      passages.push(`${document}#${i}`);
      documentOf.push(document);
    }
  }
  return { model, dimension, passages, documentOf, rows };
}

/** A vector of any length as signed bytes of length 127, so that nearness is the product of two of them. */
export function asBytes(vector: Float32Array): Int8Array {
  const length = Math.hypot(...vector) || 1;
  return Int8Array.from(vector, (value) => Math.round((value / length) * 127));
}

/**
 * The passages nearest in meaning, best first. Compared one by one: about 60 ms for 100,000 of 1,024 numbers. Only
 * documents that the asker may see are looked at, and no passage has a say in another's place.
 */
export function nearest(
  { dimension, documentOf, passages, rows }: VectorIndex,
  vector: Float32Array,
  seen: ReadonlySet<string>,
  k: number,
): readonly string[] {
  if (vector.length !== dimension) return [];
  const asked = asBytes(vector);
  const best: { row: number; near: number }[] = [];
  for (let row = 0; row < passages.length; row++) {
    if (!seen.has(documentOf[row] as string)) continue;
    let near = 0;
    for (let i = 0, at = row * dimension; i < dimension; i++, at++) {
      near += (asked[i] as number) * (rows[at] as number);
    }
    if (best.length === k && near <= (best.at(-1)?.near ?? 0)) continue;
    const place = best.findIndex((one) => one.near < near);
    best.splice(place < 0 ? best.length : place, 0, { row, near });
    if (best.length > k) best.pop();
  }
  return best.map(({ row }) => passages[row] as string);
}
