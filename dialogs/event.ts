/**
 * What a person did, as far as the flows need to know it. The adapter that received it (Teams, later the
 * tab or the poll page) has authenticated and parsed it; nothing of Bot Framework is left in it.
 */
export type Scope = "personal" | "group" | "channel";

export type Locale = "de" | "en";

export type IncomingEvent = {
  /** The id of the activity. A redelivery carries the same one, a second press of a button a new one. */
  readonly id: string;
  /** When it arrived here, ms since the epoch. */
  readonly at: number;
  /**
   * `id` is the Entra object id where the channel gives one, else the channel's own id of the account, which is
   * `account`.
   */
  readonly person: { readonly id: string; readonly name?: string; readonly account?: string };
  readonly conversation: { readonly id: string; readonly scope: Scope };
  readonly locale: Locale;
  /** IANA name of the zone the person's client runs in, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  /** What the adapter needs to answer later, as JSON. Opaque to everybody else. */
  readonly reference: string;
  readonly content: EventContent;
};

export type EventContent =
  /** A message, mentions of the bot removed, trimmed. */
  | { readonly kind: "text"; readonly text: string }
  /** A message with something beside its text, which may be empty. */
  | ({ readonly kind: "attachments"; readonly text: string } & Attachments)
  /** A message that was changed after it was sent: its new text, and the id that it has always had. */
  | { readonly kind: "edited"; readonly text: string; readonly message: string }
  /** A message that was taken back. */
  | { readonly kind: "deleted"; readonly message: string }
  /** A button of one of our cards. */
  | CardPress
  /** The bot was added to a chat or team. */
  | { readonly kind: "installed" }
  /** Thumbs up or down on an answer. */
  | {
      readonly kind: "feedback";
      readonly reaction: string;
      readonly comment: string;
      readonly answerId: string;
    }
  /** Typed into the compose box of any chat, where the message extension looks for offices. */
  | { readonly kind: "search"; readonly query: string }
  /** Something the channel may send and we have no use for: reactions, calls … */
  | { readonly kind: "other"; readonly what: string };

/** A file that can be fetched for a while; `url` carries the right to do so, so it is a secret. */
export type SharedFile = { readonly name: string; readonly url: string };

/** What the bot can't read, by what it is to the person who sent it. */
export type OtherAttachment = "image" | "audio" | "video" | "card" | "file";

export type Attachments = {
  readonly files: readonly SharedFile[];
  readonly others: readonly OtherAttachment[];
};

export type CardPress = {
  readonly kind: "press";
  /** Which button, e.g. `case.create`. Not trusted: the flow checks the draft behind the nonce. */
  readonly action: string;
  /** Names the draft that this press turns into something. Absent on buttons that only show. */
  readonly nonce?: string;
  /** The card's inputs and the button's own data, all as text, at most 8,000 characters each. */
  readonly fields: Readonly<Record<string, string>>;
  /** Teams pressed it by itself because somebody looks at the card: nobody asked for anything. */
  readonly automatic?: true;
  /** The activity that holds the card, so that it can be replaced; absent if the channel does not say. */
  readonly cardActivityId?: string;
};
