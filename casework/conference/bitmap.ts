/**
 * A row of bits, one per quarter of an hour, lowest bit of the first word first. Three words hold a day, so a
 * question over weeks costs a few hundred word operations where minutes would cost tens of thousands of steps.
 */
export type Bitmap = Uint32Array;

const allOnes = 0xffffffff;

export function bitmap(length: number): Bitmap {
  return new Uint32Array((length + 31) >>> 5);
}

/** Sets the bits from `start` to `end` (exclusive); what lies outside the row is ignored. */
export function setRange(bits: Bitmap, start: number, end: number): void {
  const low = Math.max(start, 0);
  const high = Math.min(end, bits.length * 32);
  if (low >= high) return;
  const first = low >>> 5;
  const last = (high - 1) >>> 5;
  // Shift counts are taken modulo 32, so both masks are whole words at the edges of a word.
  const head = allOnes << (low & 31);
  const tail = allOnes >>> (31 - ((high - 1) & 31));
  if (first === last) {
    bits[first] = at(bits, first) | (head & tail);
    return;
  }
  bits[first] = at(bits, first) | head;
  bits.fill(allOnes, first + 1, last);
  bits[last] = at(bits, last) | tail;
}

export function hasBit(bits: Bitmap, index: number): boolean {
  return ((at(bits, index >>> 5) >>> (index & 31)) & 1) === 1;
}

/** `into` keeps the bits that `other` has too. */
export function intersect(into: Bitmap, other: Bitmap): void {
  for (let i = 0; i < into.length; i++) into[i] = at(into, i) & at(other, i);
}

/** `into` loses the bits that `other` has. */
export function subtract(into: Bitmap, other: Bitmap): void {
  for (let i = 0; i < into.length; i++) into[i] = at(into, i) & ~at(other, i);
}

/** Keeps the bits that start `length` set bits in a row, in log2(length) passes. What lies behind the row is unset. */
export function erode(bits: Bitmap, length: number): void {
  for (let covered = 1; covered < length; ) {
    const shift = Math.min(covered, length - covered);
    intersectWithShifted(bits, shift);
    covered += shift;
  }
}

/** Bit i stays if bit i + shift is set as well. Reads only words that it has not written yet. */
function intersectWithShifted(bits: Bitmap, shift: number): void {
  const words = shift >>> 5;
  const rest = shift & 31;
  for (let i = 0; i < bits.length; i++) {
    const near = at(bits, i + words) >>> rest;
    const far = rest === 0 ? 0 : at(bits, i + words + 1) << (32 - rest);
    bits[i] = at(bits, i) & (near | far);
  }
}

/** The bits that are set in at least `least` of `rows` (1 or more), counted bit by bit for 32 bits at once. */
export function inAtLeast(rows: readonly Bitmap[], least: number, wordCount: number): Bitmap {
  // reached[k] holds the bits seen in more than k rows so far.
  const reached = Array.from({ length: least }, () => new Uint32Array(wordCount));
  for (const row of rows) {
    for (let k = least - 1; k >= 0; k--) {
      const level = reached[k];
      const below = reached[k - 1];
      if (!level) continue;
      for (let i = 0; i < wordCount; i++) {
        level[i] = at(level, i) | (below ? at(row, i) & at(below, i) : at(row, i));
      }
    }
  }
  return reached[least - 1] ?? new Uint32Array(wordCount).fill(allOnes);
}

/** The set bits in rising order. */
export function setBits(bits: Bitmap): number[] {
  const indices: number[] = [];
  for (let i = 0; i < bits.length; i++) {
    let word = at(bits, i);
    while (word !== 0) {
      // word & -word is the lowest set bit.
      const lowest = word & -word;
      indices.push(i * 32 + (31 - Math.clz32(lowest)));
      word ^= lowest;
    }
  }
  return indices;
}

function at(bits: Bitmap, index: number): number {
  return bits[index] ?? 0;
}
