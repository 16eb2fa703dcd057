import type { Word } from "../tokens.js";
import { foldedWords } from "../words/fold.js";
import { GIVEN, OCCUPATION, PLACE, SURNAME, TIME, WORD } from "../words/lexicon.js";
import { COMMON_VERBS, PERSON_VERBS } from "../words/person-words.js";
import { cueOf, type NameCue } from "./cue.js";
import { ANY, has, isJoined, type Reader, type Threshold } from "./reader.js";

const HUMAN_VERB = new Set(foldedWords(PERSON_VERBS));
const COMMON_VERB = new Set(foldedWords(COMMON_VERBS));
const BEFORE_PERSON = new Set(foldedWords("mit bei für von wegen ohne zu an durch gegen nach"));

/**
 * What an unknown word needs to open a name, by what stands before it. After a title or "Name:" a capital is
 * enough; German surnames often look like German words.
 */
const THRESHOLDS: Readonly<Record<NameCue, Threshold>> = {
  person: [ANY, -0.8],
  academic: [ANY, 0.3],
  family: [ANY, 0.1],
  explicit: [-1.2, -0.3],
  relative: [-0.6, 0.4],
  function: [-1, 0.4],
  case: [0, 0.5],
  none: [1.35, 1.6],
};

/** Whether a name opens at `i` after this cue. */
export function opensAfterCue(read: Reader, i: number, cue: NameCue): boolean {
  const one = read.free(i);
  switch (one?.kind) {
    case "strong":
      return cue === "person" || cue === "academic" || cue === "family" || !isAcronym(read, i, one);
    case "letter":
      return (cue === "person" || cue === "family" || cue === "academic") && read.isInitial(i);
    case "weak":
      return weakOpens(read, i, one, cue);
    case "form":
      return (cue === "person" || cue === "academic") && read.hasCapital(one);
    case "unknown":
      return read.looksLikeName(one, thresholdAfter(read, i, one, cue));
    default:
      return false;
  }
}

function thresholdAfter(read: Reader, i: number, one: Word, cue: NameCue): Threshold {
  const before = read.word(i - 1)?.folded ?? "";
  // a form ("Name: …"), and what only names follow
  if (cue === "explicit" && (one.gap.includes(":") || /name|namens/.test(before))) return [ANY, ANY];
  // "herr" is no part of other phrases, "frau schwanger" and "frau nachholen" are
  if (cue === "person" && /^h/.test(before)) return [ANY, ANY];
  return THRESHOLDS[cue];
}

/** Whether a name opens at `i` by itself. */
export function opensAlone(read: Reader, i: number): boolean {
  const one = read.free(i);
  if (one?.kind === "strong") return !isAcronym(read, i, one);
  if (one?.kind === "weak") return isWeakPair(read, i, one) || weakStandsAsName(read, i, one);
  return one?.kind === "unknown" && unknownStandsAsName(read, i, one);
}

/** "BOB", "MUSA" alone in a text with small letters: schools and projects. */
function isAcronym(read: Reader, i: number, one: Word): boolean {
  if (one.text.length > 4 || one.text !== one.text.toUpperCase() || !read.hasCapital(one)) return false;
  const [before, next] = [read.word(i - 1), read.word(i + 1)];
  const besideName =
    (isJoined(one) && before?.kind === "strong") || (isJoined(next) && next?.kind === "strong");
  return !besideName && next?.gap !== ", " && !isBeforeVerb(next);
}

/** A name that is also a word: "Frau Koch", but not "Klient Koch", "frau will", "Fr. Montag 10 Uhr". */
function weakOpens(read: Reader, i: number, one: Word, cue: NameCue): boolean {
  const capital = read.hasCapital(one);
  const next = read.word(i + 1);
  if (read.isOffice(i) && (cue !== "person" || one.text === one.text.toUpperCase())) return false;
  if (has(one, TIME)) {
    const dated = next !== undefined && (next.kind === "mixed" || has(next, TIME));
    return (cue === "person" || cue === "academic" || cue === "family") && capital && !dated;
  }
  switch (cue) {
    case "person":
    case "academic":
      if (capital || !has(one, WORD) || has(one, OCCUPATION)) return true;
      // "hr lange", "frau klein fragt", but not "frau will", "frau lange krank"
      return !isVerb(one) && (isBeforeVerb(next) || /^h/.test(read.word(i - 1)?.folded ?? ""));
    case "family":
      return !has(one, PLACE) && (capital || !has(one, WORD) || has(one, OCCUPATION));
    case "explicit":
      return !has(one, WORD) || has(one, OCCUPATION) || (capital && one.folded.length > 3);
    case "function":
      return !has(one, PLACE) && (capital || (!has(one, WORD) && has(one, SURNAME)));
    case "relative":
      return !has(one, WORD | PLACE | OCCUPATION) && (capital || has(one, GIVEN));
    default:
      return capital && !has(one, WORD | PLACE | OCCUPATION);
  }
}

