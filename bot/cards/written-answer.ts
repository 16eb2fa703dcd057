import type { Citation, Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { noteOf, type Quoted, sourceNumber, sourcesOf, whereIs } from "./document-answer.js";
import { literal } from "./elements.js";

/** A sentence that a model wrote, with the places in the documents that support it. */
export type WrittenSentence = { readonly text: string; readonly sources: readonly Quoted[] };

/** The text while it is being written. What comes later is only ever put behind it. */
export function writtenSoFar(texts: Texts, sentences: readonly WrittenSentence[]): string {
  const sources = sourcesOf(sentences.flatMap((sentence) => sentence.sources));
  const lines = sentences.map(({ text, sources: own }) => {
    const numbers = [...new Set(own.map((place) => sourceNumber(sources, place)))];
    return `${literal(text)} ${numbers.map((number) => `[${number}]`).join("")}`;
  });
  return [`**${texts.answers.title}**`, ...lines].join("\n\n");
}

/**
 * An answer that a model worded and its sources support: with the AI label, what may be done with it (Teams'
 * sensitivity label), numbered sources, and buttons for feedback.
 */
export function writtenAnswer(texts: Texts, sentences: readonly WrittenSentence[], model: string): Reply {
  const sources = sourcesOf(sentences.flatMap((sentence) => sentence.sources));
  return {
    place: "new",
    summary: texts.summary,
    text: [
      writtenSoFar(texts, sentences),
      sources
        .map((source, i) => `[${i + 1}] ${literal(whereIs(texts, source))}${noteOf(source)}`)
        .join("  \n"),
      `_${texts.answers.wordedBy(literal(model))}_`,
    ].join("\n\n"),
    citations: sources.map((source, i): Citation => {
      const quoted = sentences.flatMap((sentence) =>
        sentence.sources.filter((place) => sourceNumber(sources, place) === i + 1).map((place) => place.text),
      );
      return {
        position: i + 1,
        name: whereIs(texts, source),
        abstract: [...new Set(quoted)].join(" "),
        ...(source.url ? { url: source.url } : {}),
      };
    }),
    aiGenerated: true,
    usage: { name: texts.answers.usageName, description: texts.answers.usage },
    feedback: true,
  };
}
