import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { filesUnder, rooms, root, textOf } from "./source-files.js";

/** So many words in a row are no coincidence. */
const RUN = 12;

/** Real material beside the checkout, for development only. It is absent on users' machines. */
const data = join(root, "..", "shared", "data");
const available = existsSync(data);
const withData = available ? test : test.skip;
if (!available) process.stderr.write("Left out: own words; ../shared/data is not beside this checkout.\n");

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Calls back with every run of words of a text. */
function eachRun(text: string, see: (run: string) => void): void {
  const all = words(text);
  for (let i = 0; i + RUN <= all.length; i++) see(all.slice(i, i + RUN).join(" "));
}

/** Text as a reader sees it: without tags, with the characters that stand behind entities and escapes. */
function readable(path: string): string {
  const raw = readFileSync(path, "utf8");
  if (path.endsWith(".html")) return raw.replace(/<[^>]*>/g, " ").replace(/&[a-zA-Z0-9#]+;/g, entity);
  if (path.endsWith(".jsonl")) return raw.replace(/\\[ntr"\\]/g, " ").replace(/\\u([0-9a-f]{4})/gi, unicode);
  return raw;
}

const letters: Readonly<Record<string, string>> = {
  "&auml;": "ä",
  "&ouml;": "ö",
  "&uuml;": "ü",
  "&Auml;": "Ä",
  "&Ouml;": "Ö",
  "&Uuml;": "Ü",
  "&szlig;": "ß",
};
const entity = (name: string) => letters[name] ?? " ";
const unicode = (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16));

function materialUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return materialUnder(path);
    return /\.(html|md|jsonl|txt)$/.test(entry.name) && entry.name !== "README.md" ? [path] : [];
  });
}

describe("the product", () => {
  withData(
    `repeats no ${RUN} words in a row of ../shared/data (left out where that folder is absent)`,
    () => {
      const ours = new Map<string, string>();
      const product = [...rooms, "docs"].flatMap((folder) => filesUnder(folder));
      for (const file of [...product, "README.md"]) eachRun(textOf(file), (run) => ours.set(run, file));
      expect(ours.size).toBeGreaterThan(1000);

      const repeated = new Set<string>();
      for (const path of materialUnder(data)) {
        eachRun(readable(path), (run) => {
          const file = ours.get(run);
          if (file) repeated.add(`${file}: ${run}`);
        });
      }
      expect([...repeated]).toEqual([]);
    },
  );
});
