import { conferenceCard } from "../bot/cards/conference-planned.js";
import type { Conference } from "../casework/conference/conference.js";
import type { Reply } from "./reply.js";
import type { Outcome, Turn } from "./turn.js";
import { conferenceLabel } from "./who-comes.js";

/** The card of a conference after something was done to it. */
export async function conferenceOutcome(
  turn: Turn,
  conference: Conference,
  done: string,
  place: Reply["place"] = "pressed",
): Promise<Outcome> {
  const { texts, event, settings, unit } = turn;
  const label = await conferenceLabel(turn, conference);
  const view = { label, mail: settings.mail, done, now: unit.now, account: event.person.account };
  const { openDraft: _closed, ...state } = turn.state;
  return {
    replies: [conferenceCard(texts, event.locale, conference, view, place)],
    state: { ...state, ...(conference.caseId ? { lastCase: conference.caseId } : {}) },
  };
}
