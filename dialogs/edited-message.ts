import { z } from "zod";
import { editedCard } from "../bot/cards/edited-message.js";
import { doneCard, say } from "../bot/cards/notices.js";
import { isLastAction } from "../casework/case/undo.js";
import { undoLastAction } from "../casework/case/undo-last.js";
import { findCaseIds } from "../casework/privacy/case-id.js";
import { dropDraft, openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { draftsOn, editedRecord, type FormerAnswer } from "./former-answer.js";
import type { Reply } from "./reply.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "message.again";
const Draft = z.object({
  text: z.string(),
  message: z.string(),
  at: z.number(),
  said: z.string().default(""),
});

/** As long as the event of the message itself is recognised. */
const REMEMBERED_MS = 14 * 24 * 60 * 60 * 1000;

type Answer = (text: string) => Promise<Outcome>;
type Edited = { readonly text: string; readonly message: string };

/**
 * A message that was edited is answered anew, in the place of its former answer. What was saved because of it is not
 * changed silently: the person is told that it stands, and takes the new version over with one tap.
 */
export async function answerEdited(
  turn: Turn,
  edited: Edited,
  former: FormerAnswer | undefined,
  answer: Answer,
): Promise<Outcome> {
  const { texts, unit, said } = turn;
  const known = await unit.read(editedRecord, editedId(turn, edited.message));
  // Teams tells of an edit also where only a preview of a link was added.
  if (said !== undefined && said === (known?.said ?? former?.said)) return { replies: [] };
  const acted = known?.at ?? former?.actedAt;
  await rememberEdit(turn, edited.message, acted, said);
  if (acted !== undefined) return offerNewVersion(turn, edited, acted, former);
  const drafts = draftsOn(former?.replies ?? []);
  const dropped = await dropAll(turn, drafts);
  // Its form was saved or discarded by hand since: what came of that is no longer this message's.
  if (drafts.length > 0 && !dropped) return { replies: [say(texts, texts.edited.formUsed)] };
  const outcome = await answer(edited.text);
  if (turn.hasActed()) await rememberEdit(turn, edited.message, unit.now, said);
  return former ? { ...outcome, replies: inFormerPlace(outcome.replies) } : outcome;
}

/** "Neue Fassung speichern": what was saved first is taken back and the new version saved, in one commit. */
export async function takeNewVersion(turn: Turn, press: CardPress, answer: Answer): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, KIND, Draft);
  if (draft.kind === "gone") return { replies: [doneCard(texts, texts.cases.cardGone)] };
  const { text, message, at, said } = draft.data;
  if (!(await isLastAction(unit, actor, at))) return { replies: [doneCard(texts, texts.edited.tooLate)] };
  await undoLastAction(unit, actor, at);
  await spendDraft(turn, draft.nonce);
  const outcome = await answer(text);
  await rememberEdit(turn, message, unit.now, said);
  const [first, ...rest] = outcome.replies;
  return first?.card ? { ...outcome, replies: [{ ...first, place: "pressed" }, ...rest] } : outcome;
}

/** A message that was deleted takes its open forms along; what was saved because of it stays, which is said. */
export async function answerDeleted(
  turn: Turn,
  message: string,
  former: FormerAnswer | undefined,
): Promise<Outcome> {
  const { texts, unit, actor, event } = turn;
  const known = await unit.read(editedRecord, editedId(turn, message));
  const acted = known?.at ?? former?.actedAt;
  if (event.conversation.scope !== "personal") return { replies: [] };
  if (acted !== undefined) {
    const undoable = (await isLastAction(unit, actor, acted)) ? acted : undefined;
    return {
      replies: [
        editedCard(texts, { words: texts.edited.deletedActed, undoable, caseIds: caseIdsIn(former) }),
      ],
    };
  }
  const dropped = await dropAll(turn, draftsOn(former?.replies ?? []));
  if (!dropped) return { replies: [] };
  const { openDraft: _closed, ...state } = turn.state;
  const gone = editedCard(texts, { words: texts.edited.deletedDraft, caseIds: [] });
  return { replies: inFormerPlace([gone]), state };
}

async function offerNewVersion(
  turn: Turn,
  { text, message }: Edited,
  at: number,
  former: FormerAnswer | undefined,
): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const caseIds = caseIdsIn(former);
  const undoable = (await isLastAction(unit, actor, at)) ? at : undefined;
  const nonce = undoable
    ? await openDraft(turn, KIND, { text, message, at, said: turn.said ?? "" }, caseIds[0])
    : undefined;
  const view = { words: texts.edited.acted, undoable, caseIds, ...(nonce ? { nonce } : {}) };
  return { replies: [editedCard(texts, view)] };
}

async function rememberEdit(
  turn: Turn,
  message: string,
  at: number | undefined,
  said: string | undefined,
): Promise<void> {
  const { unit } = turn;
  const edited = { ...(at === undefined ? {} : { at }), ...(said === undefined ? {} : { said }) };
  const expiresAt = unit.now + REMEMBERED_MS;
  await unit.write(editedRecord, editedId(turn, message), edited, { expiresAt });
}

function editedId({ event }: Turn, message: string): string {
  return `${event.conversation.id}|${message}`;
}

async function dropAll(turn: Turn, nonces: readonly string[]): Promise<boolean> {
  let dropped = false;
  for (const nonce of nonces) dropped = (await dropDraft(turn, nonce)) || dropped;
  return dropped;
}

function inFormerPlace(replies: readonly Reply[]): readonly Reply[] {
  const [first, ...rest] = replies;
  return first?.place === "new" ? [{ ...first, place: "former" }, ...rest] : replies;
}

function caseIdsIn(former: FormerAnswer | undefined): readonly string[] {
  return [...new Set(findCaseIds(JSON.stringify(former?.replies ?? [])).map(({ id }) => id))];
}
