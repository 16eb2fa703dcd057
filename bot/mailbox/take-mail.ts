import { type Answer, answers } from "../../casework/attendance/attendance.js";
import { noteTrouble, takeAnswer } from "../../casework/attendance/take-answer.js";
import {
  type Conference,
  conferenceOfUid,
  conferenceRecord,
  type Participant,
  publicIdOf,
  scopesOfConference,
} from "../../casework/conference/conference.js";
import { conferencesOf } from "../../casework/conference/convened.js";
import { type Poll, pollRecord } from "../../casework/poll/poll.js";
import { findCaseIds } from "../../casework/privacy/case-id.js";
import { detectPersonalData } from "../../casework/privacy/detect.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { writeTo } from "../../dialogs/write-to.js";
import { type MailView, mailCard } from "../cards/mailbox.js";
import { sentAs } from "../outbox/message-id.js";
import type { Texts } from "../texts/de.js";
import { type Ledger, transact } from "../turn/transact.js";
import type { BoxedMail, CalendarAnswer } from "./incoming-mail.js";

/** What became of a mail, for the log: kinds only. */
export type MailTaken =
  | "counted"
  | "stale"
  | "shown"
  | "undelivered"
  | "away"
  /** About nothing of ours, or older than everything: nobody can be told. */
  | "unrelated";

const COMMIT_MS = 8_000;

export type MailTaker = (mail: BoxedMail) => Promise<MailTaken>;

/**
 * Turns one mail into what it changes, in one commit, once however often it is read. A calendar's answer counts if
 * UID and sender are right; whatever else speaks of a conference is shown to its convener, cleaned, and counts
 * nothing. Rejects if it could not be committed: then it comes again.
 */
export function mailTaker(ledger: Ledger): MailTaker {
  return async (mail) => {
    const now = ledger.clock();
    const { reply } = mail;
    const once = [
      `mail/${mail.id}`,
      ...(reply
        ? [
            `reply/${reply.uid}/${mail.from}/${reply.attendee}/${reply.sequence}/${reply.stampedAt}/${reply.participation}`,
          ]
        : []),
    ];
    const done = await transact(ledger, { once, now, deadline: now + COMMIT_MS }, (unit) => take(unit, mail));
    if (done.kind === "gave-up") throw new Error("busy");
    return done.kind === "done" ? done.result : "unrelated";
  };
}

async function take(unit: UnitOfWork, mail: BoxedMail): Promise<MailTaken> {
  const found = await subjectOf(unit, mail);
  if (!found) return "unrelated";
  if (found.kind === "poll") {
    if (mail.automatic) return "unrelated";
    const from = found.poll.participants.find(({ email }) => isFrom(mail, email));
    await show(unit, mail, found.poll, undefined, from, undefined);
    return "shown";
  }
  const { conference, addressed } = found;
  if (mail.automatic === "bounce") {
    if (!addressed) return "unrelated";
    const trouble = { participant: addressed.id, kind: "bounced", at: unit.now } as const;
    return (await noteTrouble(unit, conference, trouble)) ? "undelivered" : "stale";
  }
  const from = conference.participants.find(({ email }) => isFrom(mail, email));
  if (mail.automatic === "answer") {
    const who = from ?? addressed;
    if (!who) return "unrelated";
    const trouble = { participant: who.id, kind: "away", at: unit.now } as const;
    return (await noteTrouble(unit, conference, trouble)) ? "away" : "stale";
  }
  const { reply } = mail;
  const trusted = from !== undefined && mail.sender !== "failed";
  if (reply && trusted && reply.attendee === from.email.toLowerCase()) {
    if (reply.uid !== conference.uid) return "stale";
    return count(unit, mail, conference, from, reply);
  }
  await show(unit, mail, conference, conference.id, trusted ? from : undefined, reply);
  return "shown";
}

