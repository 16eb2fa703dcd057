import { audit } from "../../casework/audit/audit.js";
import { caseRecord } from "../../casework/case/case.js";
import { scopesOfConference } from "../../casework/conference/conference.js";
import type { PollLinks } from "../../casework/poll/links.js";
import { type Poll, pollRecord, voteOf } from "../../casework/poll/poll.js";
import { endPoll, mayTakePart, PollJob, PollLinkJob } from "../../casework/poll/run-poll.js";
import { beginWork, type UnitOfWork } from "../../casework/store/unit-of-work.js";
import { languageOf, queueMessage, referenceRecord } from "../../dialogs/messages.js";
import { caseLabel } from "../cards/case-view.js";
import { literal } from "../cards/elements.js";
import { say } from "../cards/notices.js";
import { pollCard } from "../cards/poll.js";
import { de } from "../texts/de.js";
import { readableInstant } from "../texts/format.js";
import { textsFor } from "../texts/texts.js";
import { type Ledger, transact } from "../turn/transact.js";
import type { Mailer } from "./mailer.js";
import { pollMessageId } from "./message-id.js";
import { aboutId, type Line } from "./tell-convener.js";
import { unsent } from "./undelivered.js";
import type { JobHandler } from "./worker.js";

export type PollLinkServices = {
  readonly ledger: Ledger;
  readonly mailer: Mailer;
  readonly links: PollLinks;
  readonly publicUrl: () => string | undefined;
  readonly mailDomain: string;
};

const COMMIT_MS = 8_000;

/**
 * Mails one personal link. That consent is in force and the poll still open is looked up at this very moment; the
 * same job sends the same link under the same Message-ID, however often it runs.
 */
export function sendPollLink(services: PollLinkServices): JobHandler {
  const { ledger, mailer, links, publicUrl, mailDomain } = services;
  return async (payload, _jobId, attempt = 1) => {
    const job = PollLinkJob.parse(payload);
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const poll = await unit.read(pollRecord, job.pollId);
    const place = poll?.participants.findIndex(({ id }) => id === job.participant) ?? -1;
    const voter = poll?.participants[place];
    if (!poll || !voter) return { kind: "done" };
    const wanted =
      poll.state === "open" &&
      unit.now < poll.closesAt &&
      voteOf(poll, voter.id) === undefined &&
      (await mayTakePart(unit, poll, voter));
    if (!wanted) return noted("invitation-dropped", poll, voter.id);
    const base = publicUrl();
    if (base === undefined) return { kind: "retry", reason: "PUBLIC_URL is not set" };
    const token = links.tokenFor({ pollId: poll.id, place, expires: poll.closesAt + SHOWN_AFTER_MS });
    const until = `${readableInstant("de", poll.timeZone, poll.closesAt)} Uhr`;
    const result = await mailer.send({
      messageId: pollMessageId(poll.id, voter.id, mailDomain),
      to: { name: voter.name, email: voter.email },
      subject: de.poll.mail.subject(poll.publicId),
      text: de.poll.mail.text(poll.publicId, until, `${base}/c/${token}`),
    });
    if (result.kind === "sent") return noted("invitation-sent", poll, voter.id);
    return unsent(result, attempt, {
      words: ({ planning }) => planning.notDelivered.POLL(voter.name),
      tell: (line) => (end) => tellAboutPoll(end, poll, line),
    });
  };
}

/** Whoever opens the link a little late reads that it is over, not that the link is wrong. */
const SHOWN_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

function noted(action: "invitation-sent" | "invitation-dropped", poll: Poll, voter: string) {
  const record = (unit: UnitOfWork) => audit(unit, "system", action, poll.publicId, voter);
  return { kind: "done", record } as const;
}

/** Writes a line about a poll into its convener's 1:1 chat, with this commit. */
async function tellAboutPoll(unit: UnitOfWork, poll: Poll, line: Line): Promise<void> {
  const texts = textsFor(await languageOf(unit, poll.convener, poll.locale));
  await queueMessage(unit, {
    id: aboutId(unit, poll.id, line),
    person: poll.convener,
    replies: [say(texts, texts.planning.aboutPoll(poll.publicId, literal(line(texts))))],
    scopes: scopesOfConference(poll.id),
  });
}

/** At the deadline the poll ends, unless the last vote or its convener has ended it before. */
export function endPollInTime(ledger: Ledger): JobHandler {
  return async (payload, jobId) => {
    const { pollId } = PollJob.parse(payload);
    const now = ledger.clock();
    const once = [`job/poll-deadline/${jobId}`];
    const done = await transact(ledger, { once, now, deadline: now + COMMIT_MS }, async (unit) => {
      const poll = await unit.read(pollRecord, pollId);
      if (poll) await endPoll(unit, poll, "absent");
    });
    return done.kind === "gave-up" ? { kind: "retry", reason: "busy" } : { kind: "done" };
  };
}

/** Tells the convener how it ended, with the date that did best, as long as none was taken yet. */
export function tellPollResult(ledger: Ledger): JobHandler {
  return async (payload, jobId) => {
    const { pollId } = PollJob.parse(payload);
    const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
    const poll = await unit.read(pollRecord, pollId);
    if (poll?.state !== "closed") return { kind: "done" };
    const entry = poll.caseId === undefined ? undefined : await unit.read(caseRecord, poll.caseId);
    const chat = await unit.read(referenceRecord, poll.convener);
    const locale = chat?.locale ?? poll.locale;
    const texts = textsFor(locale);
    const label = entry ? caseLabel(texts, entry) : poll.publicId;
    const reply = pollCard(texts, locale, { poll, label, account: chat?.account }, "new");
    const scopes = scopesOfConference(poll.id);
    const message = { id: `result/${jobId}`, person: poll.convener, replies: [reply], scopes };
    return { kind: "done", record: (end) => queueMessage(end, message) };
  };
}
