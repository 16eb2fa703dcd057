import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseCommand } from "../../../bot/routing/parse-command.js";
import { findCaseIds } from "../../../casework/privacy/case-id.js";
import { runApart } from "../../apart/run-apart.js";
import type { Speed } from "./parse-command-speed.js";
import { loadPhrases, misread, today } from "./phrases.js";

const phrases = loadPhrases();
const tuned = phrases.filter((phrase) => !phrase.held);
const held = phrases.filter((phrase) => phrase.held);

describe("half a sentence", () => {
  test.each([
    ["tuned on", tuned],
    ["held back", held],
  ])("is understood, or left to directory and documents, in all phrases that were %s", (_name, some) => {
    const wrong = some.flatMap((phrase) => {
      const got = misread(phrase);
      return got ? [{ text: phrase.text, got, expected: JSON.stringify(phrase.expect) }] : [];
    });
    expect(wrong).toEqual([]);
  });

  test("is covered by enough phrases, a third of them held back, a quarter of them no commands", () => {
    expect(phrases.length).toBeGreaterThanOrEqual(250);
    expect(held.length * 3).toBeGreaterThanOrEqual(phrases.length);
    expect(phrases.filter(({ expect: wanted }) => wanted === null).length * 4).toBeGreaterThanOrEqual(
      phrases.length,
    );
    expect(new Set(phrases.map(({ text }) => text)).size).toBeGreaterThan(phrases.length - 20);
  });

  test("is understood in capitals, in small letters, with written-out umlauts and with polite words around it", () => {
    const spellings: readonly ((text: string) => string)[] = [
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss"),
      (text) => text.normalize("NFD"),
      (text) => `  ${text.replace(/ /g, "\u00a0")}  `,
      (text) => `Hallo, ${text}`,
      (text) => `bitte ${text}`,
    ];
    const wrong: string[] = [];
    for (const { text, expect: wanted } of phrases) {
      // A greeting or a question mark is no other command with a greeting in front.
      if (/^\W*$/.test(text) || wanted?.kind === "greeting" || /haus|tach|fr\b/.test(text)) continue;
      for (const spell of spellings) {
        const kind = parseCommand(spell(text), { today })?.kind;
        if (kind !== wanted?.kind) wrong.push(`${spell(text)}: ${kind}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("means the same whatever the id of its case looks like", () => {
    const looksLikeSomethingElse = ["K-35H25", "K-590H9", "K-12NOV", "K-24JAN", "K-10MAY", "K-22222"];
    const ids = looksLikeSomethingElse.filter((id) => findCaseIds(id)[0]?.id === id);
    const wrong: string[] = [];
    for (const { text } of phrases.filter((phrase) => phrase.text.includes("K-7F3Q9"))) {
      for (const id of ids) {
        const [as, is] = ["K-7F3Q9", id].map((one) =>
          JSON.stringify(parseCommand(text.replaceAll("K-7F3Q9", one), { today }) ?? "none").replaceAll(
            one,
            "ID",
          ),
        );
        if (as !== is) wrong.push(`${text}, ${id}: ${is}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("keeps the free text of a note as it was typed, whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }), (some) => {
        const note = `x ${some} x`
          .normalize("NFC")
          .replace(/[\u00a0\u202f\t]/g, " ")
          .replace(/[\u200b\ufeff]/g, "");
        expect(parseCommand(`Notiz zu K-7F3Q9: ${note}`, { today })).toEqual({
          kind: "add-note",
          caseId: "K-7F3Q9",
          note,
        });
      }),
    );
  });

  test("of any kind never throws, nor takes long", () => {
    const word = fc.constantFrom(
      ...`FaKo K-7F3Q9 7f3q9 mit JC und , . : - ( ) ? ohne Notiz Maßnahme zu bis 12.03. 31.02. neue Fall Fälle was steht
        an EWE zurückgezogen wer nä wo 60 min 1,5 h durch zuständig bitte Hallo Ende Juni am um 10 Uhr`.split(
        /\s+/,
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 100 }),
      fc.array(word, { maxLength: 20 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, (some) => {
        const command = parseCommand(some, { today });
        if (command?.kind === "plan-conference" && command.window) {
          expect(command.window.from <= command.window.to).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("is read in well under a tenth of a millisecond on average, and 20,000 characters in linear time", async () => {
    const { perPhrase, long } = await runApart<Speed>(new URL("./parse-command-speed.ts", import.meta.url));
    expect(perPhrase).toBeLessThan(0.1);
    expect(Object.entries(long).filter(([, ms]) => ms >= 150)).toEqual([]);
  }, 120_000);
});
