import { classOf, isListed, type Weakness } from "./everyday-words.js";
import { type Phrase, type PhraseIndex, withOfficeWord } from "./phrases.js";
import type { Token } from "./tokens.js";
import { DISTINCTIVE, type Vocabulary } from "./vocabulary.js";
import { particles, stem } from "./word-forms.js";
import { compoundHits, exactHits, type Hit, type How, typoHits } from "./word-hits.js";

export type PhraseMatch = {
  readonly target: number;
  /** Weight of what was found, for comparing matches that want the same words. */
  readonly score: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** All words of the phrase were found. */
  readonly full: boolean;
  /** Indices of the tokens, ascending. */
  readonly tokens: readonly number[];
  /** The token that carries the match. */
  readonly heavy: number;
  readonly how: How;
  readonly weakness: Weakness | null;
};

/** What one token may be; `spans` counts the tokens that were read as one word ("wohn geld"). */
type TokenHit = Hit & { readonly at: number; readonly spans: number };

/** Part of a phrase that must be found, by weight, if a distinctive word of it is there. */
const ENOUGH = 0.7;

/**
 * Everything the tokens may name, best first, without deciding between matches that want the same words.
 * `skip` holds tokens that are something else (a place, a number, a person's name).
 */
export function matchPhrases(
  index: PhraseIndex,
  written: readonly Token[],
  skip: (at: number) => boolean,
): readonly PhraseMatch[] {
  const tokens = written.map(withOfficeWord);
  const found = new Map<number, TokenHit[]>();
  for (const hit of hitsOf(index.vocabulary, tokens, skip)) {
    for (const id of index.postings[hit.term] ?? []) {
      const hits = found.get(id);
      if (hits === undefined) found.set(id, [hit]);
      else hits.push(hit);
    }
  }
  const matches: PhraseMatch[] = [];
  for (const [id, hits] of found) {
    const match = score(index, index.phrases[id] as Phrase, hits, tokens);
    if (match !== null) matches.push(match);
  }
  return matches.sort(
    (a, b) => b.score - a.score || Number(b.full) - Number(a.full) || (a.tokens[0] ?? 0) - (b.tokens[0] ?? 0),
  );
}

function hitsOf(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  skip: (at: number) => boolean,
): readonly TokenHit[] {
  const hits: TokenHit[] = [];
  const push = (at: number, spans: number, some: readonly Hit[]): boolean => {
    for (const hit of some) hits.push({ ...hit, at, spans });
    return some.length > 0;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (skip(at)) continue;
    const next = skip(at + 1) ? undefined : tokens[at + 1];
    const joined = next === undefined ? [] : joinedHits(vocabulary, token, next);
    push(at, 2, joined);
    if (classOf(token.folded) === "grammar" && !token.caps) continue;
    const apart = push(at, 1, separatedVerb(vocabulary, tokens, at));
    if (push(at, 1, exactHits(vocabulary, token.folded)) || apart) continue;
    if (classOf(token.folded) !== "unknown") continue;
    if (isListed(token.folded)) continue;
    push(at, 1, compoundHits(vocabulary, token.folded));
    if (joined.length === 0 && !followsTitle(tokens, at)) push(at, 1, typoHits(vocabulary, token.folded));
  }
  return hits;
}

/** Two words that are one: "Kinder geld", "P-Konto". Only whole words, or any two would make something. */
function joinedHits(vocabulary: Vocabulary, token: Token, next: Token): readonly Hit[] {
  if (token.clauseEnd && !token.glued) return [];
  const word = token.folded + next.folded;
  const term =
    word.length < 4 && !token.glued
      ? undefined
      : (vocabulary.termOf.get(word) ?? vocabulary.termOf.get(stem(word)));
  return term === undefined ? [] : [{ term, quality: 0.97, how: "word" }];
}

