import type { LocalDate } from "../calendar/local-date.js";
import { consentEnds } from "../consent/consent-ends.js";
import type { CaseEntry } from "./case.js";

/**
 * What a person has to do, by day. At rest it is sealed like the cases themselves (dates-of-cases.ts): an index would
 * say in the clear on which day something ends in which case.
 */
export type AgendaItem =
  | { readonly kind: "measure" | "follow-up"; readonly id: string; readonly day: LocalDate }
  | { readonly kind: "consent"; readonly id: string; readonly day: LocalDate }
  | { readonly kind: "status"; readonly day: LocalDate };

/** What is to be done, beside what only ends. */
export function isWork(kind: string): kind is "measure" | "follow-up" {
  return kind === "measure" || kind === "follow-up";
}

/** A consent that ends is named so many days before, since renewing it takes a meeting. */
export const CONSENT_AHEAD_DAYS = 14;

/** Everything dated of a case, in no order. A consent stands on its last day. */
export function agendaOfCase(entry: CaseEntry): readonly AgendaItem[] {
  const items: AgendaItem[] = [];
  for (const { id, due, doneAt } of entry.measures) {
    if (due && doneAt === undefined) items.push({ kind: "measure", id, day: due });
  }
  for (const { id, on, doneAt } of entry.followUps) {
    if (doneAt === undefined) items.push({ kind: "follow-up", id, day: on });
  }
  for (const { id, day } of consentEnds(entry.consents)) items.push({ kind: "consent", id, day });
  if (entry.status?.expires) items.push({ kind: "status", day: entry.status.expires });
  return items;
}
