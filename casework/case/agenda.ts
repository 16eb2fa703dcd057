import { z } from "zod";
import { consentEnds } from "../consent/consent-ends.js";
import type { CaseEntry } from "./case.js";

const day = z.iso.date();

/**
 * What a person has to do, by day. At rest it is sealed like the cases themselves (dates-of-cases.ts): an index would
 * say in the clear on which day something ends in which case.
 */
export const AgendaItem = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["measure", "follow-up"]), id: z.string(), day }),
  z.object({ kind: z.literal("consent"), id: z.string(), day }),
  z.object({ kind: z.literal("status"), day }),
]);
export type AgendaItem = z.infer<typeof AgendaItem>;

/** What is to be done, beside what only ends. */
export function isWork(item: AgendaItem): item is Extract<AgendaItem, { kind: "measure" | "follow-up" }> {
  return item.kind === "measure" || item.kind === "follow-up";
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
