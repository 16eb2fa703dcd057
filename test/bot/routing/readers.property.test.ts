import { readdirSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { findDuration } from "../../../bot/routing/durations.js";
import { findOffices } from "../../../bot/routing/office-words.js";
import { utterance } from "../../../bot/routing/utterance.js";
import { readTurnBody } from "../../../bot/tab/turn-body.js";
import { isStoreName } from "../../../casework/store/store.js";
import { damagedText } from "../../wire/damage.js";
import { loadPhrases, today } from "./phrases.js";

const folder = new URL("../../../bot/routing/", import.meta.url);
const files = readdirSync(folder).filter((name) => /^read-.*\.ts$/.test(name));
const sentence = fc.constantFrom(...loadPhrases().map(({ text }) => text)).chain(damagedText);

type Reader = (said: ReturnType<typeof utterance>) => unknown;

/** Every reader of a command, by the names of the files: a new one is among them without thinking of it. */
async function readers(): Promise<readonly (readonly [string, Reader])[]> {
  const modules = await Promise.all(
    files.map(async (file) => (await import(new URL(file, folder).href)) as Record<string, unknown>),
  );
  return modules.flatMap((exported) =>
    Object.entries(exported).filter((entry): entry is [string, Reader] => {
      const [name, read] = entry;
      return name.startsWith("read") && typeof read === "function";
    }),
  );
}

test("whatever somebody types, each reader of commands finds its command or nothing", async () => {
  const all = await readers();
  expect(all.length).toBeGreaterThan(20);
  fc.assert(
    fc.property(sentence, (text) => {
      const said = utterance(text, today);
      for (const [name, read] of all) {
        const command = read(said) as { readonly kind?: unknown } | undefined;
        if (command !== undefined) expect([name, typeof command.kind]).toEqual([name, "string"]);
      }
    }),
    { numRuns: 1_500 },
  );
});

test("durations and offices lie within the text, and are no more than a working week", () => {
  fc.assert(
    fc.property(sentence, (text) => {
      const said = utterance(text, today);
      const found = findDuration(said.text);
      if (found) {
        expect(found.start >= 0 && found.start < found.end && found.end <= said.text.length).toBe(true);
        expect(Number.isFinite(found.minutes) && found.minutes >= 0).toBe(true);
      }
      findOffices(said, []);
    }),
    { numRuns: 1_500 },
  );
});

test("whatever the tab posts is an event or refused", () => {
  const right = {
    id: "0e582778-ffdf-41a4-b030-65bcaf2dd20b",
    action: "case.show",
    fields: '{"caseId":"K-7F3Q9"}',
  };
  const some = fc.record({
    id: fc.oneof(fc.constant(right.id), fc.string()),
    text: fc.oneof(sentence, fc.constant(undefined)),
    action: fc.oneof(damagedText(right.action), fc.constant(undefined)),
    nonce: fc.oneof(fc.constant("K-7F3Q9.aB-_9"), fc.string({ unit: "binary" }), fc.constant("\ud800")),
    fields: fc.oneof(damagedText(right.fields), fc.json(), fc.constant(undefined)),
  });
  fc.assert(
    fc.property(some, (body) => {
      const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      const asked = readTurnBody(given as Record<string, string>);
      if (asked?.content.kind === "press") {
        for (const value of Object.values(asked.content.fields)) expect(typeof value).toBe("string");
        expect(isStoreName(`nonce/${asked.content.nonce ?? ""}`)).toBe(true);
      }
    }),
    { numRuns: 1_500 },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});
