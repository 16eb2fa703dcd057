import { CONFERENCE_REMINDERS } from "../../casework/attendance/reminders.js";
import { REMINDERS } from "../../casework/case/reminder.js";
import { CARD_UPDATES } from "../../casework/case/sent-cards.js";
import { INVITATIONS, MEETING_ANSWERS, MEETINGS } from "../../casework/conference/invitations.js";
import { LAST_CANCELLATIONS } from "../../casework/conference/last-cancellations.js";
import { MINUTES } from "../../casework/minutes/send-minutes.js";
import { POLL_DEADLINES, POLL_LINKS, POLL_RESULTS } from "../../casework/poll/run-poll.js";
import { ERASURES } from "../../casework/retention/erase-case.js";
import type { Store } from "../../casework/store/store.js";
import { LATE_ANSWERS } from "../../dialogs/late-answers.js";
import { MESSAGES } from "../../dialogs/messages.js";
import { DOCUMENT_INTAKES } from "../../knowledge/documents/intake.js";
import { EXPERT_REMINDERS } from "../../knowledge/experts/expert-question.js";
import { CHORES } from "./chores.js";
import { deadLetters, type JobHandler } from "./worker.js";

/** Every queue of the outbox. A worker that serves another one does not compile. */
export const queues = [
  CHORES,
  MESSAGES,
  ERASURES,
  CARD_UPDATES,
  REMINDERS,
  EXPERT_REMINDERS,
  POLL_LINKS,
  POLL_DEADLINES,
  POLL_RESULTS,
  CONFERENCE_REMINDERS,
  MINUTES,
  INVITATIONS,
  MEETINGS,
  MEETING_ANSWERS,
  LAST_CANCELLATIONS,
  DOCUMENT_INTAKES,
  LATE_ANSWERS,
] as const;

export type Handlers = Readonly<Partial<Record<(typeof queues)[number], JobHandler>>>;

/** What waits in one queue; jobs for later are not counted as late. */
export type QueueState = {
  readonly queue: string;
  readonly waiting: number;
  /** Tried at least once and not done. */
  readonly troubled: number;
  /** By how much the longest overdue job is late, ms; 0 if none is. */
  readonly lateMs: number;
  readonly dead: number;
};

/** More is not counted: whoever has so many knows that something is wrong. */
const MOST_COUNTED = 1_000;

export async function outboxState(store: Store, now: number): Promise<readonly QueueState[]> {
  return Promise.all(
    queues.map(async (queue): Promise<QueueState> => {
      const [waiting, dead] = await Promise.all([
        store.jobs(queue, MOST_COUNTED),
        store.jobs(deadLetters(queue), MOST_COUNTED),
      ]);
      return {
        queue,
        waiting: waiting.length,
        troubled: waiting.filter(({ attempt }) => attempt > 1).length,
        lateMs: Math.max(0, ...waiting.map(({ due }) => now - due)),
        dead: dead.length,
      };
    }),
  );
}
