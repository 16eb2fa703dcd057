import { queueConferenceReminders } from "../attendance/reminders.js";
import { audit } from "../audit/audit.js";
import type { Consent } from "../consent/consent.js";
import type { Actor } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Conference, type Participant, publicIdOf } from "./conference.js";
import { saveHeld } from "./held-change.js";
import { invite } from "./invitations.js";
import { consentMissing, type Planned } from "./plan-conference.js";
import { putOnCalendars, takenSeats, takeOffCalendars } from "./seats.js";

export type Move = {
  /** Instants in UTC, ISO 8601. */
  readonly start: string;
  readonly end: string;
  /** Days `YYYY-MM-DD`, as in `PlanRequest`. */
  readonly today: string;
  readonly day: string;
  /** Those of the case; of no matter for the anonymous format. */
  readonly consents: readonly Consent[];
  readonly heldUntil: number;
};

/**
 * The same conference at another time: same UID, next SEQUENCE (RFC 5546 2.1.4), and whatever was answered is asked
 * anew. Consent must reach to the new day, and no seat may be taken there.
 */
export async function rescheduleConference(
  unit: UnitOfWork,
  actor: Actor,
  before: Conference,
  move: Move,
): Promise<Planned> {
  if (before.format === "case") {
    const missing = consentMissing(move.consents, before.participants, [move.today, move.day]);
    if (missing) return missing;
  }
  const sequence = before.sequence + 1;
  const { start, end, heldUntil } = move;
  const moved: Conference = { ...before, start, end, sequence, dateSequence: sequence, heldUntil };
  const taken: readonly Participant[] = await takenSeats(unit, moved, move.day, before);
  if (taken.length > 0) return { kind: "taken", by: taken };
  takeOffCalendars(unit, before);
  putOnCalendars(unit, moved);
  await saveHeld(unit, before, moved);
  await invite(unit, moved, moved.participants);
  await queueConferenceReminders(unit, moved);
  await audit(unit, actor.id, "conference-planned", publicIdOf(moved));
  return { kind: "planned", conference: moved };
}
