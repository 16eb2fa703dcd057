import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableWeekday } from "../texts/format.js";
import { card, type Element, header, paragraph, press, section, small, strong } from "./elements.js";

export type AgendaLine = {
  readonly day: string;
  readonly what: string;
  /** The case with its neutral label. */
  readonly label: string;
  readonly caseId: string;
  readonly measureId?: string;
  readonly late: boolean;
};

/** More would be refused by Teams as too large, and nobody works through more at a time. */
const MOST_LINES = 20;

/** One card to work through, by day; what is late stands first. */
export function agendaCard(
  texts: Texts,
  locale: Locale,
  title: string,
  lines: readonly AgendaLine[],
  place: Reply["place"] = "new",
): Reply {
  const shown = lines.slice(0, MOST_LINES);
  const days = [...new Set(shown.map((line) => line.day))];
  return {
    place,
    summary: texts.summary,
    card: card([
      header(title),
      lines.length === 0 ? paragraph(texts.agenda.empty) : undefined,
      ...days.map((day) =>
        section([
          strong(dayTitle(texts, locale, day, lines)),
          ...shown.filter((line) => line.day === day).map((line) => lineElement(texts, line)),
        ]),
      ),
      lines.length > shown.length ? small(texts.agenda.more(lines.length - shown.length)) : undefined,
    ]),
  };
}

function dayTitle(texts: Texts, locale: Locale, day: string, lines: readonly AgendaLine[]): string {
  const late = lines.some((line) => line.day === day && line.late);
  return late ? `${readableWeekday(locale, day)} – ${texts.agenda.overdue}` : readableWeekday(locale, day);
}

function lineElement(texts: Texts, line: AgendaLine): Element {
  const actions = [
    press(texts.cases.open, "case.show", { data: { caseId: line.caseId } }),
    ...(line.measureId
      ? [
          press(texts.cases.markDone, "measure.done", {
            data: { caseId: line.caseId, measureId: line.measureId },
          }),
        ]
      : []),
  ];
  return {
    type: "Container",
    spacing: "Small",
    items: [paragraph(line.what), small(line.label), { type: "ActionSet", actions }],
  };
}
