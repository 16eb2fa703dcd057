import type { Span } from "./finding.js";
import type { Word } from "./tokens.js";
import { foldedWords } from "./words/fold.js";
import { GIVEN, OCCUPATION, PLACE, SURNAME, TIME, WORD } from "./words/lexicon.js";
import { nameLikeness } from "./words/likeness.js";
import {
  ACADEMIC_TITLES,
  CASE_NOUNS,
  COMMON_VERBS,
  EPONYMS,
  FAMILY_TITLES,
  FUNCTIONS,
  INSTITUTIONS,
  JOINING_PARTICLES,
  LEADING_PARTICLES,
  PERSON_TITLES,
  PERSON_VERBS,
  RELATIVES,
  SAINT_WORDS,
} from "./words/person-words.js";

/** What made us look for a name: it decides how sure a word must be, and what stands there afterwards. */
export type NameCue =
  | "person"
  | "academic"
  | "family"
  | "explicit"
  | "relative"
  | "function"
  | "case"
  | "none";

export type NameSpan = Span & {
  readonly cue: NameCue;
  /** Indexes into the words: the first of the name, and the first after it. */
  readonly from: number;
  readonly to: number;
  /** Index of the title or noun that led to it; equal to `from` without one. */
  readonly cueFrom: number;
};

const set = (list: string) => new Set(foldedWords(list));
const PERSON = set(PERSON_TITLES);
const ACADEMIC = set(ACADEMIC_TITLES);
const FAMILY = set(FAMILY_TITLES);
const RELATIVE = set(RELATIVES);
const FUNCTION = set(FUNCTIONS);
const CASE_NOUN = set(CASE_NOUNS);
const EXPLICIT = set(
  "heißt heisst hieß hiess heiße heissen namens genannt gen Name Namen Vorname Vornamen Nachname Nachnamen Familienname Geburtsname Mädchenname Rufname",
);
const BIRTH_NAME = set("geb geborene geborener");
const HUMAN_VERB = set(PERSON_VERBS);
const COMMON_VERB = set(COMMON_VERBS);
const LEADING = set(LEADING_PARTICLES);
const JOINING = set(JOINING_PARTICLES);
const SAINT = set(SAINT_WORDS);
const INSTITUTION = set(INSTITUTIONS);
const FIRM = set("GmbH KG OHG eV UG");
const EPONYM = new Set(
  EPONYMS.trim()
    .split("|")
    .map((names) => [...foldedWords(names)].join(" ")),
);
const BEFORE_PERSON = set("mit bei für von wegen ohne zu an durch gegen nach");

/** How name-like an unknown word must be (see likeness.ts), with a capital and without. */
const THRESHOLDS: Readonly<Record<NameCue, readonly [number, number]>> = {
  person: [-0.7, 0.1],
  academic: [-0.5, 0.3],
  family: [-0.3, 0.3],
  explicit: [-0.2, 0.2],
  relative: [0.2, 0.6],
  function: [0.1, 0.6],
  case: [0.3, 0.9],
  none: [1.35, 1.6],
};
const NEXT_PART = [-0.2, 0.5] as const;
const LONGEST_NAME = 5;

/**
 * The names in a text, in order. `covered(word)` says that a word is already part of something else (a mail
 * address, a street). Time grows with the number of words.
 */
