import { findCaseIds } from "../casework/privacy/case-id.js";
import { detectPersonalData } from "../casework/privacy/detect.js";
import type { Assistance } from "../dialogs/assistance.js";
import type { ChatModel } from "../knowledge/models/chat-model.js";
import type { EmbeddingModel } from "../knowledge/models/embedding-model.js";
import { materialFrom } from "../knowledge/writing/material.js";
import { type WrittenSentence, writeAnswer } from "../knowledge/writing/write-answer.js";

/** The models that the operator has set up; none by default. */
export type Models = {
  readonly chat?: ChatModel;
  readonly embedding?: EmbeddingModel;
  /** Personal data is taken out of passages too. */
  readonly cleanPassages: boolean;
};

/** Of the eight seconds that a turn has. What is written by then is shown, else the documents are quoted. */
const WRITING_MS = 5_500;

export type AssistanceOptions = {
  /** Called with each sentence that holds, as it comes. */
  readonly onSentence?: (sentence: WrittenSentence) => void;
  /** Kinds, figures and durations; never what was asked. */
  readonly log?: (entry: Readonly<Record<string, unknown>>) => void;
};

/**
 * What models do for one event; undefined where none is set up. Nothing personal leaves the house (§ 80 SGB X, and
 * stricter by our choice): a question is cleaned, and one about a case or somebody's health is not sent at all.
 */
export function assistanceFor(models: Models, options: AssistanceOptions = {}): Assistance | undefined {
  const { chat } = models;
  if (!chat) return undefined;
  const asked = new Map<string, ReturnType<Assistance["write"]>>();
  const write: Assistance["write"] = async (question, passages) => {
    const sent = mayLeave(question);
    if (sent === undefined) return { kind: "withheld" };
    const material = materialFrom(passages, models.cleanPassages ? withoutPersonalData : (text) => text);
    const from = Date.now();
    const written = await writeAnswer(
      chat,
      sent,
      material,
      AbortSignal.timeout(WRITING_MS),
      options.onSentence,
    );
    options.log?.({ event: "model-wrote", model: chat.name, ms: Date.now() - from, ...figures(written) });
    return written;
  };
  return {
    write(question, passages) {
      const before = asked.get(question);
      if (before) return before;
      const now = write(question, passages);
      asked.set(question, now);
      return now;
    },
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

function figures(written: Awaited<ReturnType<typeof writeAnswer>>): Readonly<Record<string, unknown>> {
  switch (written.kind) {
    case "written":
      return { outcome: "written", sentences: written.sentences.length };
    case "nothing":
      return { outcome: "nothing", dropped: written.dropped };
    case "away":
      return { outcome: written.failure };
  }
}
