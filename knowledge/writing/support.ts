import { everydayThesaurus } from "../german/thesaurus.js";
import { turned } from "./turns.js";
import { type Token, tokensOf } from "./wording.js";

/** A sentence that a claim cites, and the headings over it: what it is about may stand there alone. */
export type Cited = { readonly text: string; readonly heading: string };

/** Why a claim is dropped. For tests and figures; people see only what holds. */
export type Unsupported =
  /** Letters, signs or addresses that the source does not have. */
  | "foreign-signs"
  | "too-little"
  /** A word that carries meaning and is not in the source. */
  | "foreign-word"
  | "number"
  /** Denied, limited, obliged or allowed otherwise than in the source. */
  | "turned"
  /** The words are there, in an order that may say something else. */
  | "order";

/** Share of a claim's words that must come in the order of the source. */
const IN_ORDER = 0.65;

/**
 * Whether sentences say what a claim says, by its words: nothing in it may be new, nothing that turns a statement may
 * be missing. Strict on purpose. A claim that is wrongly dropped costs a sentence, since the source is quoted instead;
 * one that is wrongly kept costs trust. Undefined: supported.
 */
export function faultIn(claim: string, cited: readonly Cited[]): Unsupported | undefined {
  const sources = cited.map(({ text, heading }) => ({ text, heading, tokens: tokensOf(text) }));
  const whole = sources.map(({ text }) => text).join("\n");
  if (hasForeignSigns(claim, whole)) return "foreign-signs";
  const tokens = tokensOf(claim);
  const content = tokens.filter((token) => token.content);
  if (content.length < 2) return "too-little";

  const said = sources.flatMap((source) => source.tokens);
  const about = sources.flatMap(({ heading }) => tokensOf(heading));
  const inText = matcher(said);
  const inHeading = matcher(about);
  for (const token of content) {
    if (token.number !== undefined) {
      if (!said.some((one) => one.number === token.number)) return "number";
    } else if (!inText(token) && !inHeading(token)) return "foreign-word";
  }
  // What a sentence is about may stand above it, what it says stands in it.
  if (content.filter(inText).length * 2 <= content.length) return "foreign-word";
  if (!numbersStandAlike(tokens, said)) return "number";
  if (turned(tokens, sources)) return "turned";
  return inOrder(content, said) ? undefined : "order";
}

const PLAIN_SIGNS = /^[\p{Script=Latin}\p{M}\p{N}\s.,;:!?()%€§&/'’"„“”‚‘»«–—+\-°²³½¼]*$/u;
const ADDRESS =
  /(?:\p{L}{2,}:)?\/\/|www\.|\S@\S|\b[\w-]+\.(?:com|net|org|de|eu|io|info|biz|ru|cn|xyz|top|app|dev)\b|javascript:|data:/iu;

/** Other scripts, markup, invisible characters and addresses are not wording: they stand in the source or nowhere. */
function hasForeignSigns(claim: string, source: string): boolean {
  if (claim.length > 500) return true;
  for (const word of claim.split(/\s+/)) {
    const bare = word.replace(/^[("„“'»]+|[)"“”'«.,;:!?]+$/gu, "");
    if (bare !== "" && (!PLAIN_SIGNS.test(bare) || ADDRESS.test(bare)) && !source.includes(bare)) return true;
  }
  return false;
}

/** Whether a word is among others: by its stem, as a part of a compound, or by its official name. */
function matcher(said: readonly Token[]): (token: Token) => boolean {
  const stems = new Set(said.map((token) => token.stem));
  const long = [...new Set(said.map((token) => token.folded))].filter((word) => word.length >= 8);
  const forms = [...new Set(said.map((token) => token.folded))].filter((word) => word.length >= 5);
  const numbers = new Set(said.map((token) => token.number));
  return ({ stem, folded, number }) => {
    if (number !== undefined) return numbers.has(number);
    if (stems.has(stem) || forms.some((word) => isForm(folded, word))) return true;
    if (folded.length >= 5 && long.some((word) => isPart(folded, word))) return true;
    if (folded.length >= 10 && [...stems].some((one) => one.length >= 5 && isCompoundOf(folded, one, stems)))
      return true;
    return everydayThesaurus.find([stem]).some(({ written }) => written.every((part) => stems.has(part)));
  };
}

/** "Jobcenters" and "Jobcenter": the same but for an ending that the stemmer cuts unevenly. */
function isForm(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 5 && long.length - short.length <= 2 && long.startsWith(short);
}

/** "Antrag" in "Wohngeldantrag", but not "zulässig" in "unzulässig": what goes before must be a word, not a denial. */
function isPart(part: string, compound: string): boolean {
  const rest = compound.length - part.length;
  return rest >= 4 && (compound.endsWith(part) || compound.startsWith(part));
}

/** "Wohngeldantrag" where both "Wohngeld" and "Antrag" are said. */
function isCompoundOf(compound: string, head: string, stems: ReadonlySet<string>): boolean {
  if (!compound.startsWith(head)) return false;
  const tail = compound.slice(head.length).replace(/^(?:s|es|n|en|er)(?=.{4})/, "");
  return [compound.slice(head.length), tail].some((one) =>
    [...stems].some((stem) => stem.length >= 4 && one.startsWith(stem)),
  );
}

/** "6 Monate" is not said by "6 Wochen oder 3 Monate": what a number counts stands right behind it in the source too. */
function numbersStandAlike(claim: readonly Token[], said: readonly Token[]): boolean {
  return claim.every((token, i) => {
    const counted = claim[i + 1];
    if (token.number === undefined || !counted?.content || counted.number !== undefined) return true;
    return said.some(
      (one, at) =>
        one.number === token.number && countedBy(said, at).some((next) => next.stem === counted.stem),
    );
  });
}

/** The words behind a number, up to the next one. */
function countedBy(said: readonly Token[], at: number): readonly Token[] {
  const next = said.slice(at + 1, at + 4);
  const end = next.findIndex(({ number }) => number !== undefined);
  return end < 0 ? next : next.slice(0, end);
}

/** The longest run of common words in the same order, long enough. */
function inOrder(claim: readonly Token[], said: readonly Token[]): boolean {
  if (claim.length < 3) return true;
  // The beginning of a word is enough to see its place again.
  const key = ({ stem, number }: Token) => number ?? stem.slice(0, 5);
  const source = said.map(key);
  const own = claim.map(key).filter((word) => source.includes(word));
  let row = new Array<number>(source.length + 1).fill(0);
  for (const word of own) {
    const next = [0];
    for (const [j, other] of source.entries()) {
      next.push(word === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) >= IN_ORDER * own.length;
}
