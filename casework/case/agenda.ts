import type { LocalDate } from "../calendar/local-date.js";
import { consentEnds } from "../consent/consent-ends.js";
import type { CaseEntry } from "./case.js";

/**
 * What a person has to do, by day. It is read out of the open cases themselves: an index would say in the clear
 * on which day something ends in which case.
 */
export type AgendaItem = { readonly day: LocalDate; readonly caseId: string } & (
  | { readonly kind: "measure" | "follow-up" | "consent"; readonly id: string }
  | { readonly kind: "status" }
);

/** A consent that ends is named so many days before, since renewing it takes a meeting. */
export const CONSENT_AHEAD_DAYS = 14;

/** Everything dated of a case, in no order. A consent stands on its last day. */
export function agendaOfCase(entry: CaseEntry): readonly AgendaItem[] {
  const caseId = entry.id;
  const items: AgendaItem[] = [];
  for (const { id, due, doneAt } of entry.measures) {
    if (due && doneAt === undefined) items.push({ kind: "measure", caseId, id, day: due });
  }
  for (const { id, on, doneAt } of entry.followUps) {
    if (doneAt === undefined) items.push({ kind: "follow-up", caseId, id, day: on });
  }
  for (const { id, day } of consentEnds(entry.consents)) items.push({ kind: "consent", caseId, id, day });
  if (entry.status?.expires) items.push({ kind: "status", caseId, day: entry.status.expires });
  return items;
}
