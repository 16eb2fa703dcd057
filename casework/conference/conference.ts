import { z } from "zod";
import { caseScope, type RecordKind } from "../store/record.js";

export const Participant = z.object({
  /** Id of the office in the directory, or `convener`. */
  id: z.string().min(1),
  /** A function or office, never a person's name. */
  name: z.string().min(1),
  rechtskreis: z.string(),
  /** Empty: no address is known, the convener calls. */
  email: z.string(),
});
export type Participant = z.infer<typeof Participant>;

/** A Fallkonferenz: one case, consent per recipient. Its id begins with the case's, so that it is found by it. */
export const Conference = z.object({
  /** `<case id>.<n>`, n from 1. */
  id: z.string(),
  caseId: z.string(),
  convener: z.string(),
  participants: z.array(Participant),
  /** Instants in UTC, ISO 8601. */
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  /** IANA zone in which people read these times. */
  timeZone: z.string(),
  /** iCalendar UID, the same for all its messages (RFC 5545 3.8.4.7). */
  uid: z.string(),
  /** iCalendar SEQUENCE: rises on reschedule and cancel. */
  sequence: z.number().int().min(0),
  /** The SEQUENCE with which the present date was set: whoever moves the date sets it. Older answers are to another date. */
  dateSequence: z.number().int().min(0).default(0),
  state: z.enum(["planned", "cancelled"]),
  createdAt: z.number(),
});
export type Conference = z.infer<typeof Conference>;

export const conferenceRecord: RecordKind<Conference> = {
  name: "conference",
  schema: Conference,
  schemaVersion: 1,
  scopes: (id) => [caseScope(caseOfConference(id))],
};

export function caseOfConference(id: string): string {
  return id.slice(0, id.indexOf("."));
}
