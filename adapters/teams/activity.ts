import { z } from "zod";
import { isStoreName } from "../../casework/store/store.js";

/** Absent, null or of a wrong kind: all the same for what we can do without. */
function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().catch(undefined);
}

const shortText = z.string().max(1_000);

/**
 * An id that a record can be kept under, two of them together as well. Those of Teams have at most about 150 ASCII
 * characters.
 */
function name(maxBytes: number) {
  return z
    .string()
    .min(1)
    .refine((text) => isStoreName(text) && Buffer.byteLength(text) <= maxBytes);
}

const idBytes = 200;
const conversationIdBytes = 250;

const account = z.object({
  id: name(idBytes),
  name: optional(shortText),
  aadObjectId: optional(name(100)),
});

const entity = z.object({
  type: optional(shortText),
  text: optional(shortText),
  timezone: optional(shortText),
  mentioned: optional(z.object({ id: z.string() })),
});

/** Of a file, `content` says where it can be fetched; of a card that is sent along it may be anything. */
const attachment = z.object({
  contentType: optional(shortText),
  name: optional(shortText),
  content: z.unknown().optional(),
});

/**
 * What we read of a Bot Framework activity. Anything else in it is dropped. A member that we can do without
 * may have any value; one that we can't makes the activity malformed.
 */
const activitySchema = z.object({
  type: z.string().min(1).max(100),
  id: name(idBytes),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(2_000),
  from: account,
  recipient: account,
  conversation: z.object({
    id: name(conversationIdBytes),
    conversationType: optional(shortText),
    isGroup: optional(z.boolean()),
    tenantId: optional(shortText),
  }),
  name: optional(shortText),
  action: optional(shortText),
  timestamp: optional(shortText),
  text: z.string().nullish(),
  textFormat: optional(shortText),
  value: z.unknown().optional(),
  replyToId: optional(name(idBytes)),
  locale: optional(shortText),
  localTimezone: optional(shortText),
  entities: optional(z.array(optional(entity))),
  attachments: optional(z.array(optional(attachment))),
  membersAdded: optional(z.array(optional(z.object({ id: z.string() })))),
  channelData: optional(
    z.object({
      tenant: optional(z.object({ id: optional(shortText) })),
      eventType: optional(shortText),
    }),
  ),
});

export type ParsedActivity = z.infer<typeof activitySchema>;

export type ActivityResult =
  | { readonly ok: true; readonly activity: ParsedActivity }
  | { readonly ok: false; readonly reason: string };

/** Reads the members that every activity has. The reason names the faulty member, never its value. */
export function parseActivity(body: unknown): ActivityResult {
  const parsed = activitySchema.safeParse(body);
  if (parsed.success) return { ok: true, activity: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, reason: `${issue?.path.join(".") || "activity"}: ${issue?.code ?? "invalid"}` };
}
