import { z } from "zod";
import { type RecordKind, SYSTEM_SCOPE } from "../casework/store/record.js";
import type { Reply } from "./reply.js";

/** What a message led to before it was edited or deleted. */
export type FormerAnswer = {
  readonly replies: readonly Reply[];
  /** It was no mere look: the instant at which it changed something. */
  readonly actedAt?: number;
  /** Fingerprint of what was said. */
  readonly said?: string;
};

/** What is known of a message since it was edited; kept as long as an event is recognised. */
const Edited = z.object({
  /** The instant at which one of its versions changed something. */
  at: z.number().optional(),
  /** Fingerprint of the last version. */
  said: z.string().optional(),
});

export const editedRecord: RecordKind<z.infer<typeof Edited>> = {
  name: "edited-message",
  schema: Edited,
  schemaVersion: 1,
  scopes: () => [SYSTEM_SCOPE],
};

/** Names of drafts on cards. */
export function draftsOn(replies: readonly Reply[]): readonly string[] {
  const found = JSON.stringify(replies).matchAll(/"nonce":"([^"]+)"/g);
  return [...new Set([...found].map(([, nonce = ""]) => nonce))];
}
