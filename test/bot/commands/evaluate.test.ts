import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";

const folder = mkdtempSync(join(tmpdir(), "kim-evaluate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const lines = (...rows: readonly object[]): string =>
  `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;

const kim = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["bot/launch.mjs", "evaluate", ...args], { encoding: "utf8" });

const corpus = file(
  "corpus.jsonl",
  `\uFEFF${lines(
    { id: 1, title: "Wohngeld", text: "Wohngeld ist ein Zuschuss zur Miete." },
    { id: "k-2", title: null, text: "Plätze in der Kita vergibt das Jugendamt." },
  )}\n`,
);
const queries = file(
  "queries.jsonl",
  lines({ id: 7, text: "Zuschuss zur Miete" }, { id: 8, text: "Wer vergibt die Plätze in der Kita?" }),
);

describe("kim evaluate retrieval", () => {
  test("prints the figures and writes the run in TREC's format", () => {
    const qrels = file("qrels.tsv", "7\t1\t1\n8\tk-2\t1\n");
    const run = join(folder, "out.trec");
    const done = kim(
      "retrieval",
      ...["--corpus", corpus, "--queries", queries, "--qrels", qrels, "--run", run, "--json"],
    );
    expect(done.status).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({
      documents: 2,
      queries: 2,
      "recall@1": 1,
      "recall@5": 1,
      "recall@10": 1,
      "MRR@10": 1,
      "nDCG@10": 1,
      msPerQuery: expect.any(Number),
    });
    for (const line of readFileSync(run, "utf8").trim().split("\n"))
      expect(line).toMatch(/^[78] Q0 (?:1|k-2) [12] \d+\.\d+ kim$/);
  });

  test("gives null figures where nothing is judged", () => {
    const none = file("none.tsv", "");
    const done = kim("retrieval", "--corpus", corpus, "--queries", queries, "--qrels", none, "--json");
    expect(JSON.parse(done.stdout)).toMatchObject({ "nDCG@10": null, "MRR@10": null, "recall@1": null });
  });

  test("names the faulty line and returns 1", () => {
    const broken = file("broken.jsonl", '{"id":1,"text":"gut"}\n{"id":2}\n');
    const done = kim("retrieval", "--corpus", broken, "--queries", queries, "--qrels", queries);
    expect(done.status).toBe(1);
    expect(done.stderr).toContain("Zeile 2: „text“ fehlt");
  });

  test("returns 2 when a file is not named", () => {
    const done = kim("retrieval", "--corpus", corpus);
    expect(done.status).toBe(2);
    expect(done.stderr).toContain("Es fehlt --queries.");
  });
});

describe("kim evaluate extraction", () => {
  const context = "Wohngeld\nWohngeld ist ein Zuschuss zur Miete.\nDie Stadt hat einen Park.";

  test("prints the figures and writes line numbers from 0 by id", () => {
    const rows = file(
      "rows.jsonl",
      lines(
        { id: 5, question: "Was ist Wohngeld?", context, answers: [1] },
        { id: 6, question: "Wie hoch ist der Mond?", context, answers: [] },
      ),
    );
    const out = join(folder, "predictions.json");
    const done = kim("extraction", rows, "--predictions", out, "--json");
    expect(done.status).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({
      rows: 2,
      answerable: { precision: expect.any(Number), recall: 1, f1: expect.any(Number) },
      noAnswer: { precision: 1, recall: 1, f1: 1 },
      msPerPage: expect.any(Number),
    });
    const predictions = JSON.parse(readFileSync(out, "utf8")) as Record<string, number[]>;
    expect(predictions["5"]).toContain(1);
    expect(predictions["6"]).toEqual([]);
  });

  test("gives null figures where the gold is unknown", () => {
    const rows = file("blind.jsonl", lines({ id: 1, question: "Was ist Wohngeld?", context, answers: [] }));
    expect(JSON.parse(kim("extraction", rows, "--json").stdout)).toMatchObject({
      answerable: { precision: null, recall: null, f1: null },
      noAnswer: { precision: null, recall: null, f1: null },
    });
  });
});
