import { type BoardView, boardCard, whichConferenceCard } from "../bot/cards/attendance.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { literal } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import type { CaseReference } from "../bot/routing/command.js";
import { type Answer, answers, attendanceRecord, nobodyAnswered } from "../casework/attendance/attendance.js";
import { takeAnswer } from "../casework/attendance/take-answer.js";
import { caseFor } from "../casework/case/access.js";
import { caseRecord } from "../casework/case/case.js";
import { conferenceFor } from "../casework/conference/access.js";
import { type Conference, publicIdOf } from "../casework/conference/conference.js";
import { comingConferencesBy, conferencesOf } from "../casework/conference/convened.js";
import { meansThisDate } from "./date-on-card.js";
import type { CardPress } from "./event.js";
import type { Reply } from "./reply.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

/** "wer kommt zur FaKo?": the next conference of the case, or of all that this person convenes. */
export async function whoComes(turn: Turn, caseId: CaseReference): Promise<Outcome> {
  if (caseId === "last") return nextOfAll(turn);
  const entry = await caseFor(turn.unit, turn.actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const planned = (await conferencesOf(turn.unit, caseId)).filter(({ state }) => state === "planned");
  const conference = planned.find(({ end }) => Date.parse(end) >= turn.unit.now) ?? planned.at(-1);
  if (!conference) return { replies: [say(turn.texts, turn.texts.attendance.none)] };
  return board(turn, conference, "new");
}

/** The board anew, in place of the one that was looked at. */
export async function showBoard(turn: Turn, conferenceId: string): Promise<Outcome> {
  const conference = await conferenceFor(turn.unit, turn.actor, conferenceId, "read");
  return conference ? board(turn, conference, "pressed") : unknownCase(turn, conferenceId);
}

/** "tel. zugesagt": what somebody said on the phone counts like any other answer. */
export async function recordByPhone(turn: Turn, press: CardPress): Promise<Outcome> {
  const words = turn.texts.attendance;
  const { conference: conferenceId = "", seat = "", answer = "" } = press.fields;
  const conference = await conferenceFor(turn.unit, turn.actor, conferenceId);
  if (!conference) return unknownCase(turn, conferenceId);
  const participant = conference.participants.find(({ id }) => id === seat);
  const word = answers.find((one) => one === answer);
  if (!participant || !word || conference.state === "cancelled") return board(turn, conference, "pressed");
  if (!meansThisDate(press, conference))
    return board(turn, conference, "pressed", { refused: words.otherDate });
  const given: Answer = {
    participant: participant.id,
    answer: word,
    source: "phone",
    sequence: conference.sequence,
    at: turn.unit.now,
  };
  const taken = await takeAnswer(turn.unit, turn.actor.id, conference, given);
  const said =
    taken === "taken"
      ? { done: words.noted(literal(participant.name), words.answers[word]) }
      : { refused: words.alreadyNewer(literal(participant.name)) };
  return board(turn, conference, "pressed", said);
}

async function nextOfAll(turn: Turn): Promise<Outcome> {
  const { unit, actor, texts, event } = turn;
  const coming: Conference[] = [];
  for (const { id } of await comingConferencesBy(unit, actor.id)) {
    const mine = await conferenceFor(unit, actor, id, "read");
    if (mine) coming.push(mine);
  }
  const [first, ...others] = coming;
  if (!first) return { replies: [say(texts, texts.attendance.noneAtAll)] };
  if (others.length === 0) return board(turn, first, "new");
  const choices: { conference: Conference; label: string }[] = [];
  for (const conference of coming)
    choices.push({ conference, label: await conferenceLabel(turn, conference) });
  return { replies: [whichConferenceCard(texts, event.locale, choices)] };
}

/** What the convener calls it: the label of its case, or the id of the anonymous one. */
export async function conferenceLabel(turn: Turn, conference: Conference): Promise<string> {
  const entry = conference.caseId && (await turn.unit.read(caseRecord, conference.caseId));
  return entry ? caseLabel(turn.texts, entry) : publicIdOf(conference);
}

async function board(
  turn: Turn,
  conference: Conference,
  place: Reply["place"],
  said: Pick<BoardView, "done" | "refused"> = {},
): Promise<Outcome> {
  const { unit, texts, event, state } = turn;
  const attendance = (await unit.read(attendanceRecord, conference.id)) ?? nobodyAnswered;
  const view = {
    conference,
    attendance,
    label: await conferenceLabel(turn, conference),
    ...said,
    account: event.person.account,
  };
  return {
    replies: [boardCard(texts, event.locale, view, place)],
    ...(conference.caseId ? { state: { ...state, lastCase: conference.caseId } } : {}),
  };
}
