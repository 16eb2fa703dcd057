import { words } from "../../german/normalise.js";
import { fold } from "../../german/spelling.js";
import { stem } from "../../german/stem.js";
import { isStopword } from "../../german/stopwords.js";

export type LineWord = { readonly word: string; readonly stem: string; readonly noun: boolean };

/** A page as the sentence model sees it. Line 0 is its title. Indexes of lines are -1 where there is none. */
export type Page = {
  readonly lines: readonly string[];
  /** Words of each line without stopwords. */
  readonly words: readonly (readonly LineWord[])[];
  readonly isHeading: readonly boolean[];
  /** The heading above each line. */
  readonly heading: readonly number[];
  /** The line ending in a colon that introduces each line, if one does. */
  readonly intro: readonly number[];
  /** The line goes on where the one before broke off. */
  readonly continues: readonly boolean[];
  /** Number of the part between two headings that each line belongs to. */
  readonly segment: readonly number[];
};

const LONGEST_LIST = 14;

export const readPage = (lines: readonly string[]): Page => {
  const isHeading = lines.map((line, i) => i + 1 < lines.length && looksLikeHeading(line));
  const heading: number[] = [];
  const intro: number[] = [];
  const segment: number[] = [];
  let above = -1;
  let colon = -1;
  let part = 0;
  for (const [i, line] of lines.entries()) {
    heading.push(above);
    if (isHeading[i]) {
      above = i;
      if (i > 0) part++;
    }
    segment.push(part);
    const ended = isHeading[i] && line.length > 3 && i - colon > 3 && (lines[i - 1] ?? "").endsWith(".");
    if (colon >= 0 && (i - colon > LONGEST_LIST || ended)) colon = -1;
    intro.push(colon);
    if (line.trim().endsWith(":")) colon = i;
  }
  return {
    lines,
    words: lines.map(wordsOf),
    isHeading,
    heading,
    intro,
    continues: lines.map(
      (_, i) => i > 0 && !isHeading[i - 1] && !/[.!?:]["“)]?\s*$/.test(lines[i - 1] ?? ""),
    ),
    segment,
  };
};

/** Words that carry a topic; a capital inside a sentence marks a noun. */
export const wordsOf = (text: string): LineWord[] =>
  words(text)
    .map(({ text: written }, i) => ({ word: fold(written), noun: i > 0 && /^\p{Lu}/u.test(written) }))
    .filter(({ word }) => (word.length > 1 || /\d/.test(word)) && !isStopword(word))
    .map((w) => ({ ...w, stem: stem(w.word) }));

const looksLikeHeading = (line: string): boolean => {
  const text = line.trim();
  return (
    text.length > 0 &&
    text.length < 70 &&
    !/[.!;,]$|\S@\S|www\.|https?:|\.de\b/i.test(text) &&
    /^[\p{Lu}"„\d»]/u.test(text) &&
    text.split(/\s+/).length <= 9
  );
};
