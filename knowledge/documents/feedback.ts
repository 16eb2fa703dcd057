import { z } from "zod";
import { type StreamKind, SYSTEM_SCOPE } from "../../casework/store/record.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";

/** What people thought of an answer from the documents, for whoever keeps them. The comment has been cleaned. */
export const Feedback = z.object({
  at: z.number(),
  reaction: z.string(),
  comment: z.string(),
  /** Id of the activity that was rated; empty where the channel does not say. */
  answer: z.string(),
  /** The answer that stood last in that chat: the question, cleaned, and who worded it ("none": quoted). */
  about: z.object({ question: z.string(), model: z.string() }).optional(),
});
export type Feedback = z.infer<typeof Feedback>;

export const feedbackStream: StreamKind<Feedback> = {
  name: "feedback",
  schema: Feedback,
  scopes: () => [SYSTEM_SCOPE],
};

export function keepFeedback(unit: UnitOfWork, feedback: Feedback): Promise<void> {
  return unit.append(feedbackStream, "documents", feedback);
}

/** The newest first. */
export async function readFeedback(unit: UnitOfWork, limit: number): Promise<readonly Feedback[]> {
  const entries = await unit.readStream(feedbackStream, "documents", { reverse: true, limit });
  return entries.map(({ entry }) => entry);
}
