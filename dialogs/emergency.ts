import { z } from "zod";
import { emergencyCard } from "../bot/cards/emergency.js";
import { findOffices } from "../knowledge/directory/find.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { contextForQuestion } from "./question-context.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "emergency.continue";
const HeldText = z.object({ text: z.string() });

/**
 * Words of danger bring the emergency contacts first; whatever was to be done with the text waits behind
 * "Trotzdem weiter", nothing typed is lost (§ 8a SGB VIII, § 4 KKG).
 */
export async function protectFirst(turn: Turn, text: string, hold: boolean): Promise<Outcome> {
  const result = findOffices(turn.directory, text, contextForQuestion(turn));
  const nonce = hold ? await openDraft(turn, KIND, { text }) : undefined;
  return { replies: [emergencyCard(turn.texts, turn.event.locale, result, nonce)] };
}

/** The text that waited behind "Trotzdem weiter"; undefined if the card is too old. */
export async function heldText(turn: Turn, press: CardPress): Promise<string | undefined> {
  const draft = await readDraft(turn, press, KIND, HeldText);
  if (draft.kind === "gone") return undefined;
  await spendDraft(turn, draft.nonce);
  return draft.data.text;
}
