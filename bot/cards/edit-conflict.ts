import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { card, choiceInput, header, notice, press } from "./elements.js";

export type FieldConflict = {
  readonly field: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  /** The function of whoever changed it, where that is known. */
  readonly by: string | undefined;
};

/** Two people changed the same field: both values stand there, and a person picks. */
export function editConflictCard(
  texts: Texts,
  view: {
    readonly title: string;
    readonly label: string;
    readonly nonce: string;
    readonly conflicts: readonly FieldConflict[];
  },
): Reply {
  const words = texts.casework;
  return {
    place: "pressed",
    summary: texts.summary,
    card: card(
      [
        header(view.title, view.label),
        notice("attention", words.conflict),
        ...view.conflicts.map(({ field, label, mine, theirs, by }) =>
          choiceInput({
            id: `pick:${field}`,
            label,
            value: "mine",
            expanded: true,
            choices: [
              { title: words.conflictMine(mine || texts.cases.notSaid), value: "mine" },
              { title: words.conflictTheirs(theirs || texts.cases.notSaid, by), value: "theirs" },
            ],
          }),
        ),
      ],
      [
        press(texts.cases.save, "case.pick", { nonce: view.nonce, style: "positive" }),
        press(texts.cases.discard, "draft.discard", { nonce: view.nonce, inputs: false }),
      ],
    ),
  };
}
