import type { IncomingEvent } from "../../dialogs/event.js";
import type { FormerAnswer } from "../../dialogs/former-answer.js";
import type { SentMarks } from "./sent-marks.js";
import { type Ledger, transact } from "./transact.js";

export type Recalled = {
  /** The key of the event that brought the message first. */
  readonly key: string;
  /** Undefined: it never came, is too long ago, or was erased since. */
  readonly answer?: FormerAnswer;
  /** The message that answered it. */
  readonly activityId?: string;
};

/** What is known of the message that was edited or deleted; undefined for every other event. */
export async function recall(
  ledger: Ledger,
  sentMarks: SentMarks,
  { content, conversation }: IncomingEvent,
): Promise<Recalled | undefined> {
  if (content.kind !== "edited" && content.kind !== "deleted") return undefined;
  const key = `${conversation.id}/${content.message}`;
  const now = ledger.clock();
  // A commit whose deadline has passed writes nothing and still tells what was stored under its key.
  const done = await transact<FormerAnswer | undefined>(
    ledger,
    { once: [`event/${key}`], now, deadline: now - 1 },
    async () => undefined,
  );
  if (done.kind !== "done" || !done.replayed || !done.result) return { key };
  const [activityId] = await sentMarks.answersTo(key);
  return { key, answer: done.result, ...(activityId ? { activityId } : {}) };
}
