import { agendaEntry, agendaIndex } from "../case/agenda.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { busyEntry, busyIndex } from "./busy.js";
import { type Conference, conferenceRecord } from "./conference.js";
import { CONVENER, queueInvitation } from "./plan-conference.js";

/**
 * Takes back the invitation of one recipient and frees its seat; the other invitations stay as they are. When no
 * office is left, the conference itself is cancelled.
 */
export async function removeParticipant(
  unit: UnitOfWork,
  conference: Conference,
  participantId: string,
): Promise<Conference> {
  const gone = conference.participants.find((participant) => participant.id === participantId);
  if (!gone) return conference;
  const participants = conference.participants.filter((participant) => participant !== gone);
  const nobodyLeft = participants.every((participant) => participant.id === CONVENER);
  const changed: Conference = {
    ...conference,
    sequence: conference.sequence + 1,
    participants,
    state: nobodyLeft ? "cancelled" : conference.state,
  };
  await unit.write(conferenceRecord, conference.id, changed);
  const busy = busyEntry(conference);
  unit.removeFromIndex(busyIndex(`office:${participantId}`), busy);
  if (gone.email !== "") await queueInvitation(unit, changed, gone, "CANCEL");
  if (nobodyLeft) {
    unit.removeFromIndex(busyIndex(conference.convener), busy);
    unit.removeFromIndex(
      agendaIndex(conference.convener),
      agendaEntry({
        kind: "conference",
        day: busy.sort,
        caseId: conference.caseId,
        conferenceId: conference.id,
      }),
    );
    for (const left of participants) {
      if (left.email !== "") await queueInvitation(unit, changed, left, "CANCEL");
    }
  }
  return changed;
}
