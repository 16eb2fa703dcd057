import { createHash } from "node:crypto";
import { z } from "zod";
import type { MeetingAnswer } from "../../../bot/outbox/meeting-calendar.js";
import type { GraphClient, GraphFailure } from "./graph-client.js";
import { utcDateTime } from "./graph-time.js";

/** An event in the calendar of the inviting mailbox. What the texts may say is the caller's duty. */
export type GraphEvent = {
  /** Names the event for good: putting it twice makes one. The iCalendar UID of the conference. */
  readonly key: string;
  readonly subject: string;
  readonly text: string;
  /** Instants in ms since the epoch. */
  readonly start: number;
  readonly end: number;
  /** Empty: none. */
  readonly location?: string;
  readonly attendees: readonly {
    readonly name: string;
    readonly email: string;
    readonly required: boolean;
  }[];
  readonly teamsMeeting: boolean;
};

export type PutEvent =
  | { readonly kind: "done"; readonly id: string; readonly joinUrl: string | undefined }
  | GraphFailure;

const event = z.object({
  id: z.string(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
});
const events = z.object({ value: z.array(event) });
const answered = z.object({
  attendees: z.array(
    z.object({
      emailAddress: z.object({ address: z.string() }),
      status: z.object({ response: z.string().nullish(), time: z.string().nullish() }).nullish(),
    }),
  ),
});

/** A property of our own on each event, by which it is found again whatever became of the answer to its creation. */
const keyProperty = "String {6f3a1f6e-8a55-4c53-9b7a-2f0d6f1f4b57} Name KimConference";

/**
 * Creates the event, or brings the one that was created earlier to the state asked for. `transactionId` makes a
 * repetition after a lost answer harmless; Graph answers 409 when the same id comes with another content, and then
 * the event is found by its key and changed.
 */
export async function putEvent(client: GraphClient, wanted: GraphEvent): Promise<PutEvent> {
  const created = await client("POST", "/events", {
    ...contentOf(wanted),
    body: { contentType: "text", content: wanted.text },
    ...(wanted.teamsMeeting ? { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" } : {}),
    transactionId: guidOf(wanted.key),
    singleValueExtendedProperties: [{ id: keyProperty, value: wanted.key }],
  });
  if (created.kind === "ok") return doneWith(created.body);
  if (created.kind !== "conflict") return created;
  const existing = await findEvent(client, wanted.key);
  if (existing.kind === "done") return changeEvent(client, existing.id, wanted);
  if (existing.kind !== "not-found") return existing;
  return { kind: "permanent", reason: "graph keeps an event that is not found" };
}

/**
 * Moves or changes an event; Graph tells the attendees. The body stays as it is, since it holds the way into the
 * Teams meeting.
 */
export async function changeEvent(client: GraphClient, id: string, wanted: GraphEvent): Promise<PutEvent> {
  const changed = await client("PATCH", `/events/${encodeURIComponent(id)}`, contentOf(wanted));
  return changed.kind === "ok" ? doneWith(changed.body) : changed;
}

/** Cancels an event; Graph tells the attendees. One that is no longer there counts as cancelled. */
export async function cancelEvent(
  client: GraphClient,
  id: string,
  comment: string,
): Promise<{ readonly kind: "done" } | GraphFailure> {
  const cancelled = await client("POST", `/events/${encodeURIComponent(id)}/cancel`, { comment });
  return cancelled.kind === "ok" || cancelled.kind === "not-found" ? { kind: "done" } : cancelled;
}

/** What the attendees answered, by address in lower case; whoever has not answered is missing. */
export async function answersTo(
  client: GraphClient,
  id: string,
): Promise<{ readonly kind: "done"; readonly answers: ReadonlyMap<string, MeetingAnswer> } | GraphFailure> {
  const found = await client("GET", `/events/${encodeURIComponent(id)}?$select=attendees`);
  if (found.kind !== "ok") return found;
  const parsed = answered.safeParse(found.body);
  if (!parsed.success) return { kind: "permanent", reason: "graph answer not understood" };
  const answers = parsed.data.attendees.flatMap(({ emailAddress, status }) => {
    const answer = answerOf(status?.response);
    const at = Date.parse(status?.time ?? "");
    if (answer === undefined || Number.isNaN(at)) return [];
    return [[emailAddress.address.toLowerCase(), { answer, at }] as const];
  });
  return { kind: "done", answers: new Map(answers) };
}

/** The event of a key; `not-found` where there is none. */
export async function findEvent(client: GraphClient, key: string): Promise<PutEvent> {
  const quoted = key.replaceAll("'", "''");
  const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${keyProperty}' and ep/value eq '${quoted}')`;
  const found = await client("GET", `/events?$filter=${encodeURIComponent(filter)}&$select=id,onlineMeeting`);
  if (found.kind !== "ok") return found;
  const parsed = events.safeParse(found.body);
  const first = parsed.success ? parsed.data.value[0] : undefined;
  if (!parsed.success) return { kind: "permanent", reason: "graph answer not understood" };
  return first ? doneWith(first) : { kind: "not-found", reason: "graph has no event of this key" };
}

/** What creation and change have in common. Attendees do not see each other. */
function contentOf({ subject, start, end, location, attendees }: GraphEvent) {
  return {
    subject,
    start: utcDateTime(start),
    end: utcDateTime(end),
    attendees: attendees.map(({ name, email, required }) => ({
      emailAddress: { address: email, name },
      type: required ? "required" : "optional",
    })),
    ...(location ? { location: { displayName: location } } : {}),
    hideAttendees: true,
    sensitivity: "private",
    responseRequested: true,
  };
}

function doneWith(body: unknown): PutEvent {
  const parsed = event.safeParse(body);
  if (!parsed.success) return { kind: "permanent", reason: "graph answer not understood" };
  return { kind: "done", id: parsed.data.id, joinUrl: parsed.data.onlineMeeting?.joinUrl ?? undefined };
}

function answerOf(response: string | null | undefined): MeetingAnswer["answer"] | undefined {
  if (response === "accepted" || response === "organizer") return "accepted";
  if (response === "declined") return "declined";
  return response === "tentativelyAccepted" ? "tentative" : undefined;
}

/** The same key, the same GUID. */
function guidOf(key: string): string {
  const hex = createHash("sha256").update(key).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
