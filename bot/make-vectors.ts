import type { Models } from "./assistance.js";
import { embedDocuments } from "./embed-documents.js";
import type { Log } from "./log.js";
import type { Ledger } from "./turn/transact.js";

/** Vectors that are missing since a document came, or a model was set up or away: made while the bot answers by words. */
export async function makeVectors(
  ledger: Ledger,
  { meaning, cleanPassages }: Models,
  log: Log,
): Promise<void> {
  if (!meaning) return;
  try {
    log({ event: "vectors", ...(await embedDocuments(ledger, { model: meaning.model, cleanPassages })) });
  } catch (error) {
    log({ event: "vectors-failed", error });
  }
}
