import { z } from "zod";
import { followUpCard } from "../bot/cards/case-steps.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { say } from "../bot/cards/notices.js";
import { readableDay } from "../bot/texts/format.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { addFollowUp } from "../casework/case/measures.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { caseOutcome, closedOutcome, savedOutcome, unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "followup.save";
const FollowUpDraft = z.object({ caseId: z.string() });

type Said = { readonly text: string; readonly on?: string; readonly impossibleDate?: string };

/** "wv 7f3q9 in 6 wo: nachfragen" is saved at once if it says when; else its card asks. */
export async function followUpFromText(turn: Turn, caseId: string, said: Said): Promise<Outcome> {
  const entry = await caseFor(turn.unit, turn.actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const closed = closedOutcome(turn, entry);
  if (closed) return closed;
  if (said.on === undefined) return offerForm(turn, entry, said);
  const changed = await store(turn, entry, said.on, said.text);
  return caseOutcome(turn, changed, savedWords(turn, said.on), "new", true);
}

export async function offerFollowUpForm(turn: Turn, caseId: string): Promise<Outcome> {
  const entry = await caseFor(turn.unit, turn.actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  return closedOutcome(turn, entry) ?? offerForm(turn, entry, { text: "" });
}

export async function saveFollowUp(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, KIND, FollowUpDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const entry = await caseFor(unit, actor, draft.data.caseId);
  if (!entry) return unknownCase(turn, draft.data.caseId);
  const text = (press.fields.free_text ?? "").trim();
  const on = z.iso.date().safeParse(press.fields.due);
  const closed = entry.state === "closed";
  if (!on.success || closed) {
    const error = closed ? texts.casework.isClosed : texts.casework.followUpRequired;
    const head = { caseId: entry.id, label: caseLabel(texts, entry), nonce: draft.nonce };
    const view = { ...head, on: press.fields.due ?? "", text, error };
    return { replies: [followUpCard(texts, view, "pressed")] };
  }
  await spendDraft(turn, draft.nonce);
  const changed = await store(turn, entry, on.data, text);
  return savedOutcome(turn, changed, savedWords(turn, on.data));
}

async function offerForm(turn: Turn, entry: CaseEntry, said: Said): Promise<Outcome> {
  const { texts, state } = turn;
  const nonce = await openDraft(turn, KIND, { caseId: entry.id }, entry.id);
  const error = said.impossibleDate && texts.casework.impossibleDate(said.impossibleDate);
  const view = { caseId: entry.id, label: caseLabel(texts, entry), nonce, on: "", text: said.text, error };
  return {
    replies: [followUpCard(texts, view)],
    state: { ...state, lastCase: entry.id, openDraft: nonce },
  };
}

function store(turn: Turn, entry: CaseEntry, on: string, text: string): Promise<CaseEntry> {
  const id = Buffer.from(turn.random(6)).toString("base64url");
  return addFollowUp(turn.unit, turn.actor, entry, { id, on, text });
}

function savedWords({ texts, event }: Turn, on: string): string {
  return texts.casework.followUpSaved(readableDay(event.locale, on));
}
