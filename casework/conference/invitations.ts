import { z } from "zod";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Conference, Participant, scopesOfConference } from "./conference.js";

/** The queue of messages by mail; each job's payload is an `InvitationJob`. */
export const INVITATIONS = "invitations";

export const InvitationJob = z.object({
  conferenceId: z.string(),
  participant: Participant,
  sequence: z.number(),
  method: z.enum(["REQUEST", "CANCEL"]),
});
export type InvitationJob = z.infer<typeof InvitationJob>;

/** The queue that brings calendar entries to the state of their conferences; the payload is a `MeetingJob`. */
export const MEETINGS = "meetings";

/** The queue that asks calendar entries who has answered, again and again; the payload is a `MeetingJob`. */
export const MEETING_ANSWERS = "meeting-answers";

export const MeetingJob = z.object({ conferenceId: z.string() });
export type MeetingJob = z.infer<typeof MeetingJob>;

/** Tells these participants of the conference as it stands, once it is no longer held. */
export function invite(
  unit: UnitOfWork,
  conference: Conference,
  participants: readonly Participant[],
): Promise<void> {
  return queue(unit, conference, participants, "REQUEST", conference.heldUntil);
}

/** Takes these participants' invitations back, not before `notBefore` (ms). */
export function uninvite(
  unit: UnitOfWork,
  conference: Conference,
  participants: readonly Participant[],
  notBefore = conference.heldUntil,
): Promise<void> {
  return queue(unit, conference, participants, "CANCEL", notBefore);
}

/**
 * One mail to each, idempotent by conference, participant and sequence, or one job for the calendar entry that all
 * share. Whoever has no address is called by the convener.
 */
async function queue(
  unit: UnitOfWork,
  conference: Conference,
  participants: readonly Participant[],
  method: InvitationJob["method"],
  notBefore: number,
): Promise<void> {
  const scopes = scopesOfConference(conference.id);
  if (conference.channel === "graph") {
    await unit.enqueue({
      queue: MEETINGS,
      id: meetingJobId(conference),
      // The entry shows the whole conference, so it waits until all of it may be seen.
      due: Math.max(unit.now, notBefore, conference.heldUntil),
      payload: { conferenceId: conference.id } satisfies MeetingJob,
      scopes,
    });
    return;
  }
  for (const participant of participants) {
    if (participant.email === "") continue;
    const { id: conferenceId, sequence } = conference;
    const payload: InvitationJob = { conferenceId, participant, sequence, method };
    const due = Math.max(unit.now, notBefore);
    await unit.enqueue({ queue: INVITATIONS, id: invitationJobId(payload), due, payload, scopes });
  }
}

export function invitationJobId({ conferenceId, participant, sequence, method }: InvitationJob): string {
  return `${conferenceId}/${participant.id}/${sequence}/${method}`;
}

/** The job of the newest change of a conference that the calendar does not show yet. */
export function endMeetingMessage(unit: UnitOfWork, conference: Conference): void {
  unit.finish({ queue: MEETINGS, id: meetingJobId(conference) });
}

function meetingJobId({ id, sequence, heldUntil }: Conference): string {
  return `${id}/meeting/${sequence}/${heldUntil}`;
}
