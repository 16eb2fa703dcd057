import { z } from "zod";
import { caseLabel } from "../bot/cards/case-view.js";
import { literal } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import { erasedCard, eraseFormCard } from "../bot/cards/protection.js";
import { caseFor } from "../casework/case/access.js";
import { eraseCase } from "../casework/retention/erase-case.js";
import { holdOn } from "../casework/retention/retention.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { forgetInChats } from "./forget-case.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "case.erase";
const EraseDraft = z.object({ caseId: z.string() });

/** "Fall K-7F3Q9 löschen": a card that says what will be gone, and asks for the reason. Only the owner gets it. */
export async function offerErasure(turn: Turn, caseId: string): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  if (entry.owner !== actor.id) return { replies: [say(texts, texts.protection.onlyOwner)] };
  const held = await holdOn(unit, caseId);
  if (held !== undefined) return { replies: [say(texts, texts.protection.erase.held(literal(held)))] };
  const nonce = await openDraft(turn, KIND, { caseId }, caseId);
  return {
    replies: [eraseFormCard(texts, caseId, caseLabel(texts, entry), nonce)],
    state: { ...turn.state, lastCase: caseId, openDraft: nonce },
  };
}

/** "Endgültig löschen": at once. What stays elsewhere is said on the card that takes this one's place. */
export async function eraseByOwner(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor, event } = turn;
  const draft = await readDraft(turn, press, KIND, EraseDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const { caseId } = draft.data;
  const reason = (press.fields.free_reason ?? "").trim();
  const entry = await caseFor(unit, actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  if (entry.owner !== actor.id) return { replies: [say(texts, texts.protection.onlyOwner)] };
  const held = await holdOn(unit, caseId);
  if (held !== undefined) return { replies: [say(texts, texts.protection.erase.held(literal(held)))] };
  if (reason === "") {
    const form = eraseFormCard(texts, caseId, caseLabel(texts, entry), draft.nonce, true);
    return { replies: [{ ...form, place: "pressed" }] };
  }
  await spendDraft(turn, draft.nonce);
  const erased = await eraseCase(unit, actor.id, entry, reason, press.cardActivityId);
  await forgetInChats(unit, erased.chats, caseId);
  const { lastCase: _case, openDraft: _draft, ...state } = turn.state;
  return { replies: [erasedCard(texts, event.locale, event.timeZone, caseId, erased)], state };
}
