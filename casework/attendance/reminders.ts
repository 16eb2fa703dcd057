import { z } from "zod";
import { workingDaysBefore } from "../calendar/holidays.js";
import { instantOf, wallClock } from "../calendar/zone.js";
import { CONVENER, type Conference, type Participant, scopesOfConference } from "../conference/conference.js";
import type { UnitOfWork } from "../store/unit-of-work.js";

/** The queue of reminders of conferences; each job's payload is a `ConferenceReminderJob`. */
export const CONFERENCE_REMINDERS = "conference-reminders";

export const ConferenceReminderJob = z.object({
  conferenceId: z.string(),
  /** The date that it reminds of, by its SEQUENCE: once it was moved, this job says nothing. */
  dateSequence: z.number(),
  /** Id of the participant; the convener gets the list for preparing instead. */
  participant: z.string(),
});
export type ConferenceReminderJob = z.infer<typeof ConferenceReminderJob>;

/** Working days before the conference: the convener needs time to call whoever is missing. */
const CONVENER_DAYS = 3;
const PARTICIPANT_DAYS = 2;
/** In the morning, when mail is read. */
const MINUTE_OF_DAY = 8 * 60;

/** Queues one reminder a participant with an address, and one for the convener; none for what is nearer than that. */
export async function queueConferenceReminders(unit: UnitOfWork, conference: Conference): Promise<void> {
  const { id, start, timeZone, dateSequence, participants } = conference;
  const day = wallClock(timeZone, Date.parse(start)).date;
  for (const participant of participants) {
    const isConvener = participant.id === CONVENER;
    if (!isConvener && participant.email === "") continue;
    const days = isConvener ? CONVENER_DAYS : PARTICIPANT_DAYS;
    const due = instantOf(timeZone, workingDaysBefore(day, days), MINUTE_OF_DAY);
    if (due <= unit.now) continue;
    await unit.enqueue({
      queue: CONFERENCE_REMINDERS,
      id: jobIdOf(conference, participant),
      due,
      payload: {
        conferenceId: id,
        dateSequence,
        participant: participant.id,
      } satisfies ConferenceReminderJob,
      scopes: scopesOfConference(id),
    });
  }
}

/** Ends the reminders of a date that was taken back: its number is given anew, and so are their names. */
export function endConferenceReminders(unit: UnitOfWork, conference: Conference): void {
  for (const participant of conference.participants) {
    unit.finish({ queue: CONFERENCE_REMINDERS, id: jobIdOf(conference, participant) });
  }
}

function jobIdOf({ id, dateSequence }: Conference, participant: Participant): string {
  return `${id}/${dateSequence}/${participant.id}`;
}
