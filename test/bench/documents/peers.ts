import { create, insertMultiple, search } from "@orama/orama";
import FlexSearch from "flexsearch";
import lunr from "lunr";
import german from "lunr-languages/lunr.de.js";
import stemmerSupport from "lunr-languages/lunr.stemmer.support.js";
import MiniSearch from "minisearch";
import type { CorpusDocument } from "../../../knowledge/documents/evaluate-retrieval.js";
import { readUnits } from "../../../knowledge/documents/index/forward.js";
import { invert } from "../../../knowledge/documents/index/invert.js";
import { rank } from "../../../knowledge/documents/index/rank.js";

/** Ids of the ten documents that fit a question best, best first. */
type Ask = (question: string) => readonly string[];
export type SearchPeer = {
  readonly name: string;
  readonly build: (corpus: readonly CorpusDocument[]) => Ask;
};

const TEN = 10;
stemmerSupport(lunr);
german(lunr);

const withoutStopwords = (word: string): string | null => {
  const kept = lunr.de.stopWordFilter(new lunr.Token(word.toLowerCase(), {}));
  return kept ? String(kept) : null;
};
/** The German stemmer of Snowball, the one that all of these engines have or can be given. */
const snowball = (word: string): string | null => {
  const kept = withoutStopwords(word);
  return kept === null ? null : String(lunr.de.stemmer(new lunr.Token(kept, {})));
};

const ours: SearchPeer = {
  name: "ours",
  build(corpus) {
    const index = invert(readUnits(corpus));
    return (question) => rank(index, question, TEN).map(({ unit }) => corpus[unit]?.id ?? "");
  },
};

const miniSearch: SearchPeer = {
  name: "MiniSearch, German stems, fuzzy, prefix",
  build(corpus) {
    const engine = new MiniSearch<CorpusDocument>({
      fields: ["title", "text"],
      processTerm: snowball,
      searchOptions: { boost: { title: 2 }, fuzzy: 0.15, prefix: true },
    });
    engine.addAll([...corpus]);
    return (question) =>
      engine
        .search(question)
        .slice(0, TEN)
        .map(({ id }) => String(id));
  },
};

const orama: SearchPeer = {
  name: "Orama, language german",
  build(corpus) {
    const engine = create({ schema: { title: "string", text: "string" } as const, language: "german" });
    insertMultiple(engine, [...corpus]);
    return (question) => {
      const found = search(engine, { term: question, boost: { title: 2 }, limit: TEN, threshold: 1 });
      if (found instanceof Promise) throw new Error("Orama was expected to answer at once");
      return found.hits.map(({ id }) => String(id));
    };
  },
};

const flexSearch: SearchPeer = {
  name: "FlexSearch, German stems, suggestions",
  build(corpus) {
    const engine = new FlexSearch.Index({
      tokenize: "strict",
      resolution: 9,
      encode: (text: string) => (text.match(/[\p{L}\d]+/gu) ?? []).flatMap((word) => snowball(word) ?? []),
    });
    for (const [at, { title, text }] of corpus.entries()) engine.add(at, `${title}\n${text}`);
    return (question) =>
      engine.search(question, { limit: TEN, suggest: true }).map((at) => corpus[Number(at)]?.id ?? "");
  },
};

const lunrGerman: SearchPeer = {
  name: "lunr-de",
  build(corpus) {
    const engine = lunr(function () {
      this.use(lunr.de);
      this.field("title", { boost: 2 });
      this.field("text");
      for (const document of corpus) this.add(document);
    });
    // Its query language gives meaning to signs that questions hold.
    return (question) =>
      engine
        .search(question.replace(/[^\p{L}\d\s]/gu, " "))
        .slice(0, TEN)
        .map(({ ref }) => ref);
  },
};

/**
 * LangChain's BM25Retriever is part of `@langchain/community`, which does not install beside zod 4. This is what it
 * does: words cut at white space, no index, the BM25 sum of every document worked out for every question.
 */
const linearScan: SearchPeer = {
  name: "BM25 by linear scan, as LangChain's BM25Retriever",
  build(corpus) {
    const cut = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);
    const documents = corpus.map(({ title, text }) => cut(`${title}\n${text}`));
    const mean = documents.reduce((sum, words) => sum + words.length, 0) / (documents.length || 1);
    return (question) => {
      const asked = [...new Set(cut(question))];
      const counts = documents.map((words) => {
        const found = new Map<string, number>();
        for (const word of words) if (asked.includes(word)) found.set(word, (found.get(word) ?? 0) + 1);
        return found;
      });
      const idf = new Map(
        asked.map((word) => {
          const holding = counts.filter((found) => found.has(word)).length;
          return [word, Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5))];
        }),
      );
      return counts
        .map((found, at) => {
          const norm = 1.2 * (0.25 + (0.75 * (documents[at]?.length ?? 0)) / mean);
          let score = 0;
          for (const [word, n] of found) score += ((idf.get(word) ?? 0) * n * 2.2) / (n + norm);
          return { at, score };
        })
        .sort((a, b) => b.score - a.score)
        .slice(0, TEN)
        .map(({ at }) => corpus[at]?.id ?? "");
    };
  },
};

export const searchPeers: readonly SearchPeer[] = [
  ours,
  miniSearch,
  orama,
  flexSearch,
  lunrGerman,
  linearScan,
];
