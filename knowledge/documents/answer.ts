import { confidence, retrievalSigns, type Signs } from "./confidence.js";
import type { Passage } from "./document.js";
import { type LineVerdict, weighLines } from "./extract/extract.js";
import { type Rarity, rarityIn } from "./extract/overlap.js";
import { readQuestion, type Visible } from "./index/question.js";
import { type Ranked, rankQuestion } from "./index/rank.js";
import { type KnowledgeIndex, visibleUnits } from "./knowledge-index.js";
import { passageAt } from "./passage-store.js";
import { bestWorth, type Quoted, quote } from "./quote.js";
import { type WindowLine, windowAround } from "./reading-window.js";
import { hitOf, type SearchHit, type SearchOptions, sectionOf } from "./search.js";

export type AnswerSentence = {
  readonly text: string;
  readonly document: string;
  readonly title: string;
  readonly section: string;
  readonly page: number | null;
};

export type Answer = {
  readonly status: "answer" | "unknown";
  /** Quoted sentences in the order of the document; empty if unknown. */
  readonly sentences: readonly AnswerSentence[];
  /** The passages nearest to the question, also when it stays open. */
  readonly nearest: readonly SearchHit[];
};

const LOOKED_AT = 10;
const PAGES = 3;
const NEAREST = 3;

/** Quotes the sentences that answer a question, or says that the documents do not. No model, no network. */
export const answer = (index: KnowledgeIndex, query: string, options: SearchOptions = {}): Answer => {
  const { pages, ranked, signs } = consider(index, query, visibleUnits(index, options.visible));
  const nearest = ranked
    .slice(0, NEAREST)
    .map(({ unit, score }) => hitOf(passageAt(index.passages, unit), score));
  const best = pages[0];
  if (!best || confidence(signs) < 0) return { status: "unknown", sentences: [], nearest };
  return { status: "answer", sentences: quote(best.lines, best.verdicts, fit).map(sourced), nearest };
};

type ReadPage = {
  readonly lines: readonly WindowLine[];
  readonly verdicts: readonly LineVerdict[];
  readonly noAnswer: number;
  readonly nouns: number;
  readonly score: number;
};

/** Searches, reads the best documents and weighs whether they answer. */
export const consider = (
  index: KnowledgeIndex,
  query: string,
  visible: Visible | null,
): { readonly pages: readonly ReadPage[]; readonly ranked: readonly Ranked[]; readonly signs: Signs } => {
  const question = readQuestion(index.search, query, visible);
  const ranked = rankQuestion(index.search, question, LOOKED_AT, visible);
  const rarity = rarityOfCollection(index);
  const pages = firstOfEachDocument(index, ranked)
    .slice(0, PAGES)
    .map(({ unit, score }): ReadPage => {
      const lines = windowAround(index, unit);
      const found = extractAnswer(
        query,
        lines.map((line) => line.text),
        rarity,
      );
      return { lines, score, probabilities: found.lines, noAnswer: found.noAnswer, nouns: found.nounCover };
    })
    .sort((a, b) => worth(b) - worth(a));
  const least = Math.min(0.995, ...pages.map((page) => Math.max(0.005, page.noAnswer)));
  return {
    pages,
    ranked,
    signs: {
      ...retrievalSigns(index.search, question, ranked),
      noAnswer: Math.log(least / (1 - least)),
      nouns: Math.max(0, ...pages.map((page) => page.nouns)),
    },
  };
};

const firstOfEachDocument = (index: KnowledgeIndex, ranked: readonly Ranked[]): Ranked[] => {
  const seen = new Set<number>();
  return ranked.filter(({ unit }) => {
    const document = index.passages.documentOf[unit] as number;
    if (seen.has(document)) return false;
    seen.add(document);
    return true;
  });
};

const rarityOfCollection = ({ search }: KnowledgeIndex): Rarity =>
  rarityIn(search.units, (stemmed) => {
    const term = search.terms.ids.get(stemmed);
    return term === undefined
      ? 0
      : (search.postings.starts[term + 1] as number) - (search.postings.starts[term] as number);
  });

const sourced = ({ passage, sentence }: Quoted): AnswerSentence => ({
  text: sentence.text,
  document: passage.document,
  title: passage.title,
  section: sectionOf(passage),
  page: sentence.page,
});
