import { compoundSplitter } from "../../german/compounds.js";
import { possibleReferences } from "../../german/law-references.js";
import { words } from "../../german/normalise.js";
import { framesQuestion } from "../../german/question-frames.js";
import { fold } from "../../german/spelling.js";
import { stem } from "../../german/stem.js";
import { isStopword } from "../../german/stopwords.js";
import { everydayThesaurus, type Thesaurus } from "../../german/thesaurus.js";
import { gramsOf } from "./grams.js";
import type { SearchIndex } from "./structure.js";
import { corrections } from "./typos.js";

/** Tuned together on several collections, see docs/wissen.md. */
export const questionWeights = { frame: 0.35, part: 0.6, corrected: 1, synonym: 0.55, unsaid: 1.1 };

/** Units that the asker may see: 1 for each in `units`, and how many they are. */
export type Visible = { readonly units: Uint8Array; readonly count: number };

export type QuestionTerm = {
  readonly term: number;
  readonly idf: number;
  readonly weight: number;
  /** Not asked for, but another name for what was asked. */
  readonly synonym: boolean;
};

export type QuestionWord = {
  readonly word: string;
  /** Terms of the index that stand for it; none for a word that the collection does not know. */
  readonly terms: readonly number[];
  /** Of the rarest of them; a word that is not known counts like one that a single unit holds. */
  readonly idf: number;
  readonly weight: number;
};

/** A question in the numbers of an index. */
export type Question = {
  readonly terms: readonly QuestionTerm[];
  readonly grams: readonly { readonly gram: number; readonly idf: number; readonly weight: number }[];
  readonly words: readonly QuestionWord[];
};

/** Reads a question against an index: stems, parts of compounds, corrected typos, other names, 4-grams. */
export const readQuestion = (
  index: SearchIndex,
  text: string,
  visible: Visible | null = null,
  thesaurus: Thesaurus = everydayThesaurus,
): Question => {
  const idfOf = rarityIn(index, visible);
  const split = compoundSplitter((part) => index.counts[index.words.ids.get(part) ?? -1] ?? 0);
  const w = questionWeights;
  const terms = new Map<number, { term: number; idf: number; weight: number; synonym: boolean }>();
  const grams = new Map<string, number>();
  const asked: QuestionWord[] = [];
  const stems: string[] = [];

  const add = (stemmed: string, weight: number): number | null => {
    const term = index.terms.ids.get(stemmed);
    if (term === undefined) return null;
    const idf = terms.get(term)?.idf ?? idfOf(term);
    if (idf === null) return null;
    terms.set(term, { term, idf, synonym: false, weight: (terms.get(term)?.weight ?? 0) + weight });
    return term;
  };
  const addWord = (word: string, weight: number): number[] => {
    const own = stem(word);
    const parts = (split(word) ?? []).map(stem).filter((part) => part !== own);
    return [add(own, weight), ...parts.map((part) => add(part, weight * w.part))].filter(
      (term) => term !== null,
    );
  };
  const occurs = (word: number): boolean =>
    idfOf(index.wordTerms.items[index.wordTerms.starts[word] as number] as number) !== null;

  const references = possibleReferences(text).filter(
    (term) => !term.includes(":") || index.words.ids.has(term),
  );
  for (const word of [...words(text).map((found) => fold(found.text)), ...references]) {
    if (isStopword(word) || (word.length < 2 && !/\d/.test(word))) {
      stems.push(stem(word));
      continue;
    }
    const weight = framesQuestion(stem(word)) ? w.frame : 1;
    let matched = addWord(word, weight);
    let meant = word;
    if (matched.length === 0 && !thesaurus.words.has(word)) {
      const better = corrections(index, word, occurs, thesaurus.words);
      matched = better.flatMap((other) => addWord(other, weight * w.corrected));
      meant = better[0] ?? word;
    }
    stems.push(stem(meant));
    const idf = Math.max(0, ...matched.map((term) => terms.get(term)?.idf ?? 0)) || idfOf(null) || 0;
    asked.push({ word: meant, terms: matched, idf, weight });
    for (const gram of gramsOf(meant)) grams.set(gram, (grams.get(gram) ?? 0) + weight);
  }
  for (const { said, written } of thesaurus.find(stems)) {
    const weight = said.every((part) => index.terms.ids.has(part)) ? w.synonym : w.unsaid;
    for (const stemmed of written) addSynonym(index, terms, stemmed, weight, idfOf);
  }
  return { terms: [...terms.values()], grams: gramWeights(index, grams), words: asked };
};

/** A synonym counts once, at its highest weight, and adds nothing to a term that was asked for itself. */
const addSynonym = (
  index: SearchIndex,
  terms: Map<number, QuestionTerm>,
  stemmed: string,
  weight: number,
  idfOf: (term: number) => number | null,
): void => {
  const term = index.terms.ids.get(stemmed);
  if (term === undefined) return;
  const known = terms.get(term);
  if (known && (!known.synonym || known.weight >= weight)) return;
  const idf = known?.idf ?? idfOf(term);
  if (idf !== null) terms.set(term, { term, idf, weight, synonym: true });
};

/** BM25's inverse document frequency over the units that may be seen; null for a term that none of them holds. */
const rarityIn = (index: SearchIndex, visible: Visible | null): ((term: number | null) => number | null) => {
  const n = visible ? visible.count : index.units;
  return (term) => {
    let df = 0;
    if (term !== null) {
      const from = index.postings.starts[term] as number;
      const to = index.postings.starts[term + 1] as number;
      if (visible)
        for (let p = from; p < to; p++) df += visible.units[index.postings.items[p] as number] as number;
      else df = to - from;
      if (df === 0) return null;
    }
    return Math.log(1 + (n - df + 0.5) / (df + 0.5));
  };
};

const gramWeights = (index: SearchIndex, grams: ReadonlyMap<string, number>): Question["grams"] =>
  [...grams].flatMap(([text, weight]) => {
    const gram = index.grams.ids.get(text);
    if (gram === undefined) return [];
    const df = index.gramUnits[gram] as number;
    return [{ gram, weight, idf: Math.log(1 + (index.units - df + 0.5) / (df + 0.5)) }];
  });
