import { words } from "../german/normalise.js";
import { fold } from "../german/spelling.js";
import { stem } from "../german/stem.js";
import { readQuestion } from "./index/question.js";
import { rankQuestion } from "./index/rank.js";
import { type KnowledgeIndex, visibleUnits } from "./knowledge-index.js";
import { passageAt } from "./passage-store.js";
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
  readonly sentences: readonly AnswerSentence[];
  /** The passages nearest to the question, also when it stays open. */
  readonly nearest: readonly SearchHit[];
};

/** Share of the question's idf that a page has to cover to count as being about it. */
const COVERED = 0.47;
const MOST_SENTENCES = 6;

/** "Was ist …?" is answered by a sentence that says so. */
const ASKS_MEANING = /^was (?:ist|sind|heißt|bedeutet|versteht)|wofür steht/i;
const SAYS_MEANING =
  /^(?:(?:der|die|das|ein|eine)\s)?(?:\S+\s){1,3}(?:ist|sind|steht für|bedeutet|heißt|bezeichnet)\b/i;

/** Quotes the sentences that answer a question, or says that the documents do not. */
export const answer = (index: KnowledgeIndex, query: string, options: SearchOptions = {}): Answer => {
  const visible = visibleUnits(index, options.visible);
  const question = readQuestion(index.search, query, visible);
  const ranked = rankQuestion(index.search, question, 8, visible).map(({ unit, score }) => ({
    score,
    p: passageAt(index.passages, unit),
  }));
  const nearest = ranked.slice(0, 3).map(({ p, score }) => hitOf(p, score));
  const idfs = new Map(question.words.map((w) => [stem(w.word), w.idf]));
  const total = [...idfs.values()].reduce((a, b) => a + b, 0);
  const meaning = ASKS_MEANING.test(query.trim());
  const candidates: { sentence: AnswerSentence; score: number; order: number }[] = [];
  for (const [place, { p }] of ranked.entries()) {
    if (sum(idfs, [p.title, ...p.section, ...p.sentences.map((s) => s.text)].join("\n")) / total < COVERED)
      continue;
    for (const [i, s] of p.sentences.entries()) {
      const covered = sum(idfs, s.text) / total;
      if (covered > 0.2) {
        candidates.push({
          sentence: {
            text: s.text,
            document: p.document,
            title: p.title,
            section: sectionOf(p),
            page: s.page,
          },
          score: covered - 0.03 * place + (meaning && SAYS_MEANING.test(s.text) ? 0.5 : 0),
          order: place * 1000 + i,
        });
      }
    }
  }
  const best = candidates.sort((a, b) => b.score - a.score).slice(0, MOST_SENTENCES);
  if (best.length === 0) return { status: "unknown", sentences: [], nearest };
  return {
    status: "answer",
    sentences: best.sort((a, b) => a.order - b.order).map((c) => c.sentence),
    nearest,
  };
};

const sum = (idfs: ReadonlyMap<string, number>, text: string): number => {
  const present = new Set(words(text).map((w) => stem(fold(w.text))));
  let total = 0;
  for (const [term, idf] of idfs) if (present.has(term)) total += idf;
  return total;
};
