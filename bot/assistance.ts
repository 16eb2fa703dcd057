import { findCaseIds } from "../casework/privacy/case-id.js";
import { detectPersonalData } from "../casework/privacy/detect.js";
import type { Assistance } from "../dialogs/assistance.js";
import type { ChatModel } from "../knowledge/models/chat-model.js";
import type { EmbeddingModel } from "../knowledge/models/embedding-model.js";
import { ModelFailed } from "../knowledge/models/model-failed.js";
import { nearest, type VectorIndex } from "../knowledge/vectors/vector-index.js";
import { materialFrom } from "../knowledge/writing/material.js";
import { type Written, type WrittenSentence, writeAnswer } from "../knowledge/writing/write-answer.js";

/** The models that the operator has set up; none by default. */
export type Models = {
  readonly chat?: ChatModel;
  readonly meaning?: Meaning;
  /** Personal data is taken out of passages too. */
  readonly cleanPassages: boolean;
};

/** An embedding model and the vectors that it made of the documents. */
export type Meaning = { readonly model: EmbeddingModel; readonly vectors: () => Promise<VectorIndex> };

/** A question waits this long for its vector, then words alone decide. */
const EMBEDDING_MS = 1_200;
/** So many nearest passages go into the ranking. */
const NEAREST = 50;

/** Of the eight seconds that a turn has. What is written by then is shown, else the documents are quoted. */
const WRITING_MS = 5_500;
/** Nobody waits longer for words that take the place of the quotes. */
const LATE_MS = 60_000;

export type AssistanceOptions = {
  /** Called with each sentence that holds, as it comes. */
  readonly onSentence?: (sentence: WrittenSentence) => void;
  /** An answer that comes after the turn can still be delivered. */
  readonly late?: boolean;
  /** Kinds, figures and durations; never what was asked. */
  readonly log?: (entry: Readonly<Record<string, unknown>>) => void;
};

/**
 * What models do for one event; undefined where none is set up. Nothing personal leaves the house (§ 80 SGB X, and
 * stricter by our choice): a question is cleaned, and one about a case or somebody's health is not sent at all.
 */
export function assistanceFor(models: Models, options: AssistanceOptions = {}): Assistance | undefined {
  const { chat, meaning } = models;
  if (!chat && !meaning) return undefined;
  return {
    ...(chat ? { write: onceEach(writer(chat, models.cleanPassages, options)) } : {}),
    ...(meaning ? { near: onceEach(nearness(meaning, options)) } : {}),
  };
}

function writer(
  chat: ChatModel,
  cleanPassages: boolean,
  { onSentence, late, log }: AssistanceOptions,
): NonNullable<Assistance["write"]> {
  return async (question, passages) => {
    const sent = mayLeave(question);
    if (sent === undefined) return { kind: "withheld" };
    const material = materialFrom(passages, cleanPassages ? withoutPersonalData : (text) => text);
    const from = Date.now();
    const logged = (event: string, written: Written): Written => {
      log?.({ event, model: chat.name, ms: Date.now() - from, ...figures(written) });
      return written;
    };
    const patience = new AbortController();
    const signal = AbortSignal.any([patience.signal, AbortSignal.timeout(LATE_MS)]);
    let sentences = 0;
    let isLate = false;
    const writing = writeAnswer(chat, sent, material, signal, (sentence) => {
      sentences += 1;
      if (!isLate) onSentence?.(sentence);
    });
    const inTime = await before(WRITING_MS, writing);
    if (inTime) return logged("model-wrote", inTime);
    if (sentences === 0 && late) {
      isLate = true;
      logged("model-wrote", { kind: "away", failure: "too-slow" });
      return { kind: "late", answer: writing.then((written) => logged("model-wrote-late", written)) };
    }
    // What is written by now stands, and the rest would come too late to be seen.
    patience.abort();
    return logged("model-wrote", await writing);
  };
}

/** What comes within so many ms; undefined: it is still at work. */
async function before<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

function nearness({ model, vectors }: Meaning, { log }: AssistanceOptions): NonNullable<Assistance["near"]> {
  return async (question, seen) => {
    const sent = mayLeave(question);
    if (sent === undefined) return undefined;
    const from = Date.now();
    try {
      const [index, [vector]] = await Promise.all([
        vectors(),
        model.embed([sent], AbortSignal.timeout(EMBEDDING_MS)),
      ]);
      if (!vector || index.passages.length === 0) return undefined;
      if (vector.length !== index.dimension) {
        const { dimension } = index;
        log?.({ event: "embedding-dimension", model: model.name, stored: dimension, came: vector.length });
        return undefined;
      }
      return nearest(index, vector, seen, NEAREST);
    } catch (error) {
      const outcome = error instanceof ModelFailed ? error.failure : "failed";
      log?.({ event: "embedding-away", model: model.name, ms: Date.now() - from, outcome });
      return undefined;
    }
  };
}

/** A turn that is run again gets what was asked the first time. */
function onceEach<A extends readonly unknown[], R>(
  ask: (question: string, ...rest: A) => Promise<R>,
): (question: string, ...rest: A) => Promise<R> {
  const asked = new Map<string, Promise<R>>();
  return (question, ...rest) => {
    const before = asked.get(question);
    if (before) return before;
    const now = ask(question, ...rest);
    asked.set(question, now);
    return now;
  };
}

/** The question without personal data, or undefined if it must stay in the house. */
export function mayLeave(question: string): string | undefined {
  if (findCaseIds(question).length > 0) return undefined;
  const { findings, cleaned } = detectPersonalData(question);
  if (findings.some(({ category }) => category === "warns")) return undefined;
  return /\p{L}{2}/u.test(cleaned) ? cleaned : undefined;
}

function withoutPersonalData(text: string): string {
  return detectPersonalData(text).cleaned;
}

function figures(written: Written): Readonly<Record<string, unknown>> {
  switch (written.kind) {
    case "written":
      return { outcome: "written", sentences: written.sentences.length };
    case "nothing":
      return { outcome: "nothing", dropped: written.dropped };
    case "away":
      return { outcome: written.failure };
  }
}
