import { z } from "zod";
import { movedDatesCard } from "../bot/cards/conference-change.js";
import { say } from "../bot/cards/notices.js";
import type { DateWindow } from "../bot/routing/command.js";
import { readableSpan } from "../bot/texts/format.js";
import { wallClock } from "../casework/calendar/zone.js";
import { caseRecord } from "../casework/case/case.js";
import type { Conference } from "../casework/conference/conference.js";
import { deadlinesOf } from "../casework/conference/deadlines.js";
import { rescheduleConference } from "../casework/conference/reschedule-conference.js";
import { conferenceOutcome } from "./conference-outcome.js";
import { findDates, isPast, Proposal, Wish, wishNow, ZONE } from "./conference-slots.js";
import { openDraft, readDraft, spendDraft, updateDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import type { Reply } from "./reply.js";
import type { Outcome, Turn } from "./turn.js";
import { plannedConference, withMeantConference } from "./which-conference.js";
import { conferenceLabel } from "./who-comes.js";

const KIND = "conference.move";
const MoveDraft = z.object({ conferenceId: z.string(), wish: Wish, proposals: z.array(Proposal) });
type MoveDraft = z.infer<typeof MoveDraft>;

const MINUTE_MS = 60_000;

export type SaidMove = {
  readonly window?: DateWindow;
  readonly partOfDay?: "morning" | "afternoon";
};

/** "verschieb die FaKo auf Donnerstag": three dates for the same people, the same length. */
export function moveFromText(turn: Turn, of: string, said: SaidMove): Promise<Outcome> {
  const fields = {
    ...(said.window ? { from: said.window.from, to: said.window.to } : {}),
    ...(said.partOfDay ? { part: said.partOfDay } : {}),
  };
  return withMeantConference(turn, of, "conference.move", fields, (conference) =>
    offerDates(turn, conference, said, "new"),
  );
}

export async function offerMove(turn: Turn, press: CardPress): Promise<Outcome> {
  const conference = await plannedConference(turn, press.fields.conference);
  if ("outcome" in conference) return conference.outcome;
  const days = z.object({ from: z.iso.date(), to: z.iso.date() }).safeParse(press.fields);
  const part = Wish.shape.partOfDay.safeParse(press.fields.part);
  const said: SaidMove = {
    ...(days.success ? { window: days.data } : {}),
    ...(part.success && part.data ? { partOfDay: part.data } : {}),
  };
  return offerDates(turn, conference, said, "pressed");
}

/** "Speichern" on the dates: the new one holds, and everybody is told once the time to stop is over. */
export async function saveMove(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, KIND, MoveDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const conference = await plannedConference(turn, draft.data.conferenceId);
  if ("outcome" in conference) return conference.outcome;
  const proposal = draft.data.proposals.find(({ start }) => start === press.fields.slot);
  if (!proposal) {
    return {
      replies: [await dates(turn, conference, draft.nonce, draft.data, texts.conference.chooseSlotRequired)],
    };
  }
  if (isPast(turn, proposal)) return otherDates(turn, conference, draft, texts.poll.past);
  const entry = conference.caseId ? await unit.read(caseRecord, conference.caseId) : undefined;
  const moved = await rescheduleConference(unit, actor, conference, {
    start: new Date(proposal.start).toISOString(),
    end: new Date(proposal.end).toISOString(),
    today: turn.today,
    day: wallClock(ZONE, Date.parse(proposal.start)).date,
    consents: entry?.consents ?? [],
    heldUntil: unit.now + turn.settings.sendDelayMs,
  });
  if (moved.kind === "planned") {
    await spendDraft(turn, draft.nonce);
    return conferenceOutcome(turn, moved.conference, texts.planning.moved);
  }
  const error =
    moved.kind === "taken"
      ? texts.planning.busyThen(moved.by.map(({ name }) => name).join(", "))
      : texts.planning.consentFirst(moved.participants.map(({ name }) => name).join(", "));
  return otherDates(turn, conference, draft, error);
}

/** The next dates, where the one that was chosen can't be had. */
async function otherDates(
  turn: Turn,
  conference: Conference,
  { data, nonce }: { readonly data: MoveDraft; readonly nonce: string },
  error: string,
): Promise<Outcome> {
  const wish = wishNow(turn, data.wish);
  const found = await search(turn, conference, wish);
  if (found.proposals.length === 0) return { replies: [say(turn.texts, turn.texts.conference.noSlots)] };
  const again = { ...data, wish, proposals: [...found.proposals] };
  await updateDraft(turn, nonce, KIND, again);
  return { replies: [await dates(turn, conference, nonce, again, error)] };
}

async function offerDates(
  turn: Turn,
  conference: Conference,
  said: SaidMove,
  place: Reply["place"],
): Promise<Outcome> {
  const wish: Wish = {
    ...(said.window ?? {}),
    ...(said.partOfDay ? { partOfDay: said.partOfDay } : {}),
    minutes: (Date.parse(conference.end) - Date.parse(conference.start)) / MINUTE_MS,
    urgent: false,
  };
  const found = await search(turn, conference, wish);
  if (found.proposals.length === 0) {
    return { replies: [say(turn.texts, turn.texts.conference.noSlots)] };
  }
  const draft: MoveDraft = { conferenceId: conference.id, wish, proposals: [...found.proposals] };
  const nonce = await openDraft(turn, KIND, draft, conference.caseId);
  const hint = found.later ? turn.texts.conference.laterSlots : undefined;
  return {
    replies: [{ ...(await dates(turn, conference, nonce, draft, hint)), place }],
    state: { ...turn.state, openDraft: nonce },
  };
}

async function search(turn: Turn, conference: Conference, wish: Wish) {
  const { convener, caseId, participants } = conference;
  const entry = caseId ? await turn.unit.read(caseRecord, caseId) : undefined;
  return findDates(turn, {
    seats: participants,
    wish,
    noLaterThan: entry && deadlinesOf(entry, participants, turn.today)[0]?.day,
    about: { convener, ...(caseId ? { caseId } : {}) },
    but: conference.id,
  });
}

async function dates(
  turn: Turn,
  conference: Conference,
  nonce: string,
  { proposals }: MoveDraft,
  hint?: string,
): Promise<Reply> {
  const { texts, event } = turn;
  const { timeZone, start, end } = conference;
  return movedDatesCard(texts, event.locale, {
    label: await conferenceLabel(turn, conference),
    now: readableSpan(event.locale, timeZone, start, end),
    nonce,
    timeZone,
    proposals,
    ...(hint ? { hint } : {}),
  });
}
