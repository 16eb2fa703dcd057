import { createHash } from "node:crypto";
import { audit } from "../../casework/audit/audit.js";
import { publicIdOf } from "../../casework/conference/conference.js";
import { LastCancellation } from "../../casework/conference/last-cancellations.js";
import { SYSTEM_SCOPE } from "../../casework/store/record.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { writeTo } from "../../dialogs/write-to.js";
import { literal } from "../cards/elements.js";
import { say } from "../cards/notices.js";
import { de } from "../texts/de.js";
import { readableSpan } from "../texts/format.js";
import type { Ledger } from "../turn/transact.js";
import type { MeetingCalendar } from "./meeting-calendar.js";
import { type InvitationMailing, invitationMail } from "./send-invitation.js";
import type { JobHandler, JobOutcome } from "./worker.js";

export type LastCancellationServices = InvitationMailing & {
  readonly ledger: Pick<Ledger, "clock">;
  /** Absent where no calendar is set up any more. */
  readonly calendar: MeetingCalendar | undefined;
};

/**
 * Calls off a conference of a case that is erased: from the payload alone, in the neutral words of any cancellation.
 * Nothing is noted of it but the entry in the audit, for there is no case left to note it in.
 */
export function sendLastCancellation(services: LastCancellationServices): JobHandler {
  return async (payload) => {
    const job = LastCancellation.parse(payload);
    return job.channel === "mail" ? sendMail(services, job) : cancelEntry(services, job);
  };
}

async function sendMail(
  services: LastCancellationServices,
  job: Extract<LastCancellation, { channel: "mail" }>,
): Promise<JobOutcome> {
  const { conference, participant } = job;
  const { sequence } = conference;
  const mail = invitationMail(
    services,
    { ...conference, where: "" },
    { participant, sequence, method: "CANCEL" },
    { moved: false, now: services.ledger.clock() },
  );
  const result = await services.mailer.send(mail);
  if (result.kind === "sent") {
    return {
      kind: "done",
      record: (end) => audit(end, "system", "invitation-sent", publicIdOf(conference), participant.id),
    };
  }
  return notDone(job, result.kind, result.reason, participant.name);
}

async function cancelEntry(
  { calendar }: LastCancellationServices,
  job: Extract<LastCancellation, { channel: "graph" }>,
): Promise<JobOutcome> {
  const { conference, eventId, invited } = job;
  const id = publicIdOf(conference);
  const result = calendar
    ? await calendar.cancel(conference.uid, eventId, de.mail[conference.format].cancelSubject(id))
    : ({ kind: "setup", reason: "no calendar is set up" } as const);
  if (result.kind === "done") {
    return { kind: "done", record: (end) => audit(end, "system", "invitation-sent", id, "calendar") };
  }
  return notDone(job, result.kind, result.reason, invited.join(", "));
}

function notDone(job: LastCancellation, kind: string, reason: string, who: string): JobOutcome {
  return {
    kind: kind === "permanent" ? "failed" : "retry",
    reason,
    dead: (end) => tellConvener(end, job, who),
  };
}

/** Under the system's key, and by no name of the case: there is none any more. */
function tellConvener(unit: UnitOfWork, { conference }: LastCancellation, who: string): Promise<void> {
  const { convener, timeZone, start, end } = conference;
  const id = createHash("sha256").update(`${conference.uid}\n${who}`).digest("hex");
  return writeTo(unit, { id, person: convener, scopes: [SYSTEM_SCOPE] }, (texts, locale) => {
    const { about, notDelivered } = texts.planning;
    const when = readableSpan(locale, timeZone, start, end);
    return say(texts, about(publicIdOf(conference), when, notDelivered.CANCEL(literal(who))));
  });
}
