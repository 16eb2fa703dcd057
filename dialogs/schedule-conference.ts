import { literal } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import type { Command } from "../bot/routing/command.js";
import { wallClock } from "../casework/calendar/zone.js";
import { caseFor } from "../casework/case/access.js";
import { planConference } from "../casework/conference/plan-conference.js";
import { recordConsents } from "../casework/consent/commands.js";
import { contextOf } from "./case-offices.js";
import { readConsentsForConference } from "./conference-consents.js";
import {
  CONFERENCE_DRAFT,
  type ConferenceDraft,
  caseOf,
  type OpenDraft,
  openConferenceDraft,
} from "./conference-draft.js";
import { chooseOffices, clientSeat, convenerSeat, interpreterSeat } from "./conference-offices.js";
import { conferenceOutcome } from "./conference-outcome.js";
import { isPast, wishNow, ZONE } from "./conference-slots.js";
import { consentGrid, missingConsents, nextStep, sameDates } from "./conference-step.js";
import { addressFrom, faultyAddress, withFields } from "./dates-fields.js";
import { openDraft, spendDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { contextForQuestion } from "./question-context.js";
import type { Reply } from "./reply.js";
import { closedOutcome, unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

/**
 * From "FaKo für K-7F3Q9 mit JC und Jugendamt nächste Woche" to the invitations: offices, the consents that
 * are missing, three dates, done. One draft goes through the steps; each step's card replaces the one before.
 */
export type SaidConference = Omit<Extract<Command, { kind: "plan-conference" }>, "kind" | "caseId">;

const DEFAULT_MINUTES = 60;

export async function planFromText(turn: Turn, caseId: string, said: SaidConference): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const entry = await caseFor(unit, actor, caseId, "read");
  if (!entry) return unknownCase(turn, caseId);
  const closed = closedOutcome(turn, entry);
  if (closed) return closed;
  const chosen = await chooseOffices(turn, entry, said.offices, said.without);
  const hints = [
    ...(chosen.notFound.length > 0 ? [texts.conference.notFound(literal(chosen.notFound.join(", ")))] : []),
    ...(said.impossibleDate ? [texts.conference.impossibleDate(said.impossibleDate)] : []),
    ...(chosen.immigrationLeftOut ? [texts.conference.immigrationOnRequest] : []),
  ];
  if (chosen.participants.length === 0) {
    return { replies: [say(texts, [...hints, texts.conference.noOffices].join(" "))] };
  }
  const withInterpreter = said.withInterpreter || (said.withClient && entry.interpreter === "yes");
  const draft: ConferenceDraft = {
    about: { format: "case", caseId },
    participants: [
      ...chosen.participants,
      ...(said.withClient ? [clientSeat(turn)] : []),
      ...(withInterpreter ? [interpreterSeat(turn)] : []),
    ],
    ...blankDraft(said, entry.urgency === "high"),
    hints,
  };
  const nonce = await openDraft(turn, CONFERENCE_DRAFT, draft, caseId);
  const reply = await nextStep(turn, { nonce, draft, subject: { format: "case", entry } }, "new");
  return { replies: [reply], state: { ...turn.state, lastCase: caseId, openDraft: nonce } };
}

/** What every draft begins with: the wish as it was said. */
export function blankDraft(
  said: SaidConference,
  urgent: boolean,
): Omit<ConferenceDraft, "about" | "participants"> {
  return {
    wish: {
      ...(said.window ? { from: said.window.from, to: said.window.to } : {}),
      ...(said.partOfDay ? { partOfDay: said.partOfDay } : {}),
      minutes: quarters(said.durationMinutes ?? DEFAULT_MINUTES),
      urgent,
    },
    where: "",
    online: false,
    hints: [],
    step: 0,
    proposals: [],
    several: [],
    detours: [],
  };
}

/** "Speichern" on the consent grid: records what is there, leaves out the offices without, goes on to the dates. */
export async function saveConsentsAndGoOn(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const opened = await openOrShow(turn, press);
  if (opened.kind === "over") return opened.outcome;
  const { nonce, draft, subject } = opened;
  const entry = caseOf(subject);
  if (!entry) return { replies: [await nextStep(turn, opened, "pressed")] };
  const missing = missingConsents(turn, subject, draft);
  const read = readConsentsForConference(turn, entry, draft.participants, missing, press.fields);
  if (read.kind === "errors") {
    const filled = { values: press.fields, errors: read.errors };
    return { replies: [consentGrid(turn, opened, entry, missing, "pressed", filled)] };
  }
  const changed = await recordConsents(unit, actor, entry, read.consents);
  const participants = [...read.participants];
  if (participants.length === 0) {
    await spendDraft(turn, nonce);
    return { replies: [say(texts, texts.conference.allRefused)] };
  }
  const next = {
    nonce,
    draft: { ...draft, participants },
    subject: { format: "case" as const, entry: changed },
  };
  return { replies: [await nextStep(turn, next, "pressed")] };
}

/** "Neu suchen": other seats, a detour, somebody more; nothing is saved yet. */
export async function searchAgain(turn: Turn, press: CardPress): Promise<Outcome> {
  const opened = await openOrShow(turn, press);
  if (opened.kind === "over") return opened.outcome;
  const read = await withFields(turn, opened.draft, press.fields, contextFor(turn, opened));
  return { replies: [await showChanged(turn, opened, read)] };
}

/** "Anlegen" on the dates: the draft becomes the conference, the invitations wait in the outbox. */
export async function createConference(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor, settings } = turn;
  const opened = await openOrShow(turn, press);
  if (opened.kind === "over") return opened.outcome;
  const read = await withFields(turn, opened.draft, press.fields, contextFor(turn, opened));
  // Somebody more at the table: the dates that were shown are not theirs.
  if (read.changed || read.notFound.length > 0) return { replies: [await showChanged(turn, opened, read)] };
  const { nonce, subject } = opened;
  const { draft } = read;
  const participants = [
    { ...convenerSeat(turn), email: addressFrom(press.fields, convenerSeat(turn).id) },
    ...draft.participants,
  ];
  const proposal = draft.proposals.find(({ start }) => start === press.fields.slot);
  const badMail = faultyAddress(participants);
  if (badMail || !proposal) {
    const error = badMail
      ? texts.conference.mailInvalid(literal(badMail.name))
      : texts.conference.chooseSlotRequired;
    return { replies: [sameDates(turn, opened, press.fields, error)] };
  }
  if (draft.participants.length === 0) return { replies: [say(texts, texts.conference.allRefused)] };
  if (isPast(turn, proposal)) return { replies: [await otherDates(turn, { ...opened, draft })] };
  const day = wallClock(ZONE, Date.parse(proposal.start)).date;
  const planned = await planConference(unit, actor, {
    subject,
    participants,
    start: new Date(proposal.start).toISOString(),
    end: new Date(proposal.end).toISOString(),
    timeZone: ZONE,
    where: draft.where,
    online: draft.online,
    channel: settings.channel,
    today: turn.today,
    day,
    random: Buffer.from(turn.random(16)).toString("hex"),
    mailDomain: settings.mailDomain,
    heldUntil: unit.now + settings.sendDelayMs,
  });
  if (planned.kind === "consent-missing") {
    return { replies: [await nextStep(turn, { ...opened, draft: { ...draft, day } }, "pressed")] };
  }
  if (planned.kind === "taken") {
    const names = planned.by.map((one) => literal(one.name)).join(", ");
    const again = { ...draft, hints: [texts.conference.taken(names)] };
    return { replies: [await nextStep(turn, { ...opened, draft: again }, "pressed")] };
  }
  await spendDraft(turn, nonce);
  return conferenceOutcome(turn, planned.conference, texts.planning.plannedTitle[subject.format]);
}

