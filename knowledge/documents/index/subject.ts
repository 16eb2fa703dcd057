import type { Thesaurus } from "../../german/thesaurus.js";
import type { SearchIndex } from "./structure.js";

/** In texts of offices and laws about every fifth or sixth entry of the index is a word that the thesaurus leads to … */
const AT_HOME = 0.12;
/** … and where they are as rare as this, the collection is about something else. */
const ELSEWHERE = 0.06;
/** What is left of other names there. */
const LEAST = 0.25;

const shares = new WeakMap<SearchIndex, WeakMap<Thesaurus, number>>();

/**
 * How far a collection is about what the thesaurus is about, from 0.25 to 1. In a text about painters "gestorben" means
 * no death grant, so other names for words that the collection uses itself count for less the less it speaks of offices.
 */
export const atHome = (index: SearchIndex, thesaurus: Thesaurus): number => {
  const known = shares.get(index) ?? new WeakMap<Thesaurus, number>();
  shares.set(index, known);
  let share = known.get(thesaurus);
  if (share === undefined) {
    const { starts, items } = index.postings;
    let entries = 0;
    for (const stemmed of thesaurus.written) {
      const term = index.terms.ids.get(stemmed);
      if (term !== undefined) entries += (starts[term + 1] as number) - (starts[term] as number);
    }
    share = entries / (items.length || 1);
    known.set(thesaurus, share);
  }
  return Math.min(1, Math.max(LEAST, (share - ELSEWHERE) / (AT_HOME - ELSEWHERE)));
};
