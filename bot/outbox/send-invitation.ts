import { audit } from "../../casework/audit/audit.js";
import { wallClock } from "../../casework/calendar/zone.js";
import { caseRecord } from "../../casework/case/case.js";
import {
  CONVENER,
  type Conference,
  conferenceRecord,
  needsConsent,
  type Participant,
  publicIdOf,
} from "../../casework/conference/conference.js";
import { type Delivery, deliveryOf, noteDelivery } from "../../casework/conference/delivery.js";
import { InvitationJob } from "../../casework/conference/invitations.js";
import type { Consent } from "../../casework/consent/consent.js";
import { recordDisclosure } from "../../casework/consent/disclosures.js";
import { mayDisclose } from "../../casework/consent/may-disclose.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import { de } from "../texts/de.js";
import { readableSpan } from "../texts/format.js";
import type { Ledger } from "../turn/transact.js";
import type { Invitation, Mail, Mailer } from "./mailer.js";
import { invitationMessageId } from "./message-id.js";
import { undelivered, wasTold } from "./undelivered.js";
import type { JobHandler } from "./worker.js";

export type InvitationServices = InvitationMailing & { readonly ledger: Ledger };

/** How invitations and cancellations by mail are made and sent. */
export type InvitationMailing = {
  readonly mailer: Mailer;
  readonly writeInvitation: (invitation: Invitation) => string;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly mailDomain: string;
};

/**
 * Sends one invitation or cancellation. Consent and the state of the conference are checked again at this very
 * moment: what was withdrawn between "Anlegen" and now is not sent, and whoever was never invited is not
 * uninvited. That a try begins is written down before it, since its end may stay unknown.
 */
export function sendInvitation(services: InvitationServices): JobHandler {
  const { ledger, mailer } = services;
  return async (payload) => {
    const job = InvitationJob.parse(payload);
    const { participant, method, sequence } = job;
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const conference = await unit.read(conferenceRecord, job.conferenceId);
    if (!conference) return { kind: "done" };
    const before = await deliveryOf(unit, conference.id, participant.id);
    // Whoever had this job before has just ended it, and theirs is the last word.
    if (before?.state === "sent" && before.method === method && before.sequence === sequence) {
      return { kind: "done" };
    }
    const uninvited =
      before !== undefined && before.sequence <= sequence && !sitsThere(conference, participant.id)
        ? []
        : undefined;
    const on = method === "REQUEST" ? await restsOn(unit, conference, participant.id, sequence) : uninvited;
    if (!on) {
      return {
        kind: "done",
        record: (end) => audit(end, "system", "invitation-dropped", publicIdOf(conference), participant.id),
      };
    }
    const note = (end: UnitOfWork, state: Delivery["state"]) =>
      noteDelivery(end, conference.id, participant.id, { method, sequence, channel: "mail", state });
    await note(unit, "trying");
    const noted = await ledger.store.commit(unit.batch());
    if (noted.kind !== "committed") return { kind: "retry", reason: `not noted: ${noted.kind}` };

    const moved = before?.method === "REQUEST" && before.sequence < conference.dateSequence;
    const result = await mailer.send(invitationMail(services, conference, job, { moved, now: unit.now }));
    if (result.kind === "sent") {
      return {
        kind: "done",
        record: async (end) => {
          await note(end, "sent");
          await audit(end, "system", "invitation-sent", publicIdOf(conference), participant.id);
          await noteDisclosure(end, conference, participant, method, on);
        },
      };
    }
    return undelivered(result, [participant], {
      method,
      conference,
      told: wasTold(before, job),
      note: (end) => note(end, "failed"),
    });
  };
}

/** Taken off the table and asked back before the cancellation left: it would take the seat away again. */
function sitsThere({ state, participants }: Conference, id: string): boolean {
  return state === "planned" && participants.some((one) => one.id === id);
}

/**
 * The consents on which this message rests at this moment; undefined if it must not go out any more: the seat is
 * gone, the date is no longer that, or consent is not in force.
 */
async function restsOn(
  unit: UnitOfWork,
  conference: Conference,
  participantId: string,
  sequence: number,
): Promise<readonly Consent[] | undefined> {
  const seat = conference.participants.find((one) => one.id === participantId);
  if (!seat || conference.state !== "planned") return undefined;
  if (sequence > conference.sequence || sequence < conference.dateSequence) return undefined;
  return consentsNow(unit, conference, seat);
}

/** The consents that let this seat hear of the conference at this instant; undefined if none does. */
export async function consentsNow(
  unit: UnitOfWork,
  { caseId, participants, timeZone }: Conference,
  seat: Participant,
): Promise<readonly Consent[] | undefined> {
  if (caseId === undefined || !needsConsent(seat)) return [];
  const entry = await unit.read(caseRecord, caseId);
  const verdict = mayDisclose(entry?.consents ?? [], {
    what: "invitation",
    recipient: seat.id,
    days: [wallClock(timeZone, unit.now).date],
    table: participants.filter(needsConsent).map(({ id }) => id),
  });
  return verdict.kind === "allowed" ? verdict.on : undefined;
}

/** What went to whom, as long as the case is kept. */
export async function noteDisclosure(
  unit: UnitOfWork,
  conference: Conference,
  seat: Participant,
  method: InvitationJob["method"],
  on: readonly Consent[],
): Promise<void> {
  if (conference.caseId === undefined || !needsConsent(seat)) return;
  await recordDisclosure(unit, conference.caseId, {
    what: method === "REQUEST" ? "invitation" : "cancellation",
    recipient: seat.id,
    recipientName: seat.name,
    consents: on.map(({ id }) => id),
    by: conference.convener,
  });
}

/**
 * Whoever gets the message may not be on our list: it is German, and holds the id and nothing of the case. That of
 * an anonymous conference says nothing of any case.
 */
export function invitationMail(
  { writeInvitation, organizer, mailDomain }: InvitationMailing,
  conference: Pick<Conference, "id" | "caseId" | "format" | "uid" | "timeZone" | "start" | "end" | "where">,
  {
    participant,
    sequence,
    method,
  }: Pick<InvitationJob, "sequence" | "method"> & {
    readonly participant: Pick<Participant, "id" | "name" | "email" | "required">;
  },
  { moved, now }: { readonly moved: boolean; readonly now: number },
): Mail {
  const { uid, timeZone, start, end, where } = conference;
  const when = readableSpan("de", timeZone, start, end);
  const words = de.mail[conference.format];
  const id = publicIdOf(conference);
  const summary = words.subject(id);
  const request = method === "REQUEST";
  const whenAndWhere = where === "" ? when : `${when}\n${de.mail.where(where)}`;
  const invitation = moved ? words.moved : words.invitation;
  return {
    messageId: invitationMessageId(conference.id, participant.id, sequence, method, mailDomain),
    to: { name: participant.name, email: participant.email },
    subject: request ? summary : words.cancelSubject(id),
    text: request ? invitation(id, whenAndWhere) : words.cancellation(id, when),
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
        ...(where === "" ? {} : { location: where }),
        organizer,
        attendee: {
          name: participant.name,
          email: participant.email,
          role: participant.id === CONVENER ? "chair" : participant.required ? "required" : "optional",
        },
      }),
    },
  };
}
