import type { SearchIndex, Vocabulary } from "./index/structure.js";
import type { KnowledgeIndex } from "./knowledge-index.js";

/**
 * An index as bytes: a header in JSON that names the blocks, then the blocks themselves, aligned so that the number
 * arrays are used where they lie, without a copy. Little-endian, as all machines that Node runs on.
 */

const MAGIC = 0x4b494d31;
/** To be raised with every change of the form of an index, or of how texts are cut into words, stems and parts. */
export const INDEX_VERSION = 2;
const ALIGN = 8;

type Block = { readonly name: string; readonly from: number; readonly bytes: number };
type Header = {
  readonly version: number;
  readonly numbers: Readonly<Record<string, number>>;
  readonly blocks: readonly Block[];
};

export const encodeIndex = ({ search, passages }: KnowledgeIndex): Uint8Array => {
  const parts: Record<string, Uint8Array> = {
    words: text(search.words.list),
    counts: raw(search.counts),
    tokenStarts: raw(search.tokens.starts),
    tokens: raw(search.tokens.items),
    titleEnds: raw(search.titleEnds),
    terms: text(search.terms.list),
    wordTermStarts: raw(search.wordTerms.starts),
    wordTerms: raw(search.wordTerms.items),
    postingStarts: raw(search.postings.starts),
    postings: raw(search.postings.items),
    impacts: search.impacts,
    grams: text(search.grams.list),
    gramStarts: raw(search.gramWords.starts),
    gramWords: raw(search.gramWords.items),
    gramUnits: raw(search.gramUnits),
    documents: new TextEncoder().encode(JSON.stringify(passages.documents)),
    documentOf: raw(passages.documentOf),
    passages: passages.bytes,
    passageStarts: raw(passages.starts),
  };
  const { units, impactScale, meanLength, meanTitle } = search;
  let at = 0;
  const blocks = Object.entries(parts).map(([name, { length }]) => {
    const block = { name, from: at, bytes: length };
    at += Math.ceil(length / ALIGN) * ALIGN;
    return block;
  });
  const header: Header = {
    version: INDEX_VERSION,
    numbers: { units, impactScale, meanLength, meanTitle },
    blocks,
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const base = Math.ceil((8 + head.length) / ALIGN) * ALIGN;
  const bytes = new Uint8Array(base + at);
  new DataView(bytes.buffer).setUint32(0, MAGIC, true);
  new DataView(bytes.buffer).setUint32(4, head.length, true);
  bytes.set(head, 8);
  for (const block of blocks) bytes.set(parts[block.name] as Uint8Array, base + block.from);
  return bytes;
};

/** Null for bytes that this version did not write: the caller builds the index anew. */
export const decodeIndex = (bytes: Uint8Array): KnowledgeIndex | null => {
  if (bytes.length < 8) return null;
  const aligned = bytes.byteOffset % ALIGN === 0 ? bytes : bytes.slice();
  const view = new DataView(aligned.buffer, aligned.byteOffset);
  const headLength = view.getUint32(4, true);
  if (view.getUint32(0, true) !== MAGIC || 8 + headLength > bytes.length) return null;
  const header = readHeader(aligned.subarray(8, 8 + headLength));
  if (!header) return null;
  const base = Math.ceil((8 + headLength) / ALIGN) * ALIGN;
  const blocks = new Map(header.blocks.map((b) => [b.name, b]));
  const piece = (name: string): Uint8Array => {
    const { from = 0, bytes: length = 0 } = blocks.get(name) ?? {};
    return aligned.subarray(base + from, base + from + length);
  };
  const numbers = (name: string): Uint32Array => {
    const p = piece(name);
    return new Uint32Array(p.buffer, p.byteOffset, p.length / 4);
  };
  const lastBlock = header.blocks.at(-1);
  if (lastBlock && base + lastBlock.from + lastBlock.bytes > bytes.length) return null;
  const { units = 0, impactScale = 1, meanLength = 1, meanTitle = 1 } = header.numbers;
  const search: SearchIndex = {
    units,
    impactScale,
    meanLength,
    meanTitle,
    words: vocabulary(piece("words")),
    counts: numbers("counts"),
    tokens: { starts: numbers("tokenStarts"), items: numbers("tokens") },
    titleEnds: numbers("titleEnds"),
    terms: vocabulary(piece("terms")),
    wordTerms: { starts: numbers("wordTermStarts"), items: numbers("wordTerms") },
    postings: { starts: numbers("postingStarts"), items: numbers("postings") },
    impacts: piece("impacts"),
    grams: vocabulary(piece("grams")),
    gramWords: { starts: numbers("gramStarts"), items: numbers("gramWords") },
    gramUnits: numbers("gramUnits"),
  };
  const documents = JSON.parse(new TextDecoder().decode(piece("documents"))) as string[];
  return {
    search,
    passages: {
      documents,
      documentOf: numbers("documentOf"),
      bytes: piece("passages"),
      starts: numbers("passageStarts"),
    },
  };
};

const readHeader = (bytes: Uint8Array): Header | null => {
  try {
    const header = JSON.parse(new TextDecoder().decode(bytes)) as Header;
    return header.version === INDEX_VERSION ? header : null;
  } catch {
    return null;
  }
};

const raw = (array: Uint32Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** Words hold no line breaks, so one line each will do. */
const text = (list: readonly string[]): Uint8Array => new TextEncoder().encode(list.join("\n"));

const vocabulary = (bytes: Uint8Array): Vocabulary => {
  const list = bytes.length ? new TextDecoder().decode(bytes).split("\n") : [];
  return { list, ids: new Map(list.map((word, id) => [word, id])) };
};
