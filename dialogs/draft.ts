import { z } from "zod";
import { caseScope, type RecordKind, SYSTEM_SCOPE } from "../casework/store/record.js";
import type { CardPress } from "./event.js";
import type { Turn } from "./turn.js";

/**
 * What a card stands for until its button is pressed. The press turns the draft into the thing itself and
 * removes it in the same commit, so that no later press, however late, makes the thing twice.
 */
const Draft = z.object({
  kind: z.string(),
  person: z.string(),
  conversation: z.string(),
  data: z.unknown(),
});
type Draft = z.infer<typeof Draft>;

export const draftRecord: RecordKind<Draft> = {
  name: "draft",
  schema: Draft,
  schemaVersion: 1,
  // A draft of a case is named `<case id>.<random>` and dies with that case's key.
  scopes: (nonce) => [scopeOf(nonce)],
};

function scopeOf(nonce: string): string {
  return nonce.includes(".") ? caseScope(nonce.slice(0, nonce.indexOf("."))) : SYSTEM_SCOPE;
}

/** A card that lies unused this long is answered with a friendly word. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Stores a draft and returns the nonce for its card's buttons. `data` must survive JSON; with a `caseId` it
 * is sealed under that case's key.
 */
export async function openDraft(turn: Turn, kind: string, data: unknown, caseId?: string): Promise<string> {
  const random = Buffer.from(turn.random(15)).toString("base64url");
  const nonce = caseId ? `${caseId}.${random}` : random;
  const draft = { kind, person: turn.event.person.id, conversation: turn.event.conversation.id, data };
  await turn.unit.write(draftRecord, nonce, draft, { expiresAt: turn.unit.now + KEPT_MS });
  return nonce;
}

export type FoundDraft<T> =
  | { readonly kind: "found"; readonly data: T; readonly nonce: string }
  /** Used, discarded, too old, or of another person or chat. */
  | { readonly kind: "gone" };

/** The draft was stored by a version of the program that kept other things in it. No flow can go on with that. */
export class DraftOutdated extends Error {
  override readonly name = "DraftOutdated";
}

/**
 * The draft behind a press, if it is this person's in this chat. When it is gone, the nonce is spent once
 * more: a press that was handled before then gets the replies of that time.
 * @throws DraftOutdated, before anything was changed
 */
export async function readDraft<T>(
  turn: Turn,
  press: CardPress,
  kind: string,
  schema: z.ZodType<T>,
): Promise<FoundDraft<T>> {
  const { nonce } = press;
  if (!nonce) return { kind: "gone" };
  const draft = await turn.unit.read(draftRecord, nonce);
  const mine =
    draft?.kind === kind &&
    draft.person === turn.event.person.id &&
    draft.conversation === turn.event.conversation.id;
  // Of a case that was erased nothing is kept by its name, not even that one of its cards was pressed.
  if (!draft && (await turn.unit.hasScope(scopeOf(nonce)))) turn.unit.spend(spendKey(turn, nonce));
  if (!mine) return { kind: "gone" };
  const data = schema.safeParse(draft.data);
  if (!data.success) throw new DraftOutdated(`A draft of ${kind} does not fit its schema.`);
  return { kind: "found", data: data.data, nonce };
}

/** Uses a draft up: in this commit it is gone, and a second press gets this turn's replies. */
export async function spendDraft(turn: Turn, nonce: string): Promise<void> {
  await turn.unit.remove(draftRecord, nonce);
  turn.unit.spend(spendKey(turn, nonce));
}

/** Changes what a draft holds, e.g. after a press that failed validation. */
export async function updateDraft(turn: Turn, nonce: string, kind: string, data: unknown): Promise<void> {
  const draft = { kind, person: turn.event.person.id, conversation: turn.event.conversation.id, data };
  await turn.unit.write(draftRecord, nonce, draft, { expiresAt: turn.unit.now + KEPT_MS });
}

/** Only the person it was opened for, in the same chat, can drop a draft. */
export async function dropDraft(turn: Turn, nonce: string): Promise<boolean> {
  const draft = await turn.unit.read(draftRecord, nonce);
  if (draft?.person !== turn.event.person.id || draft.conversation !== turn.event.conversation.id)
    return false;
  await spendDraft(turn, nonce);
  return true;
}

/**
 * Bound to person and chat, so that nobody gets another's replies by a nonce that was seen or guessed, and what was
 * answered in the 1:1 chat is not said again in a group.
 */
function spendKey({ event }: Turn, nonce: string): string {
  return `${nonce}/${event.person.id}/${event.conversation.id}`;
}
