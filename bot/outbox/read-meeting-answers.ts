import type { Answer } from "../../casework/attendance/attendance.js";
import { takeAnswer } from "../../casework/attendance/take-answer.js";
import {
  CONVENER,
  type Conference,
  conferenceRecord,
  scopesOfConference,
} from "../../casework/conference/conference.js";
import { MEETING_ANSWERS, MeetingJob } from "../../casework/conference/invitations.js";
import { meetingRecord } from "../../casework/conference/meeting.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import type { Log } from "../log.js";
import { type Ledger, transact } from "../turn/transact.js";
import { letterNumber } from "./letter-number.js";
import type { MeetingAnswer, MeetingCalendar } from "./meeting-calendar.js";
import { tellConvener } from "./tell-convener.js";
import type { JobHandler } from "./worker.js";

export const ANSWERS_EVERY_MS = 10 * 60_000;
const COMMIT_MS = 8_000;

export type MeetingAnswerServices = {
  readonly ledger: Ledger;
  readonly calendar: MeetingCalendar;
  readonly log: Log;
};

/**
 * Reads from the calendar entry who has answered in Outlook, and comes back as long as the conference is to come. A
 * calendar that does not answer is asked again next time: this job never ends as a dead letter.
 */
export function readMeetingAnswers({ ledger, calendar, log }: MeetingAnswerServices): JobHandler {
  return async (payload, jobId) => {
    const { conferenceId } = MeetingJob.parse(payload);
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const conference = await unit.read(conferenceRecord, conferenceId);
    if (conference?.state !== "planned" || Date.parse(conference.start) <= unit.now) return { kind: "done" };
    const eventId = (await unit.read(meetingRecord, conferenceId))?.eventId;
    const read = eventId === undefined ? undefined : await calendar.answers(eventId);
    if (read?.kind === "done") {
      const now = ledger.clock();
      await transact(ledger, { once: [], now, deadline: now + COMMIT_MS }, (work) =>
        takeAll(work, conferenceId, read.answers),
      );
    } else if (read)
      log({
        event: "answers-not-read",
        job: letterNumber(MEETING_ANSWERS, jobId),
        reason: read.reason,
      });
    return {
      kind: "done",
      record: (end) => askForAnswers(end, conferenceId, end.now + ANSWERS_EVERY_MS),
    };
  };
}

/** Has the calendar asked at this instant (ms), unless it will be anyway. */
export function askForAnswers(unit: UnitOfWork, conferenceId: string, due: number): Promise<void> {
  const payload: MeetingJob = { conferenceId };
  const scopes = scopesOfConference(conferenceId);
  return unit.enqueue({ queue: MEETING_ANSWERS, id: `${conferenceId}/answers`, due, payload, scopes });
}

async function takeAll(
  unit: UnitOfWork,
  conferenceId: string,
  answers: ReadonlyMap<string, MeetingAnswer>,
): Promise<void> {
  const conference = await unit.read(conferenceRecord, conferenceId);
  const date = (await unit.read(meetingRecord, conferenceId))?.date;
  // The calendar does not show the present date yet: whatever was answered is to the one before.
  if (!conference || date?.sequence !== conference.dateSequence) return;
  for (const { id, email, name } of conference.participants) {
    const said = answers.get(email.toLowerCase());
    if (id === CONVENER || email === "" || !said || said.at < date.since) continue;
    const given: Answer = {
      participant: id,
      answer: said.answer,
      source: "graph",
      sequence: conference.sequence,
      at: said.at,
    };
    if ((await takeAnswer(unit, "calendar", conference, given)) !== "taken") continue;
    if (said.answer === "declined") await tellOfRefusal(unit, conference, name);
  }
}

/** Who comes stands on the board; who does not come changes what the convener has to do. */
function tellOfRefusal(unit: UnitOfWork, conference: Conference, name: string): Promise<void> {
  return tellConvener(unit, conference, ({ attendance: { answers, sources } }) => {
    return `${name}: ${answers.declined} (${sources.graph})`;
  });
}
