import { type FoundDate, findDates } from "../../casework/calendar/date-phrases.js";
import { findCaseIds } from "../../casework/privacy/case-id.js";
import { fold } from "../../knowledge/german/spelling.js";
import type { CaseReference } from "./command.js";
import { type Role, rolesOfWord } from "./command-words.js";
import { longWordMeantBy } from "./long-words.js";

/** A word of the text and the parts it may play in a command. Offsets are UTF-16, into `Utterance.text`. */
export type Word = {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly roles: ReadonlySet<Role>;
};

export type Span = { readonly start: number; readonly end: number };

/** What somebody typed, cut up once for all commands. */
export type Utterance = {
  /** Trimmed, with composed umlauts and one kind of space; line breaks are kept. */
  readonly text: string;
  /** The words of the beginning, case ids left out. What is longer than a command is free text. */
  readonly words: readonly Word[];
  readonly isCut: boolean;
  /** The first case id; where several are said, the others are passed over. */
  readonly id: (Span & { readonly id: string }) | undefined;
  /** Begins like a question: "was ist …", "muss ich …". */
  readonly isQuestion: boolean;
  readonly endsAsQuestion: boolean;
  readonly today: string;
};

/** No command has its words further from the beginning. */
const LONGEST = 400;

export function utterance(said: string, today: string): Utterance {
  const text = said
    .normalize("NFC")
    .replace(/[\u00a0\u202f\t]/g, " ")
    .replace(/[\u200b\ufeff]/g, "")
    .trim();
  const ids = findCaseIds(text);
  const words: Word[] = [];
  for (const match of text.slice(0, LONGEST).matchAll(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)) {
    const [found] = match;
    const start = match.index;
    const end = start + found.length;
    if (isInside({ start, end }, ids)) continue;
    const typed = foldWord(found);
    const folded = rolesOfWord(typed).size > 0 ? typed : (longWordMeantBy(typed) ?? typed);
    words.push({ text: found, folded, start, end, roles: found === "NE" ? noRoles : rolesOfWord(folded) });
  }
  return {
    text,
    words: joinToDo(words),
    isCut: text.length > LONGEST,
    id: ids[0],
    isQuestion: asks(words),
    endsAsQuestion: /\?\W*$/.test(text),
    today,
  };
}

/** Every word plays one of these parts. */
export function isOnly(words: readonly Word[], ...allowed: readonly Role[]): boolean {
  return words.every((word) => isAny(word, ...allowed));
}

export function isAny(word: Word | undefined, ...roles: readonly Role[]): boolean {
  return word !== undefined && roles.some((role) => word.roles.has(role));
}

export function hasAny(words: readonly Word[], ...roles: readonly Role[]): boolean {
  return words.some((word) => isAny(word, ...roles));
}

/** The id that was said, else `last`: the flow asks which case is meant. */
export function caseOf(said: Utterance): CaseReference {
  return said.id?.id ?? "last";
}

/** The dates of the text, a case id not taken for one. */
export function datesOf(said: Utterance): readonly FoundDate[] {
  return findDates(withoutId(said), said.today);
}

/** The text without its case id, offsets kept: "K-35H25" is no 35 hours and 25 minutes. */
export function withoutId({ text, id }: Pick<Utterance, "text" | "id">): string {
  return blank(text, id ? [id] : []);
}

/** A day that was said and that no calendar has ("31.02."), as typed. */
export function impossibleDateIn(dates: readonly FoundDate[]): { readonly impossibleDate?: string } {
  const found = dates.find(({ kind }) => kind === "impossible");
  return found ? { impossibleDate: found.phrase } : {};
}

/** The text with these spans filled by spaces, so that offsets stay. */
export function blank(text: string, spans: readonly Span[]): string {
  let blanked = text;
  for (const { start, end } of spans) {
    blanked = blanked.slice(0, start) + " ".repeat(end - start) + blanked.slice(end);
  }
  return blanked;
}

export function isInside(word: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => word.start < span.end && word.end > span.start);
}

/** NE is a Niederlassungserlaubnis, "ne" an article. */
const noRoles: ReadonlySet<Role> = new Set();

function foldWord(word: string): string {
  // AE is no written-out umlaut.
  if (word.length === 2) return word.toLowerCase();
  const folded = fold(word);
  return folded.includes("-") || folded.includes("'") || folded.includes("’")
    ? folded.replace(/[-'’]/g, "")
    : folded;
}

/** "to do" is one word. */
function joinToDo(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex((word, i) => word.folded === "to" && words[i + 1]?.folded === "do");
  const [to, second] = [words[at], words[at + 1]];
  if (!to || !second) return words;
  const joined: Word = { ...to, text: "to do", folded: "todo", end: second.end, roles: rolesOfWord("todo") };
  return [...words.slice(0, at), joined, ...words.slice(at + 2)];
}

function asks(words: readonly Word[]): boolean {
  const [first, second] = words.filter((word) => !isAny(word, "greeting") && word.folded !== "bitte");
  if (!first) return false;
  if (isAny(first, "question")) return true;
  return (
    /^(?:brauche?|kann|hat|haben)$/.test(first.folded) &&
    /^(?:ich|man|das|die|der)$/.test(second?.folded ?? "")
  );
}
