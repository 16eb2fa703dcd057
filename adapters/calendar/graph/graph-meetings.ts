import { z } from "zod";
import type { Meeting, MeetingCalendar, MeetingFailure } from "../../../bot/outbox/meeting-calendar.js";
import type { GraphClient, GraphFailure } from "./graph-client.js";
import { answersTo, cancelEvent, changeEvent, findEvent, type GraphEvent, putEvent } from "./graph-events.js";

/**
 * The inviting mailbox as the calendar of conferences. Graph itself invites, moves and cancels, so nobody who is on
 * an entry gets a mail of ours.
 */
export function graphMeetings(client: GraphClient): MeetingCalendar {
  return {
    async put(meeting, knownId) {
      const event = eventOf(meeting);
      const changed =
        knownId === undefined ? await putEvent(client, event) : await changeEvent(client, knownId, event);
      // Somebody deleted it in Outlook: the conference stands, so it gets a new entry.
      const put =
        changed.kind === "not-found"
          ? await putEvent(client, { ...event, key: `${event.key}#again` })
          : changed;
      if (put.kind !== "done") return failure(put);
      if (put.joinUrl) await forbidRecording(client, put.joinUrl);
      return { kind: "done", id: put.id, ...(put.joinUrl ? { joinUrl: put.joinUrl } : {}) };
    },
    async cancel(key, knownId, comment) {
      let id = knownId;
      if (id === undefined) {
        // Its creation may have had an effect whose answer was lost.
        const found = await findEvent(client, key);
        if (found.kind === "not-found") return { kind: "done" };
        if (found.kind !== "done") return failure(found);
        id = found.id;
      }
      const cancelled = await cancelEvent(client, id, comment);
      return cancelled.kind === "done" ? cancelled : failure(cancelled);
    },
    async answers(id) {
      const read = await answersTo(client, id);
      return read.kind === "done" ? read : failure(read);
    },
  };
}

function eventOf(meeting: Meeting): GraphEvent {
  const { key, subject, text, start, end, location, attendees, teamsMeeting } = meeting;
  return { key, subject, text, start, end, location, attendees, teamsMeeting };
}

const meetings = z.object({ value: z.array(z.object({ id: z.string() })) });

/**
 * No recording and no transcript of a Fallkonferenz. It takes a right (OnlineMeetings.ReadWrite.All with an access
 * policy) that not every organisation gives; without it the meeting policy of the tenant decides, and the
 * invitation stands all the same.
 */
async function forbidRecording(client: GraphClient, joinUrl: string): Promise<void> {
  const filter = encodeURIComponent(`JoinWebUrl eq '${joinUrl.replaceAll("'", "''")}'`);
  const found = await client("GET", `/onlineMeetings?$filter=${filter}`);
  const parsed = found.kind === "ok" ? meetings.safeParse(found.body) : undefined;
  const id = parsed?.success ? parsed.data.value[0]?.id : undefined;
  if (id === undefined) return;
  await client("PATCH", `/onlineMeetings/${encodeURIComponent(id)}`, {
    allowRecording: false,
    allowTranscription: false,
    recordAutomatically: false,
  });
}

function failure({ kind, reason }: GraphFailure): MeetingFailure {
  return kind === "temporary" || kind === "setup" ? { kind, reason } : { kind: "permanent", reason };
}
