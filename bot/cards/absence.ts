import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { card, header, list, paragraph, press, section, small, strong } from "./elements.js";

export type AbsenceCase = {
  readonly caseId: string;
  readonly label: string;
  /** Who did what, newest first. */
  readonly lines: readonly string[];
};

const MOST_CASES = 10;
const MOST_LINES = 6;

/** What others did in the own cases. */
export function absenceCard(texts: Texts, since: string, cases: readonly AbsenceCase[]): Reply {
  const words = texts.casework.absence;
  const rest = cases.length - MOST_CASES;
  return {
    place: "new",
    summary: texts.summary,
    card: card([
      header(words.title, words.since(since)),
      cases.length === 0 ? paragraph(words.nothing) : undefined,
      ...cases.slice(0, MOST_CASES).map(({ caseId, label, lines }) => ({
        ...section([
          strong(label),
          list(lines.slice(0, MOST_LINES)),
          lines.length > MOST_LINES ? small(texts.casework.andMore(lines.length - MOST_LINES)) : undefined,
          {
            type: "ActionSet",
            actions: [press(texts.cases.open, "case.show", { data: { caseId } })],
          },
        ]),
      })),
      rest > 0 ? small(texts.casework.andMore(rest)) : undefined,
    ]),
  };
}
