import type { Word } from "../tokens.js";
import { foldedWords } from "../words/fold.js";
import { GIVEN, OCCUPATION, PLACE, SURNAME, TIME, WORD } from "../words/lexicon.js";
import { JOINING_PARTICLES, LEADING_PARTICLES } from "../words/person-words.js";
import type { NameCue } from "./cue.js";
import { isBeforeVerb, opensAfterCue, opensClause } from "./opening.js";
import { ANY, has, isJoined, type Reader, type Threshold } from "./reader.js";

const LEADING = new Set(foldedWords(LEADING_PARTICLES));
const JOINING = new Set(foldedWords(JOINING_PARTICLES));
const LONGEST_NAME = 5;

/** The first index after the name that opens at `i` after a cue, or `i` if none does. */
export function endAfterCue(read: Reader, i: number, cue: NameCue): number {
  const first = read.word(i)?.folded ?? "";
  const mayLead = cue === "person" || cue === "academic" || LEADING.has(first);
  const behindParticles = mayLead ? afterParticles(read, i) : i;
  if (behindParticles > i && followsParticle(read, behindParticles, cue)) {
    return endOfName(read, i, behindParticles + 1, cue);
  }
  return opensAfterCue(read, i, cue) ? endOfName(read, i, i + 1, cue) : i;
}

/** The first index after a name that began at `start` and reaches at least to `end`. */
export function endOfName(read: Reader, start: number, end: number, cue: NameCue): number {
  let to = end;
  while (to - start < LONGEST_NAME) {
    const before = read.word(to - 1);
    if (before && continues(read, to, before, cue)) {
      to++;
      continue;
    }
    const at = isJoined(read.word(to)) ? afterParticles(read, to) : to;
    if (at === to || !followsParticle(read, at, cue)) break;
    to = at + 1;
  }
  return to;
}

/** Behind one or two particles ("de la", "van der"), or `i`. */
function afterParticles(read: Reader, i: number): number {
  const first = read.word(i)?.folded ?? "";
  if (!JOINING.has(first)) return i;
  const second = read.word(i + 1);
  if (!second || !isJoined(second)) return i + 1;
  const article = (first === "van" || first === "von") && /^(?:der|den|dem|het)$/.test(second.folded);
  return article || JOINING.has(second.folded) ? i + 2 : i + 1;
}

function continues(read: Reader, i: number, before: Word, cue: NameCue): boolean {
  const one = read.free(i);
  if (!one) return false;
  const afterInitial = before.kind === "letter" && /^\. ?$/.test(one.gap);
  if (!isJoined(one) && !afterInitial) return false;
  switch (one.kind) {
    case "strong":
      return true;
    case "letter":
      return read.isInitial(i);
    case "weak":
      if (has(one, PLACE) || (has(one, WORD | TIME) && isDated(read, i + 1))) return false;
      return read.hasCapital(one) || (!has(one, WORD) && has(one, SURNAME) && has(before, GIVEN));
    case "form":
      return cue === "person" && read.hasCapital(one);
    case "plain":
      return cue === "person" && has(before, GIVEN) && isSurnameLikeAWord(read, i, one);
    default:
      return read.looksLikeName(one, nextThreshold(before, cue));
  }
}

/**
 * "Frau Erika Testfrau", "Herr Karl Sandkasten ruft an": a compound that nobody listed, and that ends like a
 * person or does what people do. "Frau Erika Kindergeldantrag fehlt" names a thing.
 */
function isSurnameLikeAWord(read: Reader, i: number, one: Word): boolean {
  if (!read.hasCapital(one) || one.flags !== 0) return false;
  if (isBeforeVerb(read.word(i + 1))) return true;
  return /frau$/.test(one.folded) && !/(?:haus|kauf|fach|putz|geschafts)frau$/.test(one.folded);
}

/** After a title or a given name a capital nearly says it all; German surnames look like German words. */
function nextThreshold(before: Word, cue: NameCue): Threshold {
  if (cue === "person") return [ANY, -0.4];
  return before.kind === "strong" && has(before, GIVEN) ? [ANY, -0.2] : [-0.2, 0.5];
}

/** "Ahmad Sommer 2026", "Ahmad Mai Juni": the weak word is no surname. */
function isDated(read: Reader, i: number): boolean {
  const next = read.word(i);
  return isJoined(next) && next !== undefined && (next.kind === "mixed" || has(next, TIME));
}

/** After a particle nearly anything that is no ordinary word: "al Zein", "van der Poel", "de Souza". */
function followsParticle(read: Reader, i: number, cue: NameCue): boolean {
  const one = read.free(i);
  if (!one || !/^[ -]{1,2}$/.test(one.gap)) return false;
  if (one.kind === "strong") return true;
  const arabic = LEADING.has(read.word(i - 1)?.folded ?? "");
  if (one.kind === "weak") {
    const isName = arabic ? !has(one, WORD) : !has(one, WORD | PLACE | TIME);
    return isName && !read.isOffice(i) && (read.hasCapital(one) || cue === "person");
  }
  return read.looksLikeName(one, arabic ? [-0.9, 0.4] : [-0.5, 0.6]);
}

/** What stands before a bare name and belongs to it: "A. Yilmaz", "al Hassan", "Zurmati Ahmad", "Wolf, Ahmad". */
export function startOfName(read: Reader, i: number, stop: number): number {
  let start = i;
  while (start > stop && i - start < 3) {
    const here = read.word(start);
    const one = read.free(start - 1);
    if (!here || !one || !belongsBefore(read, start - 1, one, here)) break;
    start--;
  }
  const here = read.word(start);
  return start === i && start > stop && here?.gap === ", " && isSurnameBeforeComma(read, start - 1)
    ? start - 1
    : start;
}

function belongsBefore(read: Reader, i: number, one: Word, here: Word): boolean {
  if (one.kind === "letter") {
    // not the B of "z. B. Yilmaz"
    const before = read.word(i - 1);
    const abbreviation = before?.kind === "letter" && !before.capital;
    return read.hasCapital(one) && /^\.? ?$/.test(here.gap) && !abbreviation;
  }
  if (!isJoined(here)) return false;
  if (LEADING.has(one.folded)) return true;
  if (one.kind === "weak") return read.hasCapital(one) && !has(one, PLACE | TIME | WORD | OCCUPATION);
  return read.looksLikeName(one, [-0.3, 0.7]);
}

function isSurnameBeforeComma(read: Reader, i: number): boolean {
  const one = read.free(i);
  if (!one || !opensClause(read, i)) return false;
  if (one.kind === "weak") return read.hasCapital(one) && has(one, SURNAME) && !has(one, PLACE | WORD);
  return read.looksLikeName(one, [0.2, 0.8]);
}
