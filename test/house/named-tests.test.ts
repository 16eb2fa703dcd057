import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { filesUnder, textOf } from "./source-files.js";

const documents = ["README.md", ...filesUnder("docs").filter((file) => file.endsWith(".md"))];

/** Tests as a document names them: `test/…`, or a file's name alone, which nobody finds. */
const testsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:[^`\s]*\/)?test\/[^`\s]+|[^`\s]*\.test\.ts)`/g)].map(([, name = ""]) => name);

describe("the tests that documents name", () => {
  test("are there, by their whole path", () => {
    const named = documents.flatMap((file) => testsIn(textOf(file)).map((name) => ({ file, name })));
    expect(named.length).toBeGreaterThan(40);
    const missing = named.filter(
      ({ name }) =>
        !name.startsWith("test/") || !existsSync(join(process.cwd(), name.replace(/\/\*.*$/, ""))),
    );
    expect(missing).toEqual([]);
  });

  test("are named in each row that says how something is kept safe", () => {
    const text = textOf("docs/sicherheit.md");
    const rows = text
      .slice(text.indexOf("## Angriff"))
      .split("\n")
      .filter((line) => line.startsWith("| ") && !/^\| (?:Angriff|Kapitel|Punkt) \|/.test(line));
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter((row) => testsIn(row).length === 0)).toEqual([]);
  });
});
