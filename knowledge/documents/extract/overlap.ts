import { compoundSplitter } from "../../german/compounds.js";
import { framesQuestion } from "../../german/question-frames.js";
import { stem } from "../../german/stem.js";
import { gramsOf } from "../index/grams.js";
import { type LineWord, type Page, wordsOf } from "./page.js";

/** Rarity of a stem, between 0 (everywhere) and 1 (unknown). */
export type Rarity = (stemmed: string) => number;

/** Rarity by the number of pages that hold a stem. */
export const rarityIn = (pages: number, holding: (stemmed: string) => number): Rarity => {
  const idf = (n: number): number => Math.log(1 + (pages - n + 0.5) / (n + 0.5));
  return (stemmed) => idf(Math.min(pages, holding(stemmed))) / idf(0);
};

type Pieces = LineWord & { readonly parts: readonly string[]; readonly grams: ReadonlySet<string> };
export type AskedWord = Pieces & { readonly weight: number };

/** How the words of a question are found in the lines of a page. */
export type Overlap = {
  readonly asked: readonly AskedWord[];
  /** `degree[line][word]` from 0 to 1: same stem 1, part of a compound 0.8 or 0.5, alike in letters up to 0.9. */
  readonly degree: readonly Float64Array[];
  /** Share of the question's weight found in each line, and with equal stems only. */
  readonly cover: readonly number[];
  readonly coverExact: readonly number[];
  /** Share of a line's own weight that the question asks for. */
  readonly focus: readonly number[];
  /** Cosine of the 4-grams of line and question. */
  readonly grams: readonly number[];
  /** Share of the question found in the lines `from` to `to` (and one more) taken together. */
  readonly together: (from: number, to: number, also?: number) => number;
};

const FRAME = 0.3;
/** From this share of common 4-grams on (Dice), two words count as alike. */
const ALIKE = 0.5;

export const overlapOf = (question: string, page: Page, rarity: Rarity): Overlap => {
  const questionWords = wordsOf(question);
  const split = splitterFor([...page.words.flat(), ...questionWords]);
  const known = new Map<string, Pieces>();
  const piecesOf = (w: LineWord): Pieces => {
    const found = known.get(w.word);
    if (found) return found;
    const pieces = { ...w, parts: (split(w.word) ?? []).map(stem), grams: new Set(gramsOf(w.word)) };
    known.set(w.word, pieces);
    return pieces;
  };
  const isNoun = nounTest(questionWords, page);
  const asked = questionWords.map((w) => ({
    ...piecesOf(w),
    noun: isNoun(w),
    weight: rarity(w.stem) * (framesQuestion(w.stem) ? FRAME : 1),
  }));
  const total = asked.reduce((sum, w) => sum + w.weight, 0) || 1;
  const lines = page.words.map((line) => line.map(piecesOf));
  const degree = lines.map((line) => Float64Array.from(asked, (w) => bestDegree(w, line)));
  const weigh = (values: (word: number) => number): number =>
    asked.reduce((sum, w, i) => sum + w.weight * values(i), 0) / total;
  const stems = new Set(asked.flatMap((w) => [w.stem, ...w.parts]));
  const bare = new Set(asked.map((w) => w.stem));
  return {
    asked,
    degree,
    cover: degree.map((d) => weigh((w) => d[w] as number)),
    coverExact: lines.map((line) => weigh((w) => (line.some((l) => l.stem === asked[w]?.stem) ? 1 : 0))),
    focus: lines.map((line) => {
      let mine = 0;
      let all = 0;
      for (const w of line) {
        const weight = rarity(w.stem);
        all += weight;
        if (stems.has(w.stem) || w.parts.some((part) => bare.has(part))) mine += weight;
      }
      return all ? mine / all : 0;
    }),
    grams: gramCosines(asked, lines, rarity),
    together: (from, to, also = -1) =>
      weigh((w) => {
        let best = also >= 0 ? ((degree[also] as Float64Array)[w] as number) : 0;
        const end = Math.min(to, degree.length - 1);
        for (let line = Math.max(0, from); line <= end; line++)
          best = Math.max(best, (degree[line] as Float64Array)[w] as number);
        return best;
      }),
  };
};

/** Capitals tell nouns; of a question typed in small letters, words that the page writes large or does not know. */
const nounTest = (question: readonly LineWord[], page: Page): ((w: LineWord) => boolean) => {
  if (question.some((w) => w.noun)) return (w) => w.noun;
  const large = new Set<string>();
  const all = new Set<string>();
  for (const w of page.words.flat()) {
    all.add(w.word);
    if (w.noun) large.add(w.word);
  }
  return (w) => large.has(w.word) || (!all.has(w.word) && !framesQuestion(w.stem));
};

const splitterFor = (all: readonly LineWord[]): ReturnType<typeof compoundSplitter> => {
  const counts = new Map<string, number>();
  for (const { word } of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return compoundSplitter((part) => counts.get(part) ?? 0);
};

const bestDegree = (asked: Pieces, line: readonly Pieces[]): number => {
  let best = 0;
  for (const w of line) {
    if (w.stem === asked.stem) return 1;
    if (w.parts.includes(asked.stem) || asked.parts.includes(w.stem)) best = Math.max(best, 0.8);
    else if (asked.parts.some((part) => w.parts.includes(part))) best = Math.max(best, 0.5);
    else {
      const alike = dice(asked.grams, w.grams);
      if (alike >= ALIKE) best = Math.max(best, 0.9 * alike);
    }
  }
  return best;
};

const dice = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let common = 0;
  for (const gram of a) if (b.has(gram)) common++;
  return (2 * common) / (a.size + b.size || 1);
};

const gramCosines = (
  asked: readonly AskedWord[],
  lines: readonly (readonly Pieces[])[],
  rarity: Rarity,
): number[] => {
  const mine = new Map<string, number>();
  for (const w of asked) for (const gram of w.grams) mine.set(gram, (mine.get(gram) ?? 0) + w.weight);
  const norm = lengthOf(mine);
  return lines.map((line) => {
    const theirs = new Map<string, number>();
    for (const w of line)
      for (const gram of w.grams) theirs.set(gram, (theirs.get(gram) ?? 0) + rarity(w.stem));
    let product = 0;
    for (const [gram, value] of theirs) product += value * (mine.get(gram) ?? 0);
    return product / norm / lengthOf(theirs);
  });
};

const lengthOf = (vector: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const value of vector.values()) sum += value * value;
  return Math.sqrt(sum) || 1;
};
