import { parseEnv } from "node:util";
import { expect, test } from "@jest/globals";
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
  const commands = [...textOf("bot/kim.ts").matchAll(/words: "([a-z ]+)"/g)].map(
    ([, words]) => `\`kim ${words}\``,
  );
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
