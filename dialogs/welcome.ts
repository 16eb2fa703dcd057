import {
  groupNotUnderstoodCard,
  groupWelcomeCard,
  notUnderstoodCard,
  say,
  welcomeCard,
} from "../bot/cards/notices.js";
import { dropDraft } from "./draft.js";
import type { Outcome, Turn } from "./turn.js";

export function welcome(turn: Turn): Outcome {
  const { texts, settings } = turn;
  const card = othersReadAlong(turn)
    ? groupWelcomeCard(texts, settings.demo, settings.botId)
    : welcomeCard(texts, settings.demo);
  return { replies: [card] };
}

/** After an installation, once. */
export function welcomeOnce(turn: Turn): Outcome {
  if (turn.state.welcomed) return { replies: [] };
  return { ...welcome(turn), state: { ...turn.state, welcomed: true } };
}

export function notUnderstood(turn: Turn): Outcome {
  const { texts, settings } = turn;
  const card = othersReadAlong(turn)
    ? groupNotUnderstoodCard(texts, settings.botId)
    : notUnderstoodCard(texts);
  return { replies: [card], unknown: "not-understood" };
}

function othersReadAlong({ event }: Turn): boolean {
  return event.conversation.scope !== "personal";
}

/** "abbrechen" closes what is open: the question back and the draft of the form. */
export async function cancel(turn: Turn): Promise<Outcome> {
  const { pending, openDraft, ...state } = turn.state;
  const dropped = openDraft ? await dropDraft(turn, openDraft) : false;
  const words = dropped || pending ? turn.texts.cancelled : turn.texts.nothingToCancel;
  return { replies: [say(turn.texts, words)], state };
}
