import { everydayWords } from "./everyday-words.js";
import { words } from "./normalise.js";
import { fold } from "./spelling.js";
import { stem } from "./stem.js";
import { isStopword } from "./stopwords.js";

/** What people say, and what laws and offices write instead; both as stems, the first in the order of the phrase. */
export type Synonyms = {
  readonly said: readonly string[];
  readonly written: readonly string[];
  /** The first of the official names, spelt out. */
  readonly name: string;
};

export type Thesaurus = {
  /** Entries whose phrase occurs in a question, given as the stems of all its words in order. */
  readonly find: (asked: readonly string[]) => readonly Synonyms[];
  /** Folded words that phrases are made of, for the correction of typos. */
  readonly words: ReadonlySet<string>;
  /** Stems of all official names. */
  readonly written: ReadonlySet<string>;
};

/** Builds a thesaurus from lines of the form `said, said = written, written`. */
export const thesaurusOf = (lines: string): Thesaurus => {
  const byFirst = new Map<string, Synonyms[]>();
  const known = new Set<string>();
  const allWritten = new Set<string>();
  for (const line of lines.trim().split("\n")) {
    const [left = "", right = ""] = line.split(" = ");
    const written = foldedWords(right)
      .filter((word) => !isStopword(word))
      .map(stem);
    for (const stemmed of written) allWritten.add(stemmed);
    const name = right.split(",")[0]?.trim() ?? "";
    for (const phrase of left.split(",")) {
      const said = foldedWords(phrase);
      for (const word of said) known.add(word);
      const stems = said.map(stem);
      const [first] = stems;
      if (first !== undefined)
        byFirst.set(first, [...(byFirst.get(first) ?? []), { said: stems, written, name }]);
    }
  }
  return {
    words: known,
    written: allWritten,
    find: (asked) =>
      asked.flatMap((first, at) =>
        (byFirst.get(first) ?? []).filter(({ said }) => said.every((part, i) => asked[at + i] === part)),
      ),
  };
};

const foldedWords = (text: string): string[] => words(text).map((w) => fold(w.text));

/** Our own list of everyday words for the language of social and migration law. */
export const everydayThesaurus: Thesaurus = thesaurusOf(everydayWords);
