import { doneCard } from "../bot/cards/notices.js";
import { dropDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import type { Outcome, Turn } from "./turn.js";

/** "Verwerfen" on a form. */
export async function discardDraft(turn: Turn, press: CardPress): Promise<Outcome> {
  const dropped = press.nonce ? await dropDraft(turn, press.nonce) : false;
  const { openDraft, ...state } = turn.state;
  return {
    replies: [doneCard(turn.texts, dropped ? turn.texts.cases.discarded : turn.texts.cases.cardGone)],
    state: openDraft === press.nonce ? state : turn.state,
  };
}
