/** One entry in the calendar of the inviting mailbox, which invites all participants of a conference. */
export type Meeting = {
  /** Names the entry for good: the iCalendar UID of the conference. */
  readonly key: string;
  readonly subject: string;
  readonly text: string;
  /** Instants in ms since the epoch. */
  readonly start: number;
  readonly end: number;
  readonly location: string;
  readonly attendees: readonly {
    readonly name: string;
    readonly email: string;
    readonly required: boolean;
  }[];
  readonly teamsMeeting: boolean;
};

export type MeetingFailure = {
  /** `temporary`: worth another try later. `setup`: a matter for the operator. */
  readonly kind: "temporary" | "permanent" | "setup";
  readonly reason: string;
};

/** What an attendee said last, and when, ms since the epoch. */
export type MeetingAnswer = { readonly answer: "accepted" | "declined" | "tentative"; readonly at: number };

/** The way into a shared calendar. Never rejects; ends within its own deadline. */
export type MeetingCalendar = {
  /** Creates the entry or brings it to this state; twice the same makes one entry. */
  readonly put: (
    meeting: Meeting,
    knownId: string | undefined,
  ) => Promise<{ readonly kind: "done"; readonly id: string; readonly joinUrl?: string } | MeetingFailure>;
  /** Cancels the entry; one that is not there counts as cancelled. */
  readonly cancel: (
    key: string,
    knownId: string | undefined,
    comment: string,
  ) => Promise<{ readonly kind: "done" } | MeetingFailure>;
  /** Who has answered the entry so far, by address in lower case. */
  readonly answers: (
    id: string,
  ) => Promise<
    { readonly kind: "done"; readonly answers: ReadonlyMap<string, MeetingAnswer> } | MeetingFailure
  >;
};