async function count(
  unit: UnitOfWork,
  mail: BoxedMail,
  conference: Conference,
  from: Participant,
  reply: CalendarAnswer,
): Promise<MailTaken> {
  const answer = answers.find((one) => one === reply.participation);
  if (!answer) return "stale";
  const given: Answer = {
    participant: from.id,
    answer,
    source: "mail",
    sequence: reply.sequence,
    at: reply.stampedAt,
  };
  if ((await takeAnswer(unit, "mail", conference, given)) !== "taken") return "stale";
  // Who comes stands on the board; who does not come changes what the convener has to do.
  if (answer === "declined" || answer === "proposed") {
    await tell(unit, mail.id, conference, ({ attendance: { told, answers: words } }) => ({
      title: told(publicIdOf(conference), from.name, words[answer]),
      notices: [],
      conference: conference.id,
    }));
  }
  return "counted";
}

/** What no rule can judge goes to the convener: from whom, as far as that may be said, and the cleaned words. */
async function show(
  unit: UnitOfWork,
  mail: BoxedMail,
  about: Conference | Poll,
  conference: string | undefined,
  from: Participant | undefined,
  reply: CalendarAnswer | undefined,
): Promise<void> {
  const id = publicIdOf(about);
  const { cleaned, findings } = detectPersonalData(mail.words);
  const answer = answers.find((one) => one === reply?.participation);
  const domain = mail.from.slice(mail.from.indexOf("@") + 1);
  await tell(unit, mail.id, about, ({ mailbox, attendance }) => ({
    title: from ? mailbox.wroteTitle(from.name, id) : mailbox.strangerTitle(id),
    notices: [
      ...(from ? [] : [mail.sender === "failed" ? mailbox.forged : mailbox.stranger(domain)]),
      ...(answer ? [mailbox.claims(attendance.answers[answer])] : []),
    ],
    // A calendar writes its own sentence into the mail; a person's words are what matters.
    ...(reply ? {} : { words: cleaned, cleaned: findings.some(({ category }) => category === "removes") }),
    conference,
  }));
}

async function tell(
  unit: UnitOfWork,
  mailId: string,
  about: Pick<Conference, "id" | "convener">,
  viewIn: (texts: Texts) => MailView,
): Promise<void> {
  const message = { id: `mail/${mailId}`, person: about.convener, scopes: scopesOfConference(about.id) };
  await writeTo(unit, message, (texts) => mailCard(texts, viewIn(texts)));
}

type Subject =
  | {
      readonly kind: "conference";
      readonly conference: Conference;
      readonly addressed: Participant | undefined;
    }
  | { readonly kind: "poll"; readonly poll: Poll };

/** What a mail is about: by the UID of its calendar part, by the mail that it answers, by a case id in its subject. */
async function subjectOf(unit: UnitOfWork, mail: BoxedMail): Promise<Subject | undefined> {
  const byUid = mail.reply && conferenceOfUid(mail.reply.uid);
  if (byUid) {
    const conference = await unit.read(conferenceRecord, byUid);
    return conference && { kind: "conference", conference, addressed: undefined };
  }
  for (const messageId of mail.about) {
    const sent = sentAs(messageId);
    if (sent?.kind === "poll") {
      const poll = await unit.read(pollRecord, sent.pollId);
      if (poll) return { kind: "poll", poll };
    }
    if (sent?.kind === "invitation") {
      const conference = await unit.read(conferenceRecord, sent.conferenceId);
      const addressed = conference?.participants.find(({ id }) => sent.isTo(id));
      if (conference) return { kind: "conference", conference, addressed };
    }
  }
  for (const { id } of findCaseIds(mail.subject)) {
    const conference = (await conferencesOf(unit, id)).findLast(({ state }) => state === "planned");
    if (conference) return { kind: "conference", conference, addressed: undefined };
  }
  return undefined;
}

function isFrom(mail: BoxedMail, email: string): boolean {
  return email !== "" && email.toLowerCase() === mail.from;
}
