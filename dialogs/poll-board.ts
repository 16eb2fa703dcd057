import { caseLabel } from "../bot/cards/case-view.js";
import { literal } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import { pollCard, voteCard } from "../bot/cards/poll.js";
import { caseFor } from "../casework/case/access.js";
import { caseRecord } from "../casework/case/case.js";
import { type Poll, pollRecord, votersOf } from "../casework/poll/poll.js";
import { castVote, endPoll, isAbility, mayTakePart } from "../casework/poll/run-poll.js";
import { holds } from "../casework/staff/rights.js";
import type { CardPress } from "./event.js";
import { noteRefusal } from "./note-refusal.js";
import type { Reply } from "./reply.js";
import type { Outcome, Turn } from "./turn.js";

/** What happens to a poll that runs: the board of its convener, and the ballot of a voter on Teams. */

export async function showPoll(turn: Turn, press: CardPress): Promise<Outcome> {
  const poll = await pollFor(turn, press.fields.poll ?? "");
  return poll ? pollOutcome(turn, poll, "pressed") : gone(turn);
}

/** "Jetzt beenden": its convener has heard enough. The card that tells the result is this one. */
export async function endPollNow(turn: Turn, press: CardPress): Promise<Outcome> {
  const poll = await pollFor(turn, press.fields.poll ?? "");
  if (!poll) return gone(turn);
  return pollOutcome(turn, await endPoll(turn.unit, poll, "told"), "pressed");
}

/** Somebody called instead of voting: the dates that were named suit, the others do not. */
export async function votePhone(turn: Turn, press: CardPress): Promise<Outcome> {
  const { unit, actor, texts } = turn;
  const poll = await pollFor(turn, press.fields.poll ?? "");
  if (!poll) return gone(turn);
  const voter = votersOf(poll).find(({ id }) => id === press.fields.seat);
  if (!voter) return pollOutcome(turn, poll, "pressed");
  const suits = (press.fields.dates ?? "").split(",");
  const voted = await castVote(unit, actor.id, poll.id, {
    participant: voter.id,
    abilities: poll.dates.map(({ start }) => (suits.includes(start) ? "yes" : "no")),
    source: "phone",
  });
  if (voted.kind === "unknown") return pollOutcome(turn, poll, "pressed");
  const done = voted.kind === "voted" ? texts.poll.phoneSaved(literal(voter.name)) : undefined;
  return pollOutcome(turn, voted.poll, "pressed", done ? { done } : {});
}

/** A voter's own ballot anew; nobody sees another's. */
export async function showBallot(turn: Turn, press: CardPress): Promise<Outcome> {
  const found = await ballotFor(turn, press);
  if (!found) return gone(turn);
  return { replies: [ballot(turn, found.poll, found.voter)] };
}

/** "Antwort senden" on the ballot: the same vote as behind the link, bound to whoever owns the address. */
export async function voteInTeams(turn: Turn, press: CardPress): Promise<Outcome> {
  const { unit, actor, texts } = turn;
  const found = await ballotFor(turn, press);
  if (!found) return gone(turn);
  const abilities = found.poll.dates.map((_, date) => press.fields[`date:${date}`]).filter(isAbility);
  const vote = { participant: found.voter, abilities, source: "teams" } as const;
  const voted = await castVote(unit, actor.id, found.poll.id, vote);
  if (voted.kind === "unknown") return { replies: [ballot(turn, found.poll, found.voter)] };
  const notice = voted.kind === "voted" ? texts.poll.voted : undefined;
  return { replies: [ballot(turn, voted.poll, found.voter, notice)] };
}

/** The poll, if this person works on its case, or called its anonymous conference. */
export async function pollFor(turn: Turn, id: string): Promise<Poll | undefined> {
  const { unit, actor } = turn;
  const dot = id.indexOf(".");
  if (dot >= 0 && !(await caseFor(unit, actor, id.slice(0, dot), "read"))) return undefined;
  const poll = id === "" ? undefined : await unit.read(pollRecord, id);
  return poll && (poll.caseId !== undefined || poll.convener === actor.id) ? poll : undefined;
}

export async function pollOutcome(
  turn: Turn,
  poll: Poll,
  place: Reply["place"],
  words: { readonly done?: string; readonly error?: string } = {},
): Promise<Outcome> {
  const { unit, texts, event, state } = turn;
  const entry = poll.caseId === undefined ? undefined : await unit.read(caseRecord, poll.caseId);
  const label = entry ? caseLabel(texts, entry) : poll.publicId;
  const view = { poll, label, account: event.person.account, ...words };
  return {
    replies: [pollCard(texts, event.locale, view, place)],
    ...(poll.caseId === undefined ? {} : { state: { ...state, lastCase: poll.caseId } }),
  };
}

async function ballotFor(
  turn: Turn,
  { fields }: CardPress,
): Promise<{ readonly poll: Poll; readonly voter: string } | undefined> {
  const { unit, actor } = turn;
  const poll = await unit.read(pollRecord, fields.poll ?? "");
  const voter = poll && votersOf(poll).find(({ id }) => id === fields.seat);
  const isTheirs =
    holds(actor, "vote") && actor.email !== "" && actor.email.toLowerCase() === voter?.email.toLowerCase();
  if (poll && voter && isTheirs && (await mayTakePart(unit, poll, voter))) return { poll, voter: voter.id };
  await noteRefusal(turn, fields.poll);
  return undefined;
}

function ballot(turn: Turn, poll: Poll, voter: string, notice?: string): Reply {
  const view = { poll, voter, account: turn.event.person.account, notice };
  return voteCard(turn.texts, turn.event.locale, view, "pressed");
}

/** The same words for a poll that does not exist and one of somebody else. */
export function gone(turn: Turn): Outcome {
  return { replies: [say(turn.texts, turn.texts.poll.gone)] };
}
