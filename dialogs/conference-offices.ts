import { CONVENER, type Participant } from "../casework/conference/conference.js";
import { partnerId } from "../casework/conference/partner-id.js";
import { isImmigrationAuthority } from "../casework/consent/immigration.js";
import { type FindContext, findOffices } from "../knowledge/directory/find.js";
import type { OfficeAnswer } from "../knowledge/directory/model.js";
import { contextOf, officesOfCase, type Placed } from "./case-offices.js";
import { partnersAt } from "./seat-calendars.js";
import type { Turn } from "./turn.js";

export type ChosenOffices = {
  readonly participants: readonly Participant[];
  /** Words that name no office for this case. */
  readonly notFound: readonly string[];
  /** The case would touch the Ausländerbehörde, which was left out because nobody named it. */
  readonly immigrationLeftOut: boolean;
};

/** The offices that a person named, or else those that the case's topics and place lead to. */
export async function chooseOffices(
  turn: Turn,
  entry: Placed,
  words: readonly string[],
  without: readonly string[] = [],
): Promise<ChosenOffices> {
  const context = contextOf(turn, entry);
  if (words.length > 0) {
    const named = await officesNamed(turn, context, words, without);
    return { ...named, immigrationLeftOut: false };
  }
  const found: Found[] = [];
  let immigrationLeftOut = false;
  for (const { answers } of officesOfCase(turn, entry)) {
    const answer = answers.find(({ role }) => role === "responsible");
    if (!answer) continue;
    if (isImmigrationAuthority(answer.office)) immigrationLeftOut = true;
    else found.push(answer);
  }
  const participants = await seatsOf(turn, context, found, without);
  return { participants, notFound: [], immigrationLeftOut };
}

/** The offices that words name at a place, each once, without those that other words exclude. */
export async function officesNamed(
  turn: Turn,
  context: FindContext,
  words: readonly string[],
  without: readonly string[] = [],
): Promise<Omit<ChosenOffices, "immigrationLeftOut">> {
  const notFound: string[] = [];
  const found: Found[] = [];
  for (const word of words) {
    const answer = findOffices(turn.directory, word, context).answers[0];
    if (answer) found.push(answer);
    else notFound.push(word);
  }
  return { participants: await seatsOf(turn, context, found, without), notFound };
}

type Found = Pick<OfficeAnswer, "office" | "why">;

async function seatsOf(
  turn: Turn,
  context: FindContext,
  found: readonly Found[],
  without: readonly string[],
): Promise<readonly Participant[]> {
  const unwanted = without.flatMap((word) =>
    findOffices(turn.directory, word, context).answers.map(({ office }) => office.id),
  );
  const wanted = found.filter(({ office }) => !unwanted.includes(office.id));
  const once = wanted.filter(
    ({ office }, i) => wanted.findIndex((other) => other.office.id === office.id) === i,
  );
  return Promise.all(once.map((answer) => officeSeat(turn, answer)));
}

/** The person who calls the conference sits at the table too. */
export function convenerSeat(turn: Turn): Participant {
  return {
    ...seat(CONVENER, turn.texts.conference.convener, "convener"),
    email: turn.actor.email,
  };
}

/** The client, whom the convener asks along: nobody writes down where they can be reached. */
export function clientSeat(turn: Turn): Participant {
  return seat("client", turn.texts.planning.client, "client");
}

export function interpreterSeat(turn: Turn): Participant {
  return seat("interpreter", turn.texts.planning.interpreter, "interpreter");
}

/** Somebody who is not in the directory, by function or organisation. */
export function partnerSeat(name: string): Participant {
  return seat(partnerId(name), name, "partner");
}

async function officeSeat(turn: Turn, { office, why }: Found): Promise<Participant> {
  const deputy = office.email ? undefined : (await partnersAt(turn, office))[0];
  return {
    ...seat(office.id, office.name, "office"),
    rechtskreis: office.rechtskreis,
    email: office.email || deputy?.email || "",
    why,
  };
}

function seat(id: string, name: string, kind: Participant["kind"]): Participant {
  return { id, name, kind, rechtskreis: "", email: "", required: true, min: 1, why: "" };
}
