import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { type Action, card, paragraph, press } from "./elements.js";
import { undoButton } from "./notices.js";

export type EditedView = {
  readonly words: string;
  /** The instant (ms) of what was saved, if that can still be taken back. */
  readonly undoable?: number | undefined;
  /** Names the draft that holds the new version. */
  readonly nonce?: string;
  readonly caseIds: readonly string[];
};

/** What became of a message that was edited or deleted, and what can be done about what came of it. */
export function editedCard(texts: Texts, { words, undoable, nonce, caseIds }: EditedView): Reply {
  const [caseId] = caseIds;
  const actions: Action[] = [];
  if (nonce) actions.push(press(texts.edited.saveNew, "message.again", { nonce, style: "positive" }));
  if (undoable !== undefined) actions.push(undoButton(texts, undoable));
  if (caseId && caseIds.length === 1) {
    actions.push(press(texts.cases.open, "case.show", { data: { caseId }, inputs: false }));
  }
  const lines = [paragraph(words), undoable === undefined ? undefined : paragraph(texts.edited.undoable)];
  return { place: "new", summary: texts.summary, card: card(lines, actions) };
}
