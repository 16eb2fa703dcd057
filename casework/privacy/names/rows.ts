import type { Word } from "../tokens.js";
import { GIVEN, PLACE, SURNAME, TIME, WORD } from "../words/lexicon.js";
import { endOfName } from "./extent.js";
import { has, type Reader } from "./reader.js";

/** In a row with a name, weaker evidence will do: "Ahmad, Rose und Taim", "Yilmaz (JC), Richter (JuA)", "Bilal (3), Rose (5)". */
export function nextInRow(read: Reader, i: number): { from: number; to: number } | undefined {
  const from = afterConnector(read, i);
  const one = from === undefined ? undefined : read.free(from);
  if (from === undefined || !one) return undefined;
  const afterOffice = from > i && read.isOffice(i);
  const fits =
    one.kind === "strong" ||
    isWeakGiven(one) ||
    (afterOffice && one.kind === "weak" && has(one, SURNAME) && read.hasCapital(one)) ||
    read.looksLikeName(one, afterOffice ? [-0.5, 0.7] : [0, 0.6]);
  return fits ? { from, to: endOfName(read, from, from + 1, "none") } : undefined;
}

/** The same from the right: "Rose, Taim und Ahmad". */
export function previousInRow(read: Reader, from: number, stop: number): number | undefined {
  const here = read.word(from);
  const and = read.word(from - 1);
  let at = -1;
  if (/^(?:, ?|\/| ?[+&] ?)$/.test(here?.gap ?? "")) at = from - 1;
  else if (here?.gap === " " && and && isAnd(and) && and.gap === " ") at = from - 2;
  const one = at < stop ? undefined : read.free(at);
  return one && (isWeakGiven(one) || read.looksLikeName(one, [0.3, 0.8])) ? at : undefined;
}

function afterConnector(read: Reader, i: number): number | undefined {
  const one = read.word(i);
  const next = read.word(i + 1);
  if (!one) return undefined;
  if (/^(?:, ?|\/| ?[+&] ?|; ?)$/.test(one.gap)) return i;
  if (isAnd(one) && one.gap === " " && next?.gap === " ") return i + 1;
  const inBrackets = read.isOffice(i) || one.kind === "mixed";
  if (one.gap === " (" && inBrackets && /^\)[,;]? ?$/.test(next?.gap ?? "")) return i + 1;
  return undefined;
}

export function isAnd(word: Word): boolean {
  return /^(?:und|u|sowie|oder)$/.test(word.folded);
}

function isWeakGiven(word: Word): boolean {
  return word.kind === "weak" && has(word, GIVEN) && !has(word, WORD | PLACE | TIME);
}
