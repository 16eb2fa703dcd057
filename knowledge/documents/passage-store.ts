import type { Passage } from "./document.js";

/**
 * The passages behind an index, kept as one block of UTF-8 JSON so that a hundred thousand of them load at once and
 * only those that are shown are read.
 */
export type PassageStore = {
  readonly documents: readonly string[];
  /** Number in `documents` for each passage. */
  readonly documentOf: Uint32Array;
  readonly bytes: Uint8Array;
  /** Where each passage starts in `bytes`, and the end. */
  readonly starts: Uint32Array;
};

export const storePassages = (
  kept: { readonly store: PassageStore; readonly keep: readonly number[] } | null,
  added: readonly Passage[],
): PassageStore => {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const documents: string[] = [];
  const numbers = new Map<string, number>();
  const documentOf: number[] = [];
  const put = (document: string, bytes: Uint8Array): void => {
    let number = numbers.get(document);
    if (number === undefined) {
      number = documents.length;
      numbers.set(document, number);
      documents.push(document);
    }
    documentOf.push(number);
    pieces.push(bytes);
  };
  for (const i of kept?.keep ?? []) {
    const store = (kept as { store: PassageStore }).store;
    put(
      store.documents[store.documentOf[i] as number] as string,
      store.bytes.subarray(store.starts[i] as number, store.starts[i + 1] as number),
    );
  }
  for (const passage of added) put(passage.document, encoder.encode(JSON.stringify(passage)));

  const starts = new Uint32Array(pieces.length + 1);
  for (const [i, piece] of pieces.entries()) starts[i + 1] = (starts[i] as number) + piece.length;
  const bytes = new Uint8Array(starts[pieces.length] as number);
  for (const [i, piece] of pieces.entries()) bytes.set(piece, starts[i] as number);
  return { documents, documentOf: Uint32Array.from(documentOf), bytes, starts };
};

export const passageAt = (store: PassageStore, i: number): Passage =>
  JSON.parse(new TextDecoder().decode(store.bytes.subarray(store.starts[i], store.starts[i + 1]))) as Passage;
