import { audit } from "../../casework/audit/audit.js";
import { wallClock } from "../../casework/calendar/zone.js";
import { caseRecord } from "../../casework/case/case.js";
import { type Conference, conferenceRecord } from "../../casework/conference/conference.js";
import { CONVENER, InvitationJob } from "../../casework/conference/plan-conference.js";
import { consentInForce } from "../../casework/consent/consent.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { de } from "../texts/de.js";
import { readableSpan } from "../texts/format.js";
import type { Ledger } from "../turn/transact.js";
import type { Invitation, Mail, Mailer } from "./mailer.js";
import type { JobHandler } from "./worker.js";

export type InvitationServices = {
  readonly ledger: Ledger;
  readonly mailer: Mailer;
  readonly writeInvitation: (invitation: Invitation) => string;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly mailDomain: string;
};

/**
 * Sends one invitation or cancellation. Consent and the state of the conference are checked again at this very
 * moment: what was withdrawn between "Anlegen" and now is not sent.
 */
export function sendInvitation(services: InvitationServices): JobHandler {
  const { ledger, mailer } = services;
  return async (payload) => {
    const job = InvitationJob.parse(payload);
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const conference = await unit.read(conferenceRecord, job.conferenceId);
    const entry = conference && (await unit.read(caseRecord, conference.caseId));
    if (!conference || !entry) return { kind: "done" };
    if (job.method === "REQUEST" && !stillWanted(conference, entry.consents, job, unit.now)) {
      return {
        kind: "done",
        record: (end) => audit(end, "system", "invitation-dropped", conference.caseId, job.participant.id),
      };
    }
    const result = await mailer.send(mailFor(services, conference, job, unit.now));
    if (result.kind === "sent") {
      return {
        kind: "done",
        record: (end) => audit(end, "system", "invitation-sent", conference.caseId, job.participant.id),
      };
    }
    return { kind: result.kind === "permanent" ? "failed" : "retry", reason: result.reason };
  };
}

function stillWanted(
  conference: Conference,
  consents: Parameters<typeof consentInForce>[0],
  { participant, sequence }: InvitationJob,
  now: number,
): boolean {
  const seat = conference.participants.find((one) => one.id === participant.id);
  if (!seat || conference.state !== "planned" || conference.sequence < sequence) return false;
  if (seat.id === CONVENER) return true;
  const today = wallClock(conference.timeZone, now).date;
  return consentInForce(consents, seat.id, "both", today) !== undefined;
}

/** Whoever gets the message may not be on our list: it is German, and holds the case id and nothing of the case. */
function mailFor(
  { writeInvitation, organizer, mailDomain }: InvitationServices,
  conference: Conference,
  { participant, sequence, method }: InvitationJob,
  now: number,
): Mail {
  const { caseId, uid, timeZone, start, end } = conference;
  const when = readableSpan("de", timeZone, start, end);
  const summary = de.mail.subject(caseId);
  const request = method === "REQUEST";
  return {
    messageId: `<${conference.id}.${participant.id}.${sequence}.${method}@${mailDomain}>`.replace(
      /[^\w.@<>-]/g,
      "-",
    ),
    to: { name: participant.name, email: participant.email },
    subject: request ? summary : de.mail.cancelSubject(caseId),
    text: request ? de.mail.invitation(caseId, when) : de.mail.cancellation(caseId, when),
    calendar: {
      method,
      content: writeInvitation({
        method,
        uid,
        sequence,
        stampedAt: now,
        start: Date.parse(start),
        end: Date.parse(end),
        timeZone,
        summary,
        description: de.mail.calendarDescription,
        organizer,
        attendee: { name: participant.name, email: participant.email, chair: participant.id === CONVENER },
      }),
    },
  };
}
