import type { UnitOfWork } from "../store/unit-of-work.js";
import { busyEntry, busyIndex } from "./busy.js";
import { CONVENER, type Conference, conferenceRecord } from "./conference.js";
import { queueInvitation } from "./invitations.js";
import { seatOwner, takeOffCalendars } from "./plan-conference.js";

/**
 * Takes back the invitation of one recipient and frees its seat; the other invitations stay as they are. When no
 * other seat is left, the conference itself is cancelled.
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
  const changed: Conference = { ...conference, sequence: conference.sequence + 1, participants };
  await unit.write(conferenceRecord, conference.id, changed);
  unit.removeFromIndex(busyIndex(seatOwner(gone, conference)), busyEntry(conference));
  await queueInvitation(unit, changed, gone, "CANCEL");
  return changed;
}

/** Calls the conference off: every seat is free again, and whoever was invited gets a cancellation. */
export async function cancelConference(unit: UnitOfWork, conference: Conference): Promise<Conference> {
  if (conference.state !== "planned") return conference;
  const changed: Conference = { ...conference, sequence: conference.sequence + 1, state: "cancelled" };
  await unit.write(conferenceRecord, conference.id, changed);
  takeOffCalendars(unit, conference);
  for (const participant of conference.participants) {
    await queueInvitation(unit, changed, participant, "CANCEL");
  }
  return changed;
}
