import { z } from "zod";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Conference, Participant, scopesOfConference } from "./conference.js";

/** The queue of invitations; each job's payload is an `InvitationJob`. */
export const INVITATIONS = "invitations";

export const InvitationJob = z.object({
  conferenceId: z.string(),
  participant: Participant,
  sequence: z.number(),
  method: z.enum(["REQUEST", "CANCEL"]),
});
export type InvitationJob = z.infer<typeof InvitationJob>;

/**
 * One message to one participant, idempotent by conference, participant and sequence. It waits until the
 * conference is no longer held; whoever has no address is called by the convener.
 */
export async function queueInvitation(
  unit: UnitOfWork,
  conference: Conference,
  participant: Participant,
  method: InvitationJob["method"],
): Promise<void> {
  if (participant.email === "") return;
  const payload: InvitationJob = {
    conferenceId: conference.id,
    participant,
    sequence: conference.sequence,
    method,
  };
  await unit.enqueue({
    queue: INVITATIONS,
    id: invitationJobId(payload),
    due: Math.max(unit.now, conference.heldUntil),
    payload,
    scopes: scopesOfConference(conference.id),
  });
}

export function invitationJobId({ conferenceId, participant, sequence, method }: InvitationJob): string {
  return `${conferenceId}/${participant.id}/${sequence}/${method}`;
}