/** "M. Koch"; "Rose braucht Kita", "Wolf fragt", "JC Richter sagt": the verb is what only people do. */
function weakStandsAsName(read: Reader, i: number, one: Word): boolean {
  if ((isAfterInitial(read, i, one) || isSignature(read, i)) && has(one, SURNAME) && !has(one, PLACE | TIME))
    return true;
  const next = read.word(i + 1);
  if (!isBeforeVerb(next)) return false;
  const capital = read.hasCapital(one);
  if (capital && has(one, SURNAME) && read.isOffice(i - 1) && isJoined(one)) return true;
  if (has(one, WORD | PLACE | OCCUPATION | TIME)) return false;
  return has(one, GIVEN) || (capital && !COMMON_VERB.has(next?.folded ?? ""));
}

function isAfterInitial(read: Reader, i: number, one: Word): boolean {
  const before = read.word(i - 1);
  if (before?.kind !== "letter" || !read.hasCapital(before) || !/^\. ?$/.test(one.gap)) return false;
  return read.hasCapital(one) && opensClause(read, i - 1);
}

/** Whether that word is what a person does: "braucht", "ruft". */
export function isBeforeVerb(next: Word | undefined): boolean {
  return next !== undefined && isJoined(next) && isVerb(next);
}

function isVerb(word: Word): boolean {
  return HUMAN_VERB.has(word.folded);
}

/** Weak given name and weak surname side by side: "Rose Wolf", "Luz P." */
function isWeakPair(read: Reader, i: number, one: Word): boolean {
  const next = read.free(i + 1);
  if (!next || !isJoined(next) || !has(one, GIVEN) || has(one, WORD | PLACE | TIME)) return false;
  if (next.kind === "letter") return read.hasCapital(one) && next.capital && read.text[next.end] === ".";
  if (next.kind !== "weak" || read.hasCapital(one) !== read.hasCapital(next)) return false;
  return has(next, SURNAME) && !has(next, WORD | PLACE | TIME);
}

/** An unknown word without any cue: how it looks, and whether it stands where persons stand. */
function unknownStandsAsName(read: Reader, i: number, one: Word): boolean {
  if (one.folded.length < 4) return false;
  const eased = easedBefore(read, i, one) + easedAfter(read, i, one);
  const [withCapital, without] = THRESHOLDS.none;
  return read.looksLikeName(one, [withCapital - eased, without - eased]);
}

/** "mit …", "M. …", "i. A. …" */
function easedBefore(read: Reader, i: number, one: Word): number {
  const before = read.word(i - 1);
  if (!before) return 0;
  if (isSignature(read, i)) return 2;
  if (isAfterInitial(read, i, one)) return 1.8;
  return isJoined(one) && BEFORE_PERSON.has(before.folded) ? 0.5 : 0;
}

/** "… braucht", "… M.", "… bin Salem", "… Zurmati", "…:" */
function easedAfter(read: Reader, i: number, one: Word): number {
  const next = read.word(i + 1);
  if (!next) return 0;
  const setOff = /^(?::| -| –| \()/.test(read.text.slice(one.end, one.end + 2));
  if (!isJoined(next)) return setOff && opensClause(read, i) ? 0.4 : 0;
  if (isVerb(next)) return COMMON_VERB.has(next.folded) ? 0.7 : 0.9;
  if (next.kind === "letter") return next.capital && read.text[next.end] === "." ? 1.5 : 0;
  if (/^(?:al|el|abu|bin|ibn|bint)$/.test(next.folded)) return isUnknownName(read, i + 2, -0.3) ? 1 : 0;
  return isUnknownName(read, i + 1, 0) ? 0.8 : 0;
}

function isUnknownName(read: Reader, i: number, threshold: number): boolean {
  const one = read.word(i);
  if (!one || !isJoined(one)) return false;
  return one.kind === "strong" || read.looksLikeName(one, [threshold, threshold + 0.6]);
}

function isSignature(read: Reader, i: number): boolean {
  const [first, second, one] = [read.word(i - 2), read.word(i - 1), read.word(i)];
  if (first?.folded !== "i" || !/^[av]$/.test(second?.folded ?? "")) return false;
  return /^\. ?$/.test(second?.gap ?? "") && /^\. ?$/.test(one?.gap ?? "");
}

/** At the beginning, after punctuation, or after the noun for a person or a case. */
export function opensClause(read: Reader, i: number): boolean {
  const one = read.word(i);
  const before = read.word(i - 1);
  if (!one || !before) return true;
  const cue = cueOf(before);
  return /[:.;(\n–-]/.test(one.gap) || cue === "relative" || cue === "case";
}
