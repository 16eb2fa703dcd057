import { SentCard } from "../../casework/case/sent-cards.js";
import { ErasureJob } from "../../casework/retention/erase-case.js";
import { sweepTraces } from "../../casework/retention/sweep-traces.js";
import type { Locale } from "../../dialogs/event.js";
import { replacedCard } from "../cards/protection.js";
import { textsFor } from "../texts/texts.js";
import type { Ledger } from "../turn/transact.js";
import { type Replace, replaced } from "./replace-message.js";
import type { JobHandler } from "./worker.js";

/** Removes what is named after an erased case, and makes the disk forget it. */
export function finishErasure({ store }: Ledger): JobHandler {
  return async (payload) => {
    await sweepTraces(store, ErasureJob.parse(payload).caseId);
    await store.scrub();
    return { kind: "done" };
  };
}

/**
 * Puts the neutral card in the place of a message that showed an erased case.
 * @param otherwise the language of a message of which none was noted
 */
export function replaceCard(replace: Replace, otherwise: Locale): JobHandler {
  return async (payload) => {
    const { reference, activityId, locale } = SentCard.parse(payload);
    return replaced(() => replace(reference, activityId, replacedCard(textsFor(locale ?? otherwise))));
  };
}
