import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isRefused, type Passage } from "../../../knowledge/documents/document.js";
import type { CorpusDocument, Qrels, Query } from "../../../knowledge/documents/evaluate-retrieval.js";
import { parseDocument } from "../../../knowledge/documents/parse.js";
import { splitIntoPassages } from "../../../knowledge/documents/passages.js";
import { mulberry32 } from "../../../knowledge/documents/training/boost.js";

/** A judged collection in the form that `kim evaluate retrieval` takes. */
export type Collection = {
  readonly name: string;
  readonly corpus: readonly CorpusDocument[];
  readonly queries: readonly Query[];
  readonly qrels: Qrels;
};

const root = new URL("../../../", import.meta.url).pathname;
/** Material beside the checkout; nothing of it belongs to the product. */
const data = join(root, "..", "shared", "data");
const ownQuestions = join(root, "test", "bench", "collections");

const hasMaterial = existsSync(data);

type Judged = { readonly text: string; readonly documents: readonly string[] };

const collect = (name: string, corpus: readonly CorpusDocument[], judged: readonly Judged[]): Collection => {
  const known = new Set(corpus.map((one) => one.id));
  const usable = judged
    .map(({ text, documents }) => ({ text, documents: documents.filter((one) => known.has(one)) }))
    .filter(({ documents }) => documents.length > 0);
  return {
    name,
    corpus,
    queries: usable.map(({ text }, i) => ({ id: `q${i}`, text })),
    qrels: new Map(usable.map(({ documents }, i) => [`q${i}`, new Map(documents.map((one) => [one, 1]))])),
  };
};

/** Sections of the laws, each with the name of its act in the title: ids such as "sgb-ii:22". */
export const lawSections = (): CorpusDocument[] => {
  const folder = join(data, "gesetze");
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [head = "", ...sections] = readFileSync(join(folder, file), "utf8").split(/^### /m);
      const act = /^# (.*)$/m.exec(head)?.[1] ?? file;
      return sections.map((section, i) => {
        const end = section.indexOf("\n");
        const title = section.slice(0, end < 0 ? undefined : end).trim();
        const number = /^§+\s*(\d+\s?[a-z]*)/.exec(title)?.[1]?.replace(/\s/g, "") ?? `x${i}`;
        const text = section
          .slice(title.length)
          .replace(/^#+ .*$/gm, "")
          .trim();
        return { id: `${file.replace(/\.md$/, "")}:${number}`, title: `${act} · ${title}`, text };
      });
    });
};

