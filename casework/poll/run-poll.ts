import { z } from "zod";
import { audit } from "../audit/audit.js";
import { wallClock } from "../calendar/zone.js";
import { caseRecord } from "../case/case.js";
import { type Participant, scopesOfConference } from "../conference/conference.js";
import { withoutConsent } from "../conference/plan-conference.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Ability, type Poll, pollRecord, silentIn, type Vote, votersOf } from "./poll.js";

/** The queues of a poll: its links by mail, its end at the deadline, and the word to the convener after it. */
export const POLL_LINKS = "poll-links";
export const POLL_DEADLINES = "poll-deadlines";
export const POLL_RESULTS = "poll-results";

export const PollJob = z.object({ pollId: z.string() });
export const PollLinkJob = PollJob.extend({ participant: z.string() });

/** Saves the poll, queues a mail with a personal link for everybody with an address, and sets its end. */
export async function startPoll(unit: UnitOfWork, poll: Poll): Promise<void> {
  await unit.write(pollRecord, poll.id, poll);
  const scopes = scopesOfConference(poll.id);
  for (const { id, email } of votersOf(poll)) {
    if (email === "") continue;
    await unit.enqueue({
      queue: POLL_LINKS,
      id: `${poll.id}/${id}`,
      due: unit.now,
      payload: { pollId: poll.id, participant: id },
      scopes,
    });
  }
  await unit.enqueue({
    queue: POLL_DEADLINES,
    id: poll.id,
    due: poll.closesAt,
    payload: { pollId: poll.id },
    scopes,
  });
  await audit(unit, poll.convener, "poll-started", poll.publicId);
}

export type Voted =
  | { readonly kind: "voted"; readonly poll: Poll }
  /** Too late: it has ended, by itself or by its convener. */
  | { readonly kind: "closed"; readonly poll: Poll }
  /** No such poll, or nobody of it. */
  | { readonly kind: "unknown" };

/**
 * Counts a vote in place of the voter's earlier one. With the last one the poll ends, in the same commit: of two
 * votes at once the later one runs again and sees that it is the last.
 */
export async function castVote(
  unit: UnitOfWork,
  by: string,
  pollId: string,
  vote: Omit<Vote, "at">,
): Promise<Voted> {
  const poll = await unit.read(pollRecord, pollId);
  const voter = poll && votersOf(poll).find(({ id }) => id === vote.participant);
  if (!poll || !voter || !(await mayTakePart(unit, poll, voter))) return { kind: "unknown" };
  if (poll.state !== "open" || unit.now >= poll.closesAt) return { kind: "closed", poll };
  if (vote.abilities.length !== poll.dates.length) return { kind: "unknown" };
  const others = poll.votes.filter(({ participant }) => participant !== vote.participant);
  const voted: Poll = { ...poll, votes: [...others, { ...vote, at: unit.now }] };
  await unit.write(pollRecord, poll.id, voted);
  await audit(unit, by, "answer-recorded", poll.publicId, vote.participant);
  if (silentIn(voted).length > 0) return { kind: "voted", poll: voted };
  return { kind: "voted", poll: await endPoll(unit, voted, vote.source === "phone" ? "told" : "absent") };
}

/** Ends an open poll once: whoever comes second finds it ended. Unless the convener sees it now, a job tells them. */
export async function endPoll(unit: UnitOfWork, poll: Poll, convener: "told" | "absent"): Promise<Poll> {
  if (poll.state !== "open") return poll;
  const ended: Poll = { ...poll, state: "closed" };
  await unit.write(pollRecord, poll.id, ended);
  if (convener === "absent") {
    await unit.enqueue({
      queue: POLL_RESULTS,
      id: poll.id,
      due: unit.now,
      payload: { pollId: poll.id },
      scopes: scopesOfConference(poll.id),
    });
  }
  await audit(unit, "system", "poll-closed", poll.publicId);
  return ended;
}

/** A date was taken, or the poll is given up: links say that it is over, and nobody is told any more. */
export async function finishPoll(unit: UnitOfWork, poll: Poll): Promise<Poll> {
  const done: Poll = { ...poll, state: "done" };
  await unit.write(pollRecord, poll.id, done);
  return done;
}

/** Consent in force today: without it an office is asked nothing, and its link answers like an unknown one. */
export async function mayTakePart(unit: UnitOfWork, poll: Poll, voter: Participant): Promise<boolean> {
  if (poll.caseId === undefined) return true;
  const entry = await unit.read(caseRecord, poll.caseId);
  if (!entry) return false;
  const today = wallClock(poll.timeZone, unit.now).date;
  return withoutConsent(entry.consents, [voter], [today]).length === 0;
}

export function isAbility(text: string | undefined): text is Ability {
  return text === "yes" || text === "maybe" || text === "no";
}
