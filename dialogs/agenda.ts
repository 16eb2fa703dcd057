import { type AgendaLine, agendaCard, LINES_A_PAGE } from "../bot/cards/agenda.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { literal, literalLine } from "../bot/cards/elements.js";
import type { DateWindow } from "../bot/routing/command.js";
import { readableDay, readableSpan } from "../bot/texts/format.js";
import { audit } from "../casework/audit/audit.js";
import { addWorkingDays } from "../casework/calendar/holidays.js";
import { dayNumber, localDate, weekday } from "../casework/calendar/local-date.js";
import { wallClock } from "../casework/calendar/zone.js";
import { type AgendaItem, agendaOfCase, CONSENT_AHEAD_DAYS } from "../casework/case/agenda.js";
import type { CaseEntry } from "../casework/case/case.js";
import { openCasesOf } from "../casework/case/open-cases.js";
import { type Conference, publicIdOf } from "../casework/conference/conference.js";
import { comingConferencesBy, conferencesOf } from "../casework/conference/convened.js";
import type { Reply } from "./reply.js";
import type { Outcome, Turn } from "./turn.js";

/** Nothing that was due longer ago is still shown as late: it belongs to the case, not to the week. */
const LATE_DAYS = 90;
/** "Verschieben" proposes the working day a week from now. */
const LATER_DAYS = 5;

export type AgendaAsked = {
  readonly window: DateWindow | "overdue";
  /** From 0. */
  readonly page?: number;
  readonly done?: string;
};

/** "was steht diese woche an": measures, Wiedervorlagen, what ends, and conferences; what is late first. */
export async function showAgenda(
  turn: Turn,
  asked: AgendaAsked,
  place: Reply["place"] = "new",
): Promise<Outcome> {
  const { texts, event } = turn;
  const lines = await agendaLines(turn, asked.window);
  const last = Math.max(0, Math.ceil(lines.length / LINES_A_PAGE) - 1);
  const page = Math.min(asked.page ?? 0, last);
  const shown = lines.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE);
  for (const id of new Set(shown.flatMap(({ caseId }) => caseId ?? []))) {
    await audit(turn.unit, turn.actor.id, "case-listed", id);
  }
  const window: Record<string, string> =
    asked.window === "overdue" ? { from: "overdue" } : { ...asked.window };
  const view = { title: titleOf(turn, asked.window), lines, page, window, done: asked.done };
  return { replies: [agendaCard(texts, event.locale, view, place)] };
}

/** Monday to Sunday of the week that holds `today`. */
export function thisWeek(today: string): DateWindow {
  const monday = dayNumber(today) - (weekday(dayNumber(today)) - 1);
  return { from: localDate(monday), to: localDate(monday + 6) };
}

async function agendaLines(turn: Turn, window: DateWindow | "overdue"): Promise<readonly AgendaLine[]> {
  const { unit, actor, today } = turn;
  const cases = await openCasesOf(unit, actor);
  const lines = await Promise.all(
    cases.map(async (entry) => [
      ...agendaOfCase(entry)
        .filter((item) => isAsked(item, window, today))
        .map((item) => lineOf(turn, entry, item)),
      ...(window === "overdue"
        ? []
        : conferenceLines(turn, await conferencesOf(unit, entry.id), window, entry)),
    ]),
  );
  const anonymous = (await comingConferencesBy(unit, actor.id)).filter(({ caseId }) => caseId === undefined);
  const others = window === "overdue" ? [] : conferenceLines(turn, anonymous, window);
  return [...lines.flat(), ...others].sort((a, b) => a.day.localeCompare(b.day));
}

function isAsked(item: AgendaItem, window: DateWindow | "overdue", today: string): boolean {
  const isWork = item.kind === "measure" || item.kind === "follow-up";
  if (item.day < today) return isWork && item.day >= daysFrom(today, -LATE_DAYS);
  if (window === "overdue") return false;
  const ahead = item.kind === "consent" ? CONSENT_AHEAD_DAYS : 0;
  return item.day >= window.from && item.day <= daysFrom(window.to, ahead);
}

function lineOf(turn: Turn, entry: CaseEntry, item: AgendaItem): AgendaLine {
  const work =
    item.kind === "measure" || item.kind === "follow-up"
      ? { kind: item.kind, id: item.id, later: addWorkingDays(turn.today, LATER_DAYS) }
      : undefined;
  return {
    day: item.day,
    what: wordsFor(turn, entry, item),
    label: labelOf(turn, entry),
    caseId: entry.id,
    late: item.day < turn.today,
    ...(work ? { work } : {}),
  };
}

function labelOf({ texts, actor }: Turn, entry: CaseEntry): string {
  const label = caseLabel(texts, entry);
  return entry.owner === actor.id ? label : `${label} · ${texts.casework.agenda.asDeputy}`;
}

function wordsFor({ texts }: Turn, entry: CaseEntry, item: AgendaItem): string {
  const words = texts.casework.agenda;
  switch (item.kind) {
    case "measure":
      return literalLine(entry.measures.find(({ id }) => id === item.id)?.what ?? "");
    case "follow-up":
      return words.followUp(literalLine(entry.followUps.find(({ id }) => id === item.id)?.text ?? ""));
    case "consent":
      return words.consentEnds(literal(entry.consents.find(({ id }) => id === item.id)?.recipientName ?? ""));
    case "status":
      return words.statusEnds(entry.status ? texts.labels.status[entry.status.group] : "");
  }
}

function conferenceLines(
  turn: Turn,
  conferences: readonly Conference[],
  { from, to }: DateWindow,
  entry?: CaseEntry,
): readonly AgendaLine[] {
  return conferences.flatMap((conference) => {
    const { state, timeZone, start, end } = conference;
    const day = wallClock(timeZone, Date.parse(start)).date;
    if (state !== "planned" || day < turn.today || day < from || day > to) return [];
    const when = readableSpan(turn.event.locale, timeZone, start, end);
    const what = `${turn.texts.conference.word}: ${when}`;
    const line = { day, what, late: false };
    return entry
      ? [{ ...line, label: labelOf(turn, entry), caseId: entry.id }]
      : [{ ...line, label: publicIdOf(conference) }];
  });
}

function titleOf({ texts, event }: Turn, window: DateWindow | "overdue"): string {
  const words = texts.casework.agenda;
  if (window === "overdue") return words.overdueTitle;
  const [from, to] = [readableDay(event.locale, window.from), readableDay(event.locale, window.to)];
  return from === to ? words.dayTitle(from) : words.title(from, to);
}

function daysFrom(day: string, days: number): string {
  return localDate(dayNumber(day) + days);
}
