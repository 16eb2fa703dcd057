import { z } from "zod";
import type { RecordKind } from "../store/record.js";
import { scopesOfConference } from "./conference.js";

/** The entry of a conference in the organisation's calendar, as far as we know it. */
export const MeetingEntry = z.object({
  eventId: z.string().optional(),
  /** The way into the Teams meeting. */
  joinUrl: z.string().optional(),
  /** What the entry shows, so that nothing is sent where nothing changed; empty before the first and once it is cancelled. */
  shows: z.string(),
  /** Since when (ms) it is being brought up to date: what it shows meanwhile nobody knows. */
  trying: z.number().optional(),
  /** The date that it shows, by its SEQUENCE, and since when (ms): older answers are to another date. */
  date: z.object({ sequence: z.number().int(), since: z.number() }).optional(),
});
export type MeetingEntry = z.infer<typeof MeetingEntry>;

/** Written by the outbox alone, beside the conference, so that nobody's change meets with it. */
export const meetingRecord: RecordKind<MeetingEntry> = {
  name: "meeting",
  schema: MeetingEntry,
  schemaVersion: 1,
  scopes: scopesOfConference,
};
