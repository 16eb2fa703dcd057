import { z } from "zod";
import { caseLabel } from "../bot/cards/case-view.js";
import { savedCard, say } from "../bot/cards/notices.js";
import { noteFormCard } from "../bot/cards/small-forms.js";
import { caseFor } from "../casework/case/access.js";
import { addNote } from "../casework/case/commands.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "note.save";
/** "…" from an example is no note. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** "Notiz zu K-7F3Q9: …" is saved at once; without a text there is a card to write it. */
export async function noteFromText(turn: Turn, caseId: string, note: string): Promise<Outcome> {
  const entry = await caseFor(turn.unit, turn.actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  if (!SAYS_SOMETHING.test(note)) return offerNoteForm(turn, caseId);
  await addNote(turn.unit, turn.actor, caseId, note.trim());
  return {
    replies: [
      savedCard(
        turn.texts,
        { words: turn.texts.cases.noteSaved(caseLabel(turn.texts, entry)), at: turn.unit.now },
        "new",
      ),
    ],
    state: { ...turn.state, lastCase: caseId },
  };
}

export async function offerNoteForm(turn: Turn, caseId: string): Promise<Outcome> {
  const entry = await caseFor(turn.unit, turn.actor, caseId);
  if (!entry) return unknownCase(turn, caseId);
  const nonce = await openDraft(turn, KIND, { caseId }, caseId);
  return {
    replies: [noteFormCard(turn.texts, caseId, caseLabel(turn.texts, entry), nonce)],
    state: { ...turn.state, lastCase: caseId, openDraft: nonce },
  };
}

export async function saveNote(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts } = turn;
  const draft = await readDraft(turn, press, KIND, z.object({ caseId: z.string() }));
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const note = (press.fields.free_note ?? "").trim();
  if (note === "") return { replies: [say(texts, texts.cases.noteRequired)] };
  const entry = await caseFor(turn.unit, turn.actor, draft.data.caseId);
  if (!entry) return unknownCase(turn, draft.data.caseId);
  await addNote(turn.unit, turn.actor, entry.id, note);
  await spendDraft(turn, draft.nonce);
  const { openDraft: _closed, ...state } = turn.state;
  return {
    replies: [
      savedCard(
        texts,
        { words: texts.cases.noteSaved(caseLabel(texts, entry)), at: turn.unit.now },
        "pressed",
      ),
    ],
    state: { ...state, lastCase: entry.id },
  };
}
