import type { Role } from "./command-words.js";
import { isAny, isOnly, type Utterance, type Word } from "./utterance.js";

/** Words that may stand before and around the word that names the command: "kannst du bitte eine neue … anlegen". */
const around: readonly Role[] = ["glue", "create", "make", "fresh", "case", "client", "greeting"];

/**
 * Index of the word that names a command (has one of the roles) if nothing but `around` comes before it; -1 if
 * content comes first.
 */
export function headOf(said: Utterance, ...roles: readonly Role[]): number {
  const at = said.words.findIndex((word) => isAny(word, ...roles) || !isAny(word, ...around));
  return isAny(said.words[at], ...roles) ? at : -1;
}

export type Argument = {
  /** The free text after the command and the case id; empty if there is none. */
  readonly text: string;
  /** A colon or a dash sets it off, so it is text whatever it says. */
  readonly isSetOff: boolean;
};

/** "Notiz zu K-7F3Q9: angerufen", "todo 7f3q9 anrufen", "zu K-7F3Q9 notieren: …" → what comes after all that. */
export function argumentAfter(said: Utterance, headAt: number): Argument {
  const { words, id, text } = said;
  const head = words[headAt];
  let end = head?.end ?? 0;
  if (id && id.start >= end && isOnly(between(words, end, id.start), ...around)) end = id.end;
  const mark = /:(?!\d)|\s[-–—]\s/g;
  mark.lastIndex = end;
  const setOff = mark.exec(text);
  const header = setOff ? between(words, end, setOff.index) : [];
  const isSetOff = setOff !== null && header.length <= 6 && header.every(isHeader);
  if (setOff && isSetOff) end = setOff.index + setOff[0].length;
  else end = afterHeaderWords(words, end);
  // "eine Notiz schreiben": nothing is left to write.
  const rest = words.filter((word) => word.start >= end);
  if (rest.length > 0 && rest.every(isHeader) && isInfinitive(rest.at(-1))) return { text: "", isSetOff };
  return { text: withoutId(said, end), isSetOff };
}

/** "Maßnahme zum Fall …", "Notiz zu 7f3q9 anlegen …": still the command, not yet the text. */
function afterHeaderWords(words: readonly Word[], end: number): number {
  const after = words.filter((word) => word.start >= end).slice(0, 3);
  const caseAt = after.findIndex((word) => isAny(word, "case"));
  if (caseAt > 0 && isOnly(after.slice(0, caseAt), "glue")) return after[caseAt]?.end ?? end;
  const [next] = after;
  return next && isInfinitive(next) && next.folded !== "machen" ? next.end : end;
}

/** Between the command and its colon. "Klientin:" is no such word, it says whose measure it is. */
function isHeader(word: Word): boolean {
  return isAny(word, "glue", "create", "make", "fresh", "case", "note", "measure", "writes");
}

function isInfinitive(word: Word | undefined): boolean {
  return /^(?:anlegen|erstellen|hinzufugen|eintragen|machen|schreiben|festhalten)$/.test(word?.folded ?? "");
}

/** The text from `end` on; an id that only says where it belongs ("… (K-7F3Q9)") is no part of it. */
function withoutId({ text, id }: Utterance, end: number): string {
  let rest = trimmed(text.slice(end));
  if (id && id.start >= end) {
    const at = rest.lastIndexOf(text.slice(id.start, id.end));
    const before = trimmed(rest.slice(0, at).replace(/ ?(?:zum Fall|Fall|zu|für|bei|in|von)? ?\(? ?$/i, ""));
    const after = trimmed(rest.slice(at + id.end - id.start).replace(/^ ?\)/, ""));
    const isBeforeColon = /^ ?\)? ?:/.test(rest.slice(at + id.end - id.start));
    if (before === "" || /^[.!]?$/.test(after)) rest = before + after;
    else if (isBeforeColon) rest = `${before}: ${after}`;
  }
  return rest.replace(/^da(?:ss|ß)\s+/i, "");
}

const separators = " \n\t\r:,;–—-";
const leading = `${separators}.?!)/`;

/** Without the punctuation and spaces that setting off leaves at both ends. A loop, since texts can be long. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && leading.includes(text.charAt(start))) start += 1;
  while (end > start && separators.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function between(words: readonly Word[], start: number, end: number): readonly Word[] {
  return words.filter((word) => word.start >= start && word.end <= end);
}
