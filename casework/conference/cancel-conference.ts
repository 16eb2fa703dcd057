import type { UnitOfWork } from "../store/unit-of-work.js";
import { busyEntry, busyIndex } from "./busy.js";
import { CONVENER, type Conference } from "./conference.js";
import { saveAtOnce, saveHeld } from "./held-change.js";
import { uninvite } from "./invitations.js";
import { seatOwner, takeOffCalendars } from "./seats.js";

/**
 * Takes back the invitation of one recipient and frees its seat; the other invitations stay as they are. When no
 * other seat is left, the conference itself is cancelled. In force at once, as the withdrawal of a consent is.
 */
export async function removeParticipant(
  unit: UnitOfWork,
  conference: Conference,
  participantId: string,
): Promise<Conference> {
  const gone = conference.participants.find((participant) => participant.id === participantId);
  if (!gone || conference.state !== "planned") return conference;
  const participants = conference.participants.filter((participant) => participant !== gone);
  if (participants.every((participant) => participant.id === CONVENER)) {
    return cancelConference(unit, conference);
  }
  const sequence = conference.sequence + 1;
  const changed: Conference = {
    ...conference,
    sequence,
    participants,
    uninvited: [...conference.uninvited, gone],
  };
  await saveAtOnce(unit, changed, participantId);
  unit.removeFromIndex(busyIndex(seatOwner(gone, conference)), busyEntry(conference));
  await uninvite(unit, changed, [gone], unit.now);
  return changed;
}

/** Calls the conference off: every seat is free again, and whoever was invited gets a cancellation. */
export async function cancelConference(
  unit: UnitOfWork,
  conference: Conference,
  heldUntil = unit.now,
): Promise<Conference> {
  if (conference.state !== "planned") return conference;
  const sequence = conference.sequence + 1;
  const changed: Conference = { ...conference, sequence, state: "cancelled", heldUntil };
  await saveHeld(unit, conference, changed);
  takeOffCalendars(unit, conference);
  await uninvite(unit, changed, conference.participants);
  return changed;
}
