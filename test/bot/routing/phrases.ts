import { readFileSync } from "node:fs";
import { parseCommand } from "../../../bot/routing/parse-command.js";

/** A Wednesday in week 47. */
export const today = "2026-11-18";

export type Phrase = {
  readonly text: string;
  /** The fields that must come out, null for a field that must not; null: no command at all. */
  readonly expect: Readonly<Record<string, unknown>> | null;
  /** Written before the parser and not looked at while it was tuned. */
  readonly held?: boolean;
};

export function loadPhrases(): readonly Phrase[] {
  return readFileSync(new URL("phrases.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Phrase);
}

/** What differs from what was expected; undefined if the phrase was understood. */
export function misread({ text, expect }: Phrase): string | undefined {
  const command: Readonly<Record<string, unknown>> | undefined = parseCommand(text, { today });
  if (expect === null || !command)
    return expect === null && !command ? undefined : JSON.stringify(command ?? null);
  const wrong = Object.entries(expect).filter(
    ([field, value]) => JSON.stringify(command[field] ?? null) !== JSON.stringify(value),
  );
  return wrong.length === 0 ? undefined : JSON.stringify(command);
}
