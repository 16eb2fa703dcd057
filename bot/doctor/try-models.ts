import type { ChatModel } from "../../knowledge/models/chat-model.js";
import type { EmbeddingModel } from "../../knowledge/models/embedding-model.js";
import { ModelFailed } from "../../knowledge/models/model-failed.js";
import type { Probed } from "./probes.js";

/** A model that has to be loaded first takes a while. */
const PATIENCE_MS = 20_000;

/** The outcome of an adapter's try, whatever it calls success. */
export function probed(
  outcome: { readonly kind: "sent" | "checked" | "ok" } | { readonly kind: string; readonly reason: string },
): Probed {
  if (!("reason" in outcome)) return { kind: "well" };
  return { kind: outcome.kind === "temporary" ? "away" : "setup", reason: outcome.reason };
}

/** Has it write a word and listens to the first piece of it. */
export async function tryChat({ write }: ChatModel): Promise<Probed> {
  try {
    const words = write({
      instructions: "Antworte nur mit dem Wort OK.",
      material: "OK",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    for await (const _ of words) return { kind: "well" };
    return { kind: "setup", reason: "garbage" };
  } catch (error) {
    return failed(error);
  }
}

/** Has it turn a word into numbers. */
export async function tryEmbedding({ embed }: EmbeddingModel): Promise<Probed> {
  try {
    await embed(["Wohngeld"], AbortSignal.timeout(PATIENCE_MS));
    return { kind: "well" };
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): Probed {
  if (!(error instanceof ModelFailed)) return { kind: "away", reason: "unbekannt" };
  const { failure, status } = error;
  const reason = status === undefined ? failure : `${failure} ${status}`;
  return { kind: failure === "unreachable" || failure === "too-slow" ? "away" : "setup", reason };
}
