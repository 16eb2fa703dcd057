import { z } from "zod";
import { endConferenceReminders } from "../attendance/reminders.js";
import { keepConferenceDay } from "../case/dates-of-cases.js";
import type { RecordKind } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { Conference, conferenceRecord, type Participant, scopesOfConference } from "./conference.js";
import { deliveriesOf } from "./delivery.js";
import { endMeetingMessage, INVITATIONS, invitationJobId, invite } from "./invitations.js";
import { putOnCalendars, takeOffCalendars } from "./seats.js";

/** A conference as it was before its newest change, for as long as that can be taken back. */
const HeldChange = z.object({
  before: Conference.nullable(),
  /** A SEQUENCE that has left meanwhile: what is restored must not fall behind it. */
  sent: z.number().int().default(0),
});
type HeldChange = z.infer<typeof HeldChange>;

export const heldChangeRecord: RecordKind<HeldChange> = {
  name: "held-change",
  schema: HeldChange,
  schemaVersion: 1,
  scopes: scopesOfConference,
};

/** Saves a change whose messages are held until `after.heldUntil`, so that "Stopp" can take it back. */
export async function saveHeld(
  unit: UnitOfWork,
  before: Conference | undefined,
  after: Conference,
): Promise<void> {
  await write(unit, after);
  if (after.heldUntil <= unit.now) return;
  await writeHeld(unit, after, { before: before ?? null, sent: 0 });
}

/** Saves what is in force at once: not even a "Stopp" of an earlier change brings that participant back. */
export async function saveAtOnce(unit: UnitOfWork, after: Conference, gone: string): Promise<void> {
  await write(unit, after);
  const held = await unit.read(heldChangeRecord, after.id);
  if (!held) return;
  const before = held.before && {
    ...held.before,
    participants: held.before.participants.filter(({ id }) => id !== gone),
    uninvited: [...held.before.uninvited, ...held.before.participants.filter(({ id }) => id === gone)],
  };
  await writeHeld(unit, after, { before, sent: after.sequence });
}

/** The one way in which a conference is written: with its day among the dates of its case. */
async function write(unit: UnitOfWork, conference: Conference): Promise<void> {
  await unit.write(conferenceRecord, conference.id, conference);
  await keepConferenceDay(unit, conference);
}

/** Who had a seat before the newest change, as long as that is remembered. */
export async function participantsBefore(unit: UnitOfWork, id: string): Promise<readonly Participant[]> {
  return (await unit.read(heldChangeRecord, id))?.before?.participants ?? [];
}

/** A little longer than it can be used: who presses late is told so by the clock, not by chance. */
const LATE_MS = 10 * 60_000;

function writeHeld(unit: UnitOfWork, after: Conference, held: HeldChange): Promise<void> {
  return unit.write(heldChangeRecord, after.id, held, { expiresAt: after.heldUntil + LATE_MS });
}

export type TakenBack =
  /** The conference is as it was; cancelled if it was new. */
  | { readonly kind: "taken-back"; readonly conference: Conference; readonly wasNew: boolean }
  /** Messages may have left. */
  | { readonly kind: "too-late" }
  /** It was stopped already, or something else was changed since. */
  | { readonly kind: "not-this" };

/**
 * "Stopp": takes the newest change back with all its messages, if it is the one that is meant. The commit lands before
 * the first of them may leave or not at all. Whoever was not told of what is valid again is told.
 *
 * @param meant instant (ms) until which the change that is meant is held
 */
export async function takeBack(unit: UnitOfWork, conference: Conference, meant: number): Promise<TakenBack> {
  if (conference.heldUntil !== meant) return { kind: "not-this" };
  const held = await unit.read(heldChangeRecord, conference.id);
  if (!held || unit.now >= conference.heldUntil) return { kind: "too-late" };
  unit.notAfter(conference.heldUntil - 1);
  const before = held.before ?? undefined;
  endMessages(unit, before, conference);
  if (before?.dateSequence !== conference.dateSequence) endConferenceReminders(unit, conference);
  await unit.remove(heldChangeRecord, conference.id);
  if (conference.state === "planned") takeOffCalendars(unit, conference);
  const was: Conference = before ?? { ...conference, state: "cancelled" };
  const restored: Conference = {
    ...was,
    sequence: Math.max(was.sequence, held.sent),
    heldUntil: unit.now,
  };
  await write(unit, restored);
  if (restored.state === "planned") {
    putOnCalendars(unit, restored);
    await inviteWhoWasNotTold(unit, restored);
  }
  return { kind: "taken-back", conference: restored, wasNew: before === undefined };
}

/** The messages of everything that came after `before`. */
function endMessages(unit: UnitOfWork, before: Conference | undefined, conference: Conference): void {
  endMeetingMessage(unit, conference);
  const participants = [...conference.participants, ...(before?.participants ?? [])];
  for (let sequence = before?.sequence ?? 0; sequence <= conference.sequence; sequence++) {
    for (const participant of participants) {
      const wasThere = before?.participants.some(({ id }) => id === participant.id);
      if (sequence === before?.sequence && wasThere) continue;
      for (const method of ["REQUEST", "CANCEL"] as const) {
        const id = invitationJobId({ conferenceId: conference.id, participant, sequence, method });
        unit.finish({ queue: INVITATIONS, id });
      }
    }
  }
}

async function inviteWhoWasNotTold(unit: UnitOfWork, conference: Conference): Promise<void> {
  const deliveries = await deliveriesOf(unit, conference);
  const untold = conference.participants.filter(({ id }) => {
    const told = deliveries.get(id);
    return told?.method !== "REQUEST" || told.sequence < conference.dateSequence;
  });
  await invite(unit, conference, untold);
}
