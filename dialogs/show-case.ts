import { historyCard } from "../bot/cards/case-history.js";
import { caseListCard } from "../bot/cards/case-list.js";
import { type CaseView, caseCard } from "../bot/cards/case-view.js";
import { say } from "../bot/cards/notices.js";
import { audit } from "../casework/audit/audit.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import { notesOf } from "../casework/case/notes.js";
import { openCasesOf } from "../casework/case/open-cases.js";
import { conferencesOf } from "../casework/conference/convened.js";
import { staffRecord } from "../casework/staff/staff.js";
import type { Outcome, Turn } from "./turn.js";

const LISTED = 10;
const NOTES_A_PAGE = 10;

export async function showCase(turn: Turn, caseId: string): Promise<Outcome> {
  const entry = await caseFor(turn.unit, turn.actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  return caseOutcome(turn, entry);
}

/** The card of a case, after something was done to it or just to see it. */
export function caseOutcome(
  turn: Turn,
  entry: CaseEntry,
  done?: string,
  place: "new" | "pressed" = "new",
  undo = false,
): Promise<Outcome> {
  return outcomeOf(turn, entry, place, { done, undo: undo ? turn.unit.now : undefined });
}

async function outcomeOf(
  turn: Turn,
  entry: CaseEntry,
  place: "new" | "pressed",
  said: Pick<CaseView, "done" | "refused" | "undo">,
): Promise<Outcome> {
  const deputies = entry.deputies.map(({ person }) => person);
  const staff = await turn.unit.readMany(staffRecord, deputies);
  const view = {
    entry,
    nameOf: (person: string) => staff[deputies.indexOf(person)]?.name,
    conferences: (await conferencesOf(turn.unit, entry.id)).filter(({ state }) => state === "planned"),
    timeZone: turn.event.timeZone,
    today: turn.today,
    ...said,
  };
  return {
    replies: [caseCard(turn.texts, turn.event.locale, view, place)],
    state: { ...turn.state, lastCase: entry.id },
  };
}

/** Nothing new is begun on a closed case: it is shown, with the way to open it again. Undefined while it is open. */
export function closedOutcome(
  turn: Turn,
  entry: CaseEntry,
  place: "new" | "pressed" = "new",
): Promise<Outcome> | undefined {
  if (entry.state === "open") return undefined;
  return outcomeOf(turn, entry, place, { refused: turn.texts.casework.isClosed });
}

/** After a form was saved: the case in place of the form, which is closed, with the way to undo it. */
export async function savedOutcome(
  turn: Turn,
  entry: CaseEntry,
  done: string,
  undo = true,
): Promise<Outcome> {
  const { openDraft: _closed, ...state } = turn.state;
  return caseOutcome({ ...turn, state }, entry, done, "pressed", undo);
}

export async function listCases(turn: Turn): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const cases = await openCasesOf(unit, actor, { limit: LISTED + 1 });
  if (cases.length === 0) return { replies: [say(texts, texts.cases.noneOpen)] };
  const shown = cases.slice(0, LISTED);
  for (const entry of shown) await audit(unit, actor.id, "case-listed", entry.id);
  return { replies: [caseListCard(texts, shown, cases.length > LISTED)] };
}

/** The notes of a case, newest first, a page at a time; `before` is the position behind which to go on. */
export async function showHistory(turn: Turn, caseId: string, before?: number): Promise<Outcome> {
  const { texts, unit, actor, event } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const { notes, older } = await notesOf(unit, caseId, { before, limit: NOTES_A_PAGE });
  const authors = [...new Set(notes.map((note) => note.author))];
  const staff = await unit.readMany(staffRecord, authors);
  return {
    replies: [
      historyCard(texts, event.locale, {
        entry,
        notes,
        authorOf: (id) => staff[authors.indexOf(id)]?.name ?? texts.cases.fields.owner,
        older,
        timeZone: event.timeZone,
      }),
    ],
    state: { ...turn.state, lastCase: caseId },
  };
}

/** The same words for an unknown id and for somebody else's case. */
export function unknownCase(turn: Turn, caseId: string): Outcome {
  const { cases } = turn.texts;
  return { replies: [say(turn.texts, `${cases.unknown(caseId)} ${cases.unknownHint}`)] };
}
