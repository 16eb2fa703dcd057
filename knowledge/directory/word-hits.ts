import { editDistance } from "../german/spelling.js";
import { compoundHeads, compoundModifiers, isForeignAffair, isListed } from "./everyday-words.js";
import { DISTINCTIVE, letterMask, type Vocabulary } from "./vocabulary.js";
import { root, stem } from "./word-forms.js";

/** How a term was found. Quality is 1 for the word itself and falls with the distance from it. */
export type Hit = {
  readonly term: number;
  readonly quality: number;
  readonly how: How;
  /** The last part of a compound, which says what kind of thing it is. */
  readonly isHead?: boolean;
};
export type How = "word" | "compound" | "typo";

const LONGEST_PIECE = 30;
const LINKS = ["s", "n", "en", "es", "er", "e"] as const;

/** The terms that a word is, or is an inflected form of. */
export function exactHits(vocabulary: Vocabulary, folded: string): readonly Hit[] {
  const forms = new Set([folded, stem(folded)]);
  const terms = [...forms].flatMap((form) => vocabulary.termOf.get(form) ?? []);
  if (terms.length > 0) return terms.map((term) => ({ term, quality: 1, how: "word" }));
  const own = root(folded);
  const related = own === "" ? undefined : vocabulary.termsOfRoot.get(own);
  return related?.map((one) => ({ term: one, quality: 0.95, how: "word" as const })) ?? [];
}

/** The terms inside a compound: "kitaplatzsuche" holds kitaplatz, "kreisjugendamt" holds jugendamt. */
export function compoundHits(vocabulary: Vocabulary, folded: string): readonly Hit[] {
  if (folded.length < 6 || /[\d§]/.test(folded) || isForeignAffair(stem(folded))) return [];
  const whole = split(vocabulary, folded);
  if (whole.length > 0) {
    return whole.map(({ term, isHead }) => ({ term, quality: 0.92, how: "compound", isHead }));
  }
  return partHits(vocabulary, folded);
}

/** Splits a word completely into terms, neutral parts and linking letters; fewest and longest pieces win. */
function split(
  vocabulary: Vocabulary,
  word: string,
): readonly { readonly term: number; readonly isHead: boolean }[] {
  const { pieces } = vocabulary;
  const best: ({ score: number; from: number; term: number } | undefined)[] = [];
  best[0] = { score: 0, from: 0, term: -1 };
  for (let start = 0; start <= word.length - 3; start++) {
    const here = best[start];
    if (here === undefined) continue;
    const last = Math.min(word.length, start + LONGEST_PIECE);
    for (let end = last; end >= start + 3; end--) {
      const part = word.slice(start, end);
      const term = pieces.get(part) ?? (end === word.length ? pieces.get(stem(part)) : undefined);
      if (term === undefined) continue;
      const heavy = term >= 0 && (vocabulary.weights[term] ?? 0) >= DISTINCTIVE;
      const score = here.score + part.length * (heavy ? 2 : 1) - 3;
      keep(end, score, start, term);
      if (end > word.length - 4) continue;
      for (const link of LINKS) {
        if (word.startsWith(link, end)) keep(end + link.length, score - link.length, start, term);
      }
    }
  }
  const found: { term: number; isHead: boolean }[] = [];
  for (let at = word.length; at > 0; ) {
    const step = best[at];
    if (step === undefined) return [];
    if (step.term >= 0) found.unshift({ term: step.term, isHead: at === word.length });
    at = step.from;
  }
  return found;

  function keep(end: number, score: number, from: number, term: number): void {
    const known = best[end];
    if (known === undefined || score > known.score) best[end] = { score, from, term };
  }
}

/**
 * A distinctive term at the edge of a word whose rest nobody knows ("kindergarteneingewöhnung"). The rest decides
 * what a compound is about, so a rest out of another field ("hundeführerschein", "reisepassfoto") rules it out.
 */
