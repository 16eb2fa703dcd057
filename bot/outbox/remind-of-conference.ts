import { attendanceRecord, nobodyAnswered } from "../../casework/attendance/attendance.js";
import { ConferenceReminderJob } from "../../casework/attendance/reminders.js";
import { audit } from "../../casework/audit/audit.js";
import { wallClock } from "../../casework/calendar/zone.js";
import { type CaseEntry, caseRecord } from "../../casework/case/case.js";
import {
  CONVENER,
  type Conference,
  conferenceRecord,
  needsConsent,
  type Participant,
  publicIdOf,
  scopesOfConference,
} from "../../casework/conference/conference.js";
import { mayDisclose } from "../../casework/consent/may-disclose.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { writeTo } from "../../dialogs/write-to.js";
import { caseLabel } from "../cards/case-view.js";
import { preparationCard } from "../cards/preparation.js";
import { de } from "../texts/de.js";
import { numbered, readableSpan } from "../texts/format.js";
import type { Ledger } from "../turn/transact.js";
import type { Mailer } from "./mailer.js";
import { reminderMessageId } from "./message-id.js";
import { tellConvener } from "./tell-convener.js";
import { unsent } from "./undelivered.js";
import type { JobHandler } from "./worker.js";

export type ConferenceReminderServices = {
  readonly ledger: Ledger;
  readonly mailer: Mailer;
  readonly mailDomain: string;
};

/**
 * Reminds one participant by mail, or gives the convener the list for preparing. Looks again at this very moment
 * whether the date still stands, the seat is still there, nobody has declined and consent is in force.
 */
export function remindOfConference(services: ConferenceReminderServices): JobHandler {
  const { ledger, mailer, mailDomain } = services;
  return async (payload, jobId, attempt = 1) => {
    const job = ConferenceReminderJob.parse(payload);
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const conference = await unit.read(conferenceRecord, job.conferenceId);
    const seat = conference?.participants.find(({ id }) => id === job.participant);
    if (!conference || !seat || !stands(conference, job, unit.now)) return { kind: "done" };
    const entry = conference.caseId ? await unit.read(caseRecord, conference.caseId) : undefined;
    const attendance = (await unit.read(attendanceRecord, conference.id)) ?? nobodyAnswered;

    if (seat.id === CONVENER) {
      const day = wallClock(conference.timeZone, Date.parse(conference.start)).date;
      const view = {
        conference,
        attendance,
        withoutConsent: conference.participants.filter((one) => !mayHear(conference, entry, one, day)),
        interpreter: entry?.interpreter === "yes",
      };
      const message = {
        id: `prepare/${jobId}`,
        person: conference.convener,
        scopes: scopesOfConference(conference.id),
      };
      return {
        kind: "done",
        record: (end) =>
          writeTo(end, message, (texts, locale) => {
            const label = entry ? caseLabel(texts, entry) : publicIdOf(conference);
            return preparationCard(texts, locale, { ...view, label });
          }),
      };
    }

    const answer = attendance.answers.find(
      (one) => one.participant === seat.id && one.sequence >= conference.dateSequence,
    );
    const today = wallClock(conference.timeZone, unit.now).date;
    const wanted = answer?.answer !== "declined" && mayHear(conference, entry, seat, today);
    if (!wanted || seat.email === "") return { kind: "done" };
    const { mail, agenda } = de.preparation;
    const called = mail.called[conference.format];
    const id = publicIdOf(conference);
    const when = readableSpan("de", conference.timeZone, conference.start, conference.end);
    const result = await mailer.send({
      messageId: reminderMessageId(conference.id, seat.id, conference.dateSequence, mailDomain),
      to: { name: seat.name, email: seat.email },
      subject: mail.subject(called, id),
      text: mail.text(called, id, when, numbered(agenda[conference.format]).join("\n")),
    });
    if (result.kind !== "sent") {
      return unsent(result, attempt, {
        words: ({ planning }) => planning.notDelivered.REMINDER(seat.name),
        tell: (line) => (end) => tellConvener(end, conference, line),
      });
    }
    return { kind: "done", record: (end) => audit(end, "system", "reminder-sent", id, seat.id) };
  };
}

function stands(conference: Conference, job: ConferenceReminderJob, now: number): boolean {
  const { state, dateSequence, start } = conference;
  return state === "planned" && dateSequence === job.dateSequence && now < Date.parse(start);
}

function mayHear(
  conference: Conference,
  entry: CaseEntry | undefined,
  seat: Participant,
  day: string,
): boolean {
  if (conference.format === "anonymous" || !needsConsent(seat)) return true;
  if (!entry) return false;
  return (
    mayDisclose(entry.consents, { what: "invitation", recipient: seat.id, days: [day] }).kind === "allowed"
  );
}
