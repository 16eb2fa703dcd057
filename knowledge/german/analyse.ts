import { lawReferences } from "./law-references.js";
import { fold, words } from "./normalise.js";
import { stem } from "./stem.js";
import { isStopword } from "./stopwords.js";

/** A word as the index sees it. */
export type Token = { readonly word: string; readonly stem: string };

/** Words of a text without stopwords, folded and stemmed, followed by its law references as terms. */
export const analyse = (text: string): Token[] => {
  const tokens: Token[] = [];
  for (const { text: written } of words(text)) {
    const word = fold(written);
    if (isStopword(word) || (word.length < 2 && !/\d/.test(word))) continue;
    tokens.push({ word, stem: stem(word) });
  }
  for (const reference of lawReferences(text)) tokens.push({ word: reference, stem: reference });
  return tokens;
};
