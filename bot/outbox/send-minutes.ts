import { audit } from "../../casework/audit/audit.js";
import { wallClock } from "../../casework/calendar/zone.js";
import { caseRecord } from "../../casework/case/case.js";
import { type Conference, conferenceRecord, needsConsent } from "../../casework/conference/conference.js";
import { recordDisclosure } from "../../casework/consent/disclosures.js";
import { type Minutes, minutesRecord } from "../../casework/minutes/minutes.js";
import { MinutesJob, releaseTo } from "../../casework/minutes/send-minutes.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { de } from "../texts/de.js";
import type { Ledger } from "../turn/transact.js";
import type { Mailer } from "./mailer.js";
import { minutesMessageId } from "./message-id.js";
import { minutesDocument } from "./minutes-document.js";
import { tellConvener } from "./tell-convener.js";
import { unsent } from "./undelivered.js";
import type { WriteDocument } from "./word-document.js";
import type { JobHandler } from "./worker.js";

export type MinutesServices = {
  readonly ledger: Ledger;
  readonly mailer: Mailer;
  readonly writeDocument: WriteDocument;
  readonly mailDomain: string;
};

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const WHILE_CHANGED_MS = 60_000;

/**
 * Mails the minutes, or an extract, to one participant. Consent, the participant's seat and "Stopp" are looked at
 * again at this very moment; what leaves is recorded as a disclosure in the commit that ends the job.
 */
export function sendMinutes({ ledger, mailer, writeDocument, mailDomain }: MinutesServices): JobHandler {
  return async (payload, _jobId, attempt = 1) => {
    const job = MinutesJob.parse(payload);
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const conference = await unit.read(conferenceRecord, job.conferenceId);
    const minutes = await unit.read(minutesRecord, job.conferenceId);
    const caseId = conference?.caseId;
    const entry = caseId === undefined ? undefined : await unit.read(caseRecord, caseId);
    if (!conference || !minutes || !entry) return { kind: "done" };
    const wanted = recipientOf(conference, minutes, job);
    const today = wallClock(conference.timeZone, unit.now).date;
    const release = wanted && releaseTo(minutes, entry, wanted.participant, wanted.form, today);
    if (!wanted || release?.kind !== "allowed") {
      return {
        kind: "done",
        record: (end) => audit(end, "system", "minutes-dropped", entry.id, job.participant),
      };
    }
    // Somebody is at them again: what they have not saved yet is no minutes.
    if (minutes.state === "draft") {
      return { kind: "wait", reason: "the minutes are being changed", afterMs: WHILE_CHANGED_MS };
    }
    const { participant, form } = wanted;
    const words = de.minutes.mail;
    const result = await mailer.send({
      messageId: minutesMessageId(conference.id, participant.id, job.sending, mailDomain),
      to: { name: participant.name, email: participant.email },
      subject: words.subject(entry.id),
      text: words.text(entry.id, form),
      attachment: {
        filename: words.fileName(entry.id),
        contentType: DOCX,
        content: writeDocument(minutesDocument(conference, minutes, release.content, form)),
      },
    });
    if (result.kind !== "sent") {
      return unsent(result, attempt, {
        words: ({ planning }) => planning.notDelivered.MINUTES(participant.name),
        tell: (line) => (end) => tellConvener(end, conference, line),
      });
    }
    return {
      kind: "done",
      record: async (end) => {
        await audit(end, "system", "minutes-sent", entry.id, participant.id);
        if (!needsConsent(participant)) return;
        await recordDisclosure(end, entry.id, {
          what: "minutes",
          recipient: participant.id,
          recipientName: participant.name,
          consents: release.on.map(({ id }) => id),
          by: conference.convener,
        });
      },
    };
  };
}

function recipientOf(conference: Conference, minutes: Minutes, job: MinutesJob) {
  const sending = minutes.sendings.find(({ id }) => id === job.sending);
  const to = sending?.to.find(({ participant }) => participant === job.participant);
  const participant = conference.participants.find(({ id }) => id === job.participant);
  if (!to || !participant || participant.email === "" || sending?.stopped) return undefined;
  return { participant, form: to.form };
}
