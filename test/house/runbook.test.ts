import { parseEnv } from "node:util";
import { expect, test } from "@jest/globals";
import { commandNames } from "../../bot/kim.js";
import { neighbours } from "../../bot/pulse.js";
import { filesUnder, textOf } from "./source-files.js";

/** What an operator meets – a command, a setting, a figure, a part of /readyz – stands in the documents. */

const runbook = textOf("docs/betrieb.md");
const documents = filesUnder("docs")
  .filter((file) => file.endsWith(".md"))
  .map(textOf)
  .join("\n");
/** The first cell of every row of its tables. */
const rows = [...runbook.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell]) => cell ?? "");

test("every command of kim has a row in the runbook, and no row is of a command that is gone", () => {
  const commands = commandNames().map((words) => `\`kim ${words}\``);
  expect(commands.length).toBeGreaterThan(20);
  expect(commands.filter((command) => !rows.includes(command))).toEqual([]);
  expect(rows.filter((row) => row.startsWith("`kim ") && !commands.includes(row))).toEqual([]);
});

test("every setting of .env.example is described in the documents", () => {
  const settings = Object.keys(parseEnv(textOf(".env.example")));
  const described = (name: string) => new RegExp(`\\b${name}\\b`).test(documents);
  expect(settings.filter((name) => !described(name))).toEqual([]);
});

test("every figure has a row that says when it is an alarm and what to do", () => {
  const figures = [...textOf("bot/metrics.ts").matchAll(/"(kim_\w+)"/g)].map(([, name]) => `\`${name}\``);
  expect(figures.length).toBeGreaterThan(8);
  expect(figures.filter((figure) => !rows.includes(figure))).toEqual([]);
});

test("every part that /readyz names has a row that says what to do", () => {
  const own = /type Part = ([^;]+);/.exec(textOf("bot/readiness.ts"))?.[1] ?? "";
  const parts = [...[...own.matchAll(/"([a-z-]+)"/g)].map(([, part]) => part ?? ""), ...neighbours];
  expect(parts.length).toBeGreaterThan(9);
  const named = rows.join(" ");
  expect(parts.filter((part) => !named.includes(`\`${part}\``))).toEqual([]);
});

/** Days and hours of the Löschkonzept, and the place in the code that keeps to them. */
const periods: readonly (readonly [row: string, says: string, file: string, constant: string, ms: number])[] =
  [
    ["Entwürfe von Karten", "30 Tage", "dialogs/draft.ts", "KEPT_MS", 30 * 86_400_000],
    ["Was „rückgängig“ braucht", "10 Minuten", "casework/case/undo.ts", "UNDO_MS", 600_000],
    ["Gesprächsstand", "60 Tage", "bot/turn/run-turn.ts", "STATE_KEPT_MS", 60 * 86_400_000],
    ["Gespeicherte Antworten", "14 Tage", "bot/turn/transact.ts", "REMEMBERED_MS", 14 * 86_400_000],
    ["Antwort ging hinaus", "1 Tag", "bot/turn/sent-marks.ts", "KEPT_MS", 86_400_000],
    ["Abgeschlossener Fall", "14 Tage", "casework/retention/retention.ts", "NOTICE_MS", 14 * 86_400_000],
    ["Notzugriff", "3 Stunden", "casework/case/emergency-access.ts", "EMERGENCY_MS", 3 * 3_600_000],
    ["Freigabe eines Exports", "24 Stunden", "casework/retention/export-release.ts", "DAY_MS", 86_400_000],
  ];

test.each(periods)(
  "the Löschkonzept says of %s what the program does: %s",
  (row, says, file, constant, ms) => {
    const line = textOf("docs/datenschutz.md")
      .split("\n")
      .find((one) => one.startsWith("|") && one.includes(row));
    expect(line).toContain(says);
    const factors = new RegExp(`const ${constant} = ([\\d_* ]+);`).exec(textOf(file))?.[1] ?? "";
    expect(
      factors.split("*").reduce((product, factor) => product * Number(factor.replaceAll("_", "")), 1),
    ).toBe(ms);
  },
);
