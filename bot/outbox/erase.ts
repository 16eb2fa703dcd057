import { SentCard } from "../../casework/case/sent-cards.js";
import { ErasureJob } from "../../casework/retention/erase-case.js";
import { sweepTraces } from "../../casework/retention/sweep-traces.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Ledger } from "../turn/transact.js";
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
      // Deleted by a person, or the chat is gone: there is nothing left to replace.
      if (!isGone(error)) throw error;
    }
    return { kind: "done" };
  };
}

function isGone(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("failure" in error)) return false;
  const { failure } = error as { failure?: { kind?: unknown } };
  return failure?.kind === "gone" || failure?.kind === "refused";
}
