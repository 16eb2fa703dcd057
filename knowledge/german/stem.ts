/**
 * Cuts German words down to a common form: plural, case, conjugation and comparison endings go, then one ending that
 * makes a noun or adjective of a word ("Kündigung" and "gekündigt" meet halfway, "beruflich" and "Beruf" entirely).
 *
 * Rules of our own, tuned on retrieval (docs/wissen.md). Wrong conflations cost less than missed ones as long as
 * enough letters stay.
 */

const SHORTEST = 4;

/** Endings with the number of letters that must stay before them; longer ones first. */
const inflections: readonly (readonly [ending: string, keep: number])[] = [
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
const DERIVATION = /^(.{4,}?)(?:ung|lich|isch|keit|heit|bar|ig|lichkeit|igung|igkeit)$/;

/** The stem of a folded word (see `fold`). Numbers and words of up to four letters stay as they are. */
export const stem = (folded: string): string => {
  if (folded.length <= SHORTEST || /[\d§]/.test(folded)) return folded;
  const bare = withoutInflection(folded);
  const root = DERIVATION.exec(bare)?.[1];
  return root === undefined ? bare : withoutInflection(root);
};

const withoutInflection = (word: string): string => {
  let w = word;
  for (let round = 0; round < 2 && w.length > SHORTEST; round++) {
    const cut = inflections.find(([ending, keep]) => w.length - ending.length >= keep && w.endsWith(ending));
    if (!cut) break;
    w = w.slice(0, -cut[0].length);
  }
  return w;
};
