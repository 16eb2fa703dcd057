// Prints what reading costs, in ms of processor time: run by parse-command.test.ts in a process of its own.
import { parseCommand } from "../../../bot/routing/parse-command.js";
import { leastCpuTime } from "../../apart/cpu-time.js";
import { loadPhrases, today } from "./phrases.js";

const long: Readonly<Record<string, (length: number) => string>> = {
  spaces: (n) => `Notiz zu K-7F3Q9${" ".repeat(n)}x`,
  dashes: (n) => `Maßnahme zu K-7F3Q9: ${"- ".repeat(n / 2)}x`,
  "spaces in a measure": (n) => `todo 7f3q9 x${" ".repeat(n)}y`,
  dates: (n) => `Maßnahme zu K-7F3Q9: ${"1. und ".repeat(n / 7)}`,
  weekdays: (n) => `FaKo K-7F3Q9 ${"Mo, ".repeat(n / 4)}`,
  brackets: (n) => `todo 7f3q9 ${"(".repeat(n)}`,
  words: (n) => "zuständig ".repeat(n / 10),
};
export type Speed = {
  readonly perPhrase: number;
  /** With 20,000 characters of each. */
  readonly long: Readonly<Record<string, number>>;
};

const phrases = loadPhrases();
const readAll = () => {
  for (const { text } of phrases) parseCommand(text, { today });
};
const speed: Speed = {
  perPhrase: leastCpuTime(readAll, 15) / phrases.length,
  long: Object.fromEntries(
    Object.entries(long).map(([name, make]) => {
      const text = make(20_000);
      return [name, leastCpuTime(() => void parseCommand(text, { today }), 5)];
    }),
  ),
};
console.log(JSON.stringify(speed));
