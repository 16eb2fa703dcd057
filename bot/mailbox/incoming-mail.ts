/** RFC 5545 3.2.12, for events; `proposed` is a COUNTER (RFC 5546 3.2.7). */
export type Participation = "accepted" | "declined" | "tentative" | "delegated" | "needs-action" | "proposed";

/** What a participant's calendar answered. Not proven: the caller compares UID, sender, sequence and stamp. */
export type CalendarAnswer = {
  readonly uid: string;
  /** Mail address in lower case. */
  readonly attendee: string;
  readonly participation: Participation;
  /** Mail address of whom they send instead, in lower case. */
  readonly delegatedTo?: string;
  /** The SEQUENCE that they answer to; 0 where it is missing. */
  readonly sequence: number;
  /** When they answered, ms since the epoch. */
  readonly stampedAt: number;
};

/** A mail that came in, as far as it is needed. Nothing of it is stored as it is, since people write names into it. */
export type IncomingMail = {
  /** The Message-ID without brackets; empty if the mail has none. */
  readonly messageId: string;
  /** The one address of From in lower case; empty if there is none or several. Anybody can write any address there. */
  readonly from: string;
  readonly subject: string;
  /**
   * What our own mail server found out about the sender (DMARC, RFC 8601): `failed` means that the address in From
   * is forged. `unknown` where the server checks nothing, or is not named in the settings.
   */
  readonly sender: "proven" | "failed" | "unknown";
  /** The answer to an invitation, if the mail holds one. */
  readonly reply: CalendarAnswer | undefined;
  /** Message-IDs, without brackets, that it answers or reports on; the nearest first. */
  readonly about: readonly string[];
  /** Written by a machine: an out-of-office note (RFC 3834), or word that a mail could not be delivered (RFC 3464). */
  readonly automatic: "answer" | "bounce" | undefined;
  /** The beginning of what a person wrote, without the quoted mail below it; at most 500 characters. */
  readonly words: string;
};

/** `id` names this very mail in its mailbox, also on a second look after a crash: for idempotency keys. */
export type BoxedMail = IncomingMail & { readonly id: string };

export type CheckResult =
  /** `left` mails were not taken: `take` rejected, or there were too many for one check. They come again. */
  | { readonly kind: "checked"; readonly taken: number; readonly left: number }
  | { readonly kind: "temporary" | "setup"; readonly reason: string };

/** Reads what is new in a mailbox. Never rejects; ends by its own deadline. */
export type Mailbox = {
  readonly check: (take: (mail: BoxedMail) => Promise<void>) => Promise<CheckResult>;
};
