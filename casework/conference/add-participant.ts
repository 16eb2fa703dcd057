import type { Consent } from "../consent/consent.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { busyEntry, busyIndex } from "./busy.js";
import type { Conference, Participant } from "./conference.js";
import { deliveryOf } from "./delivery.js";
import { saveHeld } from "./held-change.js";
import { invite } from "./invitations.js";
import { consentMissing, type Planned } from "./plan-conference.js";
import { seatOwner, takenSeats } from "./seats.js";

/**
 * One more seat at a conference that stands. Consent is checked as when it was planned; the others hear nothing,
 * since nothing changes for them.
 */
export async function addParticipant(
  unit: UnitOfWork,
  conference: Conference,
  participant: Participant,
  rules: { readonly consents: readonly Consent[]; readonly today: string; readonly heldUntil: number },
): Promise<Planned> {
  const day = busyEntry(conference).sort;
  if (conference.format === "case") {
    const table = [...conference.participants, participant];
    const missing = consentMissing(rules.consents, table, [rules.today, day]);
    if (missing) return missing;
  }
  const taken = await takenSeats(unit, { ...conference, participants: [participant] }, day, conference);
  if (taken.length > 0) return { kind: "taken", by: taken };
  // After a cancellation only a higher SEQUENCE brings the date back into a calendar.
  const cancelled = (await deliveryOf(unit, conference.id, participant.id))?.method === "CANCEL";
  const changed: Conference = {
    ...conference,
    sequence: conference.sequence + (cancelled ? 1 : 0),
    participants: [...conference.participants.filter(({ id }) => id !== participant.id), participant],
    uninvited: conference.uninvited.filter(({ id }) => id !== participant.id),
    heldUntil: rules.heldUntil,
  };
  await saveHeld(unit, conference, changed);
  unit.addToIndex(busyIndex(seatOwner(participant, conference)), busyEntry(conference));
  await invite(unit, changed, [participant]);
  return { kind: "planned", conference: changed };
}
