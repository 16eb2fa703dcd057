import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { splitIntoPassages } from "../documents/passages.js";
import { loadDocuments, removeDocuments, storeDocuments, storedHashes } from "../documents/stored.js";
import type { ExpertQuestion } from "./expert-question.js";

/** Entries of the knowledge base that came out of answered questions lie in this folder of the documents. */
const FOLDER = "fachauskunft/";

/**
 * Makes an entry of an answer to which both agreed: a document like any other, found by everybody at the next turn,
 * with the author's function and the date in its title, so that they stand in every citation.
 *
 * @param title what stands over the entry, with function and date as people read them
 * @returns the id of the document, or undefined if one of them has not agreed
 */
export async function publishEntry(
  unit: UnitOfWork,
  { id, question, answer, publish, state }: ExpertQuestion,
  title: string,
): Promise<string | undefined> {
  if (state !== "answered" || !publish.asker || !publish.keeper) return undefined;
  const document = `${FOLDER}${id}`;
  const meta = {};
  const passages = splitIntoPassages(document, {
    title,
    format: "text",
    blocks: [
      { kind: "heading", level: 1, text: question, page: null },
      { kind: "paragraph", level: 0, text: answer, page: null },
    ],
    pages: null,
    meta,
  });
  await storeDocuments(unit, [
    { id: document, title, hash: id, ingestedAt: unit.now, passages, meta, folder: "" },
  ]);
  return document;
}

export type Entry = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly at: number;
};

export async function listEntries(unit: UnitOfWork): Promise<readonly Entry[]> {
  const ids = [...(await storedHashes(unit)).keys()].filter((id) => id.startsWith(FOLDER));
  return (await loadDocuments(unit, ids)).map(({ id, title, ingestedAt, passages }) => ({
    id: id.slice(FOLDER.length),
    title,
    text: passages.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join(" "),
    at: ingestedAt,
  }));
}

/** False if there is no such entry. */
export async function removeEntry(unit: UnitOfWork, id: string): Promise<boolean> {
  const document = `${FOLDER}${id}`;
  if ((await loadDocuments(unit, [document])).length === 0) return false;
  await removeDocuments(unit, [document]);
  return true;
}
