import { type AgendaLine, type AgendaView, agendaCard, LINES_A_PAGE } from "../bot/cards/agenda.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { literal, literalLine } from "../bot/cards/elements.js";
import type { DateWindow } from "../bot/routing/command.js";
import { readableDay, readableSpan } from "../bot/texts/format.js";
import { audit } from "../casework/audit/audit.js";
import { addWorkingDays } from "../casework/calendar/holidays.js";
import { dayNumber, type LocalDate, localDate, weekday } from "../casework/calendar/local-date.js";
import { wallClock } from "../casework/calendar/zone.js";
import { CONSENT_AHEAD_DAYS, isWork } from "../casework/case/agenda.js";
import { type CaseEntry, caseRecord } from "../casework/case/case.js";
import { type CaseDate, type DatedKind, datesOfOpenCases } from "../casework/case/dates-of-cases.js";
import { type Conference, conferenceRecord, publicIdOf } from "../casework/conference/conference.js";
import { comingAnonymousBy } from "../casework/conference/convened.js";
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
} & Pick<AgendaView, "saved" | "refused">;

/** "was steht diese woche an": measures, Wiedervorlagen, what ends, and conferences; what is late first. */
export async function showAgenda(
  turn: Turn,
  asked: AgendaAsked,
  place: Reply["place"] = "new",
): Promise<Outcome> {
  const { texts, event } = turn;
  const dated = await datedLines(turn, asked.window);
  const last = Math.max(0, Math.ceil(dated.length / LINES_A_PAGE) - 1);
  const page = Math.min(asked.page ?? 0, last);
  const lines = await withWords(turn, dated.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE));
  for (const id of new Set(lines.flatMap(({ caseId }) => caseId ?? []))) {
    await audit(turn.unit, turn.actor.id, "case-listed", id);
  }
  const window: Record<string, string> =
    asked.window === "overdue" ? { from: "overdue" } : { ...asked.window };
  const title = titleOf(turn, asked.window);
  const { saved, refused } = asked;
  const view = { title, lines, page, count: dated.length, window, saved, refused };
  return { replies: [agendaCard(texts, event.locale, view, place)] };
}

/** Monday to Sunday of the week that holds `today`. */
export function thisWeek(today: string): DateWindow {
  const monday = dayNumber(today) - (weekday(dayNumber(today)) - 1);
  return { from: localDate(monday), to: localDate(monday + 6) };
}

/** A line before its words are read: the agenda counts and sorts many and shows few. */
type Dated = CaseDate | { readonly day: LocalDate; readonly caseId?: never; readonly discussion: Conference };

/** By day; of one day in the order of the cases, and of what stands in them. */
async function datedLines(turn: Turn, window: DateWindow | "overdue"): Promise<readonly Dated[]> {
  const { unit, actor, today } = turn;
  const late = { from: daysFrom(today, -LATE_DAYS), to: daysFrom(today, -1) };
  const coming = window === "overdue" ? undefined : { ...window, from: later(window.from, today) };
  const ending = coming && { ...coming, to: daysFrom(coming.to, CONSENT_AHEAD_DAYS) };
  const isAsked = (kind: DatedKind, day: LocalDate) =>
    kind !== "conference" && day < today
      ? isWork(kind) && isIn(late, day)
      : isIn(kind === "consent" ? ending : coming, day);
  const days = { from: late.from, to: later(ending?.to ?? late.to, late.to) };
  const [ofCases, discussions] = await Promise.all([
    datesOfOpenCases(unit, actor, days, isAsked),
    coming ? comingAnonymousBy(unit, actor.id) : [],
  ]);
  const dated: Dated[] = [...ofCases];
  for (const discussion of discussions) {
    const day = wallClock(discussion.timeZone, Date.parse(discussion.start)).date;
    if (isIn(coming, day)) dated.push({ day, discussion });
  }
  return dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function isIn(window: DateWindow | undefined, day: LocalDate): boolean {
  return window !== undefined && day >= window.from && day <= window.to;
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

/** Reads what is shown, and only that. */
async function withWords(turn: Turn, dated: readonly Dated[]): Promise<readonly AgendaLine[]> {
  const { unit } = turn;
  const conferences = dated.flatMap((line) =>
    line.caseId !== undefined && line.kind === "conference" ? line.id : [],
  );
  await unit.prefetch([
    ...dated.flatMap(({ caseId }) => (caseId === undefined ? [] : { kind: caseRecord, id: caseId })),
    ...conferences.map((id) => ({ kind: conferenceRecord, id })),
  ]);
  const lines: AgendaLine[] = [];
  const proposed = addWorkingDays(turn.today, LATER_DAYS);
  for (const line of dated) {
    if (line.caseId === undefined) {
      lines.push(conferenceLine(turn, line.day, line.discussion));
      continue;
    }
    const entry = await unit.read(caseRecord, line.caseId);
    if (!entry) continue;
    if (line.kind === "conference") {
      const conference = await unit.read(conferenceRecord, line.id);
      if (conference) lines.push(conferenceLine(turn, line.day, conference, entry));
    } else lines.push(lineOf(turn, entry, line, proposed));
  }
  return lines;
}

type DatedItem = Exclude<CaseDate, { readonly kind: "conference" }>;

function lineOf(turn: Turn, entry: CaseEntry, item: DatedItem, proposed: LocalDate): AgendaLine {
  const work = isWork(item.kind) ? { kind: item.kind, id: item.id, later: proposed } : undefined;
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

function wordsFor({ texts }: Turn, entry: CaseEntry, item: DatedItem): string {
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

function conferenceLine(turn: Turn, day: LocalDate, conference: Conference, entry?: CaseEntry): AgendaLine {
  const { timeZone, start, end } = conference;
  const when = readableSpan(turn.event.locale, timeZone, start, end);
  const line = { day, what: `${turn.texts.conference.word}: ${when}`, late: false };
  return entry
    ? { ...line, label: labelOf(turn, entry), caseId: entry.id }
    : { ...line, label: publicIdOf(conference) };
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
