import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { type Ledger, type Request, transact } from "../turn/transact.js";

/** An operator at the command line waits longer than a person in a chat. */
const COMMAND_MS = 60_000;

/** A transaction that nobody redelivers. */
export function commandRequest(ledger: Ledger): Request {
  const now = ledger.clock();
  return { once: [], now, deadline: now + COMMAND_MS };
}

/**
 * Does a command's work in one commit and returns what it says. Rejects where that did not land: nobody may read that
 * something was done which was not.
 */
export async function commitCommand<R>(ledger: Ledger, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
  const done = await transact(ledger, commandRequest(ledger), work);
  if (done.kind === "done") return done.result;
  throw new Error("Gerade wird viel geändert: Das ließ sich nicht speichern. Bitte noch einmal versuchen.");
}
