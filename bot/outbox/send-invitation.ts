import { audit } from "../../casework/audit/audit.js";
import { wallClock } from "../../casework/calendar/zone.js";
import { caseRecord } from "../../casework/case/case.js";
import {
  CONVENER,
  type Conference,
  conferenceRecord,
  publicIdOf,
} from "../../casework/conference/conference.js";
import { InvitationJob } from "../../casework/conference/invitations.js";
import { withoutConsent } from "../../casework/conference/plan-conference.js";
import type { Consent } from "../../casework/consent/consent.js";
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
    if (!conference) return { kind: "done" };
    const entry = conference.caseId ? await unit.read(caseRecord, conference.caseId) : undefined;
    const consents = entry?.consents ?? [];
    if (job.method === "REQUEST" && !stillWanted(conference, consents, job, unit.now)) {
      return {
        kind: "done",
        record: (end) =>
          audit(end, "system", "invitation-dropped", publicIdOf(conference), job.participant.id),
      };
    }
    const result = await mailer.send(mailFor(services, conference, job, unit.now));
    if (result.kind === "sent") {
      return {
        kind: "done",
        record: (end) => audit(end, "system", "invitation-sent", publicIdOf(conference), job.participant.id),
      };
    }
    return { kind: result.kind === "permanent" ? "failed" : "retry", reason: result.reason };
  };
}

function stillWanted(
  conference: Conference,
  consents: readonly Consent[],
  { participant, sequence }: InvitationJob,
  now: number,
): boolean {
  const seat = conference.participants.find((one) => one.id === participant.id);
  if (!seat || conference.state !== "planned" || conference.sequence < sequence) return false;
  if (conference.format === "anonymous") return true;
  const today = wallClock(conference.timeZone, now).date;
  return withoutConsent(consents, [seat], [today]).length === 0;
}

/**
 * Whoever gets the message may not be on our list: it is German, and holds the id and nothing of the case. That of
 * an anonymous conference says nothing of any case.
 */
function mailFor(
  { writeInvitation, organizer, mailDomain }: InvitationServices,
  conference: Conference,
  { participant, sequence, method }: InvitationJob,
  now: number,
): Mail {
  const { uid, timeZone, start, end } = conference;
  const when = readableSpan("de", timeZone, start, end);
  const words = de.mail[conference.format];
  const id = publicIdOf(conference);
  const summary = words.subject(id);
  const request = method === "REQUEST";
  return {
    messageId: `<${conference.id}.${participant.id}.${sequence}.${method}@${mailDomain}>`.replace(
      /[^\w.@<>-]/g,
      "-",
    ),
    to: { name: participant.name, email: participant.email },
    subject: request ? summary : words.cancelSubject(id),
    text: request ? words.invitation(id, when) : words.cancellation(id, when),
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
        description: words.calendarDescription,
        organizer,
        attendee: { name: participant.name, email: participant.email, chair: participant.id === CONVENER },
      }),
    },
  };
}
