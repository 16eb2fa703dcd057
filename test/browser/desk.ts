import type { Texts } from "../../bot/texts/de.js";
import type { Bot } from "../front-door/bot.js";
import type { Person } from "../wire/person.js";

export type Value = string | number | boolean | readonly string[];

/**
 * A place where a case manager does the jobs, by what is on the screen and by mouse or keyboard alone. Each step settles
 * with the text of what came of it.
 */
export type Desk = {
  readonly bot: Bot;
  /** In the language of the screen. */
  readonly texts: Texts;
  /** The same person, in a chat of their own: for what a job finds there when it begins. */
  readonly person: Person;
  readonly says: (text: string) => Promise<string>;
  /** Presses the button with this title on the newest card that has it. */
  readonly presses: (title: string) => Promise<string>;
  /** Presses a button that shows more of the same card. */
  readonly opens: (title: string) => Promise<void>;
  /** Fills the field with this label: a text, number, day (`2027-03-01`), titles of choices, or a tick. */
  readonly fills: (label: string, value: Value) => Promise<void>;
  readonly showsCase: (id: string) => Promise<string>;
  readonly showsDay: () => Promise<string>;
  readonly showsConference: (caseId: string) => Promise<string>;
};
