import { analyse } from "../german/analyse.js";
import { queryTerms, rank } from "./index/rank.js";
import type { KnowledgeIndex } from "./knowledge-index.js";
import { maskOf, type SearchHit, type SearchOptions, search } from "./search.js";

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
  const visible = options.visible ? maskOf(index, options.visible) : null;
  const nearest = search(index, query, { k: 3, ...(options.visible ? { visible: options.visible } : {}) });
  const terms = queryTerms(index.search, query, visible);
  const idfs = new Map<string, number>();
  for (const token of analyse(query)) {
    const id = index.search.terms.get(token.stem);
    idfs.set(
      token.stem,
      (id === undefined ? undefined : terms.get(id)?.idf) ?? Math.log(1 + index.search.size),
    );
  }
  let total = 0;
  for (const idf of idfs.values()) total += idf;
  const meaning = ASKS_MEANING.test(query.trim());
  const candidates: { sentence: AnswerSentence; score: number; order: number }[] = [];
  for (const [place, { unit }] of rank(index.search, query, 8, visible).entries()) {
    const p = index.passages[unit];
    if (!p) continue;
    const page = new Set(
      analyse([p.title, ...p.section, ...p.sentences.map((s) => s.text)].join("\n")).map((t) => t.stem),
    );
    const about = sum(idfs, page) / total;
    if (about < COVERED) continue;
    for (const [i, s] of p.sentences.entries()) {
      const covered = sum(idfs, new Set(analyse(s.text).map((t) => t.stem))) / total;
      if (covered > 0.2) {
        const { text, page: at } = s;
        candidates.push({
          sentence: { text, document: p.document, title: p.title, section: p.section.join(" › "), page: at },
          score: covered - 0.03 * place + (meaning && SAYS_MEANING.test(text) ? 0.5 : 0),
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

const sum = (idfs: ReadonlyMap<string, number>, present: ReadonlySet<string>): number => {
  let total = 0;
  for (const [term, idf] of idfs) if (present.has(term)) total += idf;
  return total;
};
