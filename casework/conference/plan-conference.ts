import { z } from "zod";
import { audit } from "../audit/audit.js";
import { agendaEntry, agendaIndex } from "../case/agenda.js";
import type { CaseEntry } from "../case/case.js";
import { consentInForce } from "../consent/consent.js";
import type { Actor } from "../staff/staff.js";
import { caseScope } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Busy, busyEntry, busyIndex, busyOf, overlaps } from "./busy.js";
import { type Conference, conferenceRecord, Participant } from "./conference.js";

export const CONVENER = "convener";
/** The queue of invitations; each job's payload is an `InvitationJob`. */
export const INVITATIONS = "invitations";

export const InvitationJob = z.object({
  conferenceId: z.string(),
  participant: Participant,
  sequence: z.number(),
  method: z.enum(["REQUEST", "CANCEL"]),
});
export type InvitationJob = z.infer<typeof InvitationJob>;

export type PlanRequest = {
  readonly participants: readonly Participant[];
  /** Instants in UTC, ISO 8601. */
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  /** Days `YYYY-MM-DD`: consent must be in force on that of the turn and on that of the conference. */
  readonly today: string;
  readonly day: string;
  readonly uid: string;
};

export type Planned =
  | { readonly kind: "planned"; readonly conference: Conference }
  | { readonly kind: "consent-missing"; readonly participants: readonly Participant[] }
  | { readonly kind: "taken"; readonly by: readonly Participant[] };

/**
 * Saves the conference and queues one invitation per participant with an address, all in this unit of work:
 * no invitation for a conference that was not saved. A recipient without consent in force, today and on
 * the day, is never invited (§ 78 SGB X).
 */
export async function planConference(
  unit: UnitOfWork,
  actor: Actor,
  entry: CaseEntry,
  request: PlanRequest,
): Promise<Planned> {
  const missing = request.participants.filter(
    (participant) =>
      participant.id !== CONVENER &&
      !(
        consentInForce(entry.consents, participant.id, "both", request.today) &&
        consentInForce(entry.consents, participant.id, "both", request.day)
      ),
  );
  if (missing.length > 0) return { kind: "consent-missing", participants: missing };

  const span: Busy = { start: Date.parse(request.start), end: Date.parse(request.end) };
  const taken: Participant[] = [];
  for (const participant of request.participants) {
    const who = seatOwner(participant, actor);
    await unit.guard(`busy/${who}/${request.day}`);
    const busy = await busyOf(unit, who, request.day, request.day);
    if (busy.some((other) => overlaps(other, span))) taken.push(participant);
  }
  if (taken.length > 0) return { kind: "taken", by: taken };

  const id = await nextId(unit, entry.id);
  const conference: Conference = {
    id,
    caseId: entry.id,
    convener: actor.id,
    participants: [...request.participants],
    start: request.start,
    end: request.end,
    timeZone: request.timeZone,
    uid: request.uid,
    sequence: 0,
    dateSequence: 0,
    state: "planned",
    createdAt: unit.now,
  };
  await unit.write(conferenceRecord, id, conference);
  unit.addToIndex(agendaIndex(actor.id), agendaEntry(onAgenda(conference, request.day)));
  unit.addToIndex(conferencesIndex(entry.id), { sort: request.start, member: id });
  for (const participant of request.participants) {
    unit.addToIndex(busyIndex(seatOwner(participant, actor)), busyEntry(conference));
    if (participant.email !== "") await queueInvitation(unit, conference, participant, "REQUEST");
  }
  await audit(unit, actor.id, "conference-planned", entry.id);
  return { kind: "planned", conference };
}

export function conferencesIndex(caseId: string): string {
  return `conferences/${caseId}`;
}

/** The conferences of a case, earliest first. */
export async function conferencesOf(unit: UnitOfWork, caseId: string): Promise<readonly Conference[]> {
  const entries = await unit.range(conferencesIndex(caseId));
  const conferences = await unit.readMany(
    conferenceRecord,
    entries.map((entry) => entry.member),
  );
  return conferences.filter((conference) => conference !== undefined);
}

/** One message to one participant, idempotent by conference, participant and sequence. */
export async function queueInvitation(
  unit: UnitOfWork,
  conference: Conference,
  participant: Participant,
  method: InvitationJob["method"],
): Promise<void> {
  const payload: InvitationJob = {
    conferenceId: conference.id,
    participant,
    sequence: conference.sequence,
    method,
  };
  await unit.enqueue({
    queue: INVITATIONS,
    id: `${conference.id}/${participant.id}/${conference.sequence}/${method}`,
    due: unit.now,
    payload,
    scopes: [caseScope(conference.caseId)],
  });
}

/** Whose calendar a seat takes up: the convener's own, or that of the office. */
export function seatOwner(participant: Participant, convener: Actor): string {
  return participant.id === CONVENER ? convener.id : `office:${participant.id}`;
}

function onAgenda(conference: Conference, day: string) {
  return { kind: "conference" as const, day, caseId: conference.caseId, conferenceId: conference.id };
}

async function nextId(unit: UnitOfWork, caseId: string): Promise<string> {
  await unit.guard(`conferences/${caseId}`);
  const known = await unit.range(conferencesIndex(caseId));
  return `${caseId}.${known.length + 1}`;
}
