import type { Busy } from "../casework/conference/busy.js";

/** Where it can be read when somebody is taken: a feed (RFC 5545), or a mailbox of the organisation. */
export type CalendarSource =
  | { readonly kind: "feed"; readonly url: string }
  | { readonly kind: "mailbox"; readonly address: string };

export type CalendarAnswer =
  /** `asOf`: when it was read, ms. */
  | { readonly kind: "known"; readonly busy: readonly Busy[]; readonly asOf: number }
  /** Nothing is known, and nobody is taken for free because of it. */
  | { readonly kind: "unknown" };

/**
 * Asks all sources at once, from and to in ms, answers in their order. Never rejects and ends within its own
 * deadline: what does not answer by then is unknown. The same event gets the same answers, so that a turn that runs
 * again decides on what it saw before.
 */
export type Calendars = (
  eventId: string,
  sources: readonly CalendarSource[],
  from: number,
  to: number,
) => Promise<readonly CalendarAnswer[]>;
