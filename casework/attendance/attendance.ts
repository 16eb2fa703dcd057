import { z } from "zod";
import { scopesOfConference } from "../conference/conference.js";
import type { RecordKind } from "../store/record.js";

/** `delegated`: somebody else of that office comes. `proposed`: they ask for another date. */
export const answers = ["accepted", "declined", "tentative", "delegated", "proposed"] as const;
export const answerSources = ["mail", "phone", "poll", "teams", "graph"] as const;

/** What one participant said to one date. Whoever is sent instead is no business of ours: no name, no address. */
export const Answer = z.object({
  /** Id of the participant in the conference. */
  participant: z.string().min(1),
  answer: z.enum(answers),
  source: z.enum(answerSources),
  /** The iCalendar SEQUENCE that it refers to (RFC 5546 3.2.3). */
  sequence: z.number().int().min(0),
  /** When they answered, ms since the epoch; never later than when it came in, whatever their clock says. */
  at: z.number(),
});
export type Answer = z.infer<typeof Answer>;

/** Why an invitation may not have been read: the mail came back, or a machine answered for a person. */
export const Trouble = z.object({
  participant: z.string().min(1),
  kind: z.enum(["bounced", "away"]),
  at: z.number(),
});
export type Trouble = z.infer<typeof Trouble>;

/** Who comes to a conference. Its id is the conference's; at most one answer a participant, the one that counts. */
export const Attendance = z.object({
  answers: z.array(Answer),
  troubles: z.array(Trouble).default([]),
});
export type Attendance = z.infer<typeof Attendance>;

export const attendanceRecord: RecordKind<Attendance> = {
  name: "attendance",
  schema: Attendance,
  schemaVersion: 1,
  scopes: scopesOfConference,
};

export const nobodyAnswered: Attendance = { answers: [], troubles: [] };

/**
 * Whether an answer replaces the one before it: to a later SEQUENCE, or to the same one and given later. What is
 * older on its way, or comes again, changes nothing (RFC 5546 2.1.5).
 */
export function isNewer(next: Answer, before: Answer | undefined): boolean {
  if (!before) return true;
  return next.sequence === before.sequence ? next.at > before.at : next.sequence > before.sequence;
}
