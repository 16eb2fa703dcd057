/**
 * Cuts German words down to a common form: plural, case, conjugation and comparison endings go.
 *
 * Rules of our own, tuned on retrieval (docs/wissen.md): wrong conflations cost less than missed ones as long as
 * at least four letters stay, so endings are taken off one after the other from the right.
 */

const SHORTEST = 4;

const endings: readonly (readonly [ending: string, keep: number])[] = [
  ["innen", 4],
  ["ern", 4],
  ["em", 4],
  ["en", 3],
  ["er", 4],
  ["es", 4],
  ["st", 5],
  ["e", 3],
  ["n", 4],
  ["s", 4],
  ["t", 5],
];

/** The stem of a folded word (see `fold`). Numbers and words of up to four letters stay as they are. */
export const stem = (folded: string): string => {
  if (folded.length <= SHORTEST || /\d/.test(folded)) return folded;
  let w = folded;
  for (let round = 0; round < 2; round++) {
    const cut = endings.find(([ending, keep]) => w.length - ending.length >= keep && w.endsWith(ending));
    if (!cut) break;
    w = w.slice(0, -cut[0].length);
  }
  return w;
};