export function findNames(
  text: string,
  words: readonly Word[],
  covered: (word: Word) => boolean,
): readonly NameSpan[] {
  const capitalsTell = /\p{Ll}/u.test(text.slice(0, 2000));
  const found: NameSpan[] = [];
  const word = (i: number) => words[i];
  const free = (i: number): Word | undefined => {
    const one = words[i];
    return one && !covered(one) ? one : undefined;
  };
  const cap = (one: Word) => one.capital && capitalsTell;

  function likely(one: Word, [withCapital, without]: readonly [number, number]): boolean {
    if (one.kind !== "unknown") return false;
    if (capitalsTell && one.text.length <= 5 && one.text === one.text.toUpperCase()) return false;
    if (one.folded.length < 3 && !cap(one)) return false;
    return nameLikeness(one.folded) > (cap(one) ? withCapital : without);
  }

  /** A single letter that stands for a name: "Fr. M.", "Ahmad H." – but not "Herr A 33". */
  function isInitial(i: number): boolean {
    const one = free(i);
    if (one?.kind !== "letter" || !/\p{L}/u.test(one.text)) return false;
    const next = word(i + 1);
    if (next?.kind === "mixed" && /^[ .]*$/.test(next.gap)) return false;
    const dotted = text[one.end] === ".";
    return dotted || (cap(one) && !/[\p{L}\p{N}+/&-]/u.test(text[one.end] ?? " "));
  }

  function opens(i: number, cue: NameCue): boolean {
    const one = free(i);
    if (!one) return false;
    if (one.kind === "strong") return true;
    if (one.kind === "letter")
      return (cue === "person" || cue === "family" || cue === "academic") && isInitial(i);
    if (one.kind === "weak") return weakOpens(i, one, cue);
    return likely(one, THRESHOLDS[cue]);
  }

  function weakOpens(i: number, one: Word, cue: NameCue): boolean {
    const has = (flag: number) => (one.flags & flag) !== 0;
    const next = word(i + 1);
    const byVerb = next !== undefined && HUMAN_VERB.has(next.folded);
    if (has(TIME)) {
      const dated = next !== undefined && (next.kind === "mixed" || (next.flags & TIME) !== 0);
      return (cue === "person" || cue === "academic") && cap(one) && !dated;
    }
    switch (cue) {
      case "person":
      case "academic":
        return cap(one) || !has(WORD) || (byVerb && !HUMAN_VERB.has(one.folded));
      case "family":
        return has(PLACE) ? false : cap(one) || !has(WORD);
      case "explicit":
        return !has(WORD) || cap(one);
      case "function":
        return !has(PLACE) && (cap(one) ? true : !has(WORD) && has(SURNAME));
      case "relative":
        return !has(WORD | PLACE | OCCUPATION) && (cap(one) || has(GIVEN));
      case "case":
        return cap(one) && !has(WORD | PLACE | OCCUPATION);
      default:
        return (
          byVerb &&
          !has(WORD | PLACE | OCCUPATION) &&
          (has(GIVEN) || (cap(one) && !COMMON_VERB.has(next.folded)))
        );
    }
  }

  function continues(i: number, before: Word): boolean {
    const one = free(i);
    if (!one || !(joined(one) || (before.kind === "letter" && /^\. ?$/.test(one.gap)))) return false;
    const has = (flag: number) => (one.flags & flag) !== 0;
    switch (one.kind) {
      case "strong":
        return true;
      case "letter":
        return isInitial(i);
      case "weak":
        if (has(PLACE | TIME)) return false;
        return cap(one) ? true : !has(WORD) && has(SURNAME) && (before.flags & GIVEN) !== 0;
      default:
        return likely(one, NEXT_PART);
    }
  }

  /** After a particle nearly anything that is no ordinary word: "al Zein", "van der Poel", "de Souza". */
  function followsParticle(i: number): boolean {
    const one = free(i);
    if (!one || !/^[ -]{1,2}$/.test(one.gap)) return false;
    if (one.kind === "strong") return true;
    if (one.kind === "weak") return cap(one) && (one.flags & (PLACE | TIME)) === 0;
    return likely(one, [-0.5, 0.6]);
  }

  /** The first index after the name that begins at `i`, or `i`. */
  function nameEnd(i: number, cue: NameCue): number {
    let end = i;
    const start = word(i);
    if (start && cue !== "none" && JOINING.has(start.folded)) {
      let at = i + 1;
      while (at < i + 3 && JOINING.has(word(at)?.folded ?? "") && joined(word(at))) at++;
      if (followsParticle(at)) end = at + 1;
    }
    if (end === i) {
      if (!opens(i, cue)) return i;
      end = i + 1;
    }
    while (end - i < LONGEST_NAME) {
      const before = word(end - 1);
      if (!before) break;
      if (continues(end, before)) {
        end++;
        continue;
      }
      let at = end;
      while (at < end + 2 && JOINING.has(word(at)?.folded ?? "") && joined(word(at))) at++;
      if (at > end && followsParticle(at)) end = at + 1;
      else break;
    }
    return end;
  }

  /** What stands before a bare name and belongs to it: "A. Yilmaz", "al Hassan", "Zurmati Ahmad", "Wolf, Ahmad". */
  function nameStart(i: number, stop: number): number {
    let start = i;
    while (start > stop && i - start < 3) {
      const here = word(start);
      const one = free(start - 1);
      if (!here || !one) break;
      if (one.kind === "letter" && /^\.? ?$/.test(here.gap) && cap(one) && !isAbbreviationEnd(start - 1)) {
        start--;
        continue;
      }
      if (!/^ {1,2}$/.test(here.gap)) {
        if (here.gap === ", " && start === i && surnameBeforeComma(start - 1)) start--;
        break;
      }
      const has = (flag: number) => (one.flags & flag) !== 0;
      const belongs =
        LEADING.has(one.folded) ||
        (one.kind === "weak" && cap(one) && !has(PLACE | TIME | WORD | OCCUPATION)) ||
        likely(one, [0.3, 0.9]);
      if (!belongs) break;
      start--;
    }
    return start;
  }

  /** "z. B. Yilmaz": the B is no initial. */
  function isAbbreviationEnd(i: number): boolean {
    const before = word(i - 1);
    return before?.kind === "letter" && !before.capital;
  }

  function surnameBeforeComma(i: number): boolean {
    const one = free(i);
    if (!one || !opensClause(i)) return false;
    if (one.kind === "weak")
      return cap(one) && (one.flags & SURNAME) !== 0 && (one.flags & (PLACE | TIME | WORD)) === 0;
    return likely(one, [0.2, 0.8]);
  }

  function opensClause(i: number): boolean {
    const one = word(i);
    if (!one || i === 0) return true;
    const before = word(i - 1);
    return (
      /[:.;(\n–-]/.test(one.gap) ||
      (before !== undefined && (RELATIVE.has(before.folded) || CASE_NOUN.has(before.folded)))
    );
  }

  /** An unknown word without any cue: how it looks, and whether it stands where persons stand. */
  function standsAsName(i: number): boolean {
    const one = free(i);
    if (one?.kind !== "unknown" || one.folded.length < 4) return false;
    const next = word(i + 1);
    const before = word(i - 1);
    let [withCapital, without] = THRESHOLDS.none;
    const ease = (by: number) => {
      withCapital -= by;
      without -= by;
    };
    if (next && joined(next) && HUMAN_VERB.has(next.folded)) ease(COMMON_VERB.has(next.folded) ? 0.5 : 0.8);
    if (before && joined(one) && BEFORE_PERSON.has(before.folded)) ease(0.3);
    if (next && joined(next) && cap(next) && next.kind === "unknown" && likely(next, [0.5, 9])) ease(0.5);
    if (opensClause(i) && /^(?::| -| –| \()/.test(text.slice(one.end, one.end + 2))) ease(0.3);
    return likely(one, [withCapital, without]);
  }

  /** Weak given name and weak surname side by side: "Rose Wolf". */
  function isWeakPair(i: number): boolean {
    const [one, next] = [free(i), free(i + 1)];
    if (one?.kind !== "weak" || next?.kind !== "weak" || !joined(next)) return false;
    if (capitalsTell && one.capital !== next.capital) return false;
    const plainName = (each: Word) => (each.flags & (WORD | PLACE | TIME)) === 0;
    return plainName(one) && plainName(next) && (one.flags & GIVEN) !== 0 && (next.flags & SURNAME) !== 0;
  }

  /** Schools, houses, firms and saints: "Anne Frank Schule", "Firma Schmitz", "St. Josef". */
  function isNoPerson(from: number, to: number): boolean {
    const before = word(from - 1);
    const here = word(from);
    if (before && here && /^\.? {0,2}$/.test(here.gap) && SAINT.has(before.folded)) return true;
    const after = word(to);
    const afterJoins = after !== undefined && /^[ -]{1,2}$/.test(after.gap);
    if (afterJoins && FIRM.has(after.folded)) return true;
    const institution =
      (afterJoins && INSTITUTION.has(after.folded)) ||
      (before !== undefined && INSTITUTION.has(before.folded));
    if (!institution) return false;
    return EPONYM.has(
      words
        .slice(from, to)
        .map((one) => one.folded)
        .join(" "),
    );
  }

  function push(cueFrom: number, from: number, to: number, cue: NameCue): void {
    const [first, last] = [word(from), word(to - 1)];
    if (!first || !last) return;
    // the dot of an initial belongs to it
    const dot = last.kind === "letter" && text[last.end] === "." ? 1 : 0;
    found.push({ start: first.start, end: last.end + dot, cue, from, to, cueFrom });
  }

  /** "Ali, Rose und Taim": in a row with a name, weaker evidence will do. */
  function continuesRow(i: number): number {
    const at = afterConnector(i);
    const one = at === undefined ? undefined : free(at);
    if (at === undefined || !one) return i;
    const has = (flag: number) => (one.flags & flag) !== 0;
    const fits =
      one.kind === "strong" ||
      (one.kind === "weak" && has(GIVEN) && !has(WORD | PLACE | TIME)) ||
      likely(one, [0.4, 0.9]);
    if (!fits) return i;
    let end = at + 1;
    while (end - at < LONGEST_NAME && continues(end, one)) end++;
    push(at, at, end, "none");
    return end;
  }

  function afterConnector(i: number): number | undefined {
    const one = word(i);
    if (!one) return undefined;
    if (/^(?:, ?|\/| ?[+&] ?|; ?)$/.test(one.gap)) return i;
    return isAnd(one) && one.gap === " " && word(i + 1)?.gap === " " ? i + 1 : undefined;
  }

  function rowBefore(span: NameSpan, stop: number): NameSpan | undefined {
    const here = word(span.from);
    if (!here || span.cueFrom !== span.from) return undefined;
    const and = word(span.from - 1);
    let at: number | undefined;
    if (/^(?:, ?|\/| ?[+&] ?)$/.test(here.gap)) at = span.from - 1;
    else if (here.gap === " " && and && isAnd(and) && and.gap === " ") at = span.from - 2;
    if (at === undefined || at < stop) return undefined;
    const one = free(at);
    if (!one) return undefined;
    const weakGiven =
      one.kind === "weak" && (one.flags & GIVEN) !== 0 && (one.flags & (WORD | PLACE | TIME)) === 0;
    if (!weakGiven && !likely(one, [0.6, 1.1])) return undefined;
    return { start: one.start, end: one.end, cue: "none", from: at, to: at + 1, cueFrom: at };
  }

  let i = 0;
  let last = 0;
  while (i < words.length) {
    const one = free(i);
    let next = i + 1;
    if (one) {
      const cue = cueOf(one);
      if (cue) {
        const at = nameAfterCue(i, cue);
        const end = at === undefined ? i : nameEnd(at, cue);
        if (
          at !== undefined &&
          end > at &&
          !(cue !== "person" && isNoPerson(at, end)) &&
          !isHabit(i, at, cue)
        ) {
          push(i, at, end, cue);
          next = end;
        }
      }
      if (
        next === i + 1 &&
        (one.kind === "strong" ||
          standsAsName(i) ||
          isWeakPair(i) ||
          (one.kind === "weak" && weakOpens(i, one, "none")))
      ) {
        const from = nameStart(i, last);
        let end = Math.max(nameEnd(i, "none"), i + 1);
        while (end - i < LONGEST_NAME && word(end) && continues(end, one)) end++;
        if (!isNoPerson(from, end)) push(from, from, end, "none");
        next = end;
      }
      if (next > i + 1 || found[found.length - 1]?.to === next) {
        let row = continuesRow(next);
        while (row > next) {
          next = row;
          row = continuesRow(next);
        }
        last = next;
      }
    }
    i = next;
  }
  return withRowsBefore(found, rowBefore);

  /** Where a name can begin after this title or noun. */
  function nameAfterCue(i: number, cue: NameCue): number | undefined {
    let at = i + 1;
    const gapOk = (one: Word) =>
      cue === "explicit"
        ? /^(?:\.? {1,2}|\s?[:=]\s?|: )$/.test(one.gap) || one.gap === " „" || one.gap === ' "'
        : /^(?:\.? {0,2}|: ?| \(|\/)$/.test(one.gap) && one.gap !== "";
    // "Frau Dr. Yilmaz", "Herr Rechtsanwalt Yilmaz", "Name ist Yilmaz", "Sohn heißt Yilmaz"
    while (at < i + 4) {
      const one = free(at);
      if (!one || !gapOk(one)) return undefined;
      const skip =
        cue === "explicit"
          ? /^(?:ist|lautet|war|sei|frau|herr)$/.test(one.folded)
          : (cue !== "relative" &&
              cue !== "case" &&
              (ACADEMIC.has(one.folded) || (PERSON.has(one.folded) && cue === "academic"))) ||
            (cue === "person" && FUNCTION.has(one.folded));
      if (!skip) return at;
      at++;
    }
    return undefined;
  }

  /** "Fr 12 Uhr", "fr wba abgeben": a Friday; only what is surely a name makes it a title. */
  function isHabit(i: number, at: number, cue: NameCue): boolean {
    const title = word(i);
    const first = word(at);
    if (!title || !first || cue !== "person" || title.folded !== "fr") return false;
    if (first.kind === "strong" || first.kind === "letter") return false;
    if (first.kind === "weak") return !cap(first) || (first.flags & TIME) !== 0;
    return !likely(first, [0, 0.5]);
  }
}

function joined(one: Word | undefined): boolean {
  return one !== undefined && /^[ \u00a0]{1,2}$/.test(one.gap);
}

function isAnd(one: Word): boolean {
  return one.folded === "und" || one.folded === "u" || one.folded === "sowie" || one.folded === "oder";
}

function cueOf(one: Word): NameCue | undefined {
  const { folded } = one;
  if (PERSON.has(folded)) return "person";
  if (ACADEMIC.has(folded)) return "academic";
  if (FAMILY.has(folded)) return "family";
  if (EXPLICIT.has(folded) || BIRTH_NAME.has(folded)) return "explicit";
  if (RELATIVE.has(folded)) return "relative";
  if (FUNCTION.has(folded)) return "function";
  if (CASE_NOUN.has(folded)) return "case";
  return undefined;
}

/** Rows are read a second time from the right: "Rose, Taim und Ahmad". */
function withRowsBefore(
  found: readonly NameSpan[],
  before: (span: NameSpan, stop: number) => NameSpan | undefined,
): readonly NameSpan[] {
  const all: NameSpan[] = [];
  found.forEach((span, i) => {
    const stop = found[i - 1]?.to ?? 0;
    const row: NameSpan[] = [];
    for (let one = before(span, stop); one; one = before(one, stop)) row.push(one);
    all.push(...row.reverse(), span);
  });
  return all;
}
