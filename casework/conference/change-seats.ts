import { queueConferenceReminders } from "../attendance/reminders.js";
import type { Consent } from "../consent/consent.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { busyEntry, busyIndex } from "./busy.js";
import { cancelConference } from "./cancel-conference.js";
import { CONVENER, type Conference, type Participant } from "./conference.js";
import { deliveryOf } from "./delivery.js";
import { saveHeld } from "./held-change.js";
import { invite, uninvite } from "./invitations.js";
import { consentMissing, type Planned } from "./plan-conference.js";
import { seatOwner, takenSeats } from "./seats.js";

export type SeatsChange = {
  /** Of those who have a seat. */
  readonly gone: readonly Participant[];
  /** Of those who have none. */
  readonly wanted: readonly Participant[];
};

/**
 * Other people at a conference that stands, as one change: all of it is saved or nothing, and "Stopp" takes all of it
 * back. Consent is checked as when it was planned. Those who stay hear nothing, since nothing changes for them; if
 * nobody is left, the conference is called off.
 */
export async function changeSeats(
  unit: UnitOfWork,
  conference: Conference,
  { gone, wanted }: SeatsChange,
  rules: { readonly consents: readonly Consent[]; readonly today: string; readonly heldUntil: number },
): Promise<Planned> {
  if (gone.length + wanted.length === 0) return { kind: "planned", conference };
  const { heldUntil, today, consents } = rules;
  const day = busyEntry(conference).sort;
  const participants = [...conference.participants.filter((seat) => !gone.includes(seat)), ...wanted];
  if (participants.every(({ id }) => id === CONVENER)) {
    return { kind: "planned", conference: await cancelConference(unit, conference, heldUntil) };
  }
  const missing =
    conference.format === "case" && wanted.length > 0
      ? consentMissing(consents, participants, [today, day])
      : undefined;
  if (missing) return missing;
  const taken = await takenSeats(unit, { ...conference, participants: [...wanted] }, day, conference);
  if (taken.length > 0) return { kind: "taken", by: taken };

  const changed: Conference = {
    ...conference,
    // A cancellation has a higher SEQUENCE, and after one only a higher one brings the date back into a calendar.
    sequence:
      conference.sequence + (gone.length > 0 || (await wereCancelled(unit, conference, wanted)) ? 1 : 0),
    participants,
    uninvited: [...conference.uninvited.filter(({ id }) => !wanted.some((seat) => seat.id === id)), ...gone],
    heldUntil,
  };
  await saveHeld(unit, conference, changed);
  const entry = busyEntry(conference);
  for (const seat of gone) unit.removeFromIndex(busyIndex(seatOwner(seat, conference)), entry);
  for (const seat of wanted) unit.addToIndex(busyIndex(seatOwner(seat, conference)), entry);
  await uninvite(unit, changed, gone);
  await invite(unit, changed, wanted);
  await queueConferenceReminders(unit, { ...changed, participants: [...wanted] });
  return { kind: "planned", conference: changed };
}

async function wereCancelled(
  unit: UnitOfWork,
  { id }: Conference,
  seats: readonly Participant[],
): Promise<boolean> {
  const deliveries = await Promise.all(seats.map((seat) => deliveryOf(unit, id, seat.id)));
  return deliveries.some((delivery) => delivery?.method === "CANCEL");
}
