import { callOffCard } from "../bot/cards/conference-change.js";
import { readableSpan } from "../bot/texts/format.js";
import { cancelConference } from "../casework/conference/cancel-conference.js";
import type { Conference } from "../casework/conference/conference.js";
import { conferenceOutcome } from "./conference-outcome.js";
import { meansThisDate } from "./date-on-card.js";
import type { CardPress } from "./event.js";
import type { Reply } from "./reply.js";
import type { Outcome, Turn } from "./turn.js";
import { plannedConference, withMeantConference } from "./which-conference.js";
import { conferenceLabel } from "./who-comes.js";

/** "sag die FaKo ab": shows which one is meant before anything happens to it. */
export function callOffFromText(turn: Turn, of: string): Promise<Outcome> {
  return withMeantConference(turn, of, "conference.call-off", {}, (conference) =>
    ask(turn, conference, "new"),
  );
}

export async function offerCallOff(turn: Turn, press: CardPress): Promise<Outcome> {
  const conference = await plannedConference(turn, press.fields.conference);
  return "outcome" in conference ? conference.outcome : ask(turn, conference, "pressed");
}

/** "Absagen" of the date that was shown: in force at once, and told in neutral words once the time to stop is over. */
export async function callOff(turn: Turn, press: CardPress): Promise<Outcome> {
  const { unit, texts, settings } = turn;
  const conference = await plannedConference(turn, press.fields.conference);
  if ("outcome" in conference) return conference.outcome;
  if (!meansThisDate(press, conference)) return ask(turn, conference, "pressed", true);
  const cancelled = await cancelConference(unit, conference, unit.now + settings.sendDelayMs);
  return conferenceOutcome(turn, cancelled, texts.planning.calledOff);
}

async function ask(
  turn: Turn,
  conference: Conference,
  place: Reply["place"],
  moved = false,
): Promise<Outcome> {
  const { texts, event } = turn;
  const { id, timeZone, start, end, caseId } = conference;
  return {
    replies: [
      callOffCard(
        texts,
        {
          id,
          start,
          label: await conferenceLabel(turn, conference),
          when: readableSpan(event.locale, timeZone, start, end),
          moved,
        },
        place,
      ),
    ],
    ...(caseId ? { state: { ...turn.state, lastCase: caseId } } : {}),
  };
}
