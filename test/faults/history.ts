/** What a scenario leaves behind for whoever judges it. */

/** Something that a person wanted written. `step` counts what the stage let through. */
export type Wish = {
  /** What it is: `note`, `measure`, `case` … */
  readonly kind: string;
  /** Names it among all wishes of the scenario; what came of it carries the same name. */
  readonly token: string;
  /** The thing in which wishes of one kind stand in a row: a case, a person. */
  readonly place: string;
  readonly askedAt: number;
  /**
   * `acknowledged`: the person was told that it is saved. `refused`: told each time that nothing was saved.
   * `unknown`: anything else, silence too.
   */
  readonly outcome: "acknowledged" | "refused" | "unknown";
  /** When the person was told so first. */
  readonly answeredAt?: number;
};

/** Something that is in the store when all is over, in the order in which it stands there. */
export type Thing = Pick<Wish, "kind" | "token" | "place">;

/** Two counts of the same that must agree, e.g. the notes of a case and their entries in the audit. */
export type Sum = { readonly what: string; readonly one: number; readonly other: number };

/** A call that arrived outside. `run` tells apart how often its job was begun. */
export type Effect = {
  readonly queue: string;
  readonly id: string;
  readonly run: number;
  readonly to: string;
  /** By this the other side knows it: the Message-ID of a mail, the UID of an entry, else the job's id. */
  readonly key: string;
  readonly content: string;
};

/** What became of a job of the outbox, as the store has seen it. */
export type JobStory = {
  readonly queue: string;
  readonly id: string;
  /** How often it was taken. */
  readonly leases: number;
  readonly end: "done" | "dead" | "waits";
  /** It may end without any effect: nothing was due, consent was withdrawn, the case was erased. */
  readonly mayBeSilent: boolean;
};

export type History = {
  readonly wishes: readonly Wish[];
  readonly things: readonly Thing[];
  readonly sums: readonly Sum[];
  readonly effects: readonly Effect[];
  readonly jobs: readonly JobStory[];
  /** Anything else that must not be, in words. */
  readonly faults: readonly string[];
  /** Nothing went wrong on the way: then each thing is done at the first try. */
  readonly fair: boolean;
};
