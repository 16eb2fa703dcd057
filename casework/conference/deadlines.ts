import type { CaseEntry } from "../case/case.js";
import { consentInForce, roundInForce } from "../consent/may-disclose.js";
import { needsConsent, type Participant } from "./conference.js";

/** A day after which a conference comes too late, and what ends then. */
export type CaseDeadline = {
  readonly day: string;
  readonly ends: "status" | "consent" | "round" | "measure";
  /** The recipient of the consent, or what is to be done by then. */
  readonly about: string;
};

/** Words by which people mark a date as one that the law sets; nothing is ever computed from them. */
const legal = /\bfrist|frist\b|widerspruch|klage|anhörung|rechtsbehelf/i;

/**
 * What ends in the time to come, earliest first: the residence paper, a consent that the conference rests on, and
 * measures that whoever wrote them called a deadline. Days `YYYY-MM-DD`.
 */
export function deadlinesOf(
  entry: CaseEntry,
  participants: readonly Participant[],
  today: string,
): readonly CaseDeadline[] {
  const deadlines: CaseDeadline[] = [];
  const expires = entry.status?.expires;
  if (expires) deadlines.push({ day: expires, ends: "status", about: "" });
  for (const participant of participants.filter(needsConsent)) {
    const until = consentInForce(entry.consents, participant.id, "both", today)?.until;
    if (until) deadlines.push({ day: until, ends: "consent", about: participant.name });
  }
  const table = participants.filter(needsConsent).map(({ id }) => id);
  const together = table.length > 1 ? roundInForce(entry.consents, table, today)?.until : undefined;
  if (together) deadlines.push({ day: together, ends: "round", about: "" });
  for (const { what, due, doneAt } of entry.measures) {
    if (due && doneAt === undefined && legal.test(what))
      deadlines.push({ day: due, ends: "measure", about: what });
  }
  return deadlines.filter(({ day }) => day >= today).sort((a, b) => a.day.localeCompare(b.day));
}
