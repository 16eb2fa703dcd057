import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { answerDeleted, answerEdited } from "../../dialogs/edited-message.js";
import { protectFirst } from "../../dialogs/emergency.js";
import type { FormerAnswer } from "../../dialogs/former-answer.js";
import { FREE } from "../../dialogs/free-text.js";
import { referenceRecord } from "../../dialogs/messages.js";
import { receiveAttachments } from "../../dialogs/receive-attachments.js";
import { searchOffices } from "../../dialogs/search-offices.js";
import { stateId, stateRecord } from "../../dialogs/state.js";
import type { Outcome, Settings, Turn } from "../../dialogs/turn.js";
import { notUnderstood, welcomeOnce } from "../../dialogs/welcome.js";
import { isEmergency } from "../../knowledge/directory/emergency.js";
import { keepFeedback } from "../../knowledge/documents/feedback.js";
import { doneCard, say } from "../cards/notices.js";
import type { Knowledge } from "../knowledge-in-memory.js";
import { routePress } from "../routing/route-press.js";
import { routeText } from "../routing/route-text.js";
import { beginTurn } from "./begin-turn.js";
import type { CleanedEvent } from "./clean-event.js";
import { withPrivacyWords } from "./privacy-words.js";

/** A conversation that rests this long starts afresh. */
const STATE_KEPT_MS = 60 * 24 * 60 * 60 * 1000;

/** What came of a turn: what was said and answered, and whether the answer is an honest no. */
export type Answered = Pick<Outcome, "unknown"> & FormerAnswer;

/** One run of a turn: who, where, what; then the flow. Everything that it changes is in `unit`. */
export async function runTurn(
  unit: UnitOfWork,
  cleaned: CleanedEvent,
  knowledge: Knowledge,
  settings: Settings,
  { assist, former }: Pick<Turn, "assist" | "former"> = {},
): Promise<Answered> {
  const begun = await beginTurn(unit, cleaned.event, knowledge, settings);
  const turn: Turn = { ...begun, ...(assist ? { assist } : {}), ...(former ? { former } : {}) };
  await rememberChat(turn);
  const outcome = await route(turn);
  if (outcome.state && JSON.stringify(outcome.state) !== JSON.stringify(turn.state)) {
    const id = stateId(turn.event.conversation.id, turn.event.person.id);
    await unit.write(stateRecord, id, outcome.state, { expiresAt: unit.now + STATE_KEPT_MS });
  }
  const replies = await withPrivacyWords(turn, outcome.replies, cleaned);
  return {
    replies,
    ...(outcome.unknown ? { unknown: outcome.unknown } : {}),
    ...(turn.hasActed() ? { actedAt: unit.now } : {}),
    ...(turn.said ? { said: turn.said } : {}),
  };
}

/** Staff are told of things unasked (a deadline, an export): for that the bot needs the way into their 1:1 chat. */
async function rememberChat({ event, actor, unit }: Turn): Promise<void> {
  // The tab has no chat to be written to.
  if (actor.role === "guest" || event.conversation.scope !== "personal" || event.reference === "") return;
  const known = await unit.read(referenceRecord, event.person.id);
  if (known?.reference !== event.reference || known.locale !== event.locale) {
    await unit.write(referenceRecord, event.person.id, {
      reference: event.reference,
      locale: event.locale,
      ...(event.person.account === undefined ? {} : { account: event.person.account }),
    });
  }
}

async function route(turn: Turn): Promise<Outcome> {
  const { content } = turn.event;
  switch (content.kind) {
    case "text":
      return routeText(turn, content.text);
    case "attachments":
      return receiveAttachments(turn, content, (text) => routeText(turn, text));
    case "edited":
      return answerEdited(turn, content, turn.former, (text) => routeText(turn, text));
    case "deleted":
      return answerDeleted(turn, content.message, turn.former);
    case "press":
      if (content.automatic) return inPlace(turn, await routePress(turn, content));
      return withProtection(turn, content.fields, await routePress(turn, content));
    case "installed":
      return welcomeOnce(turn);
    case "search":
      return searchOffices(turn, content.query);
    case "feedback":
      await keepFeedback(turn.unit, {
        at: turn.unit.now,
        reaction: content.reaction,
        comment: content.comment,
        answer: content.answerId,
        ...(turn.state.lastAnswer ? { about: turn.state.lastAnswer } : {}),
      });
      return { replies: [] };
    case "other":
      return unusual(turn, content.what);
  }
}

/**
 * A card that renews itself while somebody looks at it: the answer takes its place, whatever it is, so that nothing is
 * posted and what may not be seen any more is gone from view. Where the conversation stands is left alone.
 */
function inPlace({ texts }: Turn, { replies }: Outcome): Outcome {
  const shown = replies.find(({ place, card }) => place === "pressed" && card) ?? replies[0];
  if (!shown) return { replies: [] };
  return { replies: [shown.card ? { ...shown, place: "pressed" } : doneCard(texts, shown.text ?? "")] };
}

/** Danger that was typed into a card: whom to call stands before what the card did. */
async function withProtection(
  turn: Turn,
  fields: Readonly<Record<string, string>>,
  outcome: Outcome,
): Promise<Outcome> {
  const typed = Object.entries(fields).filter(([id]) => id.startsWith(FREE));
  const danger = typed.map(([, text]) => text).find((text) => isEmergency(text));
  if (danger === undefined) return outcome;
  const { replies } = await protectFirst(turn, danger, false);
  return { ...outcome, replies: [...replies, ...outcome.replies] };
}

/** What a person sent and we cannot use is named, never met with silence; what Teams tells by itself is not. */
function unusual(turn: Turn, what: string): Outcome {
  const { texts } = turn;
  switch (what) {
    case "message.too-long":
    case "press.too-long":
      return { replies: [say(texts, texts.errors.tooLong)] };
    case "message.empty":
    case "press.foreign":
      return notUnderstood(turn);
    default:
      return { replies: [] };
  }
}
