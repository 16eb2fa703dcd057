import { SentCard } from "../../casework/case/sent-cards.js";
import { ErasureJob } from "../../casework/retention/erase-case.js";
import { sweepTraces } from "../../casework/retention/sweep-traces.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Ledger } from "../turn/transact.js";
import { deliveryFailure } from "./delivery-failure.js";
import type { JobHandler } from "./worker.js";

/** Removes what is named after an erased case, and makes the disk forget it. */
export function finishErasure({ store }: Ledger): JobHandler {
  return async (payload) => {
    await sweepTraces(store, ErasureJob.parse(payload).caseId);
    await store.scrub();
    return { kind: "done" };
  };
}

/** Replaces a message; rejects with an error that has a `failure.kind` if the channel does not take it. */
export type Replace = (reference: string, activityId: string, reply: Reply) => Promise<void>;

/** Puts the neutral card in the place of a message that showed an erased case. */
export function replaceCard(replace: Replace, neutral: Reply): JobHandler {
  return async (payload) => {
    const { reference, activityId } = SentCard.parse(payload);
    try {
      await replace(reference, activityId, neutral);
    } catch (error) {
      const failure = deliveryFailure(error);
      if (failure?.kind === "throttled") {
        return { kind: "retry", reason: "throttled", afterMs: failure.retryAfterMs ?? SHORT_PAUSE_MS };
      }
      // Deleted by a person, or the chat is gone: there is nothing left to replace.
      if (failure?.kind !== "gone" && failure?.kind !== "refused") throw error;
    }
    return { kind: "done" };
  };
}

/** Where the channel throttles and does not say for how long, ms. */
const SHORT_PAUSE_MS = 1_000;
