/**
 * Splits German compounds with nothing but the words of the collection itself: "Aufenthaltserlaubnis" is cut because
 * "Aufenthalt" and "Erlaubnis" occur on their own. After Koehn and Knight (2003): among the possible cuts the one
 * whose parts are most frequent on (geometric) average, and only if they beat the whole word. One cut is enough: the
 * halves of long compounds are words that occur themselves, and deeper cuts gained nothing.
 */

/** Sounds that German puts between the parts. */
const linking = ["s", "es", "n", "en", "er", "e", "ns", "ens"] as const;
const SHORTEST_PART = 4;
const SHORTEST_WORD = 8;

/** Endings that occur as words by chance and would cut derivations apart ("Freund-schaft"). */
const noPart: ReadonlySet<string> = new Set(
  (
    "schaft schaften heit heiten keit keiten lich liche lichen ungen ende enden eren erin innen isch ische ischen " +
    "barkeit same enen tion tionen itat"
  ).split(" "),
);

/** Two parts of a folded word, or nothing. */
export type Splitter = (word: string) => readonly [left: string, right: string] | null;

/** `count` says how often a folded word, or one of its stem, occurs in the collection. */
export const compoundSplitter = (count: (word: string) => number): Splitter => {
  const frequency = (part: string): number => (noPart.has(part) ? 0 : count(part));

  /** The left part without its linking sound, whichever is the more frequent word. */
  const bareLeft = (left: string): readonly [part: string, n: number] => {
    let part = left;
    let most = frequency(left);
    for (const sound of linking) {
      if (left.length - sound.length < SHORTEST_PART - 1 || !left.endsWith(sound)) continue;
      const bare = left.slice(0, -sound.length);
      const n = frequency(bare);
      if (n > most) {
        most = n;
        part = bare;
      }
    }
    return [part, most];
  };

  return (word) => {
    if (word.length < SHORTEST_WORD || /[\d§]/.test(word)) return null;
    let best = 2 * Math.log(1 + frequency(word));
    let found: readonly [string, string] | null = null;
    for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
      const right = word.slice(cut);
      const rightCount = frequency(right);
      if (rightCount === 0) continue;
      const [left, leftCount] = bareLeft(word.slice(0, cut));
      if (leftCount === 0) continue;
      const score = Math.log(1 + leftCount) + Math.log(1 + rightCount);
      if (score > best) {
        best = score;
        found = [left, right];
      }
    }
    return found;
  };
};
