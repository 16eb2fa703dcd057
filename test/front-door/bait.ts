import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { importDirectory } from "../../bot/commands/import-directory.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { exportCsv } from "../../knowledge/directory/export-csv.js";
import { loadDirectory } from "../../knowledge/directory/stored.js";
import { isObject } from "../wire/card.js";
import type { Bot } from "./bot.js";

/** What Teams would make a link, a picture, a mention or bold of. */
export const BAIT =
  "[Klick](https://boese.example.org) ![x](https://boese.example.org/p.png) <at>alle</at> **fett** `x`";

/** Puts the bait into every name and note of the directory. @throws if it can't be imported */
export async function baitDirectory({ ledger: { store, keyring, clock }, ledger }: Bot): Promise<void> {
  const data = await loadDirectory(beginWork(store, keyring, clock()));
  if (!data) throw new Error("no directory");
  const bait = (text: string) => `${text} ${BAIT}`;
  const hostile = {
    ...data,
    offices: data.offices.map((office) => ({
      ...office,
      name: bait(office.name),
      authority: bait(office.authority),
      note: bait(office.note ?? ""),
      openingHours: bait("Mo 9-12"),
      street: bait("Markt 1"),
      website: "javascript:alert(1)//boese",
    })),
    topics: data.topics.map((topic) => ({ ...topic, description: bait("Beschreibung") })),
  };
  const folder = await mkdtemp(join(tmpdir(), "kim-bait-"));
  try {
    for (const { name, text } of exportCsv(hostile)) await writeFile(join(folder, name), text);
    const { kind } = await importDirectory(ledger, folder, { dryRun: false });
    if (kind !== "imported") throw new Error(`the directory is ${kind}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every text that a client reads as Markdown: of messages, text blocks and facts. What stands in inputs is not. */
export function markdownIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(markdownIn);
  if (!isObject(node)) return [];
  const own = Object.entries(node).flatMap(([key, value]) => {
    const type = String(node.type ?? "");
    const isText =
      key === "text" || key === "summary" || ((key === "title" || key === "value") && type === "");
    if (typeof value === "string") return isText && !type.startsWith("Input.") ? [value] : [];
    return key === "data" || key === "choices" || key === "entities" ? [] : markdownIn(value);
  });
  return own;
}

const markdown = new MarkdownIt({ html: true });

/** Whether something in it would be more than words: by a Markdown of its own, and by what Teams alone knows. */
export function liveBait(text: string): boolean {
  if (/<a [^>]*boese|<img|<strong>fett|<code>/.test(markdown.render(text))) return true;
  return /(?<!\\)\]\((?:https?:\/\/boese|javascript:)|(?<!\\)<at>|(?<!\\)\*\*fett|(?<!\\)`x/.test(text);
}
