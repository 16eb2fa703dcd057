import { z } from "zod";
import type { Scope } from "../../dialogs/event.js";
import type { ParsedActivity } from "./activity.js";

const referenceSchema = z.object({
  serviceUrl: z.string(),
  channelId: z.string(),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
    isGroup: z.boolean(),
  }),
  bot: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
});

/** Where to answer later. Holds no name: it is stored, and Teams goes by the ids. */
export type Reference = z.infer<typeof referenceSchema>;

/** The reference of the conversation that an activity belongs to, as JSON. */
export function referenceOf(activity: ParsedActivity, scope: Scope): string {
  const { conversation } = activity;
  const reference: Reference = {
    serviceUrl: activity.serviceUrl,
    channelId: activity.channelId,
    conversation: {
      id: conversation.id,
      isGroup: scope !== "personal",
      ...(conversation.conversationType ? { conversationType: conversation.conversationType } : {}),
      ...(conversation.tenantId ? { tenantId: conversation.tenantId } : {}),
    },
    bot: { id: activity.recipient.id },
    user: { id: activity.from.id },
  };
  return JSON.stringify(reference);
}

/** @throws if the text is not a reference that {@link toEvent} made */
export function parseReference(reference: string): Reference {
  const parsed = referenceSchema.safeParse(parseJson(reference));
  if (!parsed.success) throw new Error("This is not a conversation reference made by adapters/teams.");
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
