/** What the tab's pages show beside the cards, as JSON: text that is ready to be read, in the visitor's language. */

export type MeView = {
  readonly name: string;
  readonly roleName: string;
  /** Which pages there are for this person. */
  readonly pages: readonly PageName[];
  readonly demo: boolean;
};

export const pageNames = ["day", "cases", "conferences", "figures", "meeting", "offices"] as const;
export type PageName = (typeof pageNames)[number];

export type CaseLine = {
  readonly id: string;
  readonly label: string;
  readonly phase: string;
  readonly urgent: boolean;
};

export type CaseNotes = {
  readonly id: string;
  /** The newest first. */
  readonly notes: readonly { readonly when: string; readonly text: string }[];
  /** Changes whenever the case or its notes do; sent back, it asks whether there is anything new. */
  readonly seen: string;
};

/** One row of the picture: who sits in which of our conferences, on the day of this one. */
export type BusyRow = {
  readonly name: string;
  /** Minutes since local midnight; `own`: this conference. */
  readonly busy: readonly { readonly from: number; readonly to: number; readonly own: boolean }[];
};

export type ConferenceLine = {
  readonly id: string;
  /** What it is called outside: the id of the case, or its own where it is about none. */
  readonly publicId: string;
  readonly label: string;
  readonly when: string;
  readonly rows: readonly BusyRow[];
  /** Minutes since local midnight. */
  readonly from: number;
  readonly to: number;
};

/** The side panel of a meeting. Others may look over the shoulder: nothing of a case but its id. */
export type MeetingView = {
  /** The conference that this meeting is; absent for everybody but its convener, and where nobody can tell. */
  readonly conference?: {
    readonly publicId: string;
    readonly when: string;
    /** How many come, as a sentence. */
    readonly coming: string;
    /** Into the 1:1 chat, with the question who that is. */
    readonly comingUrl: string;
  };
  /** What a conference goes through, in order; the same for every case. */
  readonly agenda: readonly string[];
  /** A deep link into the 1:1 chat, where the minutes are written; the words for it stand in its compose box. */
  readonly chatUrl: string;
};

export type OfficeLine = {
  readonly id: string;
  readonly topic: string;
  readonly place: string;
  readonly name: string;
  readonly about: string;
  readonly why: string;
  readonly contact: string;
  readonly checked: string;
  readonly stale: boolean;
};

export type OfficesView = {
  readonly question: string;
  readonly offices: readonly OfficeLine[];
  /** Said where there is no office: why, or what is missing. */
  readonly message: string;
};

/** Counts for coordinators; `small` stands for fewer than five. */
export type GapsView = {
  readonly agency: string;
  readonly table: {
    readonly rows: readonly string[];
    readonly columns: readonly string[];
    readonly cells: readonly (readonly (number | "small")[])[];
    readonly rowSums: readonly number[];
  };
};
