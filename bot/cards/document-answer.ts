import type { Citation, Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { literal } from "./elements.js";

/** A sentence of a document with where it stands. Pages count from 1; null where the format has none. */
export type Quoted = {
  readonly text: string;
  readonly document: string;
  readonly title: string;
  readonly section: string;
  readonly page: number | null;
  /** What the reader has to know of the document, e.g. that it is not in force any more. */
  readonly note?: string;
  /** Where the document itself can be read; the only links that an answer has. */
  readonly url?: string;
};

/**
 * Quoted sentences with numbered sources: as text, so that Teams can hang its references on the numbers. `instead` says
 * why they are quoted and not worded by a model, where one is set up.
 */
export function documentAnswer(texts: Texts, sentences: readonly Quoted[], instead?: string): Reply {
  const sources = sourcesOf(sentences);
  const lines = sentences.map(
    (sentence) => `> ${literal(sentence.text)} [${sourceNumber(sources, sentence)}]`,
  );
  return {
    place: "new",
    summary: texts.summary,
    text: [
      `**${texts.documents.title}**`,
      ...(instead ? [instead] : []),
      texts.documents.passages,
      lines.join("\n>\n"),
      sources
        .map((source, i) => `[${i + 1}] ${literal(whereIs(texts, source))}${noteOf(source)}`)
        .join("  \n"),
    ].join("\n\n"),
    citations: sources.map((source, i): Citation => {
      const quoted = sentences
        .filter((sentence) => isFrom(source, sentence))
        .map((sentence) => sentence.text);
      return {
        position: i + 1,
        name: whereIs(texts, source),
        abstract: quoted.join(" "),
        ...(source.url ? { url: source.url } : {}),
      };
    }),
    feedback: true,
  };
}

/** Nothing answers the question; the nearest passages are shown as such, and whom else to ask is offered. */
export function documentsUnknown(
  texts: Texts,
  nearest: readonly Quoted[],
  offer: Pick<Reply, "card"> = {},
): Reply {
  const lines = nearest.map(
    (one) => `- ${literal(shorten(one.text))} (${literal(whereIs(texts, one))})${noteOf(one)}`,
  );
  return {
    place: "new",
    summary: texts.summary,
    text: [
      `**${texts.documents.unknownTitle}**`,
      texts.documents.unknown,
      ...(lines.length > 0 ? [texts.documents.nearest, lines.join("\n")] : []),
      texts.documents.switchboard,
    ].join("\n\n"),
    ...offer,
  };
}

/** The distinct places that sentences come from, in order of their first sentence. */
export function sourcesOf(sentences: readonly Quoted[]): readonly Quoted[] {
  return sentences.filter((one, i) => sentences.findIndex((other) => isFrom(one, other)) === i);
}

/** From 1. */
export function sourceNumber(sources: readonly Quoted[], place: Quoted): number {
  return sources.findIndex((one) => isFrom(one, place)) + 1;
}

function isFrom(source: Quoted, sentence: Quoted): boolean {
  return (
    source.document === sentence.document &&
    source.section === sentence.section &&
    source.page === sentence.page
  );
}

export function noteOf({ note }: Quoted): string {
  return note ? ` – ⚠ ${literal(note)}` : "";
}

export function whereIs(texts: Texts, { title, section, page }: Quoted): string {
  const parts = [title];
  // The outermost heading of a document is mostly its title over again.
  const below = section.startsWith(`${title} › `) ? section.slice(title.length + 3) : section;
  if (below && below !== title) parts.push(below);
  if (page !== null) parts.push(texts.documents.page(page));
  return parts.join(" · ");
}

function shorten(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 159).trimEnd()}…`;
}
