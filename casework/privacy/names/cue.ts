import type { Word } from "../tokens.js";
import { foldedWords } from "../words/fold.js";
import {
  ACADEMIC_TITLES,
  CASE_NOUNS,
  FAMILY_TITLES,
  FUNCTIONS,
  PERSON_TITLES,
  RELATIVES,
} from "../words/person-words.js";

/**
 * What made us look for a name; it decides how sure a word must be, and what stands there afterwards.
 * person: Frau, Herr · academic: Dr. · family: Familie · explicit: heißt, Name: · relative: Sohn, Klient ·
 * function: Vermieter, Lehrerin · case: Fall, Termin · none: the word itself.
 */
export type NameCue =
  | "person"
  | "academic"
  | "family"
  | "explicit"
  | "relative"
  | "function"
  | "case"
  | "none";

const CUES = new Map<string, NameCue>();
const cue = (name: NameCue, list: string) => {
  for (const word of foldedWords(list)) CUES.set(word, name);
};
// later lists win: "Kind" is a relative, "Vertretung" a function
cue("case", CASE_NOUNS);
cue("relative", RELATIVES);
cue("function", FUNCTIONS);
cue("family", FAMILY_TITLES);
cue("academic", ACADEMIC_TITLES);
cue("person", PERSON_TITLES);
cue(
  "explicit",
  "heißt heisst hieß hiess heiße heissen nennt namens genannt gen Name Namen Vorname Vornamen Nachname Nachnamen Familienname Geburtsname Mädchenname Rufname geb geborene geborener",
);

export function cueOf(word: Word): NameCue | undefined {
  return CUES.get(word.folded);
}

/**
 * The words after a title or noun at which the name can begin, likeliest first: after titles that follow it
 * ("Frau Dr. Yilmaz", "Herr Richter Yilmaz"), but also at the last of these ("Herr Richter").
 */
export function startsAfterCue(words: readonly Word[], i: number, cue: NameCue): readonly number[] {
  const starts: number[] = [];
  for (let at = i + 1; at < i + 4; at++) {
    const one = words[at];
    if (!one || !leadsOn(one, cue, words[at - 1])) break;
    starts.unshift(at);
    if (!isFurtherTitle(one, cue)) break;
  }
  return starts;
}

const ABBREVIATION = /^(?:fr|hr|hrn|fam|ehel|dr|prof|dipl|kl|kli|tn|sb|ra|kv|km|wv)$/;

function leadsOn({ gap }: Word, cue: NameCue, before: Word | undefined): boolean {
  if (cue === "explicit") return /^(?:\.? {1,2}| ?[:=] ?| [„"])$/.test(gap);
  // "kl. Yilmaz", but not "… das Verfahren. Das …"
  if (gap.startsWith(".") && !ABBREVIATION.test(before?.folded ?? "")) return false;
  return gap !== "" && /^(?:\.? {0,2}|: ?| \()$/.test(gap);
}

function isFurtherTitle(word: Word, cue: NameCue): boolean {
  const other = cueOf(word);
  if (cue === "explicit") return other === "person" || /^(?:ist|lautet|war|sei|sich)$/.test(word.folded);
  if (cue === "person") return other === "academic" || other === "function" || other === "relative";
  if (cue === "academic") return other === "academic" || other === "person";
  return cue === "function" && (other === "academic" || other === "person");
}
