import { describe, expect, test } from "@jest/globals";
import { ExtractionRow, evaluateExtraction } from "../../../knowledge/documents/evaluate-extraction.js";

const row = (id: number, answers: readonly number[] | null) =>
  ExtractionRow.parse({ id, question: `Frage ${id}`, context: "Titel\nEins.\nZwei.\nDrei.", answers });

/** Predicts what stands in a table by the number of the question. */
const saying = (said: Readonly<Record<string, readonly number[]>>) => (question: string) =>
  said[question.replace("Frage ", "")] ?? [];

describe("figures of extraction", () => {
  test("are means of precision and recall over answerable rows, and the F of the two means", () => {
    const report = evaluateExtraction(
      [row(1, [1, 2]), row(2, [3]), row(3, [])],
      saying({ 1: [1], 2: [2, 3], 3: [1] }),
    );
    // Row 1: P 1, R 1/2. Row 2: P 1/2, R 1. Means 3/4 and 3/4.
    expect(report.answerable).toEqual({ precision: 0.75, recall: 0.75, f1: 0.75 });
  });

  test("count an answerable row without a prediction as precision 1 and recall 0", () => {
    const { answerable } = evaluateExtraction([row(1, [1]), row(2, [2])], saying({ 1: [1] }));
    expect(answerable).toEqual({ precision: 1, recall: 0.5, f1: expect.closeTo(2 / 3, 10) });
  });

  test('take "no answer" as a class', () => {
    const { noAnswer } = evaluateExtraction(
      [row(1, []), row(2, []), row(3, []), row(4, [1])],
      saying({ 3: [2] }),
    );
    // Said of 1, 2 and 4, right for 1 and 2 of three.
    expect(noAnswer).toEqual({
      precision: expect.closeTo(2 / 3, 10),
      recall: expect.closeTo(2 / 3, 10),
      f1: expect.closeTo(2 / 3, 10),
    });
  });

  test("are null where the gold is unknown, while predictions are made all the same", () => {
    const report = evaluateExtraction([row(1, []), row(2, null)], saying({ 1: [1] }));
    const none = { precision: null, recall: null, f1: null };
    expect(report).toMatchObject({ answerable: none, noAnswer: none, predictions: { 1: [1], 2: [] } });
  });

  test("do not fail without rows", () => {
    expect(evaluateExtraction([])).toMatchObject({ rows: 0, millisecondsPerPage: 0, predictions: {} });
  });
});
