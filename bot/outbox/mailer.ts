/** One message to one person, with a calendar part when it invites or cancels. No case content in any of it. */
export type Mail = {
  /** `<…@…>`; the same on every repetition, so that a mailbox can tell a repeated message. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  readonly text: string;
  /** An iCalendar object (RFC 5545); `method` goes into the Content-Type too (RFC 6047). */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly content: string };
  /** A file beside the text. Its name says no more than the subject. */
  readonly attachment?: {
    readonly filename: string;
    readonly contentType: string;
    readonly content: Buffer;
  };
};

/** `temporary`: worth another try later. `permanent`: the address or the message is refused. `setup`: operator. */
export type MailResult =
  | { readonly kind: "sent" }
  | { readonly kind: "temporary" | "permanent" | "setup"; readonly reason: string };

/** The way out for mail. Never rejects; ends within its own deadline. */
export type Mailer = {
  readonly kind: "smtp" | "files";
  readonly send: (mail: Mail) => Promise<MailResult>;
};

/** What an iCalendar message to one attendee says. */
export type Invitation = {
  readonly method: "REQUEST" | "CANCEL";
  /** The same for invitation, new date and cancellation of one conference. */
  readonly uid: string;
  /** From 0; rises with each new date and with the cancellation. */
  readonly sequence: number;
  /** Instants in ms since the epoch; `stampedAt` is when this message was made. */
  readonly stampedAt: number;
  readonly start: number;
  readonly end: number;
  /** IANA zone in which people read the times. */
  readonly timeZone: string;
  readonly summary: string;
  readonly description: string;
  readonly location?: string;
  readonly organizer: { readonly name: string; readonly email: string };
  /** `chair`: this one leads the conference. */
  readonly attendee: {
    readonly name: string;
    readonly email: string;
    readonly role: "chair" | "required" | "optional";
  };
};
