import { describe, expect, test } from "@jest/globals";
import type { Passage } from "../../../knowledge/documents/document.js";
import { buildIndex } from "../../../knowledge/documents/knowledge-index.js";
import { search } from "../../../knowledge/documents/search.js";
import { asBytes, buildVectorIndex, nearest } from "../../../knowledge/vectors/vector-index.js";

const passage = (document: string, i: number, text: string): Passage => ({
  id: `${document}#${i}`,
  document,
  title: document,
  section: [],
  page: null,
  sentences: [{ text, page: null, item: false }],
});

const index = buildIndex([
  passage("a", 0, "Wohngeld hilft bei der Miete."),
  passage("a", 1, "Kindergeld hilft Familien."),
  passage("b", 0, "Zuschuss zu den Wohnkosten."),
]);

describe("words and meaning together", () => {
  test("a passage that both find comes first, and one that meaning alone finds is in it", () => {
    const hits = search(index, "Wohngeld", { near: ["b#0", "a#0"] });
    expect(hits.map((hit) => hit.passage)).toEqual(["a#0", "b#0"]);
    expect(hits[0]?.score).toBe(search(index, "Wohngeld")[0]?.score);
  });

  test("vectors of a document that went or shrank point nowhere", () => {
    const hits = search(index, "Wohngeld", { near: ["gone#0", "a#7", "b#3"] });
    expect(hits.map((hit) => hit.passage)).toEqual(["a#0"]);
  });
});

test("nearness looks at those documents only that the asker may see", () => {
  const stored = (document: string, ...rows: readonly (readonly number[])[]) => ({
    document,
    model: "m",
    dimension: 2,
    hashes: rows.map((_, i) => `${document}${i}`),
    bytes: Buffer.concat(rows.map((row) => Buffer.from(asBytes(Float32Array.from(row)).buffer))).toString(
      "base64",
    ),
  });
  const vectors = buildVectorIndex("m", [stored("a", [1, 0], [0.9, 0.1]), stored("b", [0, 1])]);
  const asked = Float32Array.from([1, 0.05]);
  expect(nearest(vectors, asked, new Set(["a", "b"]), 2)).toEqual(["a#0", "a#1"]);
  expect(nearest(vectors, asked, new Set(["b"]), 2)).toEqual(["b#0"]);
  expect(nearest(vectors, Float32Array.from([1, 0, 0]), new Set(["a"]), 2)).toEqual([]);
});

test("the signs bring nearly all of the nearest among the candidates", () => {
  let seed = 7;
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed / 2 ** 32 - 0.5;
  };
  const dimension = 128;
  const count = 6_000;
  // Topics, and passages scattered around them, as embeddings are.
  const topics = Array.from({ length: 60 }, () => Float32Array.from({ length: dimension }, random));
  const around = (i: number) => topics[i % 60]?.map((value) => value + 0.8 * random()) ?? new Float32Array();
  const vectors = Array.from({ length: count }, (_, i) => around(i));
  const index = buildVectorIndex("m", [
    {
      document: "a",
      model: "m",
      dimension,
      hashes: vectors.map((_, i) => String(i)),
      bytes: Buffer.concat(vectors.map((vector) => Buffer.from(asBytes(vector).buffer))).toString("base64"),
    },
  ]);
  let found = 0;
  for (let question = 0; question < 40; question++) {
    const asked = around(question);
    const bytes = asBytes(asked);
    const exact = vectors
      .map((_, i) => {
        const row = index.rows.subarray(i * dimension, (i + 1) * dimension);
        return { id: `a#${i}`, near: row.reduce((sum, value, at) => sum + value * (bytes[at] ?? 0), 0) };
      })
      .sort((a, b) => b.near - a.near)
      .slice(0, 10);
    const got = new Set(nearest(index, asked, new Set(["a"]), 10));
    found += exact.filter(({ id }) => got.has(id)).length;
  }
  expect(found / 400).toBeGreaterThan(0.97);
});
