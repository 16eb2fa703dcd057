import type { Participant } from "../casework/conference/conference.js";
import type { FindContext } from "../knowledge/directory/find.js";
import { clientSeat, interpreterSeat, officesNamed, partnerSeat } from "./conference-offices.js";
import type { Turn } from "./turn.js";

const client = /^(?:die |der |den |dem )?(?:klient|kl\b|client|familie|eltern)/i;
const interpreter = /^(?:eine?n? )?(?:dolmi|dolmetsch|sprachmittl|interpreter)/i;
/** Shorter than this is no name of an organisation. */
const SHORTEST = 3;

export type MoreSeats = { readonly seats: readonly Participant[]; readonly notFound: readonly string[] };

/**
 * "Wohngeld, Dolmetscher und Caritas": offices of the directory, the client, an interpreter; whatever else is an
 * external partner under the words that were typed, cleaned of names before they got here.
 */
export async function seatsFromWords(
  turn: Turn,
  typed: string,
  context: FindContext,
  anonymous: boolean,
): Promise<MoreSeats> {
  const seats: Participant[] = [];
  const notFound: string[] = [];
  for (const word of typed.split(/[,;]|\bund\b|\band\b/i).map((each) => each.trim())) {
    if (word === "") continue;
    if (client.test(word)) {
      // Who sits there themselves is not anonymous.
      if (anonymous) notFound.push(word);
      else seats.push(clientSeat(turn));
    } else if (interpreter.test(word)) seats.push(interpreterSeat(turn));
    else {
      const { participants } = await officesNamed(turn, context, [word]);
      if (participants.length > 0) seats.push(...participants);
      else if (word.length >= SHORTEST) seats.push(partnerSeat(word));
      else notFound.push(word);
    }
  }
  return { seats, notFound };
}

/** Each seat once, those that were there first. */
export function joinSeats(
  before: readonly Participant[],
  more: readonly Participant[],
): readonly Participant[] {
  return [...before, ...more.filter(({ id }) => !before.some((seat) => seat.id === id))];
}
