import { z } from "zod";
import { caseScope, type StreamKind } from "../store/record.js";

/**
 * A message in a chat that shows something of a case: kept so that it can be replaced when the case is erased
 * (Art. 17 DSGVO). Written by the sender in a commit of its own, since its id is known only then.
 */
export const SentCard = z.object({
  /** The conversation, as the channel's adapter reads it. */
  reference: z.string(),
  activityId: z.string(),
  /** Id of the conversation's state, which remembers the last case. */
  chat: z.string(),
  /** Of whoever reads it there, for what will stand in its place. */
  locale: z.enum(["de", "en"]).optional(),
});
export type SentCard = z.infer<typeof SentCard>;

export const sentCards: StreamKind<SentCard> = {
  name: "sent-cards",
  schema: SentCard,
  scopes: (caseId) => [caseScope(caseId)],
};

/** The queue of cards that are to be replaced by a neutral word; each job's payload is a `SentCard`. */
export const CARD_UPDATES = "card-updates";
