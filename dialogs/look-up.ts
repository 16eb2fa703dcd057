import type { Quoted } from "../bot/cards/document-answer.js";
import { readableDay } from "../bot/texts/format.js";
import { type Answer, answer } from "../knowledge/documents/answer.js";
import { validityOf } from "../knowledge/documents/validity.js";
import type { Turn } from "./turn.js";

const NEAREST = 3;

/** What the documents say that this person may see, word by word; those that are not in force come last. */
export function lookUp({ documents, today }: Turn, question: string): Answer {
  return answer(documents.index, question, { k: NEAREST, behind: documents.notInForce(today) });
}

/** A place in a document as it is shown: where the document is not in force, that stands beside it. */
export function shown<T extends Quoted>({ documents, today, texts, event }: Turn, places: readonly T[]): T[] {
  return places.map((place) => {
    const validity = validityOf(documents.metaOf(place.document), today);
    if (validity.kind === "in-force") return place;
    const note =
      validity.kind === "not-yet"
        ? texts.documents.notYet(readableDay(event.locale, validity.from))
        : texts.documents.outdated(
            validity.since && readableDay(event.locale, validity.since),
            validity.replacedBy,
          );
    return { ...place, note };
  });
}
