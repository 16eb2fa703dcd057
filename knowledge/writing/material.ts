import type { Passage } from "../documents/document.js";
import { sectionOf } from "../documents/search.js";
import { addressesModel } from "./model-talk.js";

/** One sentence that the model may use, with the place that it stands in. */
export type Material = {
  /** As the model gets it; personal data may have been taken out. */
  readonly text: string;
  readonly heading: string;
  readonly document: string;
  readonly title: string;
  readonly section: string;
  readonly page: number | null;
};

/** About what a small model reads within a second. */
const MOST_LETTERS = 9_000;
const MOST_SENTENCES = 70;

/**
 * The sentences of the best passages, in their order. A passage in which something speaks to a language model instead
 * of to people is left out whole: its payload may stand in the innocent sentence beside it.
 *
 * @param clean takes personal data out, or returns the text as it is where the operator has decided so
 */
export function materialFrom(
  passages: readonly Passage[],
  clean: (text: string) => string,
): readonly Material[] {
  const found: Material[] = [];
  let letters = 0;
  for (const passage of passages) {
    const { document, title, sentences } = passage;
    const section = sectionOf(passage);
    const heading = section === "" || section === title ? title : `${title} › ${section}`;
    if (addressesModel([heading, ...sentences.map((sentence) => sentence.text)].join("\n"))) continue;
    for (const sentence of sentences) {
      const text = clean(sentence.text);
      letters += text.length;
      if (found.length >= MOST_SENTENCES || letters > MOST_LETTERS) return found;
      found.push({ text, heading: clean(heading), document, title, section, page: sentence.page });
    }
  }
  return found;
}
