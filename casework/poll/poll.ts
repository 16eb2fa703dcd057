import { z } from "zod";
import { Participant, scopesOfConference } from "../conference/conference.js";
import type { RecordKind } from "../store/record.js";

/** `maybe`: only if there is no better date. */
export const abilities = ["yes", "maybe", "no"] as const;
export type Ability = (typeof abilities)[number];

/** One of the dates to choose from; instants in UTC, ISO 8601. */
export const PollDate = z.object({ start: z.iso.datetime(), end: z.iso.datetime() });
export type PollDate = z.infer<typeof PollDate>;

export const voteSources = ["link", "teams", "phone"] as const;

export const Vote = z.object({
  participant: z.string().min(1),
  /** One for each date, in the order of the poll. */
  abilities: z.array(z.enum(abilities)),
  source: z.enum(voteSources),
  at: z.number(),
});
export type Vote = z.infer<typeof Vote>;

/**
 * A date poll for those whose calendars nobody can read. Its id begins with that of the case, so that it dies with
 * the case's key; that of an anonymous conference has no case in it.
 */
export const Poll = z.object({
  id: z.string(),
  /** Absent for the anonymous format. */
  caseId: z.string().optional(),
  /** What it is called outside: the case id, or that of the anonymous conference. */
  publicId: z.string(),
  convener: z.string(),
  /** The language of the convener. */
  locale: z.enum(["de", "en"]),
  /** Whoever is to sit at the table, the convener too. Never changed: links name a participant by its place here. */
  participants: z.array(Participant),
  dates: z.array(PollDate).min(1),
  /** IANA zone in which people read these times. */
  timeZone: z.string(),
  /** Instants, ms since the epoch. Nobody votes from `closesAt` on. */
  closesAt: z.number(),
  createdAt: z.number(),
  /** `done`: a date was taken, or the poll was given up. */
  state: z.enum(["open", "closed", "done"]),
  votes: z.array(Vote),
});
export type Poll = z.infer<typeof Poll>;

export const pollRecord: RecordKind<Poll> = {
  name: "poll",
  schema: Poll,
  schemaVersion: 1,
  scopes: scopesOfConference,
};

/** The poll's id. `subject` is the id of a case or of an anonymous conference; `random` is lower case hex. */
export function pollId(subject: string, anonymous: boolean, random: string): string {
  return `${subject}${anonymous ? "-" : "."}${random}`;
}

/** Those who are asked: everybody but who asks. */
export function votersOf({ participants }: Pick<Poll, "participants">): readonly Participant[] {
  return participants.filter(({ kind, id }) => kind !== "convener" && id !== "convener");
}

export function voteOf(poll: Poll, participant: string): Vote | undefined {
  return poll.votes.find((vote) => vote.participant === participant);
}

/** Not answered yet. */
export function silentIn(poll: Poll): readonly Participant[] {
  return votersOf(poll).filter(({ id }) => voteOf(poll, id) === undefined);
}
