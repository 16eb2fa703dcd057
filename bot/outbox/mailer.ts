/** One message to one person, with a calendar part when it invites or cancels. No case content in any of it. */
export type Mail = {
  /** `<…@…>`; the same on every repetition, so that a mailbox can tell a repeated message. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  readonly text: string;
  /** An iCalendar object (RFC 5545); `method` goes into the Content-Type too (RFC 6047). */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly content: string };
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
