/** Distinct strings with a number each. */
export type Vocabulary = { readonly list: readonly string[]; readonly ids: ReadonlyMap<string, number> };

/** A list of numbers for each of many things, flat: those of thing `i` are `items[starts[i] .. starts[i + 1])`. */
export type Lists = { readonly starts: Uint32Array; readonly items: Uint32Array };

/**
 * The text as numbers, and all that is needed to build the rest again: the words of each unit in order, first those
 * of its title (up to `titleEnds`, a position in `tokens.items`), then those of its text.
 */
export type Forward = { readonly words: Vocabulary; readonly tokens: Lists; readonly titleEnds: Uint32Array };

/**
 * Inverted index over units of text (passages, or whole documents where a collection is evaluated). A *word* is a
 * folded surface form; a *term* is what is matched: a stem of a word or of one of the two parts of a compound.
 */
export type SearchIndex = Forward & {
  readonly units: number;
  /** How often each word occurs. */
  readonly counts: Uint32Array;
  readonly terms: Vocabulary;
  /** Terms of each word, its own stem first. */
  readonly wordTerms: Lists;
  /** Units that hold each term, ascending. */
  readonly postings: Lists;
  /** Beside `postings.items`: what the match is worth before its idf, as a share of `impactScale` in 255ths. */
  readonly impacts: Uint8Array;
  readonly impactScale: number;
  readonly meanLength: number;
  readonly meanTitle: number;
  /** Character 4-grams of words, the words that hold each, and in how many units each occurs. */
  readonly grams: Vocabulary;
  readonly gramWords: Lists;
  readonly gramUnits: Uint32Array;
};
