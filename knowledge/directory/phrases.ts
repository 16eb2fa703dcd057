import { classOf, compoundHeads, isEveryday, type Weakness, weaknessOf } from "./everyday-words.js";
import { officeWord } from "./office-kinds.js";
import { type Token, tokenize } from "./tokens.js";
import { DISTINCTIVE, type Vocabulary, vocabularyBuilder } from "./vocabulary.js";
import { stem } from "./word-forms.js";

/** A name under which a topic, a condition or a kind of office is known; `target` says which. */
export type PhraseSource = {
  readonly target: number;
  readonly text: string;
  /** Also found by its parts ("Platz in der Kita" for "Kitaplatz"). */
  readonly loose: boolean;
};

export type Phrase = {
  readonly target: number;
  readonly terms: readonly number[];
  /** Terms that say nothing of their own. */
  readonly idle: ReadonlySet<number>;
  readonly weight: number;
  /** Every word is everyday German: the words must stand together, and a single one proves little. */
  readonly everyday: boolean;
  /** Words that say nothing apart ("vom Amt leben", "seid ihr zuständig"): found only as written. */
  readonly literal: string | null;
  readonly capsOnly: boolean;
  readonly weakness: Weakness | null;
};

export type PhraseIndex = {
  readonly vocabulary: Vocabulary;
  readonly phrases: readonly Phrase[];
  /** Phrases by term. */
  readonly postings: readonly (readonly number[])[];
};

export function buildPhraseIndex(
  sources: readonly PhraseSource[],
  /** Words that name offices weigh little inside the name of a topic: "Miete vom Jobcenter" is about rent. */
  officeWords: ReadonlySet<string> = new Set(),
): PhraseIndex {
  const builder = vocabularyBuilder();
  const drafts: {
    target: number;
    terms: number[];
    idle: ReadonlySet<number>;
    literal: string | null;
    capsOnly: boolean;
    weakness: Phrase["weakness"];
  }[] = [];
  const known = new Set<string>();
  const add = (target: number, words: readonly string[], source: readonly Token[]): void => {
    const terms = words.map((word) =>
      builder.add(word, officeWords.has(word) && words.length > 1 ? 1.5 : undefined),
    );
    const only = words.length === 1 ? (words[0] ?? "") : null;
    const nothing =
      source.length > 1 && words.every((word) => !["ordinary", "unknown"].includes(classOf(word)));
    const literal = nothing ? source.map((token) => token.folded).join(" ") : null;
    const key = `${target}:${literal ?? [...new Set(terms)].sort((a, b) => a - b).join(",")}`;
    if (known.has(key)) return;
    known.add(key);
    drafts.push({
      target,
      terms: [...new Set(terms)],
      idle: new Set(terms.filter((_, at) => !["ordinary", "unknown"].includes(classOf(words[at] ?? "")))),
      literal,
      capsOnly: only !== null && classOf(only) === "grammar" && (source[0]?.caps ?? false),
      weakness: only !== null && isEveryday(stem(only)) ? (weaknessOf(stem(only)) ?? "topical") : null,
    });
  };
  for (const { target, text } of sources) {
    const tokens = wordsOf(text);
    for (const words of readings(tokens)) add(target, words, tokens);
  }
  for (const word of officeWords) builder.alias(word, officeWord(word));
  // Parts of compounds need the whole vocabulary, so they come second.
  const whole = builder.build();
  for (const { target, text, loose } of sources) {
    if (!loose) continue;
    const tokens = wordsOf(text);
    const only = tokens.length === 1 ? tokens[0] : undefined;
    if (only === undefined || only.folded.length < 9) continue;
    const parts = partsOf(whole, only.folded);
    if (parts.length === 2) add(target, parts, tokens);
  }
  const vocabulary = builder.build();
  const postings: number[][] = vocabulary.weights.map(() => []);
  const phrases = drafts.map((draft, id): Phrase => {
    for (const term of draft.terms) postings[term]?.push(id);
    const weights = draft.terms.map((term) => vocabulary.weights[term] ?? 0);
    return {
      ...draft,
      weight: weights.reduce((sum, weight) => sum + weight, 0),
      everyday: weights.every((weight) => weight < DISTINCTIVE),
    };
  });
  return { vocabulary, phrases, postings };
}

const wordsOf = (text: string): readonly Token[] => tokenize(text).map(withOfficeWord);

/** Offices are called by many words; phrases know one of them. */
export function withOfficeWord(token: Token): Token {
  const folded = officeWord(token.folded);
  return folded === token.folded ? token : { ...token, folded };
}

/** The words of a name that count, in one or two readings: "Kita-Platz" is one word and two. */
function readings(tokens: readonly Token[]): readonly (readonly string[])[] {
  const joined: string[] = [];
  const apart: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    let token = tokens[at] as Token;
    let word = token.folded;
    const parts = [token.folded];
    while (token.glued && tokens[at + 1] !== undefined) {
      at++;
      token = tokens[at] as Token;
      word += token.folded;
      parts.push(token.folded);
    }
    joined.push(word);
    apart.push(...parts);
  }
  const counts = (word: string): boolean => classOf(word) !== "grammar";
  const one = joined.filter(counts);
  const two = apart.filter(counts);
  const first = one.length > 0 ? one : joined;
  if (two.length === one.length || two.some((word) => word.length < 3)) return [first];
  return [first, two];
}

/** "Kitaplatz" as kita and platz: a term and a neutral word, or two terms of which one is distinctive. */
function partsOf(vocabulary: Vocabulary, word: string): readonly string[] {
  for (let end = word.length - 4; end >= 4; end--) {
    const front = word.slice(0, end);
    const back = word.slice(end);
    const first = vocabulary.pieces.has(front) ? front : front.replace(/(?:s|n|en|es)$/, "");
    if (first.length < 4 || !vocabulary.pieces.has(first)) continue;
    if (!vocabulary.pieces.has(back) && !vocabulary.pieces.has(stem(back))) continue;
    const distinctive = [first, back].some((part) => {
      const term = vocabulary.termOf.get(stem(part));
      return term !== undefined && (vocabulary.weights[term] ?? 0) >= DISTINCTIVE;
    });
    if (distinctive && !(compoundHeads.has(first) && compoundHeads.has(back))) return [first, back];
  }
  return [];
}
