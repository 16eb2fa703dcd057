import type { Busy } from "../casework/conference/busy.js";
import { CONVENER, type Participant } from "../casework/conference/conference.js";
import { partnersOf, type StaffMember } from "../casework/staff/staff.js";
import type { Office } from "../knowledge/directory/model.js";
import type { CalendarSource } from "./calendars.js";
import { standsFor } from "./partner-offices.js";
import type { Turn } from "./turn.js";

/** What the calendars say of a seat: one entry for each person who may fill it. */
export type SeatCalendar = {
  /** Of each person of whom something is known. Empty: of nobody. */
  readonly people: readonly (readonly Busy[])[];
  /** The oldest reading of them, ms. */
  readonly asOf?: number;
};

/** Asks the calendars of everybody who can fill one of these seats, `from` and `to` in ms. */
export async function seatCalendars(
  turn: Turn,
  participants: readonly Participant[],
  from: number,
  to: number,
): Promise<readonly SeatCalendar[]> {
  const sources = await Promise.all(participants.map((participant) => sourcesOf(turn, participant)));
  const all = sources.flat();
  if (all.length === 0) return participants.map(() => ({ people: [] }));
  const answers = await turn.settings.calendars(turn.event.id, all, from, to);
  let next = 0;
  return sources.map((own) => {
    const known = answers
      .slice(next, next + own.length)
      .flatMap((answer) => (answer.kind === "known" ? [answer] : []));
    next += own.length;
    return {
      people: known.map(({ busy }) => busy),
      ...(known.length === 0 ? {} : { asOf: Math.min(...known.map(({ asOf }) => asOf)) }),
    };
  });
}

async function sourcesOf(turn: Turn, participant: Participant): Promise<readonly CalendarSource[]> {
  if (participant.id === CONVENER) return mailbox(turn.actor.email);
  if (participant.kind !== "office") return [];
  const office = turn.directory.offices.find(({ id }) => id === participant.id);
  if (!office) return [];
  const deputies = await partnersAt(turn, office);
  const addresses = [office.teamsUser, ...deputies.map(({ email }) => email)];
  return [
    ...(office.calendar.startsWith("http")
      ? [{ kind: "feed" as const, url: office.calendar }]
      : mailbox(office.calendar)),
    ...[...new Set(addresses)].flatMap(mailbox),
  ];
}

function mailbox(address: string): readonly CalendarSource[] {
  return address.includes("@") ? [{ kind: "mailbox", address }] : [];
}

/** The partners on the staff list who stand for an office: same Rechtskreis, and the agency is that office. */
export async function partnersAt(
  turn: Turn,
  office: Pick<Office, "name" | "authority" | "rechtskreis">,
): Promise<readonly StaffMember[]> {
  const found: StaffMember[] = [];
  for (const rechtskreis of office.rechtskreis.split("|")) {
    for (const partner of await partnersOf(turn.unit, rechtskreis)) {
      if (standsFor(partner, office) && !found.some(({ id }) => id === partner.id)) found.push(partner);
    }
  }
  return found;
}
