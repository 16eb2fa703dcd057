import { z } from "zod";
import { caseScope, type RecordKind, SYSTEM_SCOPE } from "../store/record.js";

/** The seat of whoever calls the conference. */
export const CONVENER = "convener";

/**
 * A seat at the table: an office of a Rechtskreis that any of its people may fill, never a person. External
 * partners, the interpreter and the client have seats too.
 */
export const Participant = z.object({
  /** Id of the office in the directory; `convener`, `client`, `interpreter`, or `partner:<random>`. */
  id: z.string().min(1),
  /** A function or office, never a person's name. */
  name: z.string().min(1),
  rechtskreis: z.string(),
  /** Empty: no address is known, the convener calls. */
  email: z.string(),
  kind: z.enum(["office", "partner", "interpreter", "client", "convener"]).default("office"),
  /** An optional seat is invited and welcome, but no date waits for it. */
  required: z.boolean().default(true),
  /** How many people of the office must be free at a date. */
  min: z.number().int().min(1).max(9).default(1),
  /** Why it is at the table, in words of the directory. For the convener only: no invitation repeats it. */
  why: z.string().default(""),
});
export type Participant = z.infer<typeof Participant>;

/**
 * `case`: a Fallkonferenz about one case, consent per recipient. `anonymous`: a Fallbesprechung of a pattern – no
 * case, no consent, and nothing that leads from it to a case.
 */
export const formats = ["case", "anonymous"] as const;
export type Format = (typeof formats)[number];

export const Conference = z.object({
  /** `<case id>.<n>`, n from 1, so that it is found by its case; `FB-` and five characters for the anonymous format. */
  id: z.string(),
  format: z.enum(formats).default("case"),
  /** Absent for the anonymous format. */
  caseId: z.string().optional(),
  convener: z.string(),
  participants: z.array(Participant),
  /** Who lost a seat again: whoever calls the conference off for good has to know whose cancellation may still wait. */
  uninvited: z.array(Participant).default([]),
  /** Instants in UTC, ISO 8601. */
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  /** IANA zone in which people read these times. */
  timeZone: z.string(),
  /** A room or a link, as the convener typed it. */
  where: z.string().default(""),
  /** A Teams meeting is wanted, where the calendar of the organisation can make one. */
  online: z.boolean().default(false),
  /** `graph`: one entry in the organisation's calendar invites all; `mail`: a message to each. */
  channel: z.enum(["mail", "graph"]).default("mail"),
  /** iCalendar UID, the same for all its messages (RFC 5545 3.8.4.7). Begins with the id, see `conferenceOfUid`. */
  uid: z.string(),
  /** iCalendar SEQUENCE: rises on reschedule and cancel. */
  sequence: z.number().int().min(0),
  /** The SEQUENCE with which the present date was set: whoever moves the date sets it. Older answers are to another date. */
  dateSequence: z.number().int().min(0).default(0),
  state: z.enum(["planned", "cancelled"]),
  createdAt: z.number(),
  /** Until this instant (ms) nothing has left, and "Stopp" takes the newest messages back. */
  heldUntil: z.number().default(0),
});
export type Conference = z.infer<typeof Conference>;

export const conferenceRecord: RecordKind<Conference> = {
  name: "conference",
  schema: Conference,
  schemaVersion: 1,
  scopes: scopesOfConference,
};

/** Whatever belongs to a conference dies with its case's key; an anonymous one holds nothing of a case. */
export function scopesOfConference(id: string): readonly string[] {
  const caseId = caseOfConference(id);
  return [caseId === undefined ? SYSTEM_SCOPE : caseScope(caseId)];
}

/** The case in the id of a conference; undefined for the anonymous format. */
export function caseOfConference(id: string): string | undefined {
  const dot = id.indexOf(".");
  return dot < 0 ? undefined : id.slice(0, dot);
}

/** What people call it outside: the case id, or the anonymous conference's own. Nothing else of it is ever told. */
export function publicIdOf(conference: Pick<Conference, "id" | "caseId">): string {
  return conference.caseId ?? conference.id;
}

const ANONYMOUS_ID = /^FB-[0-9A-HJKMNP-TV-Z]{5}$/;
const uidPattern = /^((?:K-[0-9A-HJKMNP-TV-Z]{5}\.\d+)|(?:FB-[0-9A-HJKMNP-TV-Z]{5}))\.[0-9a-f]{16,}@/;

export function isAnonymousId(id: string): boolean {
  return ANONYMOUS_ID.test(id);
}

/** The conference that a UID of ours names, to be compared with the UID in its record. */
export function conferenceOfUid(uid: string): string | undefined {
  return uidPattern.exec(uid)?.[1];
}

/** Offices and partners hear of the case, so each needs its own consent; the client and who speaks for them do not. */
export function needsConsent({ id, kind }: Pick<Participant, "id" | "kind">): boolean {
  return id !== CONVENER && (kind === "office" || kind === "partner");
}
