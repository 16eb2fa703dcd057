import type { CaseEntry } from "../../casework/case/case.js";
import type { ReadNote } from "../../casework/case/notes.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableInstant } from "../texts/format.js";
import { caseLabel } from "./case-view.js";
import { card, header, literal, paragraph, press, section, small } from "./elements.js";

/** Teams refuses large messages; a page of notes stays well below that however long they are. */
const LONGEST_SHOWN = 1200;

function excerpt(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN).trimEnd()} …`;
}

export type History = {
  readonly entry: CaseEntry;
  /** Newest first. */
  readonly notes: readonly ReadNote[];
  readonly authorOf: (id: string) => string;
  /** Position behind which older notes lie; undefined if there are none. */
  readonly older?: number | undefined;
  readonly timeZone: string;
};

export function historyCard(texts: Texts, locale: Locale, history: History): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(texts.cases.historyTitle(caseLabel(texts, history.entry))),
        history.notes.length === 0 ? paragraph(texts.cases.historyEmpty) : undefined,
        ...history.notes.map((note) =>
          section([
            small(
              `${readableInstant(locale, history.timeZone, note.at)} · ${literal(history.authorOf(note.author))}`,
            ),
            note.text === undefined
              ? paragraph(texts.casework.noteRetracted, { isSubtle: true })
              : paragraph(literal(excerpt(note.text))),
          ]),
        ),
      ],
      [
        ...(history.older === undefined
          ? []
          : [
              press(texts.cases.older, "case.history", {
                data: { caseId: history.entry.id, before: String(history.older) },
              }),
            ]),
        press(texts.cases.open, "case.show", { data: { caseId: history.entry.id } }),
      ],
    ),
  };
}
