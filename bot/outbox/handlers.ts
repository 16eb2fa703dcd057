import { CONFERENCE_REMINDERS } from "../../casework/attendance/reminders.js";
import { REMINDERS } from "../../casework/case/reminder.js";
import { CARD_UPDATES } from "../../casework/case/sent-cards.js";
import { INVITATIONS, MEETING_ANSWERS, MEETINGS } from "../../casework/conference/invitations.js";
import { LAST_CANCELLATIONS } from "../../casework/conference/last-cancellations.js";
import { MINUTES } from "../../casework/minutes/send-minutes.js";
import type { PollLinks } from "../../casework/poll/links.js";
import { POLL_DEADLINES, POLL_LINKS, POLL_RESULTS } from "../../casework/poll/run-poll.js";
import { ERASURES } from "../../casework/retention/erase-case.js";
import type { Locale } from "../../dialogs/event.js";
import { LATE_ANSWERS } from "../../dialogs/late-answers.js";
import { MESSAGES } from "../../dialogs/messages.js";
import type { Settings } from "../../dialogs/turn.js";
import { DOCUMENT_INTAKES } from "../../knowledge/documents/intake.js";
import { EXPERT_REMINDERS } from "../../knowledge/experts/expert-question.js";
import type { Log } from "../log.js";
import { textsFor } from "../texts/texts.js";
import type { Ledger } from "../turn/transact.js";
import { CHORES, type Chores, chores } from "./chores.js";
import { finishErasure, replaceCard } from "./erase.js";
import type { FetchFile } from "./fetch-file.js";
import type { MeetingCalendar } from "./meeting-calendar.js";
import { putMeeting } from "./put-meeting.js";
import type { Handlers } from "./queues.js";
import { readMeetingAnswers } from "./read-meeting-answers.js";
import { remindOfQuestion } from "./remind-expert.js";
import { remindOfConference } from "./remind-of-conference.js";
import { type Replace, showLateAnswer } from "./replace-message.js";
import { endPollInTime, sendPollLink, tellPollResult } from "./run-poll.js";
import { type InvitationMailing, sendInvitation } from "./send-invitation.js";
import { sendLastCancellation } from "./send-last-cancellation.js";
import { type Messenger, sendMessage } from "./send-message.js";
import { sendMinutes } from "./send-minutes.js";
import { sendReminder } from "./send-reminder.js";
import { takeDocument } from "./take-document.js";
import type { WriteDocument } from "./word-document.js";

/** The world outside, as the outbox reaches it. */
export type Outside = Omit<InvitationMailing, "mailDomain" | "organizer"> & {
  readonly messenger: Messenger;
  readonly replace: Replace;
  /** Absent where invitations go by mail. */
  readonly meetings: MeetingCalendar | undefined;
  readonly writeDocument: WriteDocument;
  readonly links: PollLinks;
  readonly fetchFile: FetchFile;
};

export type Office = {
  readonly ledger: Ledger;
  readonly settings: Settings;
  /** Of whoever has set no language. */
  readonly locale: Locale;
  /** The sender of all mail. */
  readonly mailFrom: string;
  readonly chores: Chores;
  /** Makes of the documents what is made of them: the index, vectors. */
  readonly documentsTaken: () => void;
  readonly log: Log;
};

/** Who does the jobs of which queue. Meetings are put into a calendar only where there is one. */
export function outboxHandlers(office: Office, outside: Outside): Handlers {
  const { ledger, settings, locale, log } = office;
  const { messenger, meetings } = outside;
  const organizer = { name: textsFor("de").name, email: office.mailFrom };
  const mailing = { ...outside, ledger, mailDomain: settings.mailDomain, organizer };
  return {
    [CHORES]: chores(office.chores, log),
    [MESSAGES]: sendMessage(ledger, messenger),
    [ERASURES]: finishErasure(ledger),
    [CARD_UPDATES]: replaceCard(outside.replace, locale),
    [REMINDERS]: sendReminder(ledger),
    [EXPERT_REMINDERS]: remindOfQuestion(ledger),
    [POLL_LINKS]: sendPollLink({ ...mailing, publicUrl: settings.publicUrl }),
    [CONFERENCE_REMINDERS]: remindOfConference(mailing),
    [MINUTES]: sendMinutes(mailing),
    [POLL_DEADLINES]: endPollInTime(ledger),
    [POLL_RESULTS]: tellPollResult(ledger),
    [INVITATIONS]: sendInvitation(mailing),
    [LATE_ANSWERS]: showLateAnswer(outside.replace),
    [DOCUMENT_INTAKES]: takeDocument({
      ledger,
      settings,
      fetchFile: outside.fetchFile,
      taken: office.documentsTaken,
    }),
    [LAST_CANCELLATIONS]: sendLastCancellation({ ...mailing, calendar: meetings }),
    ...(meetings
      ? {
          [MEETINGS]: putMeeting({ ledger, calendar: meetings }),
          [MEETING_ANSWERS]: readMeetingAnswers({ ledger, calendar: meetings, log }),
        }
      : {}),
  };
}
