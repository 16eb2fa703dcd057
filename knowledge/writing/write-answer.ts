import type { ChatModel } from "../models/chat-model.js";
import { ModelFailed, type ModelFailure } from "../models/model-failed.js";
import { claimReader } from "./claims.js";
import { instructions, materialFor } from "./instructions.js";
import type { Material } from "./material.js";
import { faultIn } from "./support.js";

/** A sentence of the model that its sources support. */
export type WrittenSentence = { readonly text: string; readonly sources: readonly Material[] };

export type Written =
  | { readonly kind: "written"; readonly sentences: readonly WrittenSentence[]; readonly model: string }
  /** The model found no answer, or nothing of what it wrote was supported. */
  | { readonly kind: "nothing"; readonly model: string; readonly dropped: number }
  | { readonly kind: "away"; readonly failure: ModelFailure };

const MOST_SENTENCES = 6;

/**
 * Has a model answer from numbered sentences and keeps what they support. What was supported before the model failed
 * or the time ran out stays: each sentence stands for itself.
 *
 * @param question cleaned of personal data by the caller
 * @param supported called with each sentence that holds, as soon as it is complete
 */
export async function writeAnswer(
  model: ChatModel,
  question: string,
  material: readonly Material[],
  signal: AbortSignal,
  supported: (sentence: WrittenSentence) => void = () => {},
): Promise<Written> {
  if (material.length === 0) return { kind: "nothing", model: model.name, dropped: 0 };
  const kept: WrittenSentence[] = [];
  let dropped = 0;
  const reader = claimReader();
  const judge = (claims: ReturnType<typeof reader.push>) => {
    for (const { text, cites } of claims) {
      const sources = cites.flatMap((number) => material[number - 1] ?? []);
      const fits = sources.length === cites.length && sources.length > 0;
      const fresh = !kept.some((one) => one.text === text);
      if (!fits || !fresh || kept.length >= MOST_SENTENCES || faultIn(text, sources) !== undefined) {
        dropped += 1;
        continue;
      }
      const sentence = { text, sources };
      kept.push(sentence);
      supported(sentence);
    }
  };
  try {
    for await (const piece of model.write({
      instructions,
      material: materialFor(question, material),
      signal,
    })) {
      judge(reader.push(piece));
    }
    judge(reader.end());
  } catch (error) {
    // What broke off in the middle of a sentence is not judged.
    if (kept.length === 0)
      return { kind: "away", failure: error instanceof ModelFailed ? error.failure : "garbage" };
  }
  if (kept.length === 0) return { kind: "nothing", model: model.name, dropped };
  return { kind: "written", sentences: kept, model: model.name };
}
