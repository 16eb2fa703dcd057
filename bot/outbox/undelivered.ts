import type { Conference, Participant } from "../../casework/conference/conference.js";
import type { Delivery } from "../../casework/conference/delivery.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { de } from "../texts/de.js";
import { tellConvener } from "./tell-convener.js";
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

/** What becomes of an invitation or cancellation that did not leave: see `notSent`. */
export function undelivered(
  failure: Failure,
  to: readonly Participant[],
  { method, conference, told, note }: Message,
): JobOutcome {
  const words = de.planning.notDelivered[method](to.map(({ name }) => name).join(", "));
  const tell = (line: string) => async (end: UnitOfWork) => {
    await note(end);
    if (!told) await tellConvener(end, conference, line);
  };
  return notSent(failure, { words, faultySetup: de.planning.faultySetup, notedBefore: told, tell });
}

/** The same for a message of which nothing is noted with its recipient: a poll's link, a reminder, minutes. */
export function unsent(
  failure: Failure,
  attempt: number,
  told: { readonly words: string; readonly faultySetup: string; readonly tell: (line: string) => NoteDeath },
): JobOutcome {
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
  {
    words,
    faultySetup,
    notedBefore,
    tell,
  }: {
    readonly words: string;
    readonly faultySetup: string;
    readonly notedBefore: boolean;
    readonly tell: (line: string) => NoteDeath;
  },
): JobOutcome {
  if (kind === "permanent") return { kind: "failed", reason, dead: tell(words) };
  const meanwhile = notedBefore || kind === "setup" ? tell(`${words} ${faultySetup}`) : undefined;
  return { kind: "retry", reason, dead: tell(words), ...(meanwhile ? { meanwhile } : {}) };
}

/** Whether the last word about this same message was that it did not arrive. */
export function wasTold(last: Delivery | undefined, message: Pick<Delivery, "method" | "sequence">): boolean {
  return last?.state === "failed" && last.method === message.method && last.sequence === message.sequence;
}
