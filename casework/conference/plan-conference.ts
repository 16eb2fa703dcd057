import { queueConferenceReminders } from "../attendance/reminders.js";
import { audit } from "../audit/audit.js";
import type { CaseEntry } from "../case/case.js";
import type { Consent } from "../consent/consent.js";
import { mayDisclose, roundInForce } from "../consent/may-disclose.js";
import type { Actor } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Conference, needsConsent, type Participant, publicIdOf } from "./conference.js";
import { conferencesIndex, convenedIndex } from "./convened.js";
import { saveHeld } from "./held-change.js";
import { invite } from "./invitations.js";
import { putOnCalendars, takenSeats } from "./seats.js";

/** What a conference is about: a case, or nothing that is known here, under an id of its own. */
export type Subject =
  | { readonly format: "case"; readonly entry: CaseEntry }
  | { readonly format: "anonymous"; readonly id: string };

export type PlanRequest = {
  readonly subject: Subject;
  readonly participants: readonly Participant[];
  /** Instants in UTC, ISO 8601. */
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly where: string;
  readonly online: boolean;
  readonly channel: Conference["channel"];
  /** Days `YYYY-MM-DD`: consent must be in force on that of the turn and on that of the conference. */
  readonly today: string;
  readonly day: string;
  /** Unguessable part of the iCalendar UID, lower case hex, and its host part. */
  readonly random: string;
  readonly mailDomain: string;
  /** No invitation leaves before this instant, ms. */
  readonly heldUntil: number;
};

export type Planned =
  | { readonly kind: "planned"; readonly conference: Conference }
  /** Each for itself, or, where each has one, that of the whole round: all may hear all. */
  | { readonly kind: "consent-missing"; readonly participants: readonly Participant[] }
  | { readonly kind: "taken"; readonly by: readonly Participant[] };

/**
 * Saves the conference and queues one invitation per participant with an address, all in this unit of work:
 * no invitation for a conference that was not saved. A recipient without consent in force, today and on
 * the day, is never invited to a Fallkonferenz (§ 78 SGB X).
 */
export async function planConference(unit: UnitOfWork, actor: Actor, request: PlanRequest): Promise<Planned> {
  const { subject, participants, day } = request;
  if (subject.format === "case") {
    const missing = consentMissing(subject.entry.consents, participants, [request.today, day]);
    if (missing) return missing;
  }
  const id = subject.format === "case" ? await nextId(unit, subject.entry.id) : subject.id;
  const conference: Conference = {
    id,
    format: subject.format,
    ...(subject.format === "case" ? { caseId: subject.entry.id } : {}),
    convener: actor.id,
    participants: [...participants],
    uninvited: [],
    start: request.start,
    end: request.end,
    timeZone: request.timeZone,
    where: request.where,
    online: request.online,
    channel: request.channel,
    uid: `${id}.${request.random}@${request.mailDomain}`,
    sequence: 0,
    dateSequence: 0,
    state: "planned",
    createdAt: unit.now,
    heldUntil: request.heldUntil,
  };
  const taken = await takenSeats(unit, conference, day);
  if (taken.length > 0) return { kind: "taken", by: taken };

  await saveHeld(unit, undefined, conference);
  putOnCalendars(unit, conference);
  if (conference.caseId !== undefined) {
    unit.addToIndex(conferencesIndex(conference.caseId), { sort: request.start, member: id });
  }
  unit.addToIndex(convenedIndex(actor.id), { sort: new Date(unit.now).toISOString(), member: id });
  await invite(unit, conference, participants);
  await queueConferenceReminders(unit, conference);
  await audit(unit, actor.id, "conference-planned", publicIdOf(conference));
  return { kind: "planned", conference };
}

/** Why these may not sit at one table on each of these days; undefined if they may. */
export function consentMissing(
  consents: readonly Consent[],
  participants: readonly Participant[],
  days: readonly string[],
): Extract<Planned, { kind: "consent-missing" }> | undefined {
  const missing = withoutConsent(consents, participants, days);
  const table = participants.filter(needsConsent).map(({ id }) => id);
  const together = table.length < 2 || days.every((day) => roundInForce(consents, table, day));
  if (missing.length === 0 && together) return undefined;
  const without = missing.length > 0 ? missing : participants.filter(needsConsent);
  return { kind: "consent-missing", participants: without };
}

/** The recipients who may not be invited on any of these days (`YYYY-MM-DD`), each by itself: who shares the table is a consent of its own. */
export function withoutConsent(
  consents: readonly Consent[],
  participants: readonly Participant[],
  days: readonly string[],
): readonly Participant[] {
  return participants.filter(
    (participant) =>
      needsConsent(participant) &&
      mayDisclose(consents, { what: "invitation", recipient: participant.id, days }).kind === "refused",
  );
}

async function nextId(unit: UnitOfWork, caseId: string): Promise<string> {
  await unit.guard(`conferences/${caseId}`);
  const known = await unit.range(conferencesIndex(caseId));
  return `${caseId}.${known.length + 1}`;
}
