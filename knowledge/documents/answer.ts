import { type Arrangement, arrange } from "./arrange.js";
import { confidence, RANKED, retrievalSigns, type Signs } from "./confidence.js";
import type { Passage } from "./document.js";
import { type LineVerdict, weighLines } from "./extract/extract.js";
import { type Rarity, rarityIn } from "./extract/overlap.js";
import { readQuestion, unitsHolding, type Visible } from "./index/question.js";
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
  /** The best passages as a whole, from which a model may word an answer. */
  readonly passages: readonly Passage[];
};

const LOOKED_AT = 10;
/** So many are put in order, so that one from further back can come to the front. */
const ARRANGED = 50;
const PAGES = 3;
const NEAREST = 3;
const PASSAGES = 8;

/** Quotes the sentences that answer a question, or says that the documents do not. No model, no network. */
export const answer = (index: KnowledgeIndex, query: string, options: SearchOptions = {}): Answer => {
  const { pages, ranked, relevance, signs } = consider(
    index,
    query,
    visibleUnits(index, options.visible),
    options,
  );
  const nearest = ranked
    .slice(0, NEAREST)
    .map(({ unit, score }) => hitOf(passageAt(index.passages, unit), score));
  const passages = ranked.slice(0, PASSAGES).map(({ unit }) => passageAt(index.passages, unit));
  const best = pages[0];
  const sentences =
    best && confidence(signs) >= 0 ? quote(best.lines, best.verdicts, relevance).map(sourced) : [];
  return { status: sentences.length > 0 ? "answer" : "unknown", sentences, nearest, passages };
};

type ReadPage = {
  readonly lines: readonly WindowLine[];
  readonly verdicts: readonly LineVerdict[];
  readonly noAnswer: number;
  readonly nouns: number;
  /** How well it answers and fits, for comparison with other pages. */
  readonly worth: number;
};

export type Consideration = {
  /** Best first. */
  readonly pages: readonly ReadPage[];
  readonly ranked: readonly Ranked[];
  /** How well a passage fits, as a share of the best one. */
  readonly relevance: (passage: Passage) => number;
  readonly signs: Signs;
};

/** Searches, reads the best documents and weighs whether they answer. */
export const consider = (
  index: KnowledgeIndex,
  query: string,
  visible: Visible | null,
  arrangement: Arrangement = {},
): Consideration => {
  const question = readQuestion(index.search, query, visible);
  const found = rankQuestion(index.search, question, ARRANGED, visible);
  const arranged = arrange(index, found, arrangement);
  const ranked = arranged.slice(0, LOOKED_AT);
  const top = ranked[0]?.score || 1;
  const closeness = new Map(
    ranked.map(({ unit, score }) => [passageAt(index.passages, unit).id, score / top]),
  );
  const relevance = (passage: Passage): number => closeness.get(passage.id) ?? 0;
  const rarity = rarityOf(index, visible);
  const pages = firstOfEachDocument(index, ranked)
    .slice(0, PAGES)
    .map(({ unit, score }): ReadPage => {
      const lines = windowAround(index, unit);
      const {
        lines: verdicts,
        noAnswer,
        nounCover,
      } = weighLines(
        question.meant,
        lines.map((line) => line.text),
        rarity,
      );
      const worth = bestWorth(lines, verdicts, relevance) * score * (1 - noAnswer / 2);
      return { lines, verdicts, noAnswer, nouns: nounCover, worth };
    })
    .sort((a, b) => b.worth - a.worth);
  const least = Math.min(0.995, ...pages.map((page) => Math.max(0.005, page.noAnswer)));
  return {
    pages,
    ranked,
    relevance,
    signs: {
      ...retrievalSigns(index.search, question, arranged.slice(0, RANKED)),
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

const rarityOf = ({ search }: KnowledgeIndex, visible: Visible | null): Rarity => {
  const holding = unitsHolding(search, visible);
  return rarityIn(visible ? visible.count : search.units, (stemmed) => {
    const term = search.terms.ids.get(stemmed);
    return term === undefined ? 0 : holding(term);
  });
};

const sourced = ({ passage, sentence }: Quoted): AnswerSentence => ({
  text: sentence.text,
  document: passage.document,
  title: passage.title,
  section: sectionOf(passage),
  page: sentence.page,
});
