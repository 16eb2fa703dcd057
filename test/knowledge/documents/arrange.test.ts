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
