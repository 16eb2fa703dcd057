import { whichConferenceCard } from "../bot/cards/attendance.js";
import { say } from "../bot/cards/notices.js";
import { conferenceFor } from "../casework/conference/access.js";
import { type Conference, isAnonymousId } from "../casework/conference/conference.js";
import { comingConferencesBy, conferencesOf } from "../casework/conference/convened.js";
import type { Outcome, Turn } from "./turn.js";
import { conferenceLabel } from "./who-comes.js";

/**
 * "die FaKo": that of the case or id that was named, else the only one that is to come; of several the person
 * chooses, and the chosen card's button does `action` with what was said about it.
 */
export async function withMeantConference(
  turn: Turn,
  of: string,
  action: string,
  said: Readonly<Record<string, string>>,
  goOn: (conference: Conference) => Promise<Outcome>,
): Promise<Outcome> {
  const { texts, event } = turn;
  const coming = await comingConferences(turn, of);
  const [first, ...others] = coming;
  if (!first) return { replies: [say(texts, texts.planning.none)] };
  if (others.length === 0) return goOn(first);
  const choices: { conference: Conference; label: string }[] = [];
  for (const conference of coming)
    choices.push({ conference, label: await conferenceLabel(turn, conference) });
  return { replies: [whichConferenceCard(texts, event.locale, choices, action, said)] };
}

async function comingConferences(turn: Turn, of: string): Promise<readonly Conference[]> {
  const { unit, actor } = turn;
  const isComing = ({ state, end }: Conference) => state === "planned" && Date.parse(end) > unit.now;
  const candidates =
    of === "last"
      ? await comingConferencesBy(unit, actor.id)
      : isAnonymousId(of)
        ? [{ id: of }]
        : (await conferencesOf(unit, of)).filter(isComing);
  const mine: Conference[] = [];
  for (const { id } of candidates) {
    const conference = await conferenceFor(unit, actor, id, "read");
    if (conference && isComing(conference)) mine.push(conference);
  }
  return mine;
}

/** The conference that a button names, if this person may work on it and it is still to come. */
export async function plannedConference(
  turn: Turn,
  id: string | undefined,
): Promise<Conference | { readonly outcome: Outcome }> {
  const { texts, unit, actor } = turn;
  const conference = await conferenceFor(unit, actor, id ?? "");
  if (!conference) return { outcome: { replies: [say(texts, texts.planning.none)] } };
  if (conference.state === "cancelled") {
    return { outcome: { replies: [say(texts, texts.planning.alreadyOff)] } };
  }
  // Nobody is told anything of a date that has been.
  if (Date.parse(conference.end) <= unit.now) {
    return { outcome: { replies: [say(texts, texts.planning.over)] } };
  }
  return conference;
}
