import { z } from "zod";
import { type RecordKind, SYSTEM_SCOPE } from "../casework/store/record.js";
import { knownSchema } from "../knowledge/directory/model.js";

/** A question back that waits for its answer, by button or typed. */
export const PendingQuestion = z.object({
  /** The cleaned question as it was typed first. */
  question: z.string(),
  /** What has been answered so far. */
  known: knownSchema,
});
export type PendingQuestion = z.infer<typeof PendingQuestion>;

/** Where a conversation with one person stands. Holds no case content: drafts have records of their own. */
export const ConversationState = z.object({
  pending: PendingQuestion.optional(),
  /** The welcome was shown: Teams tells of an installation more than once. */
  welcomed: z.boolean().optional(),
  /** The last answer out of the documents, so that thumbs below it can be understood. */
  lastAnswer: z.object({ question: z.string(), model: z.string() }).optional(),
  /** The case that was last opened or worked on here; it is offered, never assumed. */
  lastCase: z.string().optional(),
  /** The form that is open: a question in between leaves it as it is, "abbrechen" closes it. */
  openDraft: z.string().optional(),
});
export type ConversationState = z.infer<typeof ConversationState>;

export const stateRecord: RecordKind<ConversationState> = {
  name: "chat",
  schema: ConversationState,
  schemaVersion: 1,
  scopes: () => [SYSTEM_SCOPE],
};

/** State belongs to a conversation and a person: in a group each has their own. */
export function stateId(conversationId: string, personId: string): string {
  return `${conversationId}|${personId}`;
}
