import { readdir, readFile } from "node:fs/promises";
import { isRefused, type Passage } from "../../../knowledge/documents/document.js";
import { buildIndex, type KnowledgeIndex } from "../../../knowledge/documents/knowledge-index.js";
import { parseDocument } from "../../../knowledge/documents/parse.js";
import { splitIntoPassages } from "../../../knowledge/documents/passages.js";

const folder = new URL("../../../bot/samples/documents/", import.meta.url);

/** An index of documents given as text by name. */
export const indexOf = async (
  documents: Readonly<Record<string, string | Buffer>>,
): Promise<KnowledgeIndex> => {
  const passages: Passage[] = [];
  for (const [name, content] of Object.entries(documents)) {
    const parsed = await parseDocument({ name, bytes: Buffer.from(content) });
    if (isRefused(parsed)) throw new Error(`${name}: ${parsed.refused}`);
    passages.push(...splitIntoPassages(name, parsed));
  }
  return buildIndex(passages);
};

/** The documents that are shipped with the product. */
export const shippedSamples = async (): Promise<KnowledgeIndex> => {
  const documents: Record<string, Buffer> = {};
  for (const name of await readdir(folder)) documents[name] = await readFile(new URL(name, folder));
  return indexOf(documents);
};
