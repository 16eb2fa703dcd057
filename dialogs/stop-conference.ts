import { say } from "../bot/cards/notices.js";
import { conferenceFor } from "../casework/conference/access.js";
import { takeBack } from "../casework/conference/held-change.js";
import { conferenceOutcome, refusedOnConference } from "./conference-outcome.js";
import type { CardPress } from "./event.js";
import type { Outcome, Turn } from "./turn.js";

/**
 * "Stopp": what has not left yet never leaves, and the conference is as it was before. The button stands for the change
 * beside it: pressed twice, or after something else was changed, it says so and leaves the rest alone.
 */
export async function stopConference(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const conference = await conferenceFor(unit, actor, press.fields.conference ?? "");
  if (!conference) return { replies: [say(texts, texts.planning.none)] };
  const result = await takeBack(unit, conference, Number(press.fields.at));
  if (result.kind === "too-late") return refusedOnConference(turn, conference, texts.planning.tooLate);
  if (result.kind === "not-this") return refusedOnConference(turn, conference, texts.planning.notThisChange);
  const done = result.wasNew ? texts.planning.stopped : texts.planning.stoppedChange;
  return conferenceOutcome(turn, result.conference, done);
}

/** The card of a conference as it is now: how long it can still be stopped, or that it stands. */
export async function showConference(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const conference = await conferenceFor(unit, actor, press.fields.conference ?? "");
  if (!conference) return { replies: [say(texts, texts.planning.none)] };
  const { calledOff, plannedTitle } = texts.planning;
  const done = conference.state === "cancelled" ? calledOff : plannedTitle[conference.format];
  return conferenceOutcome(turn, conference, done);
}
