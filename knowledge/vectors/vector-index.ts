import type { DocumentVectors } from "./stored.js";

/** The vectors of all passages, a signed byte a number: a quarter of the memory, and the order hardly changes. */
export type VectorIndex = {
  readonly model: string;
  readonly dimension: number;
  /** Passage ids, a row each. */
  readonly passages: readonly string[];
  readonly documentOf: readonly string[];
  readonly rows: Int8Array;
  /** The signs of each row, a bit a number: what lies on the same side of most axes lies near. */
  readonly signs: Uint32Array;
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
  return { model, dimension, passages, documentOf, rows, signs: signsOf(rows, dimension) };
}

/** A vector of any length as signed bytes of length 127, so that nearness is the product of two of them. */
export function asBytes(vector: Float32Array): Int8Array {
  const length = Math.hypot(...vector) || 1;
  return Int8Array.from(vector, (value) => Math.round((value / length) * 127));
}

/** So many candidates a result are compared exactly; the signs alone bring a few of the best too far down. */
const CANDIDATES = 20;

/**
 * The passages nearest in meaning, best first. Signs choose the candidates, 32 numbers at a time, the exact product
 * orders them. Only documents that the asker may see are looked at, and no passage has a say in another's place.
 */
export function nearest(
  index: VectorIndex,
  vector: Float32Array,
  seen: ReadonlySet<string>,
  k: number,
): readonly string[] {
  const { dimension, passages, rows } = index;
  if (vector.length !== dimension) return [];
  const asked = asBytes(vector);
  return candidates(index, asked, seen, k * CANDIDATES)
    .map((row) => ({ row, near: product(asked, rows, row * dimension) }))
    .sort((a, b) => b.near - a.near || a.row - b.row)
    .slice(0, k)
    .map(({ row }) => passages[row] as string);
}

/** The rows whose signs differ least, at least `most` of them where there are so many. */
function candidates(
  { dimension, documentOf, passages, signs }: VectorIndex,
  asked: Int8Array,
  seen: ReadonlySet<string>,
  most: number,
): readonly number[] {
  const words = wordsFor(dimension);
  const own = signsOf(asked, dimension);
  const differences = new Uint16Array(passages.length);
  const counts = new Uint32Array(dimension + 1);
  let document: string | undefined;
  let isSeen = false;
  for (let row = 0; row < passages.length; row++) {
    if (documentOf[row] !== document) {
      document = documentOf[row];
      isSeen = document !== undefined && seen.has(document);
    }
    if (!isSeen) {
      differences[row] = HIDDEN;
      continue;
    }
    const difference = bitsBetween(own, signs, row * words);
    differences[row] = difference;
    counts[difference] = (counts[difference] as number) + 1;
  }
  let limit = 0;
  for (let sum = counts[0] as number; sum < most && limit < dimension; ) sum += counts[++limit] as number;
  const chosen: number[] = [];
  for (let row = 0; row < differences.length; row++) {
    if ((differences[row] as number) <= limit) chosen.push(row);
  }
  return chosen;
}

/** More than any number of bits that differ. */
const HIDDEN = 0xffff;

function product(asked: Int8Array, rows: Int8Array, at: number): number {
  let sum = 0;
  for (let i = 0; i < asked.length; i++) sum += (asked[i] as number) * (rows[at + i] as number);
  return sum;
}

function wordsFor(dimension: number): number {
  return Math.ceil(dimension / 32);
}

function signsOf(rows: Int8Array, dimension: number): Uint32Array {
  const words = wordsFor(dimension);
  const count = dimension === 0 ? 0 : rows.length / dimension;
  const signs = new Uint32Array(count * words);
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < dimension; i++) {
      if ((rows[row * dimension + i] as number) <= 0) continue;
      const word = row * words + (i >> 5);
      signs[word] = (signs[word] as number) | (1 << (i & 31));
    }
  }
  return signs;
}

/** How many bits differ: the bits of each word are counted in pairs, fours and bytes at once. */
function bitsBetween(own: Uint32Array, signs: Uint32Array, at: number): number {
  let count = 0;
  for (let i = 0; i < own.length; i++) {
    let bits = (own[i] as number) ^ (signs[at + i] as number);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
