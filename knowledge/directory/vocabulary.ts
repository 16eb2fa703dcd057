import { compoundHeads, compoundModifiers, isEveryday } from "./everyday-words.js";
import { root, stem } from "./word-forms.js";

/**
 * The words of a directory (terms), found again in a question: inflected, as part of a compound, or mistyped.
 * One term is one stem; how much it proves is its weight.
 */
export type Vocabulary = {
  readonly termOf: ReadonlyMap<string, number>;
  readonly termsOfRoot: ReadonlyMap<string, readonly number[]>;
  /** Folded forms with their terms, by length, for typo correction. */
  readonly formsByLength: readonly (readonly Form[])[];
  /** Forms that may stand inside a compound; -1 is a neutral head or modifier. */
  readonly pieces: ReadonlyMap<string, number>;
  readonly weights: readonly number[];
  /** Terms that are everyday German. */
  readonly everyday: ReadonlySet<number>;
};

type Form = { readonly form: string; readonly mask: number; readonly term: number };

/** A term that proves a topic by itself weighs at least this much. */
export const DISTINCTIVE = 3;

export type VocabularyBuilder = {
  /** The term of a folded word, a new one if it is not known. `weight` only lowers what the word weighs. */
  readonly add: (folded: string, weight?: number) => number;
  /** Another form of a word that was added, for finding it misspelt. */
  readonly alias: (form: string, folded: string) => void;
  /** The vocabulary of all words added so far. */
  readonly build: () => Vocabulary;
};

export function vocabularyBuilder(): VocabularyBuilder {
  const termOf = new Map<string, number>();
  const forms = new Map<string, number>();
  const weights: number[] = [];
  return { add, alias, build };

  function alias(form: string, folded: string): void {
    const term = termOf.get(stem(folded));
    if (term !== undefined && !forms.has(form)) forms.set(form, term);
  }

  function add(folded: string, weight = Number.POSITIVE_INFINITY): number {
    const key = stem(folded);
    const term = termOf.get(key) ?? weights.length;
    if (term === weights.length) {
      termOf.set(key, term);
      weights.push(weightOf(key));
    }
    weights[term] = Math.min(weights[term] ?? 0, weight);
    forms.set(folded, term);
    return term;
  }

  function build(): Vocabulary {
    const byLength: Map<string, Form>[] = [];
    const termsOfRoot = new Map<string, number[]>();
    const pieces = new Map<string, number>();
    for (const neutral of [...compoundHeads, ...compoundModifiers]) pieces.set(neutral, -1);
    for (const [key, term] of [...termOf, ...forms]) {
      for (let length = byLength.length; length <= key.length; length++) byLength.push(new Map());
      if (key.length >= 4) byLength[key.length]?.set(key, { form: key, mask: letterMask(key), term });
      if (key.length >= 3 && !/[\d§]/.test(key)) pieces.set(key, term);
      const own = root(key);
      if (own === "") continue;
      const known = termsOfRoot.get(own) ?? [];
      if (!known.includes(term)) termsOfRoot.set(own, [...known, term]);
    }
    const formsByLength = byLength.map((forms) => [...forms.values()]);
    const everyday = new Set([...termOf].flatMap(([key, term]) => (isEveryday(key) ? [term] : [])));
    return { termOf, termsOfRoot, formsByLength, pieces, weights, everyday };
  }
}

function weightOf(stemmed: string): number {
  if (isEveryday(stemmed) || /^\d+$/.test(stemmed)) return 1;
  return stemmed.length >= 10 ? DISTINCTIVE + 1 : DISTINCTIVE;
}

/** One bit a letter: two words that differ in many letters are far apart, which is quicker to see than to measure. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}
