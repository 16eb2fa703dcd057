import { wallClock } from "../casework/calendar/zone.js";
import type { CaseEntry } from "../casework/case/case.js";
import { type Conference, needsConsent, type Participant } from "../casework/conference/conference.js";
import { withoutConsent } from "../casework/conference/plan-conference.js";
import { type Consent, ROUND } from "../casework/consent/consent.js";
import { consentInForce, mayDisclose, roundInForce } from "../casework/consent/may-disclose.js";
import { type ConsentErrors, type Recipient, readConsentForm } from "./consent-form.js";
import { languagesOf } from "./consent-grid.js";
import type { Turn } from "./turn.js";

/**
 * Whose consent for a conference is missing on any of these days: offices one by one, and then, where several sit at
 * the table, that of the whole round.
 */
export function missingForConference(
  turn: Turn,
  entry: CaseEntry,
  participants: readonly Participant[],
  days: readonly string[],
): readonly Recipient[] {
  const missing = withoutConsent(entry.consents, participants, days).map(({ id, name, rechtskreis }) => ({
    id,
    name,
    rechtskreis,
  }));
  const table = tableOf(participants);
  const together = table.length < 2 || days.every((day) => roundInForce(entry.consents, table, day));
  return together ? missing : [...missing, { id: ROUND, name: turn.texts.consent.round, rechtskreis: "" }];
}

export type ConsentsForConference =
  | {
      readonly kind: "read";
      readonly consents: readonly Consent[];
      /** Without those for whom none was given. */
      readonly participants: readonly Participant[];
    }
  | { readonly kind: "errors"; readonly errors: ConsentErrors };

/** The filled grid of a conference: what was recorded, and who is left at the table. */
export function readConsentsForConference(
  turn: Turn,
  entry: CaseEntry,
  everybody: readonly Participant[],
  missing: readonly Recipient[],
  fields: Readonly<Record<string, string>>,
): ConsentsForConference {
  const refused = new Set(missing.map(({ id }) => id).filter((id) => fields[`consent:${id}`] !== "both"));
  const participants = everybody.filter(({ id }) => !refused.has(id));
  const table = tableOf(participants);
  const read = readConsentForm(turn, missing, fields, { table, languages: languagesOf(turn, entry) });
  if (read.kind === "errors") return read;
  if (refused.has(ROUND) && table.length > 1) {
    return { kind: "errors", errors: { [`consent:${ROUND}`]: turn.texts.consent.roundRefused } };
  }
  // With one office left at the table nobody else hears it.
  const consents = read.consents.filter(({ recipient }) => recipient !== ROUND || table.length > 1);
  return { kind: "read", consents, participants };
}

/** Whether an office may still see that it is invited: on its own consent and on that of the whole round. */
export function invitationStands(
  { consents }: CaseEntry,
  { participants, timeZone, start }: Conference,
  office: string,
  today: string,
): boolean {
  if (!participants.some(({ id }) => id === office)) return false;
  const days = [today, wallClock(timeZone, Date.parse(start)).date];
  const table = tableOf(participants);
  return mayDisclose(consents, { what: "invitation", recipient: office, days, table }).kind === "allowed";
}

/** The last day on which all of these may sit at one table; undefined if none of the consents ends. */
export function lastDayTogether(
  turn: Turn,
  entry: CaseEntry,
  participants: readonly Participant[],
): string | undefined {
  const table = tableOf(participants);
  const consents = [
    ...table.map((id) => consentInForce(entry.consents, id, "both", turn.today)),
    ...(table.length > 1 ? [roundInForce(entry.consents, table, turn.today)] : []),
  ];
  return consents.flatMap((consent) => consent?.until ?? []).sort()[0];
}

/** The offices that hear each other at a conference. */
function tableOf(participants: readonly Participant[]): readonly string[] {
  return participants.filter(needsConsent).map(({ id }) => id);
}
