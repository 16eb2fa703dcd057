import type { LateAnswer } from "../../dialogs/late-answers.js";
import type { Reply } from "../../dialogs/reply.js";
import { deliveryFailure } from "./delivery-failure.js";
import type { JobHandler, JobOutcome } from "./worker.js";

/** Replaces a message; rejects with an error that has a `failure.kind` if the channel does not take it. */
export type Replace = (reference: string, activityId: string, reply: Reply) => Promise<void>;

/** Where the channel throttles and does not say for how long, ms. */
const SHORT_PAUSE_MS = 1_000;

/** What became of a message that was to be replaced. */
export async function replaced(replace: () => Promise<void>): Promise<JobOutcome> {
  try {
    await replace();
  } catch (error) {
    const failure = deliveryFailure(error);
    if (failure?.kind === "throttled") {
      return { kind: "retry", reason: "throttled", afterMs: failure.retryAfterMs ?? SHORT_PAUSE_MS };
    }
    // Deleted by a person, or the chat is gone: there is nothing left to replace.
    if (failure?.kind !== "gone" && failure?.kind !== "refused") throw error;
  }
  return { kind: "done" };
}

/** Puts an answer that came after its turn in the place of the one that was sent meanwhile. */
export function showLateAnswer(replace: Replace): JobHandler {
  return async (payload) => {
    const { reference, activityId, reply } = payload as LateAnswer;
    return replaced(() => replace(reference, activityId, reply));
  };
}
