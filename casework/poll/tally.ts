import type { Participant } from "../conference/conference.js";
import { type Ability, type Poll, type PollDate, votersOf } from "./poll.js";

/** How one date did. Who did not answer is in none of the three lists. */
export type Tally = { readonly date: PollDate } & Readonly<Record<Ability, readonly Participant[]>>;

/**
 * The dates of a poll, best first: fewest required seats that cannot, then most that can, then most that can if
 * they must, then the earliest.
 */
export function tallyOf(poll: Poll): readonly Tally[] {
  const voters = votersOf(poll);
  const tallies = poll.dates.map((date, place): Tally => {
    const who = (ability: Ability) =>
      voters.filter(({ id }) =>
        poll.votes.some((vote) => vote.participant === id && vote.abilities[place] === ability),
      );
    return { date, yes: who("yes"), maybe: who("maybe"), no: who("no") };
  });
  const refused = ({ no }: Tally) => no.filter(({ required }) => required).length;
  return tallies.sort(
    (a, b) =>
      refused(a) - refused(b) ||
      b.yes.length - a.yes.length ||
      b.maybe.length - a.maybe.length ||
      a.date.start.localeCompare(b.date.start),
  );
}
