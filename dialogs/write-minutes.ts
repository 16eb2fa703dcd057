import { z } from "zod";
import { caseLabel } from "../bot/cards/case-view.js";
import { minutesCard, minutesFormCard } from "../bot/cards/minutes.js";
import { say } from "../bot/cards/notices.js";
import { attendanceRecord, nobodyAnswered } from "../casework/attendance/attendance.js";
import { dayNumber, localDate } from "../casework/calendar/local-date.js";
import { wallClock } from "../casework/calendar/zone.js";
import { caseFor } from "../casework/case/access.js";
import type { CaseEntry } from "../casework/case/case.js";
import {
  CONVENER,
  type Conference,
  caseOfConference,
  conferenceRecord,
} from "../casework/conference/conference.js";
import { conferencesOf } from "../casework/conference/convened.js";
import { type Minutes, minutesRecord } from "../casework/minutes/minutes.js";
import { keepDraft, saveMinutes } from "../casework/minutes/save-minutes.js";
import { openDraft, readDraft, spendDraft, updateDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { MOST_ROWS, minutesFrom } from "./minutes-fields.js";
import { withOthersLines } from "./minutes-meanwhile.js";
import type { Reply } from "./reply.js";
import { planFromText } from "./schedule-conference.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

/** "Protokoll zu K-7F3Q9": the form, a draft that is kept, and the minutes whose measures stand in the case. */
const KIND = "minutes";
const MinutesDraft = z.object({
  conference: z.string(),
  rows: z.number().int(),
  /** When the minutes that the form shows were written (ms); 0: there were none yet. */
  shown: z.number().default(0),
});

const FIRST_ROWS = 2;
/** In the middle of what is usual (4 to 12 weeks). */
const REVIEW_DAYS = 42;

export async function minutesFromText(turn: Turn, caseId: string): Promise<Outcome> {
  const { unit, actor, texts } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const planned = (await conferencesOf(unit, caseId)).filter(({ state }) => state === "planned");
  const conference = planned.findLast(({ start }) => Date.parse(start) <= unit.now) ?? planned[0];
  if (!conference) return { replies: [say(texts, texts.minutes.noConference)] };
  const minutes = await unit.read(minutesRecord, conference.id);
  if (minutes?.state === "saved") return showMinutes(turn, entry, conference, minutes, "new");
  return openForm(turn, entry, conference, minutes, "new");
}

/** "Ändern" on saved minutes: what is in the case already is changed there. */
export async function editMinutes(turn: Turn, press: CardPress): Promise<Outcome> {
  const found = await findMinutes(turn, press.fields.conference ?? "");
  if (!found) return unknownCase(turn, press.fields.conference ?? "");
  return openForm(turn, found.entry, found.conference, found.minutes, "pressed");
}

/** "Als Entwurf behalten" and "Weitere Zeile": everything typed is kept, nothing reaches the case. */
export async function keepMinutes(turn: Turn, press: CardPress, moreRows: boolean): Promise<Outcome> {
  const { unit, actor, texts, event } = turn;
  const open = await openMinutes(turn, press);
  if ("replies" in open) return open;
  const { conference, entry, nonce } = open;
  const { minutes } = minutesFrom(turn, conference, open.minutes, press);
  if (open.isOutdated) return showBoth(turn, open, minutes);
  const kept = await keepDraft(unit, actor, conference.id, minutes);
  const rows = Math.min(MOST_ROWS, open.rows + (moreRows ? 1 : 0));
  await updateDraft(turn, nonce, KIND, { conference: conference.id, rows, shown: kept.changedAt });
  const done = moreRows ? undefined : texts.minutes.draftKept;
  const view = { label: caseLabel(texts, entry), conference, minutes: kept, nonce, rows, done };
  return { replies: [minutesFormCard(texts, event.locale, view, "pressed")] };
}

/** "Speichern": measures and the Wiedervorlage stand in the case, in the same commit as the minutes. */
export async function saveMinutesForm(turn: Turn, press: CardPress): Promise<Outcome> {
  const { unit, actor, texts, event } = turn;
  const open = await openMinutes(turn, press);
  if ("replies" in open) return open;
  const { conference, entry, nonce, rows } = open;
  const { minutes, problem } = minutesFrom(turn, conference, open.minutes, press);
  if (open.isOutdated) return showBoth(turn, open, minutes);
  if (problem !== undefined) {
    const kept = await keepDraft(unit, actor, conference.id, minutes);
    await updateDraft(turn, nonce, KIND, { conference: conference.id, rows, shown: kept.changedAt });
    const view = { label: caseLabel(texts, entry), conference, minutes: kept, nonce, rows, error: problem };
    return { replies: [minutesFormCard(texts, event.locale, view, "pressed")] };
  }
  await spendDraft(turn, nonce);
  const saved = await saveMinutes(unit, actor, entry, conference, minutes, {
    newId: () => Buffer.from(turn.random(6)).toString("base64url"),
    reviewText: texts.minutes.reviewFollowUp,
  });
  const done = `${texts.minutes.savedTitle}. ${texts.minutes.saved(saved.minutes.measures.length)}`;
  const outcome = showMinutes(turn, saved.entry, conference, saved.minutes, "pressed", { done });
  const { openDraft: _closed, ...state } = turn.state;
  return { ...outcome, state: { ...state, lastCase: entry.id } };
}

/** "Folgekonferenz planen": the same offices, in the week of the review. */
export async function planReview(turn: Turn, press: CardPress): Promise<Outcome> {
  const found = await findMinutes(turn, press.fields.conference ?? "");
  if (!found) return unknownCase(turn, press.fields.conference ?? "");
  const { conference, entry, minutes } = found;
  const from = minutes.review ?? reviewDay(conference);
  return planFromText(turn, entry.id, {
    offices: conference.participants.filter(({ kind }) => kind === "office").map(({ name }) => name),
    window: { from, to: localDate(dayNumber(from) + 6) },
  });
}

export type FoundMinutes = {
  readonly entry: CaseEntry;
  readonly conference: Conference;
  readonly minutes: Minutes;
};

/** The minutes of a conference, if this person works on its case. */
export async function findMinutes(turn: Turn, conferenceId: string): Promise<FoundMinutes | undefined> {
  const { unit, actor } = turn;
  const entry = await caseFor(unit, actor, caseOfConference(conferenceId) ?? "");
  const conference = entry && (await unit.read(conferenceRecord, conferenceId));
  const minutes = conference && (await unit.read(minutesRecord, conferenceId));
  return minutes && { entry, conference, minutes };
}

export function showMinutes(
  turn: Turn,
  entry: CaseEntry,
  conference: Conference,
  minutes: Minutes,
  place: Reply["place"],
  words: { readonly done?: string; readonly error?: string } = {},
): Outcome {
  const { texts, event, state } = turn;
  const view = { label: caseLabel(texts, entry), conference, minutes, ...words };
  return {
    replies: [minutesCard(texts, event.locale, view, place)],
    state: { ...state, lastCase: entry.id },
  };
}

async function openForm(
  turn: Turn,
  entry: CaseEntry,
  conference: Conference,
  stored: Minutes | undefined,
  place: Reply["place"],
): Promise<Outcome> {
  const { texts, event, state } = turn;
  const minutes = stored ?? (await template(turn, conference));
  const rows = rowsFor(minutes, FIRST_ROWS);
  const shown = stored?.changedAt ?? 0;
  const nonce = await openDraft(turn, KIND, { conference: conference.id, rows, shown }, entry.id);
  const view = { label: caseLabel(texts, entry), conference, minutes, nonce, rows };
  return {
    replies: [minutesFormCard(texts, event.locale, view, place)],
    state: { ...state, lastCase: entry.id, openDraft: nonce },
  };
}

async function openMinutes(turn: Turn, press: CardPress) {
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, KIND, MinutesDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const { conference: id, rows, shown } = draft.data;
  const entry = await caseFor(unit, actor, caseOfConference(id) ?? "");
  const conference = entry && (await unit.read(conferenceRecord, id));
  if (!entry || !conference) return unknownCase(turn, id);
  const stored = await unit.read(minutesRecord, id);
  const minutes = stored ?? (await template(turn, conference));
  const isOutdated = (stored?.changedAt ?? 0) !== shown;
  return { conference, entry, minutes, rows, nonce: draft.nonce, isOutdated };
}

type OpenMinutes = Exclude<Awaited<ReturnType<typeof openMinutes>>, Outcome>;

/** Somebody else has written since the form was opened: theirs and what was typed, to be looked at and saved. */
async function showBoth(turn: Turn, open: OpenMinutes, typed: Minutes): Promise<Outcome> {
  const { texts, event } = turn;
  const { conference, entry, nonce } = open;
  const minutes = withOthersLines(typed, open.minutes);
  const rows = rowsFor(minutes, open.rows);
  await updateDraft(turn, nonce, KIND, { conference: conference.id, rows, shown: open.minutes.changedAt });
  const error = texts.minutes.changedMeanwhile;
  const view = { label: caseLabel(texts, entry), conference, minutes, nonce, rows, error };
  return { replies: [minutesFormCard(texts, event.locale, view, "pressed")] };
}

/** Lines for all that there is, and at least so many. */
function rowsFor({ decisions, measures }: Minutes, least: number): number {
  const open = measures.filter(({ id }) => id === undefined).length;
  return Math.min(MOST_ROWS, Math.max(least, decisions.length, open));
}

/** Who said that they come is taken for present, and the review is six weeks after. */
async function template(turn: Turn, conference: Conference): Promise<Minutes> {
  const { answers } = (await turn.unit.read(attendanceRecord, conference.id)) ?? nobodyAnswered;
  const came = (id: string) =>
    id === CONVENER ||
    answers.some(
      ({ participant, answer }) => participant === id && (answer === "accepted" || answer === "delegated"),
    );
  const review = reviewDay(conference);
  return {
    state: "draft",
    present: conference.participants.filter(({ id }) => came(id)).map(({ id }) => id),
    decisions: [],
    measures: [],
    dissent: "",
    entrusted: false,
    ...(review > turn.today ? { review } : {}),
    sendings: [],
    changedAt: turn.unit.now,
  };
}

function reviewDay({ start, timeZone }: Conference): string {
  return localDate(dayNumber(wallClock(timeZone, Date.parse(start)).date) + REVIEW_DAYS);
}
