import { z } from "zod";
import { Consent } from "../consent/consent.js";
import { caseScope, type RecordKind } from "../store/record.js";
import type { StreamKind } from "../store/unit-of-work.js";
import { ageBands, statusGroups } from "./facts.js";

export const phases = [
  "intake",
  "clarification",
  "assessment",
  "planning",
  "monitoring",
  "evaluation",
  "closing",
] as const;

export const Measure = z.object({
  id: z.string(),
  what: z.string(),
  /** A function or office, never a name. */
  responsible: z.string(),
  /** `YYYY-MM-DD` */
  due: z.iso.date().optional(),
  doneAt: z.number().optional(),
});
export type Measure = z.infer<typeof Measure>;

/**
 * A case entry. What it may not hold is as important as what it holds: no name, no birth date, no address,
 * no file number, no diagnosis (DSGVO 5(1)c). Free text has passed the detector before it gets here.
 */
export const CaseEntry = z.object({
  id: z.string(),
  owner: z.string(),
  deputies: z.array(z.string()),
  agency: z.string(),
  state: z.enum(["open", "closed"]),
  phase: z.enum(phases),
  /** Municipality by its ARS; empty if not known yet. */
  place: z.object({ ars: z.string(), name: z.string() }).nullable(),
  /** Ids of topics in the directory, with title and Rechtskreis as they were when chosen. */
  topics: z.array(z.object({ id: z.string(), title: z.string(), rechtskreis: z.string() })),
  languages: z.array(z.string()),
  interpreter: z.enum(["yes", "no", "unknown"]),
  /** People in the household: a coarse count. */
  household: z.number().int().min(1).max(30).optional(),
  ageBand: z.enum(ageBands).optional(),
  status: z.object({ group: z.enum(statusGroups), expires: z.iso.date().optional() }).optional(),
  urgency: z.enum(["normal", "high"]),
  measures: z.array(Measure),
  consents: z.array(Consent),
  createdAt: z.number(),
  changedAt: z.number(),
});
export type CaseEntry = z.infer<typeof CaseEntry>;

export const caseRecord: RecordKind<CaseEntry> = {
  name: "case",
  schema: CaseEntry,
  schemaVersion: 1,
  scopes: (id) => [caseScope(id)],
};

export const Note = z.object({ at: z.number(), author: z.string(), text: z.string() });
export type Note = z.infer<typeof Note>;

/** The notes of a case: appended, never changed. */
export const noteStream: StreamKind<Note> = {
  name: "notes",
  schema: Note,
  scopes: (id) => [caseScope(id)],
};

/** The Rechtskreise that a case touches, each once, in the order of its topics. */
export function rechtskreiseOf(entry: Pick<CaseEntry, "topics">): readonly string[] {
  return [...new Set(entry.topics.map((topic) => topic.rechtskreis))];
}
