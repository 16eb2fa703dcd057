import type { Span } from "../finding.js";
import type { Word } from "../tokens.js";
import { TIME } from "../words/lexicon.js";
import { cueOf, type NameCue, startsAfterCue } from "./cue.js";
import { endAfterCue, endOfName, startOfName } from "./extent.js";
import { isNoPerson } from "./no-person.js";
import { opensAlone } from "./opening.js";
import { has, type Reader, reader } from "./reader.js";
import { nextInRow, previousInRow } from "./rows.js";

export type NameSpan = Span & {
  readonly cue: NameCue;
  /** Indexes into the words: the first of the name, and the first after it. */
  readonly from: number;
  readonly to: number;
  /** Index of the title or noun that led to it; equal to `from` without one. */
  readonly cueFrom: number;
};

/**
 * The names in a text, in order. `covered(word)` says that a word is already part of something else (a mail
 * address, a street). Time grows with the number of words.
 */
export function findNames(
  text: string,
  words: readonly Word[],
  covered: (word: Word) => boolean,
): readonly NameSpan[] {
  const read = reader(text, words, covered);
  const found: NameSpan[] = [];
  const take = (cueFrom: number, from: number, to: number, cue: NameCue) => {
    // whoever is last in a row may have shown that the word before it is a name as well
    const stop = found.at(-1)?.to ?? 0;
    const row: NameSpan[] = [];
    let first = cueFrom;
    for (let at = cueFrom === from ? previousInRow(read, first, stop) : undefined; at !== undefined; ) {
      row.unshift(spanOf(read, at, at, at + 1, "none"));
      first = at;
      at = previousInRow(read, first, stop);
    }
    found.push(...row, spanOf(read, cueFrom, from, to, cue));
  };

  for (let i = 0; i < words.length; ) {
    const name = nameAfterCue(read, i) ?? bareName(read, i, found.at(-1)?.to ?? 0);
    if (!name) {
      i++;
      continue;
    }
    if (!name.isNoPerson) take(name.cueFrom, name.from, name.to, name.cue);
    i = name.to;
    // in a row of firms or saints the rest are such as well
    for (let row = nextInRow(read, i); row; row = nextInRow(read, i)) {
      if (!name.isNoPerson) take(row.from, row.from, row.to, "none");
      i = row.to;
    }
  }
  return found;
}

type Found = Omit<NameSpan, "start" | "end"> & { readonly isNoPerson: boolean };

function nameAfterCue(read: Reader, i: number): Found | undefined {
  const title = read.free(i);
  const cue = title && cueOf(title);
  if (!cue) return undefined;
  for (const from of startsAfterCue(read.words, i, cue)) {
    const to = endAfterCue(read, from, cue);
    if (to === from || (title.folded === "fr" && isFriday(read, from))) continue;
    if (cue !== "person" && isNoPerson(read, from, to))
      return { cueFrom: i, from, to, cue, isNoPerson: true };
    return { cueFrom: i, from, to, cue, isNoPerson: false };
  }
  return undefined;
}

/** "Fr 12 Uhr", "fr wba abgeben": only what is surely a name makes "fr" a title. */
function isFriday(read: Reader, from: number): boolean {
  const first = read.word(from);
  if (!first || first.kind === "strong" || first.kind === "letter") return false;
  if (first.kind === "weak") return !read.hasCapital(first) || has(first, TIME);
  return !read.looksLikeName(first, [0, 0.5]);
}

function bareName(read: Reader, i: number, stop: number): Found | undefined {
  if (!opensAlone(read, i)) return undefined;
  const from = startOfName(read, i, stop);
  const to = endOfName(read, i, i + 1, "none");
  return { cueFrom: from, from, to, cue: "none", isNoPerson: isNoPerson(read, from, to) };
}

function spanOf(read: Reader, cueFrom: number, from: number, to: number, cue: NameCue): NameSpan {
  const last = read.word(to - 1);
  const end = last?.end ?? 0;
  // the dot of an initial belongs to it
  const dot = last?.kind === "letter" && read.text[end] === "." ? 1 : 0;
  return { start: read.word(from)?.start ?? 0, end: end + dot, cue, from, to, cueFrom };
}
