import type { Days } from "./periods.js";
import type { Token } from "./tokens.js";
import { type Lead, numbers } from "./vocabulary.js";

/** A text cut into tokens, and the day it was written on (as a day number). */
export type Reader = { readonly tokens: readonly Token[]; readonly today: number };

/** Days that were read, and the token after them. `impossible`: a day that no calendar has. */
export type Read = { readonly days: Days | "impossible"; readonly next: number };

/** The prepositions before the days: what they mean together, and as they stand (folded). */
export type Context = { readonly lead: Lead | undefined; readonly words: readonly string[] };

/** The folded word of a token; a mark as it is; empty past the end. */
export function wordAt(reader: Reader, at: number): string {
  return reader.tokens[at]?.word ?? "";
}

/** A cardinal number in digits or as a word. */
export function numberAt(reader: Reader, at: number): number | undefined {
  const token = reader.tokens[at];
  if (token?.ordinal) return undefined;
  return token?.number ?? numbers.get(token?.word ?? "");
}

/** The dot of an abbreviation ("nä. Wo."), not the end of a sentence: something in small letters or nothing follows. */
export function skipDot(reader: Reader, at: number): number {
  const next = reader.tokens[at + 1];
  return reader.tokens[at]?.word === "." && next && /^[\p{Ll}\d,;]/u.test(next.text) ? at + 1 : at;
}

/** "morgen früh", "Montag morgen": the time of day belongs to the day. */
export function skipDayPart(reader: Reader, at: number): number {
  return /^(?:morgen|fruh)$/.test(wordAt(reader, at)) ? at + 1 : at;
}
