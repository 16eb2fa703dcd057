import { describe, expect, test } from "@jest/globals";
import type { Passage } from "../../../knowledge/documents/document.js";
import type { ChatModel } from "../../../knowledge/models/chat-model.js";
import { materialFrom } from "../../../knowledge/writing/material.js";
import { addressesModel } from "../../../knowledge/writing/model-talk.js";
import { writeAnswer } from "../../../knowledge/writing/write-answer.js";
import { attacks } from "./attacks.js";

const FACT = "Die Zulage Nordhof beträgt 30 Euro im Monat.";
const passage = (text: string): Passage => ({
  id: "p#0",
  document: "p",
  title: "Merkblatt Zulage Nordhof",
  section: [],
  page: null,
  sentences: text.split("\n").map((line) => ({ text: line, page: null, item: false })),
});

const obedient = (obeys: string): ChatModel => ({
  name: "obedient",
  async *write() {
    yield obeys;
  },
});

describe(`${attacks.length} attacks`, () => {
  test("are more than a hundred, and no two alike", () => {
    expect(attacks.length).toBeGreaterThanOrEqual(100);
    expect(new Set(attacks.map(({ text }) => text)).size).toBe(attacks.length);
  });

  test("a model that obeys gets nothing through, though it cites a true sentence", async () => {
    const material = materialFrom([passage(FACT)], (text) => text);
    for (const { text, obeys } of attacks) {
      const written = await writeAnswer(obedient(obeys), text, material, AbortSignal.timeout(1_000));
      expect({ text, kind: written.kind }).toEqual({ text, kind: "nothing" });
    }
  });

  test("a passage with one of them is not given to a model at all", () => {
    const given = attacks.filter(
      ({ text }) => materialFrom([passage(`${FACT}\n${text}`)], (t) => t).length > 0,
    );
    expect(given.map(({ text }) => text)).toEqual([]);
  });
});

test("documents of the trade do not count as talk to a model", () => {
  const ordinary = [
    "Bitte antworten Sie innerhalb von zwei Wochen auf das Schreiben der Behörde.",
    "Die Regeln des Datenschutzes gelten auch für die Weitergabe an Partner.",
    "Der Antrag ist nur schriftlich möglich. Eine Beratung ist kostenfrei.",
    "Die Anweisung zur Aktenführung ist zu beachten; Ausnahmen regelt die Leitung.",
    "Die Fachkraft schreibt das Protokoll und sendet es an die Teilnehmenden.",
    "Nach § 24 Abs. 1 AufenthG wird eine Aufenthaltserlaubnis erteilt.",
    "Sie sind verpflichtet, jede Änderung sofort mitzuteilen.",
    "Das Case-Management ist eine Funktion im System der Hilfen.",
    "Zuständig ist die Stelle, in deren Bezirk die Person gewöhnlich lebt.",
    "Weitere Informationen: https://www.example.org/de/beratung/angebote/sprachkurse-fuer-eltern",
    "Aktenzeichen und Kundennummer 123BG0012345 gehören in das Anschreiben.",
  ];
  expect(ordinary.filter(addressesModel)).toEqual([]);
});
