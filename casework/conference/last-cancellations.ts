import { createHash } from "node:crypto";
import { z } from "zod";
import { SYSTEM_SCOPE } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { CONVENER, Conference, Participant } from "./conference.js";
import { deliveriesOf } from "./delivery.js";
import { participantsBefore } from "./held-change.js";
import { meetingRecord } from "./meeting.js";
import { takeOffCalendars } from "./seats.js";

/** The queue of cancellations that outlive their case; each job's payload is a `LastCancellation`. */
export const LAST_CANCELLATIONS = "last-cancellations";

/**
 * Longer than a try can last (the outbox leases a job for two minutes): an invitation that is on its way arrives before
 * its cancellation, not behind it.
 */
const TRY_OVER_MS = 3 * 60 * 1000;

/** A conference as far as its cancellation names it: ids, date and time zone. No place, for people typed that. */
const CancelledConference = Conference.pick({
  id: true,
  format: true,
  caseId: true,
  convener: true,
  uid: true,
  sequence: true,
  start: true,
  end: true,
  timeZone: true,
});
export type CancelledConference = z.infer<typeof CancelledConference>;

export const LastCancellation = z.discriminatedUnion("channel", [
  z.object({
    channel: z.literal("mail"),
    conference: CancelledConference,
    participant: Participant.pick({ id: true, name: true, email: true, required: true }),
  }),
  z.object({
    channel: z.literal("graph"),
    conference: CancelledConference,
    eventId: z.string().optional(),
    /** Whom the entry invited, for the convener if it can't be cancelled. */
    invited: z.array(z.string()),
  }),
]);
export type LastCancellation = z.infer<typeof LastCancellation>;

export type CancelledForGood = {
  readonly start: string;
  /** By name: who gets a cancellation. */
  readonly told: readonly string[];
  /** By name: who has no address that we know, so that the convener says it. */
  readonly untold: readonly string[];
};

/**
 * Calls a conference off whose case is erased with this very commit. Its records die with the case's key, so each
 * message takes along all that it needs, sealed under the key of the system; jobs bear no name of the case, or the
 * sweep after the erasure would take them too. Taking back needs no consent: it tells nothing but that nothing is
 * going to be. Whoever was never written to is not written to now.
 */
export async function cancelForGood(unit: UnitOfWork, conference: Conference): Promise<CancelledForGood> {
  const planned = conference.state === "planned";
  if (planned) takeOffCalendars(unit, conference);
  // One that was called off already may still have its cancellations to send: they go out with the same number.
  const sequence = planned ? conference.sequence + 1 : conference.sequence;
  const cancelled = CancelledConference.parse({ ...conference, sequence });
  const others = conference.participants.filter(({ id }) => id !== CONVENER);
  const untold = planned ? others.filter(({ email }) => email === "").map(({ name }) => name) : [];
  const told =
    conference.channel === "graph"
      ? await cancelEntry(unit, conference, cancelled)
      : await cancelMails(unit, conference, cancelled);
  return { start: conference.start, told, untold };
}

async function cancelEntry(
  unit: UnitOfWork,
  { id, participants, heldUntil }: Conference,
  conference: CancelledConference,
): Promise<readonly string[]> {
  const entry = await unit.read(meetingRecord, id);
  const shows = entry ? entry.shows !== "" || entry.trying !== undefined : unit.now >= heldUntil;
  if (!shows) return [];
  const invited = participants.filter(({ email }) => email !== "").map(({ name }) => name);
  const eventId = entry?.eventId;
  const due = entry?.trying === undefined ? unit.now : Math.max(unit.now, entry.trying + TRY_OVER_MS);
  await queue(unit, { channel: "graph", conference, invited, ...(eventId ? { eventId } : {}) }, "", due);
  return invited;
}

/** To everybody who was invited and not uninvited, those included whose seat was taken away a moment ago. */
async function cancelMails(
  unit: UnitOfWork,
  conference: Conference,
  cancelled: CancelledConference,
): Promise<readonly string[]> {
  const seats = new Map(
    [
      ...(await participantsBefore(unit, conference.id)),
      ...conference.uninvited,
      ...conference.participants,
    ].map((one) => [one.id, one]),
  );
  const participants = [...seats.values()].filter(({ email }) => email !== "");
  const deliveries = await deliveriesOf(unit, { ...conference, participants });
  const told = participants.filter(({ id }) => {
    const last = deliveries.get(id);
    return last !== undefined && !(last.method === "CANCEL" && last.state === "sent");
  });
  for (const { id, name, email, required } of told) {
    const participant = { id, name, email, required };
    const due = deliveries.get(id)?.state === "trying" ? unit.now + TRY_OVER_MS : unit.now;
    await queue(unit, { channel: "mail", conference: cancelled, participant }, id, due);
  }
  return told.map(({ name }) => name);
}

function queue(unit: UnitOfWork, payload: LastCancellation, to: string, due: number): Promise<void> {
  const { uid, sequence } = payload.conference;
  return unit.enqueue({
    queue: LAST_CANCELLATIONS,
    id: createHash("sha256").update(`${uid}\n${sequence}\n${to}`).digest("hex"),
    due,
    payload,
    scopes: [SYSTEM_SCOPE],
  });
}
