import { describe, expect, test } from "@jest/globals";
import { answer } from "../../../knowledge/documents/answer.js";
import { decodeIndex, encodeIndex } from "../../../knowledge/documents/index-codec.js";
import type { KnowledgeIndex } from "../../../knowledge/documents/knowledge-index.js";
import { search } from "../../../knowledge/documents/search.js";
import { shippedSamples } from "./shipped-samples.js";

describe("the sample documents", () => {
  test("answer what KIM is with a quoted sentence and its source", async () => {
    const found = answer(await shippedSamples(), "was ist kim eigentlich?");
    expect(found.status).toBe("answer");
    expect(found.sentences.map((s) => s.text)).toContain("KIM steht für Kommunales Integrationsmanagement.");
    expect(found.sentences[0]).toMatchObject({ document: "was-ist-kim.md", title: "Was ist KIM?" });
  });

  test("answer who is invited to a case conference although the question has a typo", async () => {
    const hits = search(await shippedSamples(), "wie läuft eine falkonferenz ab", { k: 3 });
    expect(hits[0]?.document).toBe("fallkonferenz-und-einwilligung.md");
  });

  test("do not answer a question about something else", async () => {
    const found = answer(await shippedSamples(), "Welche Temperatur herrscht auf dem Mars?");
    expect(found).toMatchObject({ status: "unknown", sentences: [] });
  });

  test("are found alike after the index was saved and loaded", async () => {
    const index = await shippedSamples();
    const again = decodeIndex(encodeIndex(index)) as KnowledgeIndex;
    expect(search(again, "Einwilligung Widerruf")).toEqual(search(index, "Einwilligung Widerruf"));
  });
});
