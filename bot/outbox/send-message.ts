import { sentCards } from "../../casework/case/sent-cards.js";
import { findCaseIds } from "../../casework/privacy/case-id.js";
import { caseScope } from "../../casework/store/record.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import { type MessageJob, referenceRecord } from "../../dialogs/messages.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Ledger } from "../turn/transact.js";
import type { JobHandler } from "./worker.js";

/** Writes into a person's 1:1 chat without being asked, and gives the ids of the messages. Rejects if the channel does not take it. */
export type Messenger = (reference: string, replies: readonly Reply[]) => Promise<readonly string[]>;

/** A message for somebody who has never written to the bot waits: Teams lets a bot write only where it was met. */
export function sendMessage(ledger: Ledger, messenger: Messenger): JobHandler {
  return async (payload) => {
    const { person, replies } = payload as MessageJob;
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const stored = await unit.read(referenceRecord, person);
    if (!stored) return { kind: "retry", reason: "no chat with this person yet" };
    const { reference } = stored;
    const ids = await messenger(reference, replies);
    return { kind: "done", record: (end) => rememberCards(end, reference, replies, ids) };
  };
}

/** Where each case that is named stands now, so that the message can be replaced when the case is erased. */
async function rememberCards(
  unit: UnitOfWork,
  reference: string,
  replies: readonly Reply[],
  ids: readonly string[],
): Promise<void> {
  for (const [i, reply] of replies.entries()) {
    const activityId = ids[i];
    if (!activityId) continue;
    for (const { id } of findCaseIds(JSON.stringify(reply))) {
      if (await unit.hasScope(caseScope(id))) {
        await unit.append(sentCards, id, { reference, activityId, chat: "" });
      }
    }
  }
}
