import type { Ledger, Request } from "../turn/transact.js";

/** An operator at the command line waits longer than a person in a chat. */
const COMMAND_MS = 60_000;

/** A transaction that nobody redelivers. */
export function commandRequest(ledger: Ledger): Request {
  const now = ledger.clock();
  return { once: [], now, deadline: now + COMMAND_MS };
}
