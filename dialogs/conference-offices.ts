import { CONVENER, type Participant } from "../casework/conference/conference.js";
import { isImmigrationAuthority } from "../casework/consent/immigration.js";
import { partnersOf, type StaffMember } from "../casework/staff/staff.js";
import { findOffices } from "../knowledge/directory/find.js";
import type { OfficeAnswer } from "../knowledge/directory/model.js";
import { contextOf, officesOfCase, type Placed } from "./case-offices.js";
import { standsFor } from "./partner-offices.js";
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
  const notFound: string[] = [];
  const found: Pick<OfficeAnswer, "office" | "why">[] = [];
  let immigrationLeftOut = false;
  if (words.length > 0) {
    for (const word of words) {
      const result = findOffices(turn.directory, word, contextOf(turn, entry));
      const answer = result.answers[0];
      if (answer) found.push(answer);
      else notFound.push(word);
    }
  } else {
    for (const { answers } of officesOfCase(turn, entry)) {
      const answer = answers.find(({ role }) => role === "responsible");
      if (!answer) continue;
      if (isImmigrationAuthority(answer.office)) immigrationLeftOut = true;
      else found.push(answer);
    }
  }
  const unwanted = without.flatMap((word) =>
    findOffices(turn.directory, word, contextOf(turn, entry)).answers.map(({ office }) => office.id),
  );
  const wanted = found.filter(({ office }) => !unwanted.includes(office.id));
  const once = wanted.filter(
    ({ office }, i) => wanted.findIndex((other) => other.office.id === office.id) === i,
  );
  const participants = await Promise.all(once.map((answer) => participantOf(turn, answer)));
  return { participants, notFound, immigrationLeftOut };
}

/** The person who calls the conference sits at the table too. */
export function convenerSeat(turn: Turn): Participant {
  return {
    id: CONVENER,
    name: turn.texts.conference.convener,
    rechtskreis: "",
    email: turn.actor.email,
    kind: "convener",
    required: true,
    min: 1,
    why: "",
  };
}

async function participantOf(
  turn: Turn,
  { office, why }: Pick<OfficeAnswer, "office" | "why">,
): Promise<Participant> {
  const partner = office.email ? undefined : await partnerAt(turn, office);
  return {
    id: office.id,
    name: office.name,
    rechtskreis: office.rechtskreis,
    email: office.email || partner?.email || "",
    kind: "office",
    required: true,
    min: 1,
    why,
  };
}

/** The partner on the staff list who stands for an office: same Rechtskreis, and the agency is that office. */
async function partnerAt(turn: Turn, office: OfficeAnswer["office"]): Promise<StaffMember | undefined> {
  for (const rechtskreis of office.rechtskreis.split("|")) {
    const partners = await partnersOf(turn.unit, rechtskreis);
    const partner = partners.find((one) => standsFor(one, office));
    if (partner) return partner;
  }
  return undefined;
}
