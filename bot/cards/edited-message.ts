import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { type Action, card, paragraph, press } from "./elements.js";

export type EditedView = {
  readonly words: string;
  /** What was saved can still be taken back. */
  readonly undoable: boolean;
  /** Names the draft that holds the new version. */
  readonly nonce?: string;
  readonly caseIds: readonly string[];
};

/** What became of a message that was edited or deleted, and what can be done about what came of it. */
export function editedCard(texts: Texts, { words, undoable, nonce, caseIds }: EditedView): Reply {
  const [caseId] = caseIds;
  const actions: Action[] = [];
  if (nonce) actions.push(press(texts.edited.saveNew, "message.again", { nonce, style: "positive" }));
  if (undoable) actions.push(press(texts.casework.undo, "case.undo", { inputs: false }));
  if (caseId && caseIds.length === 1) {
    actions.push(press(texts.cases.open, "case.show", { data: { caseId }, inputs: false }));
  }
  const lines = [paragraph(words), undoable ? paragraph(texts.edited.undoable) : undefined];
  return { place: "new", summary: texts.summary, card: card(lines, actions) };
}
