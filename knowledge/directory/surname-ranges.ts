import { plain } from "../german/spelling.js";

/**
 * Letter ranges by which offices share out clients: "A-K", "L, P, S (ohne St), W", "Sch", "Aa-Am".
 *
 * A range becomes a set of half-open intervals of folded names. `{` follows `z`, so "everything that begins
 * with st" is the interval ["st", "st{"): digraphs, exclusions, gaps and overlaps are all plain interval work.
 */
export type SurnameRanges = readonly (readonly [from: string, to: string])[];

export type Coverage = "yes" | "no" | "maybe";

const END = "{";
const ALL: SurnameRanges = [["a", END]];
/** Longer than "Sch" is a word, not a letter range. */
const LETTERS = /^[a-z]{1,3}$/;

/** Nobiliary and family particles that offices usually skip; whether an office does is its own affair. */
const PARTICLES = new Set(
  "von vom van vande vander de den der des del della di da dal do dos du el al la le les lo zu zum zur ten ter te bin ben ibn abu af av".split(
    " ",
  ),
);

/** "von", "al" and the like, which no letter range counts. */
export const isParticle = (folded: string): boolean => PARTICLES.has(folded);

/** The ranges of one rule, or null where the text is no list of letter ranges. Never throws. */
export function parseSurnames(written: string): SurnameRanges | null {
  if (written.length > 400) return null;
  const text = plain(written)
    .replace(/[‐-―−]/g, "-")
    .replace(/\bbis\b/g, "-")
    .replace(/\b(?:und|sowie)\b|(?<=[a-z)] )u\.(?= )/g, ",")
    .replace(/[.'’]/g, " ");
  const included: [string, string][] = [];
  const excluded: [string, string][] = [];
  let rest = text.trim();
  let except = false;
  let inBrackets = false;
  while (rest !== "") {
    const item =
      /^(?:([,;/+]+)|(\()|(\))|(ohne|ausser|nicht|mit|inkl(?:usive)?|auch|einschliesslich)\b|([a-z]+)(?:\s*-\s*([a-z]+))?)\s*/.exec(
        rest,
      );
    if (item === null) return null;
    rest = rest.slice(item[0].length);
    const [, , open, close, word, from, to] = item;
    if (open !== undefined) {
      if (inBrackets) return null;
      inBrackets = true;
    } else if (close !== undefined) {
      if (!inBrackets) return null;
      inBrackets = false;
      except = false;
    } else if (word !== undefined) {
      except = /^(?:ohne|ausser|nicht)$/.test(word);
    } else if (from !== undefined) {
      if (!LETTERS.test(from) || (to !== undefined && !LETTERS.test(to))) return null;
      const last = `${to ?? from}${END}`;
      if (from >= last) return null;
      // "S ohne St" outside brackets excludes from what was named just before, like the bracketed form.
      (except ? excluded : included).push([from, last]);
    }
  }
  if (inBrackets || included.length === 0) return null;
  return subtract(union(included), union(excluded));
}

/**
 * The part of a surname by which ranges sort: folded letters only, particles and hyphens skipped, Ä as A.
 * Empty where there is no Latin letter.
 */
export function surnameKey(surname: string): string {
  const words = plain(surname).match(/[a-z]+/g) ?? [];
  let at = 0;
  while (at < words.length - 1 && PARTICLES.has(words[at] ?? "")) at++;
  return words[at] ?? "";
}

/**
 * Whether names that begin with these letters lie in the ranges. `maybe`: more letters are needed, as with "S"
 * where St has an office of its own. `letters` is folded.
 */
export function covers(ranges: SurnameRanges, letters: string): Coverage {
  if (letters === "") return "maybe";
  const last = `${letters}${END}`;
  let touched = false;
  for (const [from, to] of ranges) {
    if (from <= letters && last <= to) return "yes";
    if (from < last && letters < to) touched = true;
  }
  return touched ? "maybe" : "no";
}

/** Whether a whole name, as {@link surnameKey} gives it, lies in the ranges. */
export const includesSurname = (ranges: SurnameRanges, key: string): boolean =>
  ranges.some(([from, to]) => from <= key && key < to);

/** What no range of the set covers and what two of them cover, written for people ("Q", "Sch bis St"). */
export function checkSurnameSet(set: readonly SurnameRanges[]): {
  gaps: readonly string[];
  overlaps: readonly string[];
} {
  const together = union(set.flat().map(([from, to]) => [from, to]));
  const twice: [string, string][] = [];
  const seen: [string, string][] = [];
  for (const ranges of set) {
    for (const [from, to] of ranges) {
      for (const [otherFrom, otherTo] of seen) {
        const start = later(from, otherFrom);
        const end = later(to, otherTo) === to ? otherTo : to;
        if (start < end) twice.push([start, end]);
      }
    }
    seen.push(...ranges.map(([from, to]): [string, string] => [from, to]));
  }
  return { gaps: subtract(ALL, together).map(words), overlaps: union(twice).map(words) };
}

function union(intervals: readonly (readonly [string, string])[]): SurnameRanges {
  const sorted = [...intervals].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const merged: [string, string][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && from <= next(last[1])) {
      if (to > last[1]) last[1] = to;
    } else merged.push([from, to]);
  }
  return merged;
}

function subtract(from: SurnameRanges, without: SurnameRanges): SurnameRanges {
  let left: [string, string][] = from.map(([start, end]) => [start, end]);
  for (const [start, end] of without) {
    left = left.flatMap(([a, b]): [string, string][] => {
      if (end <= a || b <= start) return [[a, b]];
      const parts: [string, string][] = [];
      if (a < start) parts.push([a, start]);
      if (next(end) < b) parts.push([next(end), b]);
      return parts;
    });
  }
  return left;
}

/** "k{" ends the names with k; the first name after it is "l". Nothing lies between the two. */
function next(end: string): string {
  let letters = end;
  while (letters.endsWith(END)) {
    const stem = letters.slice(0, -1);
    const last = stem.at(-1);
    if (last === undefined) return END;
    if (last === "z") letters = `${stem.slice(0, -1)}${END}`;
    else return stem.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1);
  }
  return letters;
}

const later = (a: string, b: string): string => [a, b].sort()[1] as string;

function words([from, to]: readonly [string, string]): string {
  const first = capital(from);
  const last = capital(lastWithin(to));
  return first === last ? first : `${first} bis ${last}`;
}

/** "k{" and "l" both end with the names with k. */
function lastWithin(to: string): string {
  if (to === END) return "z";
  if (to.endsWith(END)) return to.slice(0, -1);
  const last = to.at(-1) ?? "a";
  return last === "a" ? to : to.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) - 1);
}

const capital = (letters: string): string => letters.slice(0, 1).toUpperCase() + letters.slice(1);
