import { describe, expect, test } from "@jest/globals";
import {
  evaluateRetrieval,
  measureRun,
  readQrels,
  writeTrecRun,
} from "../../../knowledge/documents/evaluate-retrieval.js";

const runOf = (found: Readonly<Record<string, readonly string[]>>) =>
  new Map(
    Object.entries(found).map(([query, documents]) => [
      query,
      documents.map((document, i) => ({ document, score: 10 - i })),
    ]),
  );

describe("figures of a run", () => {
  test("are those worked out by hand for one query with two relevant documents at ranks 2 and 6", () => {
    const qrels = readQrels("q1\ta\t1\nq1\tb\t1\nq1\tc\t0\n");
    const { figures, judgedQueries } = measureRun(runOf({ q1: ["x", "a", "c", "y", "z", "b"] }), qrels);
    expect(judgedQueries).toBe(1);
    expect(figures).toEqual({
      recallAt1: 0,
      recallAt5: 0.5,
      recallAt10: 1,
      mrrAt10: 0.5,
      // (1/log2(3) + 1/log2(7)) / (1/log2(2) + 1/log2(3)) = (0.63093 + 0.35621) / 1.63093
      ndcgAt10: expect.closeTo(0.60526, 4),
    });
  });

  test("take grades as gains", () => {
    const qrels = readQrels("q1\ta\t3\nq1\tb\t1\n");
    // (1 + 3/log2(3)) / (3 + 1/log2(3)) = 2.89279 / 3.63093
    expect(measureRun(runOf({ q1: ["b", "a"] }), qrels).figures?.ndcgAt10).toBeCloseTo(0.79671, 4);
  });

  test("are means over judged queries; one without a run counts nothing, one without a relevant document is left out", () => {
    const qrels = readQrels("q1\ta\t1\nq2\tb\t1\nq3\tc\t0\n");
    const { figures, judgedQueries } = measureRun(runOf({ q1: ["a"], q3: ["c"], q4: ["a"] }), qrels);
    expect(judgedQueries).toBe(2);
    expect(figures).toEqual({ recallAt1: 0.5, recallAt5: 0.5, recallAt10: 0.5, mrrAt10: 0.5, ndcgAt10: 0.5 });
  });

  test("see nothing behind rank 10", () => {
    const others = Array.from({ length: 10 }, (_, i) => `x${i}`);
    expect(measureRun(runOf({ q: [...others, "a"] }), readQrels("q\ta\t1")).figures).toEqual({
      recallAt1: 0,
      recallAt5: 0,
      recallAt10: 0,
      mrrAt10: 0,
      ndcgAt10: 0,
    });
  });

  test("are none where nothing is judged", () => {
    expect(measureRun(runOf({ q: ["a"] }), new Map())).toEqual({ judgedQueries: 0, figures: null });
  });
});

describe("judgements", () => {
  test("are read with a header, with four columns, with ids that hold spaces, and with empty lines", () => {
    expect(readQrels("query-id\tcorpus-id\tscore\nq1\tdoc one\t2\r\n\nq1\tb\t0\n")).toEqual(
      new Map([
        [
          "q1",
          new Map([
            ["doc one", 2],
            ["b", 0],
          ]),
        ],
      ]),
    );
    expect(readQrels("q1 0 a 1\n")).toEqual(new Map([["q1", new Map([["a", 1]])]]));
  });
});

describe("a collection", () => {
  const corpus = [
    { id: "wohngeld", title: "Wohngeld", text: "Wohngeld ist ein Zuschuss zur Miete." },
    { id: "kita", title: "Kita", text: "Einen Platz in der Kita vergibt das Jugendamt." },
  ];

  test("is asked every query, and the run names rank 1 first", () => {
    const report = evaluateRetrieval(
      corpus,
      [
        { id: "1", text: "Wer zahlt einen Zuschuss zur Miete?" },
        { id: "2", text: "kitaplatz" },
      ],
      readQrels("1\twohngeld\t1\n2\tkita\t1\n"),
    );
    expect(report.figures?.ndcgAt10).toBe(1);
    const [first] = writeTrecRun(report.run, "kim").split("\n");
    expect(first).toMatch(/^1 Q0 wohngeld 1 \d+\.\d{6} kim$/);
  });

  test("without documents or queries gives no figures and does not fail", () => {
    expect(evaluateRetrieval([], [{ id: "1", text: "Kita" }], new Map())).toMatchObject({
      documents: 0,
      figures: null,
    });
    expect(evaluateRetrieval(corpus, [], new Map()).millisecondsPerQuery).toEqual({ mean: 0, p95: 0 });
  });
});
