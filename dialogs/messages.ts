import { z } from "zod";
import { type RecordKind, SYSTEM_SCOPE } from "../casework/store/record.js";
import type { Reply } from "./reply.js";

/** The queue of messages that nobody asked for; each job's payload is a `MessageJob`. */
export const MESSAGES = "messages";

/** To whom (id on the staff list) and what. */
export type MessageJob = { readonly person: string; readonly replies: readonly Reply[] };

/** How to reach a person's 1:1 chat, kept for those to whom the bot may write first. */
export const ChatReference = z.object({
  reference: z.string(),
  /** The channel's own id of the person, by which Teams renews a card for them. */
  account: z.string().optional(),
});
export type ChatReference = z.infer<typeof ChatReference>;

export const referenceRecord: RecordKind<ChatReference> = {
  name: "chat-reference",
  schema: ChatReference,
  schemaVersion: 1,
  scopes: () => [SYSTEM_SCOPE],
};
