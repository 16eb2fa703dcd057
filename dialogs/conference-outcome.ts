import { conferenceCard, type SaidOfConference } from "../bot/cards/conference-planned.js";
import type { Conference } from "../casework/conference/conference.js";
import type { Outcome, Turn } from "./turn.js";
import { conferenceLabel } from "./who-comes.js";

/** The card of a conference after something was done to it. */
export function conferenceOutcome(turn: Turn, conference: Conference, done: string): Promise<Outcome> {
  return outcomeOf(turn, conference, { done });
}

/** The card of a conference as it is, where what was pressed could not be done to it. */
export function refusedOnConference(turn: Turn, conference: Conference, refused: string): Promise<Outcome> {
  return outcomeOf(turn, conference, { refused });
}

async function outcomeOf(turn: Turn, conference: Conference, said: SaidOfConference): Promise<Outcome> {
  const { texts, event, settings, unit } = turn;
  const label = await conferenceLabel(turn, conference);
  const view = { label, mail: settings.mail, said, now: unit.now, account: event.person.account };
  const { openDraft: _closed, ...state } = turn.state;
  return {
    replies: [conferenceCard(texts, event.locale, conference, view)],
    state: { ...state, ...(conference.caseId ? { lastCase: conference.caseId } : {}) },
  };
}
