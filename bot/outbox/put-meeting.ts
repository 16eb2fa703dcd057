import { audit } from "../../casework/audit/audit.js";
import {
  CONVENER,
  type Conference,
  conferenceRecord,
  type Participant,
  publicIdOf,
} from "../../casework/conference/conference.js";
import { deliveriesOf, noteDelivery } from "../../casework/conference/delivery.js";
import { MeetingJob } from "../../casework/conference/invitations.js";
import { meetingRecord } from "../../casework/conference/meeting.js";
import type { Consent } from "../../casework/consent/consent.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import { de } from "../texts/de.js";
import { readableSpan } from "../texts/format.js";
import type { Ledger } from "../turn/transact.js";
import type { Meeting, MeetingCalendar, MeetingFailure } from "./meeting-calendar.js";
import { ANSWERS_EVERY_MS, askForAnswers } from "./read-meeting-answers.js";
import { consentsNow, noteDisclosure } from "./send-invitation.js";
import { undelivered, wasTold } from "./undelivered.js";
import type { JobHandler, JobOutcome } from "./worker.js";

export type MeetingServices = { readonly ledger: Ledger; readonly calendar: MeetingCalendar };

/**
 * Brings the shared calendar entry of a conference to the state that the conference has at this very moment:
 * whose consent ended is not on it, and a conference that was called off is cancelled. However often it runs, there
 * is one entry, and where nothing changed the attendees hear nothing.
 */
export function putMeeting({ ledger, calendar }: MeetingServices): JobHandler {
  return async (payload) => {
    const { conferenceId } = MeetingJob.parse(payload);
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const conference = await unit.read(conferenceRecord, conferenceId);
    if (!conference) return { kind: "done" };
    const known = await unit.read(meetingRecord, conferenceId);
    const planned = conference.state === "planned";
    const invited: { readonly seat: Participant; readonly on: readonly Consent[] }[] = [];
    for (const seat of planned ? conference.participants : []) {
      const on = seat.email === "" ? undefined : await consentsNow(unit, conference, seat);
      if (on) invited.push({ seat, on });
    }
    const meeting = meetingOf(
      conference,
      invited.map(({ seat }) => seat),
    );
    const shows = planned ? JSON.stringify(meeting) : "";
    if (known?.shows === shows && known.trying === undefined) return { kind: "done" };
    // That a try begins is written down before it, since its end may stay unknown.
    await unit.write(meetingRecord, conferenceId, { ...(known ?? { shows: "" }), trying: unit.now });
    const noted = await ledger.store.commit(unit.batch());
    if (noted.kind !== "committed") return { kind: "retry", reason: `not noted: ${noted.kind}` };

    const result = planned
      ? await calendar.put(meeting, known?.eventId)
      : await calendar.cancel(
          conference.uid,
          known?.eventId,
          de.mail[conference.format].cancelSubject(publicIdOf(conference)),
        );
    if (result.kind !== "done") return notDone(unit, conference, result);
    const event =
      "id" in result
        ? { eventId: result.id, ...("joinUrl" in result ? { joinUrl: result.joinUrl } : {}) }
        : {};
    return {
      kind: "done",
      record: async (end) => {
        const { sequence } = conference;
        const before = known?.date;
        const date =
          before?.sequence === conference.dateSequence
            ? before
            : { sequence: conference.dateSequence, since: unit.now };
        await end.write(meetingRecord, conferenceId, { ...event, shows, ...(planned ? { date } : {}) });
        if (planned) await askForAnswers(end, conferenceId, end.now + ANSWERS_EVERY_MS);
        const method = planned ? "REQUEST" : "CANCEL";
        const told = planned ? invited : conference.participants.map((seat) => ({ seat, on: [] }));
        for (const { seat, on } of told) {
          const { id } = seat;
          await noteDelivery(end, conferenceId, id, { method, sequence, channel: "graph", state: "sent" });
          await audit(end, "system", "invitation-sent", publicIdOf(conference), id);
          await noteDisclosure(end, conference, seat, method, on);
        }
      },
    };
  };
}

async function notDone(
  unit: UnitOfWork,
  conference: Conference,
  failure: MeetingFailure,
): Promise<JobOutcome> {
  const method = conference.state === "planned" ? "REQUEST" : "CANCEL";
  const { sequence } = conference;
  const unreached = conference.participants.filter(({ id, email }) => id !== CONVENER && email !== "");
  const last = await deliveriesOf(unit, conference);
  return undelivered(failure, unreached, {
    method,
    conference,
    told: unreached.every(({ id }) => wasTold(last.get(id), { method, sequence })),
    note: async (end) => {
      for (const { id } of unreached) {
        await noteDelivery(end, conference.id, id, { method, sequence, channel: "graph", state: "failed" });
      }
    },
  });
}

/** As in a mail: the id, and nothing of the case. Attendees may not be on our list, so it is German. */
function meetingOf(conference: Conference, invited: readonly Participant[]): Meeting {
  const { uid, format, timeZone, start, end, where } = conference;
  const words = de.mail[format];
  const id = publicIdOf(conference);
  return {
    key: uid,
    subject: words.subject(id),
    text: words.invitation(id, readableSpan("de", timeZone, start, end)),
    start: Date.parse(start),
    end: Date.parse(end),
    location: where,
    attendees: invited.map(({ name, email, required }) => ({ name, email, required })),
    teamsMeeting: conference.online,
  };
}
