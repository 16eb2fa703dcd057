import { audit } from "../../casework/audit/audit.js";
import { wallClock } from "../../casework/calendar/zone.js";
import { caseRecord } from "../../casework/case/case.js";
import {
  CONVENER,
  type Conference,
  conferenceRecord,
  needsConsent,
  publicIdOf,
} from "../../casework/conference/conference.js";
import { InvitationJob } from "../../casework/conference/invitations.js";
import type { Consent } from "../../casework/consent/consent.js";
import { recordDisclosure } from "../../casework/consent/disclosures.js";
import { mayDisclose } from "../../casework/consent/may-disclose.js";
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
    const on = job.method === "REQUEST" ? restsOn(conference, consents, job, unit.now) : [];
    if (!on) {
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
        record: async (end) => {
          await audit(end, "system", "invitation-sent", publicIdOf(conference), job.participant.id);
          if (conference.caseId === undefined || !needsConsent(job.participant)) return;
          await recordDisclosure(end, conference.caseId, {
            what: job.method === "REQUEST" ? "invitation" : "cancellation",
            recipient: job.participant.id,
            recipientName: job.participant.name,
            consents: on.map(({ id }) => id),
            by: conference.convener,
          });
        },
      };
    }
    return { kind: result.kind === "permanent" ? "failed" : "retry", reason: result.reason };
  };
}

/** The consents on which an invitation still rests at this moment; undefined if it must not go out any more. */
function restsOn(
  conference: Conference,
  consents: readonly Consent[],
  { participant, sequence }: InvitationJob,
  now: number,
): readonly Consent[] | undefined {
  const { participants, format, timeZone } = conference;
  const seat = participants.find((one) => one.id === participant.id);
  if (!seat || conference.state !== "planned" || conference.sequence < sequence) return undefined;
  if (format === "anonymous" || !needsConsent(seat)) return [];
  const verdict = mayDisclose(consents, {
    what: "invitation",
    recipient: seat.id,
    days: [wallClock(timeZone, now).date],
    table: participants.filter(needsConsent).map(({ id }) => id),
  });
  return verdict.kind === "allowed" ? verdict.on : undefined;
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
