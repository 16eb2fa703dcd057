import type { IncomingEvent } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";

/** How actions and nonces of our buttons look: what is named otherwise is none of ours, and no store has a place for it. */
export const PRESS_NAME = /^[\w.:@/+=-]{1,200}$/;

/**
 * Shows an answer while it is being written, in a 1:1 chat. `show` gets the whole text so far, which only ever grows;
 * the reply of the turn begins with it. What does not get through is no loss: the reply holds all of it.
 */
export type AnswerStream = { readonly show: (text: string) => void };

/** What the front door does with an event: everything that follows it has been committed before it is returned. */
export type TurnOutcome = {
  /** To be sent now, in this order. Empty if they went out when the event came the first time. */
  readonly send: readonly Reply[];
  /** The answer to an invoke: the card that replaces the pressed one. Returned again on each redelivery. */
  readonly replacement?: Reply;
  /** Id of the message that answered what was edited, for replies that take its place. */
  readonly former?: string;
  /** The results of a search, best first. Returned again on each redelivery. */
  readonly results?: readonly Reply[];
  /** Called after all of `send` went out; a crash before it means that they are sent again on redelivery. */
  readonly sent: (activityIds: readonly string[]) => void;
};

/** Handles one event. Never rejects for a reason a person could mend: such answers are replies. */
export type FrontDoor = (event: IncomingEvent, stream?: AnswerStream) => Promise<TurnOutcome>;
