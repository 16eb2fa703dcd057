import type { Busy } from "../../casework/conference/busy.js";

/** In order, clipped to [from, to), what overlaps or touches joined into one. Empty spans fall away. */
export function mergedSpans(spans: readonly Busy[], from: number, to: number): readonly Busy[] {
  const clipped = spans
    .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const merged: Busy[] = [];
  for (const span of clipped) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
}
