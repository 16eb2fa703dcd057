import { literal } from "../bot/cards/elements.js";
import { takeAnswer } from "../casework/attendance/take-answer.js";
import { wallClock } from "../casework/calendar/zone.js";
import { caseFor } from "../casework/case/access.js";
import type { Conference } from "../casework/conference/conference.js";
import { planConference, type Subject } from "../casework/conference/plan-conference.js";
import type { Poll, PollDate } from "../casework/poll/poll.js";
import { finishPoll } from "../casework/poll/run-poll.js";
import { conferenceOutcome } from "./conference-outcome.js";
import type { CardPress } from "./event.js";
import { gone, pollFor, pollOutcome } from "./poll-board.js";
import { closedOutcome } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

/**
 * "Termin nehmen": the date of the poll becomes the conference, once; its participants are invited like any others.
 * Whoever said that it suits them counts as coming until they answer the invitation.
 */
export async function takePollDate(turn: Turn, press: CardPress): Promise<Outcome> {
  const { unit, actor, texts, settings } = turn;
  const words = texts.poll;
  const poll = await pollFor(turn, press.fields.poll ?? "");
  if (!poll) return gone(turn);
  if (poll.state === "done") return pollOutcome(turn, poll, "pressed", { error: words.over });
  const date = poll.dates.find(({ start }) => start === press.fields.slot);
  if (!date) return pollOutcome(turn, poll, "pressed", { error: words.chooseDateRequired });
  if (Date.parse(date.start) <= unit.now) return pollOutcome(turn, poll, "pressed", { error: words.past });
  const subject = await subjectOf(turn, poll);
  if (!subject) return gone(turn);
  const closed = subject.format === "case" && closedOutcome(turn, subject.entry, "pressed");
  if (closed) return closed;
  const planned = await planConference(unit, actor, {
    subject,
    participants: poll.participants,
    start: date.start,
    end: date.end,
    timeZone: poll.timeZone,
    where: "",
    online: false,
    channel: settings.channel,
    today: turn.today,
    day: wallClock(poll.timeZone, Date.parse(date.start)).date,
    random: Buffer.from(turn.random(16)).toString("hex"),
    mailDomain: settings.mailDomain,
    heldUntil: unit.now + settings.sendDelayMs,
  });
  if (planned.kind === "consent-missing") {
    return pollOutcome(turn, poll, "pressed", { error: words.consentMissing(names(planned.participants)) });
  }
  if (planned.kind === "taken") {
    return pollOutcome(turn, poll, "pressed", { error: words.taken(names(planned.by)) });
  }
  await finishPoll(unit, poll);
  await carryVotes(turn, poll, date, planned.conference);
  return conferenceOutcome(turn, planned.conference, texts.planning.plannedTitle[subject.format]);
}

async function subjectOf(turn: Turn, poll: Poll): Promise<Subject | undefined> {
  if (poll.caseId === undefined) return { format: "anonymous", id: poll.publicId };
  const entry = await caseFor(turn.unit, turn.actor, poll.caseId);
  return entry && { format: "case", entry };
}

async function carryVotes(turn: Turn, poll: Poll, date: PollDate, conference: Conference): Promise<void> {
  const place = poll.dates.indexOf(date);
  for (const vote of poll.votes) {
    const ability = vote.abilities[place];
    if (ability === undefined) continue;
    await takeAnswer(turn.unit, turn.actor.id, conference, {
      participant: vote.participant,
      answer: ability === "yes" ? "accepted" : ability === "maybe" ? "tentative" : "declined",
      source: "poll",
      sequence: conference.sequence,
      at: vote.at,
    });
  }
}

function names(participants: readonly { readonly name: string }[]): string {
  return participants.map(({ name }) => literal(name)).join(", ");
}
