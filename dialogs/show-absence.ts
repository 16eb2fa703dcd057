import { type AbsenceCase, absenceCard } from "../bot/cards/absence.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { literal } from "../bot/cards/elements.js";
import { readableInstant } from "../bot/texts/format.js";
import { audit } from "../casework/audit/audit.js";
import { instantOf } from "../casework/calendar/zone.js";
import type { CaseEntry } from "../casework/case/case.js";
import { type CaseChange, changesOf } from "../casework/case/change-log.js";
import { openCasesOf } from "../casework/case/open-cases.js";
import { staffRecord } from "../casework/staff/staff.js";
import type { Outcome, Turn } from "./turn.js";

/** Whoever has not done anything yet sees two weeks. */
const UNKNOWN_MS = 14 * 24 * 60 * 60 * 1000;
/** Of one case so many changes are looked at; more happen in no holiday. */
const CHANGES = 100;

/** "was war, während ich weg war": what others changed in the own cases since the last own action, or since a day. */
export async function showAbsence(turn: Turn, sinceDay?: string): Promise<Outcome> {
  const { texts, unit, actor, event } = turn;
  const cases = await openCasesOf(unit, actor);
  const logs = await Promise.all(
    cases.map(async (entry) => ({ entry, changes: await changesOf(unit, entry.id, CHANGES) })),
  );
  const since = sinceDay
    ? instantOf(event.timeZone, sinceDay, 0)
    : lastOwnAction(logs, actor.id, unit.now - UNKNOWN_MS);
  const shown: AbsenceCase[] = [];
  for (const { entry, changes } of logs) {
    const others = changes.filter(({ at, by }) => at > since && by !== actor.id);
    if (others.length === 0) continue;
    await audit(unit, actor.id, "changes-read", entry.id);
    shown.push({ caseId: entry.id, label: caseLabel(texts, entry), lines: await linesOf(turn, others) });
  }
  const when = readableInstant(event.locale, event.timeZone, since);
  return { replies: [absenceCard(texts, when, shown)] };
}

function lastOwnAction(
  logs: readonly { readonly entry: CaseEntry; readonly changes: readonly CaseChange[] }[],
  person: string,
  earliest: number,
): number {
  const own = logs.flatMap(({ changes }) => changes.filter(({ by }) => by === person).map(({ at }) => at));
  return own.length === 0 ? earliest : Math.max(...own);
}

async function linesOf(turn: Turn, changes: readonly CaseChange[]): Promise<readonly string[]> {
  const { texts, unit, event } = turn;
  const people = [...new Set(changes.map(({ by }) => by))];
  const staff = await unit.readMany(staffRecord, people);
  return changes.map(({ at, by, kind, parts }) => {
    const who = literal(staff[people.indexOf(by)]?.name ?? texts.casework.absence.somebody);
    const named =
      kind === "case-changed" ? `: ${parts.map((part) => texts.casework.parts[part]).join(", ")}` : "";
    return `${readableInstant(event.locale, event.timeZone, at)} · ${who} · ${texts.casework.changes[kind]}${named}`;
  });
}
