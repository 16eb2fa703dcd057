import { documentAnswer, type Quoted } from "../bot/cards/document-answer.js";
import { offerToAsk } from "../bot/cards/experts.js";
import { writtenAnswer } from "../bot/cards/written-answer.js";
import type { Texts } from "../bot/texts/de.js";
import { readableDay } from "../bot/texts/format.js";
import { type Answer, answer } from "../knowledge/documents/answer.js";
import { validityOf } from "../knowledge/documents/validity.js";
import type { Written } from "../knowledge/writing/write-answer.js";
import { mayAskExperts } from "./ask-expert.js";
import type { AskedToWrite } from "./assistance.js";
import type { Reply } from "./reply.js";
import type { Turn } from "./turn.js";

const NEAREST = 3;

/** An answer out of the documents as a reply, or undefined where they have none. Also says what comes nearest. */
export type LookedUp = {
  readonly reply?: Reply;
  /** `provider:model`, or "none" where the documents are quoted. */
  readonly model?: string;
  readonly nearest: Answer["nearest"];
};

/** Asks the documents: worded by a model where one is set up and what it writes holds, else quoted. */
export async function askDocuments(turn: Turn, question: string): Promise<LookedUp> {
  const near = await turn.assist?.near?.(question, new Set(turn.documents.index.passages.documents));
  const found = lookUp(turn, question, near);
  const { nearest } = found;
  // Where words find nothing, meaning may: then only what a model words and its sources support counts as an answer.
  if (found.status !== "answer" && !near) return { nearest };
  const { texts } = turn;
  const written = await turn.assist?.write?.(question, found.passages);
  if (written?.kind === "written") {
    return { reply: inWords(turn, written), model: written.model, nearest };
  }
  if (written?.kind === "late") {
    turn.assist?.later?.(
      written.answer.then((late) => (late.kind === "written" ? inWords(turn, late) : undefined)),
    );
  }
  if (found.status !== "answer") return { nearest };
  const quoted = shown(turn, found.sentences);
  const instead = written && insteadOf(texts, written);
  const offer = mayAskExperts(turn) ? offerToAsk(texts, question, texts.experts.offerMore) : {};
  return { reply: { ...documentAnswer(texts, quoted, instead), ...offer }, model: "none", nearest };
}

function inWords(turn: Turn, { sentences, model }: Extract<Written, { kind: "written" }>): Reply {
  const sourced = sentences.map(({ text, sources }) => ({ text, sources: shown(turn, sources) }));
  return writtenAnswer(turn.texts, sourced, model);
}

/** Why the documents are quoted although a model is set up; nothing where it found no better words. */
function insteadOf(
  { answers }: Texts,
  written: Exclude<AskedToWrite, { kind: "written" }>,
): string | undefined {
  switch (written.kind) {
    case "away":
      return `${answers.away[written.failure]} ${answers.instead}`;
    case "late":
      return `${answers.away["too-slow"]} ${answers.later}`;
    case "withheld":
      return answers.withheld;
    case "nothing":
      return undefined;
  }
}

/** What the documents say that this person may see, word by word; those that are not in force come last. */
function lookUp({ documents, today }: Turn, question: string, near: readonly string[] | undefined): Answer {
  const behind = documents.notInForce(today);
  return answer(documents.index, question, { k: NEAREST, behind, ...(near ? { near } : {}) });
}

/** A place in a document as it is shown: with its link, and what has to be known where it is not in force. */
export function shown<T extends Quoted>({ documents, today, texts, event }: Turn, places: readonly T[]): T[] {
  return places.map((place) => {
    const meta = documents.metaOf(place.document);
    const validity = validityOf(meta, today);
    const linked = meta.source?.startsWith("https://") ? { ...place, url: meta.source } : place;
    if (validity.kind === "in-force") return linked;
    const note =
      validity.kind === "not-yet"
        ? texts.documents.notYet(readableDay(event.locale, validity.from))
        : texts.documents.outdated(
            validity.since && readableDay(event.locale, validity.since),
            validity.replacedBy,
          );
    return { ...linked, note };
  });
}
