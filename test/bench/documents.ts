import { measureRun } from "../../knowledge/documents/evaluate-retrieval.js";
import { type Collection, collections, sampleCollection, withTypos } from "./documents/collections.js";
import { searchPeers } from "./documents/peers.js";
import { benchScale, type ScaleRow } from "./documents/scale.js";

export type SearchRow = Readonly<Record<string, string | number>>;

/** Every engine on one collection, as it is asked and with one slip a question. */
const compared = (collection: Collection): SearchRow[] => {
  const misspelt = withTypos(collection);
  return searchPeers.map(({ name, build }) => {
    let started = performance.now();
    const ask = build(collection.corpus);
    const buildMs = performance.now() - started;
    const times: number[] = [];
    const ndcg = ({ queries, qrels }: Collection): number => {
      const run = new Map(
        queries.map(({ id, text }) => {
          started = performance.now();
          const documents = ask(text);
          times.push(performance.now() - started);
          return [id, documents.map((document, i) => ({ document, score: -i }))];
        }),
      );
      return measureRun(run, qrels).figures?.ndcgAt10 ?? 0;
    };
    const clean = ndcg(collection);
    const typos = ndcg(misspelt);
    times.sort((a, b) => a - b);
    return {
      engine: name,
      "nDCG@10": clean.toFixed(3),
      "with a typo": typos.toFixed(3),
      "p95 ms": times[Math.ceil(times.length * 0.95) - 1] ?? 0,
      "build ms": buildMs,
    };
  });
};

export type DocumentsBench = {
  readonly tables: readonly { readonly title: string; readonly rows: readonly SearchRow[] }[];
  readonly scale: readonly ScaleRow[];
};

/** Collections beside the checkout where they are there, else the sample documents alone. */
export const benchDocuments = async (): Promise<DocumentsBench> => {
  const all = [await sampleCollection(), ...(await collections())];
  const largest = all.reduce((a, b) => (a.corpus.length >= b.corpus.length ? a : b));
  return {
    tables: all.map((collection) => ({
      title: `${collection.name}: ${collection.corpus.length} documents, ${collection.queries.length} questions`,
      rows: compared(collection),
    })),
    scale: benchScale(largest, [8_000, 100_000]),
  };
};
