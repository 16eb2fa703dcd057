import { AsyncLocalStorage } from "node:async_hooks";
import { DeliveryError } from "../../adapters/teams/connector.js";
import { toMessage } from "../../adapters/teams/message.js";
import type { Channel, Outgoing } from "../../adapters/teams/teams-adapter.js";
import type { Outside } from "../../bot/outbox/handlers.js";
import type { MailResult } from "../../bot/outbox/mailer.js";
import type { Meeting, MeetingCalendar } from "../../bot/outbox/meeting-calendar.js";
import type { Handlers } from "../../bot/outbox/queues.js";
import { isObject, type Json, visibleText } from "../wire/card.js";
import type { Effect } from "./history.js";
import type { Gate, Life } from "./stage.js";

/** A message as it stands in a chat. */
export type Posted = { readonly id: string; readonly text: string; readonly card?: Json };

/**
 * The world outside the bot, which outlives its crashes: chats, mailboxes and a calendar. It keeps what arrived,
 * whatever the bot was told of it. A chat takes the same message twice; a mailbox knows a message by its Message-ID,
 * the calendar an entry by its UID.
 */
export type World = {
  /** What the bot wrote into a chat, in order; what it replaced stands in its place. */
  readonly chat: (conversation: string) => readonly Posted[];
  /** Every call of the outbox that arrived. */
  readonly effects: readonly Effect[];
  readonly calendar: ReadonlyMap<string, Meeting | "cancelled">;
  /** The ways out of one process. */
  readonly waysOut: (life: Life, gate: Gate) => WaysOut;
};

export type WaysOut = {
  /** `seen`: what arrives of this turn's answers. */
  readonly channelTo: (conversation: string, seen: (posted: Posted) => void) => Channel;
  readonly messenger: Outside["messenger"];
  readonly replace: Outside["replace"];
  readonly mailer: Outside["mailer"];
  readonly meetings: MeetingCalendar;
  /** The same handlers; what they do outside is put down to their jobs. */
  readonly attributed: (handlers: Handlers) => Handlers;
};

/** The job on whose account something is sent. One for all worlds: each of these slows every promise down for good. */
const job = new AsyncLocalStorage<{ readonly queue: string; readonly id: string; readonly run: number }>();

export function openWorld(): World {
  const chats = new Map<string, Posted[]>();
  const effects: Effect[] = [];
  const calendar = new Map<string, Meeting | "cancelled">();
  let counter = 0;
  let runs = 0;

  const chat = (conversation: string) => {
    const found = chats.get(conversation) ?? [];
    chats.set(conversation, found);
    return found;
  };
  const post = (conversation: string, activity: Outgoing): Posted => {
    const posted = { id: `1:${++counter}`, ...readable(activity) };
    chat(conversation).push(posted);
    return posted;
  };
  /** Writes down that something arrived on account of the job that runs now. */
  const noteFor = (to: string, key: string | undefined, content: unknown) => {
    const by = job.getStore();
    return () => {
      if (by) effects.push({ ...by, to, key: key ?? by.id, content: JSON.stringify(content) });
    };
  };
  const unknown = () => {
    throw new DeliveryError({ kind: "ambiguous", reason: "the fault suite lets it fail" });
  };
  const temporary = { kind: "temporary", reason: "the fault suite lets it fail" } as const;

  const waysOut = (life: Life, gate: Gate): WaysOut => ({
    channelTo: (conversation, seen) => ({
      send: (activity) =>
        gate(
          life,
          "effect",
          async () => {
            const posted = post(conversation, activity);
            seen(posted);
            return posted.id;
          },
          unknown,
        ),
      update: (id, message) =>
        gate(
          life,
          "effect",
          async () => {
            const posted = { id, ...readable(message) };
            replaceIn(chat(conversation), posted);
            seen(posted);
          },
          unknown,
        ),
    }),
    messenger(reference, replies) {
      const note = noteFor(reference, undefined, replies);
      const send = async () => {
        note();
        return replies.map((reply) => post(reference, toMessage(reply)).id);
      };
      return gate(life, "effect", send, unknown);
    },
    replace: (reference, id, reply) =>
      gate(
        life,
        "effect",
        async () => replaceIn(chat(reference), { id, ...readable(toMessage(reply)) }),
        unknown,
      ),
    mailer: {
      kind: "smtp",
      send({ messageId, to, subject, text, calendar: part }) {
        const note = noteFor(to.email, messageId, { subject, text, method: part?.method });
        return gate<MailResult>(
          life,
          "effect",
          async () => {
            note();
            return { kind: "sent" };
          },
          () => temporary,
        );
      },
    },
    meetings: {
      put(meeting) {
        const note = noteFor("calendar", meeting.key, meeting);
        const put = async () => {
          note();
          calendar.set(meeting.key, meeting);
          return { kind: "done", id: `event-${meeting.key}` } as const;
        };
        return gate<Awaited<ReturnType<MeetingCalendar["put"]>>>(life, "effect", put, () => temporary);
      },
      cancel(key) {
        const note = noteFor("calendar", key, "cancelled");
        const cancel = async () => {
          note();
          calendar.set(key, "cancelled");
          return { kind: "done" } as const;
        };
        return gate<Awaited<ReturnType<MeetingCalendar["cancel"]>>>(life, "effect", cancel, () => temporary);
      },
      answers: async () => ({ kind: "done", answers: new Map() }),
    },
    attributed: (handlers) =>
      Object.fromEntries(
        Object.entries(handlers).map(([queue, handle]) => [
          queue,
          (payload: unknown, id: string) => job.run({ queue, id, run: ++runs }, () => handle(payload, id)),
        ]),
      ),
  });
  return { chat, effects, calendar, waysOut };
}

function replaceIn(chat: Posted[], posted: Posted): void {
  const at = chat.findIndex(({ id }) => id === posted.id);
  if (at >= 0) chat[at] = posted;
}

function readable(activity: Outgoing): Omit<Posted, "id"> {
  const attachments = "attachments" in activity ? (activity.attachments ?? []) : [];
  const cards = attachments.map(({ content }) => content).filter(isObject);
  const said = "text" in activity && activity.text !== undefined ? [activity.text] : [];
  const card = cards[0];
  return { text: [...said, ...cards.map(visibleText)].join("\n"), ...(card ? { card } : {}) };
}
