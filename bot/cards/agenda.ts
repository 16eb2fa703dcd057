import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableWeekday } from "../texts/format.js";
import {
  type Action,
  card,
  dateInput,
  type Element,
  header,
  notice,
  paragraph,
  press,
  section,
  small,
  strong,
} from "./elements.js";
import { type Saved, savedNotice } from "./notices.js";

export type AgendaLine = {
  readonly day: string;
  readonly what: string;
  /** The case with its neutral label. */
  readonly label: string;
  /** Absent for a conference about no case. */
  readonly caseId?: string;
  /** What can be done or postponed; other lines can only be opened. */
  readonly work?: { readonly kind: "measure" | "follow-up"; readonly id: string; readonly later: string };
  readonly late: boolean;
};

export type AgendaView = {
  readonly title: string;
  /** Those of this page. */
  readonly lines: readonly AgendaLine[];
  /** From 0. */
  readonly page: number;
  /** Of the lines on all pages. */
  readonly count: number;
  /** What the card shows, so that its buttons can show it again: `from`, `to` or `overdue`. */
  readonly window: Readonly<Record<string, string>>;
  /** What was just done on it. */
  readonly saved?: Saved | undefined;
  /** Why what was pressed could not be done. */
  readonly refused?: string | undefined;
};

export const LINES_A_PAGE = 8;

/** One card to work through, by day; what is late stands first. */
export function agendaCard(
  texts: Texts,
  locale: Locale,
  view: AgendaView,
  place: Reply["place"] = "new",
): Reply {
  const words = texts.casework.agenda;
  const { lines, page, count } = view;
  const from = page * LINES_A_PAGE;
  const days = [...new Set(lines.map((line) => line.day))];
  const turn = (title: string, to: number) =>
    press(title, "agenda.page", { data: { ...view.window, page: String(to) }, inputs: false });
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        view.saved ? savedNotice(texts, view.saved) : undefined,
        view.refused ? notice("attention", view.refused) : undefined,
        header(
          view.title,
          count > LINES_A_PAGE ? words.page(from + 1, from + lines.length, count) : undefined,
        ),
        count === 0 ? paragraph(words.empty) : undefined,
        ...days.map((day) =>
          section([
            strong(dayTitle(texts, locale, day, lines)),
            ...lines.filter((line) => line.day === day).map((line) => lineElement(texts, line, view)),
          ]),
        ),
      ],
      [
        ...(page > 0 ? [turn(words.previous, page - 1)] : []),
        ...(from + lines.length < count ? [turn(words.next, page + 1)] : []),
      ],
    ),
  };
}

function dayTitle(texts: Texts, locale: Locale, day: string, lines: readonly AgendaLine[]): string {
  const late = lines.some((line) => line.day === day && line.late);
  return late
    ? `${readableWeekday(locale, day)} – ${texts.casework.agenda.overdue}`
    : readableWeekday(locale, day);
}

function lineElement(texts: Texts, line: AgendaLine, view: AgendaView): Element {
  return {
    type: "Container",
    spacing: "Small",
    items: [
      paragraph(line.what),
      small(line.label),
      ...(line.caseId === undefined ? [] : [actionsOn(texts, line, line.caseId, view)]),
    ],
  };
}

function actionsOn(texts: Texts, line: AgendaLine, caseId: string, view: AgendaView): Element {
  const open = press(texts.cases.open, "case.show", {
    data: { caseId },
    inputs: false,
    about: line.label,
  });
  return { type: "ActionSet", actions: [...workActions(texts, line, caseId, view), open] };
}

function workActions(texts: Texts, { work, what }: AgendaLine, caseId: string, view: AgendaView): Action[] {
  if (!work) return [];
  const words = texts.casework.agenda;
  const data = { ...view.window, page: String(view.page), caseId, kind: work.kind, item: work.id };
  const input = `due:${work.id}`;
  return [
    press(words.done, "agenda.done", { data, inputs: false, about: what }),
    {
      type: "Action.ShowCard",
      title: words.postpone,
      tooltip: what,
      card: card(
        [dateInput({ id: input, label: words.postponeTo, value: work.later })],
        [press(texts.cases.save, "agenda.postpone", { data, style: "positive" })],
      ),
    },
  ];
}
