import type { Conference, Participant } from "../../casework/conference/conference.js";
import type { Delivery } from "../../casework/conference/delivery.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { type Line, tellConvener } from "./tell-convener.js";
import type { JobOutcome, NoteDeath } from "./worker.js";

type Failure = { readonly kind: "temporary" | "permanent" | "setup"; readonly reason: string };

type Message = {
  readonly method: Delivery["method"];
  readonly conference: Conference;
  /** The convener has heard of it already. */
  readonly told: boolean;
  /** Notes with each recipient that it did not arrive. */
  readonly note: (end: UnitOfWork) => Promise<void>;
};

type Telling = { readonly words: Line; readonly tell: (line: Line) => NoteDeath };

/** What becomes of an invitation or cancellation that did not leave: see `notSent`. */
export function undelivered(
  failure: Failure,
  to: readonly Participant[],
  { method, conference, told, note }: Message,
): JobOutcome {
  const words: Line = ({ planning }) => planning.notDelivered[method](to.map(({ name }) => name).join(", "));
  const tell = (line: Line) => async (end: UnitOfWork) => {
    await note(end);
    if (!told) await tellConvener(end, conference, line);
  };
  return notSent(failure, { words, notedBefore: told, tell });
}

/** The same for a message of which nothing is noted with its recipient: a poll's link, a reminder, minutes. */
export function unsent(failure: Failure, attempt: number, told: Telling): JobOutcome {
  // That the setup is faulty was said at the first try.
  const known = attempt > 1 && failure.kind === "setup";
  return notSent({ ...failure, kind: known ? "temporary" : failure.kind }, { ...told, notedBefore: false });
}

/**
 * What passes is tried again and told only at its end. A faulty setup does not pass by itself: it is tried again too,
 * so that the message leaves once the operator has mended it, but the convener hears at once whom to phone – and once,
 * however often it is tried.
 */
function notSent(
  { kind, reason }: Failure,
  { words, notedBefore, tell }: Telling & { readonly notedBefore: boolean },
): JobOutcome {
  if (kind === "permanent") return { kind: "failed", reason, dead: tell(words) };
  const wordsNow: Line = (texts) => `${words(texts)} ${texts.planning.faultySetup}`;
  const meanwhile = notedBefore || kind === "setup" ? tell(wordsNow) : undefined;
  return { kind: "retry", reason, dead: tell(words), ...(meanwhile ? { meanwhile } : {}) };
}

/** Whether the last word about this same message was that it did not arrive. */
export function wasTold(last: Delivery | undefined, message: Pick<Delivery, "method" | "sequence">): boolean {
  return last?.state === "failed" && last.method === message.method && last.sequence === message.sequence;
}