/** "meldet sich … an": the verb and the particle at the end of its clause. */
function separatedVerb(vocabulary: Vocabulary, tokens: readonly Token[], at: number): readonly Hit[] {
  const verb = tokens[at] as Token;
  for (let end = at + 1; end < tokens.length && end <= at + 8; end++) {
    const token = tokens[end] as Token;
    if (!token.clauseEnd) continue;
    return particles.has(token.folded) ? exactHits(vocabulary, token.folded + verb.folded) : [];
  }
  return [];
}

/** What follows "Frau" or "Herr" is a name and no misspelt topic. */
function followsTitle(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.folded ?? "";
  return (tokens[at]?.capital ?? false) && /^(?:frau|herrn?|fr|hr|familie|fam)$/.test(before);
}

function score(
  index: PhraseIndex,
  phrase: Phrase,
  hits: readonly TokenHit[],
  tokens: readonly Token[],
): PhraseMatch | null {
  const { weights } = index.vocabulary;
  const best: TokenHit[] = [];
  for (const term of phrase.terms) {
    const candidates = hits.filter((hit) => hit.term === term);
    const anchor = best[0]?.at ?? 0;
    const hit = candidates.reduce<TokenHit | undefined>((one, other) => {
      if (one === undefined || other.quality > one.quality) return other;
      if (other.quality < one.quality) return one;
      return Math.abs(other.at - anchor) < Math.abs(one.at - anchor) ? other : one;
    }, undefined);
    if (hit !== undefined) best.push(hit);
  }
  const full = best.length === phrase.terms.length;
  let weight = 0;
  let heavy = best[0] as TokenHit;
  for (const hit of best) {
    weight += (weights[hit.term] ?? 0) * hit.quality;
    if ((weights[hit.term] ?? 0) > (weights[heavy.term] ?? 0)) heavy = hit;
  }
  if (!full) {
    if (weight / phrase.weight < ENOUGH || (weights[heavy.term] ?? 0) < DISTINCTIVE) return null;
    // "Bewilligungszeitraum endet" for "… läuft aus": only words that say nothing may be missing.
    if (phrase.terms.some((term) => !phrase.idle.has(term) && !best.some((hit) => hit.term === term)))
      return null;
  }
  const used = [...new Set(best.flatMap((hit) => (hit.spans === 2 ? [hit.at, hit.at + 1] : [hit.at])))].sort(
    (a, b) => a - b,
  );
  const first = used[0] ?? 0;
  const last = used.at(-1) ?? 0;
  if (phrase.terms.length > 1 && full) {
    const between = meaningfulBetween(tokens, first, last, used);
    if (between > (phrase.everyday ? 1 : 4)) return null;
  }
  if (phrase.literal !== null && !literally(tokens).includes(` ${phrase.literal} `)) return null;
  // "Mutterpass" and "Aachen-Pass" are other things than a Pass.
  if (phrase.weakness === "relational" && (heavy.isHead || tokens[first - 1]?.glued)) return null;
  if (phrase.capsOnly && !(tokens[first]?.caps ?? false)) return null;
  const worst = best.reduce<How>(
    (how, hit) => (hit.how === "typo" || how === "typo" ? "typo" : hit.how === "compound" ? "compound" : how),
    "word",
  );
  return {
    target: phrase.target,
    score: weight,
    confidence: Math.min(0.99, (weight / phrase.weight) * (phrase.weakness === null ? 1 : 0.8)),
    full,
    tokens: used,
    heavy: heavy.at,
    how: worst,
    weakness: phrase.weakness,
  };
}

function meaningfulBetween(
  tokens: readonly Token[],
  first: number,
  last: number,
  used: readonly number[],
): number {
  let count = 0;
  for (let at = first + 1; at < last; at++) {
    if (!used.includes(at) && classOf(tokens[at]?.folded ?? "") !== "grammar") count++;
  }
  return count;
}

const literally = (tokens: readonly Token[]): string => ` ${tokens.map((token) => token.folded).join(" ")} `;
