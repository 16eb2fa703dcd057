/**
 * Splits German compounds with nothing but the words of the collection itself: "Aufenthaltserlaubnis" is cut because
 * "Aufenthalt" and "Erlaubnis" occur on their own. After Koehn and Knight (2003): among the possible cuts the one
 * whose parts are most frequent on (geometric) average, and only if they beat the whole word.
 */

/** Sounds that German puts between the parts. */
const linking = ["", "s", "es", "n", "en", "er", "e", "ns", "ens"] as const;
const SHORTEST_PART = 4;
const SHORTEST_WORD = 8;
const MOST_PARTS = 4;

/** Endings that occur as words by chance and would cut derivations apart ("Freund-schaft"). */
const noPart: ReadonlySet<string> = new Set(
  "schaft schaften heit heiten keit keiten lich liche lichen ungen ende enden eren erin innen isch ische ischen barkeit sam same enen tion tionen ität".split(
    " ",
  ),
);

export type Splitter = (word: string) => readonly string[];

/** `counts`: folded words of the collection and how often each occurs. The parts come back folded; [] if nothing can be cut. */
export const compoundSplitter = (counts: ReadonlyMap<string, number>): Splitter => {
  const memo = new Map<string, readonly string[]>();

  const frequency = (part: string): number => (noPart.has(part) ? 0 : (counts.get(part) ?? 0));

  const best = (word: string, depth: number): { parts: readonly string[]; score: number } => {
    let found = { parts: [word] as readonly string[], score: Math.log(1 + frequency(word)) };
    if (depth >= MOST_PARTS || word.length < 2 * SHORTEST_PART) return found;
    for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
      const rightWord = word.slice(cut);
      const left = leftPart(word.slice(0, cut));
      if (!left) continue;
      const right = best(rightWord, depth + 1);
      if (right.score <= 0) continue;
      const n = right.parts.length;
      const score = (left.score + right.score * n) / (n + 1);
      if (score > found.score) found = { parts: [left.part, ...right.parts], score };
    }
    return found;
  };

  /** The left part with or without its linking sound, whichever is the more frequent word. */
  const leftPart = (left: string): { part: string; score: number } | null => {
    let part = "";
    let most = 0;
    for (const sound of linking) {
      if (sound && !left.endsWith(sound)) continue;
      const bare = sound ? left.slice(0, -sound.length) : left;
      if (bare.length < SHORTEST_PART - (sound ? 1 : 0)) continue;
      const n = frequency(bare);
      if (n > most) {
        most = n;
        part = bare;
      }
    }
    return most > 0 ? { part, score: Math.log(1 + most) } : null;
  };

  return (word) => {
    if (word.length < SHORTEST_WORD || /\d/.test(word)) return [];
    const known = memo.get(word);
    if (known) return known;
    const { parts } = best(word, 0);
    const result = parts.length > 1 ? parts : [];
    memo.set(word, result);
    return result;
  };
};
