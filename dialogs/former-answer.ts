import { z } from "zod";
import { type RecordKind, SYSTEM_SCOPE } from "../casework/store/record.js";
import type { Reply } from "./reply.js";

/** What a message led to before it was edited or deleted. */
export type FormerAnswer = {
  readonly replies: readonly Reply[];
  /** It was no mere look: the instant at which it changed something. */
  readonly actedAt?: number;
};

/** A message that changed something only after it was edited: kept as long as an event is recognised. */
const Acted = z.object({ at: z.number() });

export const actedRecord: RecordKind<z.infer<typeof Acted>> = {
  name: "edited-message",
  schema: Acted,
  schemaVersion: 1,
  scopes: () => [SYSTEM_SCOPE],
};

/** Names of drafts on cards. */
export function draftsOn(replies: readonly Reply[]): readonly string[] {
  const found = JSON.stringify(replies).matchAll(/"nonce":"([^"]+)"/g);
  return [...new Set([...found].map(([, nonce = ""]) => nonce))];
}
