import type { LocalDate } from "../calendar/local-date.js";
import { dayNumber, localDate } from "../calendar/local-date.js";
import { setBits } from "./bitmap.js";
import { type FeasibleStarts, feasibleStarts, withOtherDemands } from "./feasible-starts.js";
import { type Party, partiesOf } from "./ranking.js";
import type { SlotRequest } from "./slot-request.js";
import { type SlotAnswer, slotsOf } from "./slots.js";

/** One thing that could be asked for differently. Labels are those of the parties, as in reasons. */
export type Change =
  | { readonly kind: "shorter"; readonly durationMinutes: number }
  | { readonly kind: "longer-window"; readonly to: LocalDate }
  | { readonly kind: "optional"; readonly parties: readonly string[] };

export type Alternative = SlotAnswer & {
  readonly change: Change;
  /** The question with the change made, so that choosing the alternative is asking it. */
  readonly request: SlotRequest;
  /** German, e.g. `mit Wohngeldstelle optional: 3 Termine`. */
  readonly words: string;
};

export type AlternativeOptions = {
  /**
   * The last day up to which every `busy` of the request is complete. Beyond it nobody is known to be free, so
   * without it no longer window is tried.
   */
  readonly busyKnownUntil?: LocalDate;
  /** At most so many, default 4. */
  readonly limit?: number;
};

/** A conference shorter than this is a phone call. */
const shortestMinutes = 30;
const longerByDays = [7, 14, 28];

/**
 * What would help where nothing fits, the smallest change first: a little shorter, a little later, then one party
 * fewer that must come, and only if none of these helps, two fewer. Each one has dates; empty if nothing helps.
 */
export function findAlternatives(
  request: SlotRequest,
  options: AlternativeOptions = {},
): readonly Alternative[] {
  const limit = options.limit ?? 4;
  const found = feasibleStarts(request);
  const bound = partiesOf(request).filter((party) => isBound(party, request));
  // Somebody must still be waited for: with all of them optional, three in the morning would do.
  const without = (parties: readonly Party[]) =>
    parties.length < bound.length ? [optional(request, found, parties)] : [];

  const single = [
    ...firstThatHelps(shorter(request)),
    ...firstThatHelps(longer(request, options.busyKnownUntil)),
    ...mostDatesFirst(bound.flatMap((party) => without([party]))),
  ];
  const pairs = () =>
    bound.flatMap((first, i) => bound.slice(i + 1).flatMap((second) => without([first, second])));
  const best = single.length > 0 ? single : mostDatesFirst(pairs());
  return best.slice(0, limit).map(asAlternative);
}

/** A change, tried: `starts` knows whether it helps, without ranking anything yet. */
type Attempt = {
  readonly change: Change;
  readonly words: string;
  readonly request: SlotRequest;
  readonly starts: () => FeasibleStarts;
};

function shorter(request: SlotRequest): readonly Attempt[] {
  const attempts: Attempt[] = [];
  for (let minutes = request.durationMinutes - 15; minutes >= shortestMinutes; minutes -= 15) {
    const changed = { ...request, durationMinutes: minutes };
    attempts.push({
      change: { kind: "shorter", durationMinutes: minutes },
      words: `mit ${minutes} statt ${request.durationMinutes} Minuten`,
      request: changed,
      starts: () => feasibleStarts(changed),
    });
  }
  return attempts;
}

function longer(request: SlotRequest, knownUntil: LocalDate | undefined): readonly Attempt[] {
  if (knownUntil === undefined || knownUntil <= request.to) return [];
  const ends = longerByDays.map((days) => localDate(dayNumber(request.to) + days));
  const within = ends.filter((end) => end < knownUntil);
  return [...within, ...(within.length < ends.length ? [knownUntil] : [])].map((end) => {
    const changed = { ...request, to: end };
    return {
      change: { kind: "longer-window", to: end },
      words: `mit dem Zeitraum bis ${germanDate(end)}`,
      request: changed,
      starts: () => feasibleStarts(changed),
    };
  });
}

/** Optional means that nobody waits for the party. The free times stay as they are, so each try is cheap. */
function optional(request: SlotRequest, found: FeasibleStarts, parties: readonly Party[]): Attempt {
  const members = new Set(parties.flatMap((party) => party.members));
  const seats = new Set(parties.map(({ seat }) => seat));
  const labels = parties.map(({ label }) => label);
  const changed = {
    ...request,
    participants: request.participants.map((each, i) =>
      members.has(i) ? { ...each, required: false } : each,
    ),
    seats: request.seats.map((each) => (seats.has(each.id) ? { ...each, min: 0 } : each)),
  };
  return {
    change: { kind: "optional", parties: labels },
    words: `mit ${labels.join(" und ")} optional`,
    request: changed,
    starts: () => withOtherDemands(found, changed),
  };
}

/** True if no date is possible without this party as things stand. */
function isBound({ seat, members }: Party, request: SlotRequest): boolean {
  const min = request.seats.find(({ id }) => id === seat)?.min ?? 0;
  return min > 0 || members.some((member) => request.participants[member]?.required);
}

type Helping = Attempt & { readonly found: FeasibleStarts; readonly count: number };

function tried(attempt: Attempt): Helping {
  const found = attempt.starts();
  return { ...attempt, found, count: setBits(found.starts).length };
}

function firstThatHelps(attempts: readonly Attempt[]): readonly Helping[] {
  for (const attempt of attempts) {
    const helping = tried(attempt);
    if (helping.count > 0) return [helping];
  }
  return [];
}

function mostDatesFirst(attempts: readonly Attempt[]): readonly Helping[] {
  // Sorting is stable: where two help equally, the order of the request decides.
  return attempts
    .map(tried)
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

function asAlternative({ change, words, request, found, count }: Helping): Alternative {
  const dates = count === 1 ? "1 Termin" : `${count} Termine`;
  return { ...slotsOf(request, found), change, request, words: `${words}: ${dates}` };
}

function germanDate(date: LocalDate): string {
  const [year, month, day] = date.split("-");
  return `${day}.${month}.${year}`;
}
