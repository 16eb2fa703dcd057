import { possibleReferences } from "../../german/law-references.js";
import { words } from "../../german/normalise.js";
import { framesQuestion } from "../../german/question-frames.js";
import { fold } from "../../german/spelling.js";
import { stem } from "../../german/stem.js";
import { isStopword } from "../../german/stopwords.js";
import { everydayThesaurus, type Thesaurus } from "../../german/thesaurus.js";
import { gramsOf } from "./grams.js";
import { splitterOf } from "./invert.js";
import type { SearchIndex } from "./structure.js";
import { atHome } from "./subject.js";
import { corrections } from "./typos.js";

/** Tuned together on several collections, see docs/wissen.md. */
export const questionWeights = { frame: 0.35, part: 0.7, corrected: 0.85, synonym: 0.55, unsaid: 1.3 };

/** Units that the asker may see: 1 for each in `units`, and how many they are. */
export type Visible = { readonly units: Uint8Array; readonly count: number };

export type QuestionTerm = {
  readonly term: number;
  readonly idf: number;
  readonly weight: number;
  /** Not asked for, but another name for what was asked. */
  readonly synonym: boolean;
  /** Stands for a word with a topic, not for the frame of the question ("wie lange" for "Dauer"). */
  readonly telling: boolean;
};

export type QuestionWord = {
  readonly word: string;
  /** Terms of the index that stand for it; none for a word that the collection does not know. */
  readonly terms: readonly number[];
  /** The collection does not know the word itself, only one spelt much like it or another name. */
  readonly unsure: boolean;
  /** Of the rarest of them; a word that is not known counts like one that a single unit holds. */
  readonly idf: number;
  readonly weight: number;
};

/** A question in the numbers of an index. */
export type Question = {
  readonly terms: readonly QuestionTerm[];
  readonly grams: readonly { readonly gram: number; readonly idf: number; readonly weight: number }[];
  readonly words: readonly QuestionWord[];
  /** The question as it was probably meant: typos corrected, unknown everyday words in the words of the statute. */
  readonly meant: string;
};

/** Reads a question against an index: stems, parts of compounds, corrected typos, other names, 4-grams. */
export const readQuestion = (
  index: SearchIndex,
  text: string,
  visible: Visible | null = null,
  thesaurus: Thesaurus = everydayThesaurus,
): Question => {
  const idfOf = rarityIn(index, visible);
  const split = splitterOf(index);
  const w = questionWeights;
  const terms = new Map<number, QuestionTerm>();
  const grams = new Map<string, number>();
  const asked: QuestionWord[] = [];
  const stems: string[] = [];
  const instead = new Map<string, string>();

  const add = (stemmed: string, weight: number): number | null => {
    const term = index.terms.ids.get(stemmed);
    if (term === undefined) return null;
    const idf = terms.get(term)?.idf ?? idfOf(term);
    if (idf === null) return null;
    terms.set(term, {
      term,
      idf,
      synonym: false,
      telling: true,
      weight: (terms.get(term)?.weight ?? 0) + weight,
    });
    return term;
  };
  const addWord = (word: string, weight: number): number[] => {
    const own = stem(word);
    const parts = (split(word) ?? []).map(stem).filter((part) => part !== own);
    return [add(own, weight), ...parts.map((part) => add(part, weight * w.part))].filter(
      (term) => term !== null,
    );
  };
  const highestIdf = (matched: readonly number[]): number =>
    Math.max(0, ...matched.map((term) => terms.get(term)?.idf ?? 0)) || idfOf(null) || 0;
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
    let intended = word;
    if (matched.length === 0 && !thesaurus.words.has(word)) {
      const better = corrections(index, word, occurs, thesaurus.words);
      matched = better.flatMap((other) => addWord(other, weight * w.corrected));
      intended = better[0] ?? word;
    }
    stems.push(stem(intended));
    if (intended !== word) instead.set(word, intended);
    asked.push({
      word: intended,
      terms: matched,
      unsure: intended !== word,
      idf: highestIdf(matched),
      weight,
    });
    for (const gram of gramsOf(intended)) grams.set(gram, (grams.get(gram) ?? 0) + weight);
  }
  const likeness = atHome(index, thesaurus);
  for (const { said, written, name } of thesaurus.find(stems)) {
    const known = said.every((part) => index.terms.ids.has(part));
    const telling = said.some((part) => !isStopword(part) && !framesQuestion(part));
    for (const stemmed of written) {
      addSynonym(index, terms, { stemmed, weight: known ? w.synonym * likeness : w.unsaid, telling }, idfOf);
    }
    const place =
      said.length === 1 ? asked.findIndex((one) => one.terms.length === 0 && stem(one.word) === said[0]) : -1;
    const unknown = asked[place];
    if (!unknown) continue;
    const found = written
      .flatMap((stemmed) => index.terms.ids.get(stemmed) ?? [])
      .filter((term) => terms.has(term));
    asked[place] = { ...unknown, terms: found, unsure: true, idf: highestIdf(found) };
    instead.set(unknown.word, name);
  }
  return {
    terms: [...terms.values()],
    grams: gramWeights(index, grams),
    words: asked,
    meant: reworded(text, instead),
  };
};

/** Words replaced, with a capital where there was one: it tells nouns. */
const reworded = (text: string, instead: ReadonlyMap<string, string>): string => {
  let found = "";
  let from = 0;
  for (const { text: written, start, end } of words(text)) {
    const other = instead.get(fold(written));
    if (other === undefined) continue;
    const large = /^\p{Lu}/u.test(written) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
    found += text.slice(from, start) + large;
    from = end;
  }
  return found + text.slice(from);
};

/** A synonym counts once, at its highest weight, and adds nothing to a term that was asked for itself. */
const addSynonym = (
  index: SearchIndex,
  terms: Map<number, QuestionTerm>,
  {
    stemmed,
    weight,
    telling,
  }: { readonly stemmed: string; readonly weight: number; readonly telling: boolean },
  idfOf: (term: number) => number | null,
): void => {
  const term = index.terms.ids.get(stemmed);
  if (term === undefined) return;
  const known = terms.get(term);
  if (known && (!known.synonym || known.weight >= weight)) return;
  const idf = known?.idf ?? idfOf(term);
  if (idf !== null) terms.set(term, { term, idf, weight, synonym: true, telling });
};

/** How many units that may be seen hold a term. */
export const unitsHolding = (
  { postings }: SearchIndex,
  visible: Visible | null,
): ((term: number) => number) => {
  const { starts, items } = postings;
  return (term) => {
    const from = starts[term] as number;
    const to = starts[term + 1] as number;
    if (!visible) return to - from;
    let count = 0;
    for (let p = from; p < to; p++) count += visible.units[items[p] as number] as number;
    return count;
  };
};

/** BM25's inverse document frequency over the units that may be seen; null for a term that none of them holds. */
const rarityIn = (index: SearchIndex, visible: Visible | null): ((term: number | null) => number | null) => {
  const n = visible ? visible.count : index.units;
  const holding = unitsHolding(index, visible);
  return (term) => {
    const df = term === null ? 0 : holding(term);
    return term !== null && df === 0 ? null : Math.log(1 + (n - df + 0.5) / (df + 0.5));
  };
};

const gramWeights = (index: SearchIndex, grams: ReadonlyMap<string, number>): Question["grams"] =>
  [...grams].flatMap(([text, weight]) => {
    const gram = index.grams.ids.get(text);
    if (gram === undefined) return [];
    const df = index.gramUnits[gram] as number;
    return [{ gram, weight, idf: Math.log(1 + (index.units - df + 0.5) / (df + 0.5)) }];
  });
