import { beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { queues } from "../../bot/outbox/queues.js";
import { ConferenceReminderJob } from "../../casework/attendance/reminders.js";
import { ReminderJob } from "../../casework/case/reminder.js";
import { SentCard } from "../../casework/case/sent-cards.js";
import { InvitationJob, MeetingJob } from "../../casework/conference/invitations.js";
import { LastCancellation } from "../../casework/conference/last-cancellations.js";
import { MinutesJob } from "../../casework/minutes/send-minutes.js";
import { PollJob, PollLinkJob } from "../../casework/poll/run-poll.js";
import { ErasureJob } from "../../casework/retention/erase-case.js";
import { decodeRecord, encodeRecord, type RecordKind, type StreamKind } from "../../casework/store/record.js";
import { DocumentIntake } from "../../knowledge/documents/intake.js";
import { ExpertReminder } from "../../knowledge/experts/expert-question.js";
import { declaredKinds, hiddenKinds, samplesOf } from "./samples.js";

/**
 * A store in the field holds what every version since the first has written. Each kind of record, stream and job has
 * frozen samples of all its shapes, and each is still understood. A new kind needs a sample before it gets in.
 */

let records: Awaited<ReturnType<typeof declaredKinds<RecordKind<unknown>>>>;
let streams: Awaited<ReturnType<typeof declaredKinds<StreamKind<unknown>>>>;
beforeAll(async () => {
  records = await declaredKinds<RecordKind<unknown>>("RecordKind");
  streams = await declaredKinds<StreamKind<unknown>>("StreamKind");
});

/** What the handler of each queue reads out of a job that an earlier version has queued. */
const payloads: Readonly<Record<(typeof queues)[number], z.ZodType>> = {
  chores: z.object({}),
  messages: z.object({ person: z.string(), replies: z.array(z.object({ place: z.string() })) }),
  erasures: ErasureJob,
  "card-updates": SentCard,
  reminders: ReminderJob,
  "expert-reminders": ExpertReminder,
  "poll-links": PollLinkJob,
  "poll-deadlines": PollJob,
  "poll-results": PollJob,
  "conference-reminders": ConferenceReminderJob,
  minutes: MinutesJob,
  invitations: InvitationJob,
  meetings: MeetingJob,
  "meeting-answers": MeetingJob,
  "last-cancellations": LastCancellation,
  "document-intakes": DocumentIntake,
  "late-answers": z.object({
    reference: z.string(),
    activityId: z.string(),
    reply: z.object({ place: z.string() }),
  }),
};

describe("every kind has samples", () => {
  test("no kind is hidden from this test: each is exported", () => {
    expect(hiddenKinds()).toEqual([]);
    expect(records.length).toBeGreaterThan(25);
    expect(streams.length).toBeGreaterThan(8);
  });

  test("of records, for each schema version that there ever was", () => {
    const missing = records.flatMap(({ kind, file }) => {
      const known = new Set(samplesOf("records", kind.name).map(({ s }) => s));
      const versions = Array.from({ length: kind.schemaVersion }, (_, i) => i + 1);
      return versions.filter((s) => !known.has(s)).map((s) => `${kind.name}, schema ${s} (${file})`);
    });
    expect(missing).toEqual([]);
  });

  test("of streams and of jobs", () => {
    const named = streams
      .map(({ kind }) => kind.name)
      .filter((name) => samplesOf("streams", name).length === 0);
    expect(named).toEqual([]);
    expect(queues.filter((queue) => samplesOf("jobs", queue).length === 0)).toEqual([]);
  });

  test("kinds do not share a name", () => {
    for (const kinds of [records, streams]) {
      const names = kinds.map(({ kind }) => kind.name);
      expect(names).toEqual([...new Set(names)]);
    }
  });
});

describe("what earlier versions wrote is understood", () => {
  test("records: each is read, and written by this version it is read the same", () => {
    for (const { kind } of records) {
      for (const { from, s, d } of samplesOf("records", kind.name)) {
        const read = decodeRecord(kind, Buffer.from(JSON.stringify({ s, d })));
        const again = encodeRecord(kind, read);
        expect([kind.name, from, JSON.parse(again.toString()).s]).toEqual([
          kind.name,
          from,
          kind.schemaVersion,
        ]);
        expect([kind.name, from, decodeRecord(kind, again)]).toEqual([kind.name, from, read]);
      }
    }
  });

  test("of what this version wrote nothing is lost on the way", () => {
    for (const { kind } of records) {
      for (const { s, d } of samplesOf("records", kind.name).filter(({ from }) => from === "November 2026")) {
        const read = decodeRecord(kind, Buffer.from(JSON.stringify({ s, d })));
        expect([kind.name, read]).toEqual([kind.name, expect.objectContaining(d as object)]);
      }
    }
  });

  test("streams and jobs", () => {
    for (const { kind } of streams) {
      for (const { from, d } of samplesOf("streams", kind.name)) {
        expect([kind.name, from, kind.schema.safeParse(d).error]).toEqual([kind.name, from, undefined]);
      }
    }
    for (const queue of queues) {
      for (const { from, d } of samplesOf("jobs", queue)) {
        expect([queue, from, payloads[queue].safeParse(d).error]).toEqual([queue, from, undefined]);
      }
    }
  });

  test("a record of a version that is yet to come is left alone", () => {
    for (const { kind } of records) {
      const bytes = Buffer.from(JSON.stringify({ s: kind.schemaVersion + 1, d: {} }));
      expect(() => decodeRecord(kind, bytes)).toThrow("is newer than");
    }
  });
});