/** The card has lain so long that its dates are over: the next ones that all can keep. */
export function otherDates(turn: Turn, opened: OpenDraft): Promise<Reply> {
  const draft = { ...opened.draft, wish: wishNow(turn, opened.draft.wish), hints: [turn.texts.poll.past] };
  return nextStep(turn, { ...opened, draft }, "pressed");
}

async function showChanged(
  turn: Turn,
  opened: OpenDraft,
  { draft, notFound }: { readonly draft: ConferenceDraft; readonly notFound: readonly string[] },
) {
  if (draft.participants.length === 0) return say(turn.texts, turn.texts.conference.allRefused);
  const more =
    notFound.length > 0 ? { error: turn.texts.planning.nothingNew(literal(notFound.join(", "))) } : {};
  return nextStep(turn, { ...opened, draft: { ...draft, hints: [] } }, "pressed", more);
}

/** A button of an earlier card only shows where the draft stands now. */
export async function openOrShow(turn: Turn, press: CardPress) {
  const opened = await openConferenceDraft(turn, press);
  if (opened.kind === "over" || !opened.stale) return opened;
  return { kind: "over" as const, outcome: { replies: [await nextStep(turn, opened, "pressed")] } };
}

function contextFor(turn: Turn, { subject }: OpenDraft) {
  return subject.format === "case" ? contextOf(turn, subject.entry) : contextForQuestion(turn);
}

/** Rounded up to the quarter hour, from 15 minutes to 4 hours. */
function quarters(minutes: number): number {
  return Math.min(240, Math.max(15, Math.ceil(minutes / 15) * 15));
}
