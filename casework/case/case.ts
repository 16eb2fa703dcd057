import { z } from "zod";
import { Consent } from "../consent/consent.js";
import { caseScope, type RecordKind, type StreamKind } from "../store/record.js";
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

export const Phase = z.enum(phases);
export type Phase = z.infer<typeof Phase>;

/** Why a case ended. The operator sets for each how long the entry is kept. `mistake`: it should never have been opened. */
export const closingReasons = [
  "goals-reached",
  "moved-away",
  "other-service",
  "declined",
  "no-contact",
  "mistake",
  "other",
] as const;
export const ClosingReason = z.enum(closingReasons);
export type ClosingReason = z.infer<typeof ClosingReason>;

export const Measure = z.object({
  id: z.string(),
  what: z.string(),
  /** A function or office, never a name. */
  responsible: z.string(),
  /** Id of the office in the directory, where the responsible one is known there. */
  office: z.string().optional(),
  /** `YYYY-MM-DD` */
  due: z.iso.date().optional(),
  doneAt: z.number().optional(),
});
export type Measure = z.infer<typeof Measure>;

/** Wiedervorlage: on that day the case is to be looked at again. */
export const FollowUp = z.object({
  id: z.string(),
  on: z.iso.date(),
  text: z.string(),
  doneAt: z.number().optional(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** Stands in for the owner, up to and including `until` (`YYYY-MM-DD`); without it, until somebody ends it. */
export const Deputy = z.object({ person: z.string(), until: z.iso.date().optional() });
export type Deputy = z.infer<typeof Deputy>;

const PhaseChange = z.object({ phase: Phase, at: z.number(), by: z.string() });

/**
 * A case entry. What it may not hold is as important as what it holds: no name, no birth date, no address,
 * no file number, no diagnosis (DSGVO 5(1)c). Free text has passed the detector before it gets here.
 */
export const CaseEntry = z.object({
  id: z.string(),
  owner: z.string(),
  deputies: z.array(Deputy),
  /** The organisation that is the controller of this case (§ 67(4) SGB X). */
  agency: z.string(),
  state: z.enum(["open", "closed"]),
  phase: Phase,
  /** Every phase that the case entered, the first one first. */
  phaseHistory: z.array(PhaseChange).default([]),
  /** Instant (ms since the epoch) and reason of closing; gone again when the case is reopened. */
  closedAt: z.number().optional(),
  closingReason: ClosingReason.optional(),
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
  /** What is to be reached, one sentence each. */
  goals: z.array(z.string()).default([]),
  measures: z.array(Measure),
  followUps: z.array(FollowUp).default([]),
  /** Own open cases that looked alike when this one was opened; the person saw the hint and opened it all the same. */
  similarTo: z.array(z.string()).default([]),
  consents: z.array(Consent),
  createdAt: z.number(),
  changedAt: z.number(),
});
export type CaseEntry = z.infer<typeof CaseEntry>;

export const caseRecord: RecordKind<CaseEntry> = {
  name: "case",
  schema: CaseEntry,
  schemaVersion: 2,
  upgrades: [deputiesWithEnd],
  scopes: (id) => [caseScope(id)],
};

/** In schema 1 a deputy was an id alone, without an end. */
function deputiesWithEnd(old: unknown): unknown {
  const { deputies, ...entry } = old as { readonly deputies: readonly string[] };
  return { ...entry, deputies: deputies.map((person) => ({ person })) };
}

/** `retracts` names a note that its author took back: its text is no longer shown. Notes from before ids have none. */
export const Note = z.object({
  id: z.string().optional(),
  at: z.number(),
  author: z.string(),
  text: z.string(),
  retracts: z.string().optional(),
});
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
