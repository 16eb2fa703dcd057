import { z } from "zod";
import type { Participant } from "../casework/conference/conference.js";
import type { FindContext } from "../knowledge/directory/find.js";
import type { ConferenceDraft } from "./conference-draft.js";
import { joinSeats, seatsFromWords } from "./more-seats.js";
import type { Turn } from "./turn.js";

type Fields = Readonly<Record<string, string>>;

/** The draft with what the card of dates says about seats, place and detours. */
export async function withFields(
  turn: Turn,
  draft: ConferenceDraft,
  fields: Fields,
  context: FindContext,
): Promise<{
  readonly draft: ConferenceDraft;
  readonly changed: boolean;
  readonly notFound: readonly string[];
}> {
  const detour = draft.detours[Number(fields.detour || Number.NaN)];
  const stay = draft.participants
    .filter(({ id }) => fields[`role:${id}`] !== "without")
    .map((seat) => withRole(seat, fields, detour?.optional.includes(seat.id) ?? false));
  const more = await seatsFromWords(
    turn,
    fields.free_more ?? "",
    context,
    draft.about.format === "anonymous",
  );
  const changed: ConferenceDraft = {
    ...draft,
    participants: [...joinSeats(stay, more.seats)],
    wish: {
      ...draft.wish,
      ...(detour?.minutes ? { minutes: detour.minutes } : {}),
      ...(detour?.to ? { to: detour.to } : {}),
    },
    online: fields.where === "teams" && turn.settings.channel === "graph",
    where: placeAt(turn, draft, fields.where ?? ""),
  };
  return {
    draft: changed,
    // A seat fewer, or one that no longer binds, leaves each date that was shown possible.
    changed: more.seats.length > 0 || detour !== undefined || bindsMore(draft, changed),
    notFound: more.notFound,
  };
}

/** Clients leave an input out that was emptied: whoever's address is not there is invited by phone. */
export function addressFrom(fields: Fields, id: string): string {
  return (fields[`mail:${id}`] ?? "").trim();
}

export function faultyAddress(participants: readonly Participant[]): Participant | undefined {
  return participants.find(({ email }) => email !== "" && !z.email().safeParse(email).success);
}

function withRole(seat: Participant, fields: Fields, optional: boolean): Participant {
  const role = fields[`role:${seat.id}`];
  const email = addressFrom(fields, seat.id);
  if (optional) return { ...seat, required: false, email };
  if (role === undefined) return { ...seat, email };
  return { ...seat, required: role !== "optional", min: role === "pair" ? 2 : 1, email };
}

function bindsMore(before: ConferenceDraft, after: ConferenceDraft): boolean {
  return after.participants.some(({ id, required, min }) => {
    const seat = before.participants.find((one) => one.id === id);
    return seat !== undefined && required && (!seat.required || min > seat.min);
  });
}

/** An office hosts under the address that the directory has of it. */
function placeAt(turn: Turn, draft: ConferenceDraft, id: string): string {
  const host = draft.participants.find((seat) => seat.id === id);
  const office = turn.directory.offices.find((one) => one.id === host?.id);
  if (!host || !office) return "";
  const town = [office.postcode, office.city].filter((part) => part !== "").join(" ");
  return [office.name, office.street, town].filter((part) => part !== "").join(", ");
}