const questionsIn = (file: string): Judged[] =>
  readFileSync(join(ownQuestions, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"))
    .map(([text = "", documents = ""]) => ({ text, documents: documents.split(",") }));

export const lawQuestions = (): Judged[] => [
  ...questionsIn("law-questions.tsv"),
  ...questionsIn("law-questions-heldback.tsv"),
];

type OmosRow = {
  readonly question: string;
  readonly answers: readonly number[];
  readonly context: string;
  readonly pageId: number;
};

export const omosRows = (split: "train" | "dev"): OmosRow[] =>
  readFileSync(join(data, "omos", `${split}_de.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as OmosRow);

type ParsedPage = { readonly id: string; readonly title: string; readonly passages: readonly Passage[] };

const integreatPages = async (): Promise<ParsedPage[]> => {
  const folder = join(data, "integreat");
  const pages: ParsedPage[] = [];
  for (const file of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (!file.endsWith(".html")) continue;
    const id = /(\d+)\.html$/.exec(file)?.[1] ?? file;
    const parsed = await parseDocument({ name: file, bytes: readFileSync(join(folder, file)) });
    if (!isRefused(parsed)) pages.push({ id, title: parsed.title, passages: splitIntoPassages(id, parsed) });
  }
  return pages;
};

const textOf = (passage: Passage): string => passage.sentences.map((one) => one.text).join("\n");
const squeezed = (text: string): string => text.replace(/[^\p{L}\d]/gu, "").toLowerCase();

const LONG = 40_000;

/** The passages of the sample documents; a question's gold is every passage of the document that answers it. */
export const sampleCollection = async (): Promise<Collection> => {
  const folder = join(root, "bot", "samples", "documents");
  const passages: Passage[] = [];
  for (const file of readdirSync(folder).sort()) {
    const parsed = await parseDocument({ name: file, bytes: readFileSync(join(folder, file)) });
    if (!isRefused(parsed)) passages.push(...splitIntoPassages(file, parsed));
  }
  const judged = questionsIn("sample-questions.tsv").map(({ text, documents }) => ({
    text,
    documents: passages.filter((one) => documents.includes(one.document)).map((one) => one.id),
  }));
  return collect(
    "sample documents",
    passages.map((one) => ({
      id: one.id,
      title: [one.title, ...one.section].join(" · "),
      text: textOf(one),
    })),
    judged,
  );
};

/** All that can be made of the material: short paragraphs, pages, sections and very long texts. None without it. */
export const collections = async (): Promise<Collection[]> => {
  if (!hasMaterial) return [];
  const pages = await integreatPages();
  const rows = [...omosRows("train"), ...omosRows("dev")].filter((row) => row.answers.length > 0);
  const whole = pages.map(({ id, title, passages }) => ({
    id,
    title,
    text: passages.flatMap((one) => [...one.section, textOf(one)]).join("\n"),
  }));
  const asked = rows.map((row) => ({ text: row.question, documents: [String(row.pageId)] }));

  const parts = pages.flatMap(({ passages }) => passages);
  const ofPage = new Map(pages.map(({ id, passages }) => [id, passages]));
  const askedOfParts = rows.map((row) => {
    const lines = row.context.split("\n");
    const answering = row.answers
      .map((line) => squeezed(lines[line] ?? ""))
      .filter((line) => line.length > 8);
    const documents = (ofPage.get(String(row.pageId)) ?? [])
      .filter((part) => answering.some((line) => squeezed(textOf(part)).includes(line)))
      .map((part) => part.id);
    return { text: row.question, documents };
  });

  const sections = lawSections();
  return [
    collect("migration pages", whole, asked),
    collect(
      "migration paragraphs",
      parts.map((part) => ({
        id: part.id,
        title: [part.title, ...part.section].join(" · "),
        text: textOf(part),
      })),
      askedOfParts,
    ),
    collect(
      "paragraphs, no titles",
      parts.map((part) => ({ id: part.id, title: "", text: [...part.section, textOf(part)].join("\n") })),
      askedOfParts,
    ),
    collect("law sections", sections, lawQuestions()),
    ...longTexts(sections),
  ];
};

/** Neighbouring sections joined to texts as long as rulings, without the titles that would give them away. */
const longTexts = (sections: readonly CorpusDocument[]): Collection[] => {
  const corpus: { id: string; title: string; text: string }[] = [];
  const home = new Map<string, string>();
  for (const { id, title, text } of sections) {
    let last = corpus.at(-1);
    const act = id.split(":")[0] ?? "";
    if (!last || last.text.length > LONG || !last.id.startsWith(`${act}+`)) {
      last = { id: `${act}+${corpus.length}`, title: "", text: "" };
      corpus.push(last);
    }
    last.text += `${title.split(" · ")[1] ?? ""}\n${text}\n`;
    home.set(id, last.id);
  }
  const judged = lawQuestions().map(({ text, documents }) => ({
    text,
    documents: [...new Set(documents.flatMap((one) => home.get(one) ?? []))],
  }));
  return [collect("long texts", corpus, judged)];
};

const letters = "abcdefghijklmnopqrstuvwxyz";

/** One slip in one word of at least five letters: a letter left out, doubled, swapped with the next or mistaken. Seeded. */
export const withTypos = ({ name, corpus, queries, qrels }: Collection, seed = 7): Collection => {
  const random = mulberry32(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const slip = (word: string): string => {
    const at = 1 + below(word.length - 2);
    const [head, letter = "", tail] = [word.slice(0, at), word[at], word.slice(at + 1)];
    const kind = below(4);
    if (kind === 0) return head + tail;
    if (kind === 1) return head + (tail[0] ?? "") + letter + tail.slice(1);
    if (kind === 2) return head + (letters[below(26)] ?? "") + tail;
    return head + (letters[below(26)] ?? "") + letter + tail;
  };
  const misspelt = queries.map(({ id, text }) => {
    const words = [...text.matchAll(/\p{L}{5,}/gu)];
    const chosen = words[below(words.length)];
    if (!chosen) return { id, text };
    return {
      id,
      text: text.slice(0, chosen.index) + slip(chosen[0]) + text.slice(chosen.index + chosen[0].length),
    };
  });
  return { name: `${name}, typo`, corpus, queries: misspelt, qrels };
};
