import { z } from "zod";
import { type RecordKind, SYSTEM_SCOPE } from "../casework/store/record.js";
import type { UnitOfWork } from "../casework/store/unit-of-work.js";
import type { Locale } from "./event.js";
import type { Reply } from "./reply.js";

/** The queue of messages that nobody asked for; each job's payload is a `MessageJob`. */
export const MESSAGES = "messages";

/** To whom (id on the staff list) and what. */
export type MessageJob = { readonly person: string; readonly replies: readonly Reply[] };

export type UnaskedMessage = MessageJob & {
  /** Idempotent by this, as long as it waits. */
  readonly id: string;
  /** Unreadable once the key of one of these is destroyed. */
  readonly scopes: readonly string[];
};

/** Writes into a person's 1:1 chat once this unit is committed, behind what waits for that chat already. */
export async function queueMessage(
  unit: UnitOfWork,
  { id, person, replies, scopes }: UnaskedMessage,
): Promise<void> {
  const payload: MessageJob = { person, replies };
  await unit.enqueue({ queue: MESSAGES, id, due: unit.now, payload, scopes });
  unit.addToIndex(lineOf(person), { sort: nextPlace(unit), member: id });
}

/** The line before a person's chat: `sort` is the place, `member` the id of the job. */
export function lineOf(person: string): string {
  return `line/${person}`;
}

const taken = new WeakMap<UnitOfWork, number>();

/** By instant; what one turn writes keeps its order too. */
function nextPlace(unit: UnitOfWork): string {
  const number = (taken.get(unit) ?? 0) + 1;
  taken.set(unit, number);
  return `${new Date(unit.now).toISOString()}/${String(number).padStart(4, "0")}`;
}

/** How to reach a person's 1:1 chat, kept for those to whom the bot may write first. */
export const ChatReference = z.object({
  reference: z.string(),
  /** The channel's own id of the person, by which Teams renews a card for them. */
  account: z.string().optional(),
  /** What their Teams spoke last. */
  locale: z.enum(["de", "en"]).optional(),
});
export type ChatReference = z.infer<typeof ChatReference>;

export const referenceRecord: RecordKind<ChatReference> = {
  name: "chat-reference",
  schema: ChatReference,
  schemaVersion: 1,
  scopes: () => [SYSTEM_SCOPE],
};

/**
 * The language in which a person is written to unasked: theirs, not that of whoever caused it.
 * @param otherwise of whoever's chat does not tell
 */
export async function languageOf(
  unit: UnitOfWork,
  person: string,
  otherwise: Locale = "de",
): Promise<Locale> {
  return (await unit.read(referenceRecord, person))?.locale ?? otherwise;
}
