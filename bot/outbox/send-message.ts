import { beginWork } from "../../casework/store/unit-of-work.js";
import { type MessageJob, referenceRecord } from "../../dialogs/messages.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Ledger } from "../turn/transact.js";
import type { JobHandler } from "./worker.js";

/** Writes into a person's 1:1 chat without being asked. Rejects if the channel does not take it. */
export type Messenger = (reference: string, replies: readonly Reply[]) => Promise<unknown>;

/** A message for somebody who has never written to the bot waits: Teams lets a bot write only where it was met. */
export function sendMessage(ledger: Ledger, messenger: Messenger): JobHandler {
  return async (payload) => {
    const { person, replies } = payload as MessageJob;
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const stored = await unit.read(referenceRecord, person);
    if (!stored) return { kind: "retry", reason: "no chat with this person yet" };
    await messenger(stored.reference, replies);
    return { kind: "done" };
  };
}
