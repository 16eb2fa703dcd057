/** An Adaptive Card 1.5 as JSON. Built only by the functions in bot/cards. */
export type Card = { readonly type: "AdaptiveCard"; readonly [key: string]: unknown };

/** One source of an answer, shown by Teams as a numbered reference. */
export type Citation = {
  /** The number in square brackets in the text, from 1. */
  readonly position: number;
  /** Title of the document, at most 80 characters are shown. */
  readonly name: string;
  /** The quoted passage, at most 160 characters are shown. */
  readonly abstract: string;
  readonly url?: string;
};

/**
 * One answer to a person. Stored with the commit of its turn, sent after it.
 * `place: "result"` is one of several results of a search, shown by its `preview` until it is chosen.
 * `place: "former"` replaces what was answered to a message before it was edited; where that is not known, it is new.
 * `place: "pressed"` replaces the card whose button was pressed; if the channel can't, it becomes a new message.
 */
export type Reply = {
  readonly place: "new" | "pressed" | "former" | "result";
  /** Markdown, shown above the card. */
  readonly text?: string;
  readonly card?: Card;
  readonly citations?: readonly Citation[];
  /** A language model wrote this text: Teams shows its AI label. */
  readonly aiGenerated?: boolean;
  /** What may be done with it: Teams' sensitivity label, read when hovered over. */
  readonly usage?: { readonly name: string; readonly description: string };
  /** Teams offers thumbs up and down under the message. */
  readonly feedback?: boolean;
  readonly preview?: { readonly title: string; readonly text: string };
  /** One line without any case content, for notifications. */
  readonly summary?: string;
};