function partHits(vocabulary: Vocabulary, word: string): readonly Hit[] {
  const { pieces, weights } = vocabulary;
  for (let length = word.length - 3; length >= 6; length--) {
    const rest = word.length - length;
    for (const [part, remainder] of [
      [word.slice(0, length), word.slice(length)],
      [word.slice(rest), word.slice(0, rest)],
    ] as const) {
      const term = pieces.get(part);
      if (term === undefined || term < 0 || (weights[term] ?? 0) < DISTINCTIVE) continue;
      if (remainder.length < 3 || isOtherField(remainder)) continue;
      return [{ term, quality: 0.78, how: "compound" }];
    }
  }
  return [];
}

function isOtherField(rest: string): boolean {
  for (const form of [rest, rest.replace(/^(?:s|n|en|es)/, ""), rest.replace(/(?:s|n|en|es)$/, "")]) {
    if (form.length >= 3 && isForeignAffair(stem(form))) return true;
  }
  return /(?:steuer|foto|spiel|lied|film|bild|reform|geschicht|witz)/.test(rest);
}

/** The terms that a mistyped word most probably is; several only if they are equally near. */
export function typoHits(vocabulary: Vocabulary, folded: string): readonly Hit[] {
  if (/[\d§]/.test(folded) || isOrdinaryCompound(folded)) return [];
  const whole = nearest(vocabulary, folded);
  if (whole.length > 0) return whole;
  for (let length = Math.min(14, folded.length - 5); length >= 4; length--) {
    if (!compoundHeads.has(folded.slice(-length))) continue;
    const front = folded.slice(0, -length);
    for (const part of front.endsWith("s") ? [front, front.slice(0, -1)] : [front]) {
      const hits = nearest(vocabulary, part, 1).filter(
        ({ term }) => (vocabulary.weights[term] ?? 0) >= DISTINCTIVE,
      );
      if (hits.length > 0) return hits.map((hit) => ({ ...hit, quality: hit.quality - 0.05 }));
    }
  }
  return [];
}

/** "Kinderarzt" is no misspelt Kindergarten: a word of two everyday words is spelt as it is meant. */
function isOrdinaryCompound(word: string): boolean {
  for (let end = 4; end <= word.length - 4; end++) {
    if (!isListed(word.slice(end)) && !compoundHeads.has(word.slice(end))) continue;
    const front = word.slice(0, end);
    if (
      [front, front.replace(/s$/, ""), front.replace(/e?n$/, "")].some(
        (part) => part.length >= 4 && (isListed(part) || compoundModifiers.has(part)),
      )
    )
      return true;
  }
  return false;
}

/** Mistakes that are likely in a word of this length; short words are too easily another word. */
function allowed(length: number): number {
  if (length < 4) return 0;
  if (length < 8) return 1;
  return length < 18 ? 2 : 3;
}

function nearest(vocabulary: Vocabulary, word: string, most = 3): readonly Hit[] {
  const max = Math.min(most, allowed(word.length));
  if (max === 0) return [];
  const mask = letterMask(word);
  let bound = max;
  let found: { term: number; distance: number }[] = [];
  for (let length = word.length - max; length <= word.length + max; length++) {
    for (const { form, mask: other, term } of vocabulary.formsByLength[length] ?? []) {
      if (bits(mask ^ other) > 2 * bound || !sameStart(word, form)) continue;
      // In four letters only a slip of the fingers counts: "ktia", "kitta", never "kiga" for "kita".
      if (Math.min(length, word.length) <= 4 && bits(mask ^ other) > 0) continue;
      const distance = editDistance(word, form, Math.min(bound, allowed(length)));
      if (distance > bound || distance > allowed(length)) continue;
      // An everyday word with two slips in it is far more often another everyday word.
      if (distance > 1 && vocabulary.everyday.has(term)) continue;
      if (distance < bound) found = [];
      bound = distance;
      if (!found.some((one) => one.term === term)) found.push({ term, distance });
    }
  }
  return found.map(({ term, distance }) => ({ term, quality: 0.9 - 0.07 * distance, how: "typo" }));
}

/** The first letter is rarely mistyped, except by swapping it with the second. */
const sameStart = (a: string, b: string): boolean => a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);

function bits(mask: number): number {
  let left = mask - ((mask >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
