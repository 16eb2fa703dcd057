import type { Texts } from "../bot/texts/de.js";
import type { Conference } from "../casework/conference/conference.js";
import type { ConferenceHours } from "../casework/conference/conference-hours.js";
import type { ConsentText } from "../casework/consent/consent-text.js";
import type { Actor } from "../casework/staff/staff.js";
import type { UnitOfWork } from "../casework/store/unit-of-work.js";
import type { Directory } from "../knowledge/directory/build.js";
import type { DocumentView } from "../knowledge/documents/library.js";
import type { Assistance } from "./assistance.js";
import type { Calendars } from "./calendars.js";
import type { IncomingEvent } from "./event.js";
import type { FormerAnswer } from "./former-answer.js";
import type { Reply } from "./reply.js";
import type { ConversationState } from "./state.js";

/** What a flow sees of the world: the event, the person, and one consistent view of what is stored. */
export type Turn = {
  readonly event: IncomingEvent;
  readonly actor: Actor;
  readonly unit: UnitOfWork;
  readonly state: ConversationState;
  readonly texts: Texts;
  readonly directory: Directory;
  /** What this person can find, where they ask. */
  readonly documents: DocumentView;
  /** What language models do for this turn; undefined where none is set up. */
  readonly assist?: Assistance;
  /** What the edited or deleted message led to before. */
  readonly former?: FormerAnswer;
  /** Fingerprint of the text that was typed, by which an edit that changes nothing is known. */
  readonly said?: string;
  /** Whether this turn has changed something so far, and not only looked. */
  readonly hasActed: () => boolean;
  readonly settings: Settings;
  /** The calendar day of the turn in the person's zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Fresh random bytes; each call gives others. */
  readonly random: (bytes: number) => Uint8Array;
};

export type Settings = {
  readonly demo: boolean;
  /** The bot's own id at the channel, for the deep link into the 1:1 chat. */
  readonly botId: string;
  /** Days after which a directory entry is marked as stale. */
  readonly staleAfterDays: number;
  /** Mail goes out by SMTP; otherwise as files. */
  readonly mail: "smtp" | "files";
  /** Who tells the participants: each by mail, or one entry in the organisation's calendar. */
  readonly channel: Conference["channel"];
  /** How long invitations wait and can be stopped, ms. */
  readonly sendDelayMs: number;
  readonly conferenceHours: ConferenceHours;
  readonly calendars: Calendars;
  /** Host part of iCalendar UIDs and Message-IDs. */
  readonly mailDomain: string;
  /** Where people reach our pages, without a slash at the end; undefined if that is not known. */
  readonly publicUrl: () => string | undefined;
  /** Texts that explain a consent, as the operator keeps them. */
  readonly consentTexts: readonly ConsentText[];
  /** Who keeps the directory: id on the staff list. */
  readonly directoryKeeper?: string;
  /** Who answers what the documents do not, where no partner keeps the topic: id on the staff list. */
  readonly knowledgeKeeper?: string;
};

/** What a flow decides: what the person sees and where the conversation stands. Writes are in `turn.unit`. */
export type Outcome = {
  readonly replies: readonly Reply[];
  /** The state as it shall be; left out: as it was. */
  readonly state?: ConversationState;
  /** The person got no answer but an honest no: that it happened is counted, never what was asked. */
  readonly unknown?: Unknown;
};

/** Neither directory nor documents know it; outside what the directory covers; no command and no question. */
export type Unknown = "not-in-documents" | "outside-directory" | "not-understood";
