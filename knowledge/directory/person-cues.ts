import { plain } from "../german/spelling.js";
import { classOf } from "./everyday-words.js";
import { isParticle, surnameKey } from "./surname-ranges.js";
import type { Token } from "./tokens.js";

/** Completed years, both ends included. */
export type AgeRange = { readonly from: number; readonly to: number };

export type PersonCues = {
  /** Ages in the order of the text. */
  readonly ages: readonly AgeRange[];
  /** The first letters of a surname, folded: at most two, three for "sch". Never the name. */
  readonly letters: string | null;
  /** Tokens that were read as one of these. */
  readonly tokens: ReadonlySet<number>;
};

const OLDEST = 130;

/** Age and first letters of the surname, as people drop them into a sentence. */
export function findPersonCues(
  tokens: readonly Token[],
  /** Words of the directory: "Familie Aachen" is a family in Aachen. */
  isWord: (folded: string) => boolean,
): PersonCues {
  const used = new Set<number>();
  const ages: AgeRange[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const found = ageAt(tokens, at);
    if (found === null) continue;
    ages.push(found.age);
    // "Minderjährig" may also belong to the name of a topic; a number does not.
    if (/\d/.test(tokens[at]?.text ?? "")) for (let i = 0; i < found.length; i++) used.add(at + i);
    at += found.length - 1;
  }
  const letters = lettersOf(tokens, used, isWord);
  return { ages, letters, tokens: used };
}

type AgeFound = { readonly age: AgeRange; readonly length: number };

function ageAt(tokens: readonly Token[], at: number): AgeFound | null {
  const token = tokens[at] as Token;
  const word = plain(token.text);
  const next = tokens[at + 1]?.folded ?? "";
  const one = (years: number, length: number): AgeFound | null =>
    years <= OLDEST ? { age: { from: years, to: years }, length } : null;

  // "16jährige", "16-jähriger", "16 jährigen", "16j."
  const attached = /^(\d{1,3})-?(?:jahrig|jahr|jhr|j$)/.exec(word);
  if (attached && !/^\d+jahre?n?$/.test(word)) return one(Number(attached[1]), 1);
  if (/^\d{1,3}$/.test(word)) {
    const years = Number(word);
    const before = tokens[at - 1]?.folded ?? "";
    if (/^(?:jahrig|jhrig)/.test(next)) return one(years, 2);
    if (/^jahre?n?$/.test(next) && /^alt/.test(tokens[at + 2]?.folded ?? "")) return one(years, 3);
    if (
      (next === "j" || next === "jahre" || next === "jahr") &&
      /^(?:ist|sind|bin|alter|mit|von)$/.test(before) &&
      !/^(?:in|hier|da)$/.test(tokens[at + 2]?.folded ?? "")
    )
      return one(years, 2);
    if (next === "j" && before !== "seit") return one(years, 2);
    const bound = boundBefore(tokens, at);
    if (bound !== null && !/^(?:monat|tag|woche|stunde|uhr|euro)/.test(next))
      return range(bound, years, /^jahr/.test(next) ? 2 : 1);
    if (
      /^(?:ist|bin|sind|wird|erst|schon)$/.test(before) &&
      years >= 1 &&
      years <= 110 &&
      (tokens[at]?.clauseEnd || next === "und" || next === "geworden")
    )
      return one(years, 1);
    if (/^(?:alter|alt)$/.test(before)) return one(years, 1);
    return null;
  }
  // "Ü27", "U25": the umlaut is all that tells the two apart.
  const short = /^([uü]e?)\s?-?(\d{2})$/i.exec(token.text.toLowerCase());
  if (short)
    return range(short[1]?.startsWith("ü") || short[1] === "ue" ? "from" : "below", Number(short[2]), 1);
  if (word.startsWith("minderjahrig")) return { age: { from: 0, to: 17 }, length: 1 };
  if (word.startsWith("volljahrig")) return { age: { from: 18, to: OLDEST }, length: 1 };
  return null;
}

function boundBefore(tokens: readonly Token[], at: number): "below" | "from" | "above" | null {
  const before = plain(tokens[at - 1]?.text ?? "");
  if (before === "unter") return "below";
  if (before === "uber") return "above";
  if (before === "ab" || before === "mindestens") return "from";
  return null;
}

function range(bound: "below" | "from" | "above", years: number, length: number): AgeFound | null {
  if (years > OLDEST) return null;
  if (bound === "below") return years === 0 ? null : { age: { from: 0, to: years - 1 }, length };
  return { age: { from: bound === "above" ? Math.min(OLDEST, years + 1) : years, to: OLDEST }, length };
}

const ASKS_LETTER =
  /^(?:nachname|nachnamen|familienname|familiennamen|name|namen|buchstabe|buchstaben|anfangsbuchstabe|anfangsbuchstaben)$/;
const BETWEEN =
  /^(?:mit|beginnt|fangt|fangen|beginnend|anfangend|ist|lautet|bei|an|die|der|sind|buchstabe|buchstaben|den)$/;
const TITLE = /^(?:frau|herrn?|fr|hr|familie|fam|eheleute)$/;

function lettersOf(
  tokens: readonly Token[],
  used: Set<number>,
  isWord: (folded: string) => boolean,
): string | null {
  for (let at = 0; at < tokens.length; at++) {
    const folded = tokens[at]?.folded ?? "";
    if (ASKS_LETTER.test(folded)) {
      if (tokens[at]?.clauseEnd && !/^(?:fr|hr|fam)$/.test(folded)) continue;
      let next = at + 1;
      while (BETWEEN.test(tokens[next]?.folded ?? "") && next < at + 5) next++;
      const letters = tokens[next];
      if (letters !== undefined && /^\p{L}{1,3}$/u.test(letters.text)) {
        used.add(next);
        return firstLetters(letters.text);
      }
    }
    if (tokens[at]?.clauseEnd && !/^(?:fr|hr|fam)$/.test(folded)) continue;
    let next = at + 1;
    while (next < at + 4 && /^(?:frau|herrn?)$/.test(folded) && isParticle(tokens[next]?.folded ?? ""))
      next++;
    const name = tokens[next];
    if (TITLE.test(folded) && name?.capital && isName(folded, name, isWord)) {
      // "Frau von Obdachlosigkeit bedroht" must not lose its subject to a name.
      if (next === at + 1) used.add(next);
      const rest = tokens.slice(next, next + 2).map((token) => token.text);
      return firstLetters(surnameKey(rest.join(" ")));
    }
  }
  return null;
}

/** After "Frau" or "Herr" an everyday noun is a name too (Hahn, Busch); a family may also be one "mit Kindern". */
function isName(title: string, { folded, text }: Token, isWord: (folded: string) => boolean): boolean {
  const kind = classOf(folded);
  if (/^(?:frau|herrn?)$/.test(title)) return kind === "ordinary" || (kind === "unknown" && !isWord(folded));
  return text.length === 1 || (kind === "unknown" && !isWord(folded));
}

/** The first two letters, or "sch", which counts as one in letter ranges; null without a Latin letter. */
export function firstLetters(text: string): string | null {
  const letters = plain(text).replace(/[^a-z]/g, "");
  if (letters === "") return null;
  return letters.startsWith("sch") ? "sch" : letters.slice(0, 2);
}
