import { caseLabel } from "../bot/cards/case-view.js";
import { datesCard, noDatesCard } from "../bot/cards/conference-dates.js";
import { consentCard } from "../bot/cards/consent.js";
import type { CaseEntry } from "../casework/case/case.js";
import { deadlinesOf } from "../casework/conference/deadlines.js";
import type { Subject } from "../casework/conference/plan-conference.js";
import { missingForConference } from "./conference-consents.js";
import { CONFERENCE_DRAFT, type ConferenceDraft, caseOf, type OpenDraft } from "./conference-draft.js";
import { convenerSeat } from "./conference-offices.js";
import { findDates, ZONE } from "./conference-slots.js";
import type { ConsentErrors, Recipient } from "./consent-form.js";
import { consentGridOf, languagesOf } from "./consent-grid.js";
import { updateDraft } from "./draft.js";
import type { Reply } from "./reply.js";
import type { Turn } from "./turn.js";

/** What is shown next of a conference that is being planned: the consents that are missing, or dates. */
export async function nextStep(
  turn: Turn,
  { nonce, draft: before, subject }: OpenDraft,
  place: Reply["place"],
  more: { readonly values?: Readonly<Record<string, string>>; readonly error?: string } = {},
): Promise<Reply> {
  const draft = { ...before, step: before.step + 1 };
  const entry = caseOf(subject);
  const missing = missingConsents(turn, subject, draft);
  if (entry && missing.length > 0) {
    await updateDraft(turn, nonce, CONFERENCE_DRAFT, draft);
    return consentGrid(turn, { nonce, draft, subject }, entry, missing, place);
  }
  const deadline = entry && deadlinesOf(entry, draft.participants, turn.today)[0];
  const dates = await findDates(turn, {
    seats: [convenerSeat(turn), ...draft.participants],
    wish: draft.wish,
    noLaterThan: deadline?.day,
    about: { convener: turn.actor.id, ...(entry ? { caseId: entry.id } : {}) },
  });
  const next: ConferenceDraft = {
    ...draft,
    proposals: [...dates.proposals],
    several: [...dates.several],
    detours: [...dates.detours],
  };
  await updateDraft(turn, nonce, CONFERENCE_DRAFT, next);
  const view = { ...viewOf(turn, { nonce, draft: next, subject }), dates, deadline, ...more };
  return dates.proposals.length === 0
    ? noDatesCard(turn.texts, turn.event.locale, view, place)
    : datesCard(turn.texts, turn.event.locale, view, place);
}

/** The dates once more as they were shown, with what was typed and what is wrong with it. */
export function sameDates(
  turn: Turn,
  open: OpenDraft,
  values: Readonly<Record<string, string>>,
  error: string,
): Reply {
  return datesCard(turn.texts, turn.event.locale, { ...viewOf(turn, open), values, error }, "pressed");
}

function viewOf(turn: Turn, { nonce, draft, subject }: OpenDraft) {
  return {
    label: subjectLabel(turn, subject),
    format: subject.format,
    nonce,
    draft,
    timeZone: ZONE,
    seats: [convenerSeat(turn), ...draft.participants],
    teams: turn.settings.channel === "graph",
    sendDelayMs: turn.settings.sendDelayMs,
  };
}

export function subjectLabel(turn: Turn, subject: Subject): string {
  return subject.format === "case" ? caseLabel(turn.texts, subject.entry) : subject.id;
}

/** Whose consent is not in force today or, where a day was chosen, on that day. */
export function missingConsents(
  turn: Turn,
  subject: Subject,
  { participants, day }: Pick<ConferenceDraft, "participants" | "day">,
): readonly Recipient[] {
  if (subject.format === "anonymous") return [];
  const days = day === undefined ? [turn.today] : [turn.today, day];
  return missingForConference(turn, subject.entry, participants, days);
}

export function consentGrid(
  turn: Turn,
  { nonce, draft, subject }: OpenDraft,
  entry: CaseEntry,
  missing: readonly Recipient[],
  place: Reply["place"],
  {
    values = {},
    errors = {},
  }: { readonly values?: Readonly<Record<string, string>>; readonly errors?: ConsentErrors } = {},
): Reply {
  return consentCard(
    turn.texts,
    {
      title: turn.texts.conference.consentTitle(subjectLabel(turn, subject)),
      nonce,
      grid: consentGridOf(turn, {
        recipients: missing,
        forConference: true,
        languages: languagesOf(turn, entry),
        values,
        errors,
      }),
      step: draft.step,
      hints: draft.hints,
    },
    place,
  );
}
