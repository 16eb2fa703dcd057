import { voteCard } from "../bot/cards/poll.js";
import { textsFor } from "../bot/texts/texts.js";
import { addWorkingDays } from "../casework/calendar/holidays.js";
import { instantOf } from "../casework/calendar/zone.js";
import { type Participant, publicIdOf, scopesOfConference } from "../casework/conference/conference.js";
import { type Poll, type PollDate, pollId, votersOf } from "../casework/poll/poll.js";
import { startPoll } from "../casework/poll/run-poll.js";
import { partnersOf } from "../casework/staff/staff.js";
import { queueMessage, referenceRecord } from "./messages.js";
import type { Turn } from "./turn.js";

/** What a poll is to be held about: a conference that was prepared, but whose date nobody can tell from calendars. */
export type PollWish = {
  /** Without a case it is an anonymous conference, under an id of its own. */
  readonly subject: { readonly id: string; readonly caseId?: string };
  readonly participants: readonly Participant[];
  readonly dates: readonly PollDate[];
  readonly timeZone: string;
};

/** Offices answer within days, or not at all. */
const ANSWER_WORKING_DAYS = 3;
const EVENING_MINUTE = 18 * 60;
const HOUR_MS = 60 * 60 * 1000;

export type StartedPoll =
  | { readonly kind: "started"; readonly poll: Poll }
  /** Nothing was saved. */
  | { readonly kind: "refused"; readonly why: string };

/** "Umfrage starten": the poll is saved, and its links wait in the outbox. */
export async function startDatePoll(turn: Turn, wish: PollWish): Promise<StartedPoll> {
  const { unit, actor, texts, event, settings } = turn;
  const { subject, participants, dates, timeZone } = wish;
  if (settings.publicUrl() === undefined) return { kind: "refused", why: texts.poll.noAddress };
  const random = Buffer.from(turn.random(6)).toString("hex");
  const poll: Poll = {
    id: pollId(subject.id, subject.caseId === undefined, random),
    ...(subject.caseId === undefined ? {} : { caseId: subject.caseId }),
    publicId: publicIdOf(subject),
    convener: actor.id,
    locale: event.locale,
    participants: [...participants],
    dates: dates.map(({ start, end }) => ({ start: utc(start), end: utc(end) })),
    timeZone,
    closesAt: closingOf(turn, dates, timeZone),
    createdAt: unit.now,
    state: "open",
    votes: [],
  };
  if (votersOf(poll).length === 0) return { kind: "refused", why: texts.poll.nobodyToAsk };
  await startPoll(unit, poll);
  await askInTeams(turn, poll);
  return { kind: "started", poll };
}

/** The evening of the third working day, but at least an hour from now and a working evening before the first date. */
function closingOf(turn: Turn, dates: readonly PollDate[], timeZone: string): number {
  const evening = instantOf(timeZone, addWorkingDays(turn.today, ANSWER_WORKING_DAYS), EVENING_MINUTE);
  const first = Math.min(...dates.map(({ start }) => Date.parse(start)));
  return Math.max(turn.unit.now + HOUR_MS, Math.min(evening, first - 24 * HOUR_MS));
}

/** Partners who use Teams find the poll in their own chat too; whichever way they answer, it is one vote. */
async function askInTeams(turn: Turn, poll: Poll): Promise<void> {
  const { unit } = turn;
  for (const voter of votersOf(poll)) {
    const partner = voter.email === "" ? undefined : await partnerWith(turn, voter);
    const chat = partner && (await unit.read(referenceRecord, partner));
    if (!partner || !chat) continue;
    const view = { poll, voter: voter.id, account: chat.account };
    const locale = chat.locale ?? "de";
    await queueMessage(unit, {
      id: `${poll.id}/${voter.id}/teams`,
      person: partner,
      replies: [voteCard(textsFor(locale), locale, view, "new")],
      scopes: scopesOfConference(poll.id),
    });
  }
}

async function partnerWith({ unit }: Turn, { rechtskreis, email }: Participant): Promise<string | undefined> {
  for (const code of rechtskreis.split("|")) {
    const partners = await partnersOf(unit, code);
    const found = partners.find((one) => one.email.toLowerCase() === email.toLowerCase());
    if (found) return found.id;
  }
  return undefined;
}

function utc(instant: string): string {
  return new Date(instant).toISOString();
}
