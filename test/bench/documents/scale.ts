import type { Passage } from "../../../knowledge/documents/document.js";
import { decodeIndex, encodeIndex } from "../../../knowledge/documents/index-codec.js";
import { buildIndex, type KnowledgeIndex } from "../../../knowledge/documents/knowledge-index.js";
import { search } from "../../../knowledge/documents/search.js";
import { mulberry32 } from "../../../knowledge/documents/training/boost.js";
import { sentences } from "../../../knowledge/german/sentences.js";
import type { Collection } from "./collections.js";

export type ScaleRow = {
  readonly passages: number;
  readonly "build s": number;
  readonly "load ms": number;
  readonly "file MB": number;
  readonly "memory MB": number;
  readonly "p50 ms": number;
  readonly "p95 ms": number;
};

/**
 * Passages as long as real ones, mixed from the sentences of a collection, with words of their own as new documents
 * bring them. Searched after saving and loading, as after a start.
 */
export const benchScale = (collection: Collection, sizes: readonly number[]): ScaleRow[] =>
  sizes.map((size) => {
    const passages = mixed(collection, size);
    let started = performance.now();
    const bytes = encodeIndex(buildIndex(passages));
    const buildMs = performance.now() - started;
    passages.length = 0;
    globalThis.gc?.();
    const before = memory();
    started = performance.now();
    const index = decodeIndex(bytes) as KnowledgeIndex;
    const loadMs = performance.now() - started;
    for (const { text } of collection.queries.slice(0, 20)) search(index, text);
    const times = collection.queries.map(({ text }) => {
      const asked = performance.now();
      search(index, text);
      return performance.now() - asked;
    });
    times.sort((a, b) => a - b);
    globalThis.gc?.();
    return {
      passages: size,
      "build s": buildMs / 1000,
      "load ms": loadMs,
      "file MB": bytes.length / 1e6,
      "memory MB": (memory() - before + bytes.length) / 1e6,
      "p50 ms": times[Math.floor(times.length / 2)] ?? 0,
      "p95 ms": times[Math.ceil(times.length * 0.95) - 1] ?? 0,
    };
  });

const memory = (): number => process.memoryUsage().heapUsed + process.memoryUsage().external;

const mixed = ({ corpus }: Collection, size: number): Passage[] => {
  const random = mulberry32(3);
  const pool = corpus.flatMap(({ title, text }) => sentences(text).map((sentence) => ({ title, sentence })));
  const below = (n: number): number => Math.floor(random() * n);
  return Array.from({ length: size }, (_, i): Passage => {
    const at = below(pool.length);
    const found = Array.from({ length: 3 + below(5) }, (__, j) =>
      random() < 0.7 ? pool[Math.min(pool.length - 1, at + j)] : pool[below(pool.length)],
    );
    return {
      id: `${i >> 4}#${i & 15}`,
      document: `${i >> 4}`,
      title: found[0]?.title ?? "",
      section: [],
      page: null,
      sentences: found.map((one) => ({
        text: `${one?.sentence ?? ""}${random() < 0.3 ? ` Az${below(1e6).toString(36)}` : ""}`,
        page: null,
        item: false,
      })),
    };
  });
};
