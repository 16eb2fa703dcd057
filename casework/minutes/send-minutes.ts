import { z } from "zod";
import { audit } from "../audit/audit.js";
import type { CaseEntry } from "../case/case.js";
import {
  type Conference,
  needsConsent,
  type Participant,
  scopesOfConference,
} from "../conference/conference.js";
import type { Consent } from "../consent/consent.js";
import { isImmigrationAuthority } from "../consent/immigration.js";
import { mayDisclose, type Refusal } from "../consent/may-disclose.js";
import { isYouthOffice } from "../consent/youth-office.js";
import type { Actor } from "../staff/staff.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { holdsHealth, withoutHealth } from "./health-in-minutes.js";
import { type Content, contentFor, type Form, type Minutes, minutesRecord, type Sending } from "./minutes.js";

/** The queue of minutes on their way; each job's payload is a `MinutesJob`. */
export const MINUTES = "minutes";

export const MinutesJob = z.object({
  conferenceId: z.string(),
  participant: z.string(),
  sending: z.string(),
});
export type MinutesJob = z.infer<typeof MinutesJob>;

export type Release =
  | { readonly kind: "allowed"; readonly content: Content; readonly on: readonly Consent[] }
  | { readonly kind: "refused"; readonly why: Refusal };

/**
 * What a participant may get at this moment, and on which consents that rests; asked when it is offered and again
 * when it is sent. The Ausländerbehörde gets nothing about health, whatever anybody consented to.
 */
export function releaseTo(
  minutes: Minutes,
  entry: Pick<CaseEntry, "consents">,
  participant: Participant,
  form: Form,
  today: string,
): Release {
  const asked = contentFor(minutes, participant.id, form);
  const content = isImmigrationAuthority(participant) ? withoutHealth(asked) : asked;
  if (!needsConsent(participant)) return { kind: "allowed", content, on: [] };
  const verdict = mayDisclose(entry.consents, {
    what: "minutes",
    recipient: participant.id,
    days: [today],
    health: holdsHealth(content),
    entrusted: minutes.entrusted && !isYouthOffice(participant),
  });
  return verdict.kind === "allowed"
    ? { kind: "allowed", content, on: verdict.on }
    : { kind: "refused", why: verdict.why };
}

/** Queues one mail a recipient, not before `due`. */
export async function queueMinutes(
  unit: UnitOfWork,
  actor: Actor,
  conference: Conference,
  minutes: Minutes,
  sending: Sending,
): Promise<Minutes> {
  const changed: Minutes = { ...minutes, sendings: [...minutes.sendings, sending] };
  await unit.write(minutesRecord, conference.id, changed);
  for (const { participant } of sending.to) {
    await unit.enqueue({
      queue: MINUTES,
      id: `${conference.id}/${sending.id}/${participant}`,
      due: sending.due,
      payload: { conferenceId: conference.id, participant, sending: sending.id } satisfies MinutesJob,
      scopes: scopesOfConference(conference.id),
    });
  }
  await audit(unit, actor.id, "minutes-queued", conference.caseId ?? conference.id);
  return changed;
}

/**
 * "Stopp" while nothing has left: it lands before the first of them may leave or not at all. Stopped once it stays so.
 * Undefined: it is too late, or there is no such sending.
 */
export async function stopSending(
  unit: UnitOfWork,
  conference: Pick<Conference, "id">,
  minutes: Minutes,
  id: string,
): Promise<Minutes | undefined> {
  const sending = minutes.sendings.find((one) => one.id === id);
  if (sending?.stopped) return minutes;
  if (!sending || unit.now >= sending.due) return undefined;
  unit.notAfter(sending.due - 1);
  const sendings = minutes.sendings.map((one) => (one === sending ? { ...one, stopped: true } : one));
  const changed: Minutes = { ...minutes, sendings };
  await unit.write(minutesRecord, conference.id, changed);
  return changed;
}
