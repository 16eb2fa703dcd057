import { type AgendaLine, agendaCard } from "../bot/cards/agenda.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { literal } from "../bot/cards/elements.js";
import type { DateWindow } from "../bot/routing/command.js";
import { readableDay, readableSpan } from "../bot/texts/format.js";
import { audit } from "../casework/audit/audit.js";
import { dayNumber, localDate, weekday } from "../casework/calendar/local-date.js";
import { mayWorkOn } from "../casework/case/access.js";
import { type AgendaItem, agendaOf } from "../casework/case/agenda.js";
import { type CaseEntry, caseRecord } from "../casework/case/case.js";
import { conferenceRecord } from "../casework/conference/conference.js";
import type { Outcome, Turn } from "./turn.js";

/** Nothing that was due longer ago is still shown as late: it belongs to the case, not to the week. */
const LATE_DAYS = 90;

/** "was steht diese woche an": own measures, expiring status dates and conferences, what is late first. */
export async function showAgenda(turn: Turn, asked: DateWindow | "overdue"): Promise<Outcome> {
  const { texts, unit, actor, event, today } = turn;
  const yesterday = localDate(dayNumber(today) - 1);
  const from = localDate(dayNumber(today) - LATE_DAYS);
  const late = await agendaOf(unit, actor.id, from, yesterday);
  const coming =
    asked === "overdue" ? [] : await agendaOf(unit, actor.id, later(asked.from, today), asked.to);
  const items = [...late.filter((item) => item.kind === "measure"), ...coming];
  const ids = [...new Set(items.map((item) => item.caseId))];
  const found = await unit.readMany(caseRecord, ids);
  const cases = new Map<string, CaseEntry>();
  for (const entry of found) {
    if (!entry || !mayWorkOn(actor, entry)) continue;
    cases.set(entry.id, entry);
    await audit(unit, actor.id, "case-listed", entry.id);
  }
  const lines: AgendaLine[] = [];
  for (const item of items) {
    const entry = cases.get(item.caseId);
    const what = entry && (await wordsFor(turn, entry, item));
    if (!entry || !what) continue;
    lines.push({
      day: item.day,
      what,
      label: caseLabel(texts, entry),
      caseId: entry.id,
      late: item.day < today,
      ...(item.kind === "measure" ? { measureId: item.measureId } : {}),
    });
  }
  const title =
    asked === "overdue"
      ? texts.agenda.overdueTitle
      : texts.agenda.title(readableDay(event.locale, asked.from), readableDay(event.locale, asked.to));
  return { replies: [agendaCard(texts, event.locale, title, lines)] };
}

/** Monday to Sunday of the week that holds `today`. */
export function thisWeek(today: string): DateWindow {
  const monday = dayNumber(today) - (weekday(dayNumber(today)) - 1);
  return { from: localDate(monday), to: localDate(monday + 6) };
}

async function wordsFor(turn: Turn, entry: CaseEntry, item: AgendaItem): Promise<string | undefined> {
  const { texts, unit, event } = turn;
  switch (item.kind) {
    case "measure": {
      const measure = entry.measures.find((one) => one.id === item.measureId && !one.doneAt);
      return measure && literal(measure.what);
    }
    case "status":
      return entry.status && texts.agenda.statusEnds(texts.labels.status[entry.status.group]);
    case "conference": {
      const conference = await unit.read(conferenceRecord, item.conferenceId);
      if (conference?.state !== "planned") return undefined;
      const { timeZone, start, end } = conference;
      return `${texts.conference.word}: ${readableSpan(event.locale, timeZone, start, end)}`;
    }
  }
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
