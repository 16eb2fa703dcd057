import { fold, plain } from "../german/spelling.js";

/** One word of a question with its place in the text (UTF-16 offsets, end excluded). */
export type Token = {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** All capitals, as abbreviations are. */
  readonly caps: boolean;
  /** The next token hangs on this one by a hyphen or slash: "Kita-Platz". */
  readonly glued: boolean;
  /** Punctuation or the end of the text follows. */
  readonly clauseEnd: boolean;
};

/** Questions are short; of a whole letter the beginning is read. */
const MOST_CHARS = 4000;

const WORD =
  /§+\s*\d+\s?[a-z]?(?![\p{L}\d])|[\p{L}\p{M}]+\d+[a-z]?(?![\p{L}\d])|[\p{L}\p{M}]+|\d+[\p{L}\p{M}]*/giu;
const ROMAN: Readonly<Record<string, string>> = {
  i: "1",
  ii: "2",
  iii: "3",
  iv: "4",
  v: "5",
  vi: "6",
  vii: "7",
  viii: "8",
  ix: "9",
  x: "10",
  xi: "11",
  xii: "12",
  xiv: "14",
};
/** Names that are told apart by a number, Roman or not: SGB II, Hartz 4, ALG I, A 33, FB 56. */
const NUMBERED = /^(?:sgb|hartz|harz|hatz|alg|modul|baustein|a|fb|u|b|c|dez)$/;
const NUMBERED_ROMAN = /^(sgb|hartz|harz|hatz|alg)(i{1,3}|iv|vi{0,3}|ix|xi{0,2}|xiv)$/;

/**
 * Words of a text, folded. A name and its number become one word ("SGB II" → "sgb2", "A 33" → "a33"), a section
 * of a law as well ("§ 25 a", "25a", "Paragraf 25a" → "§25a").
 */
export function tokenize(text: string): readonly Token[] {
  const raw: Token[] = [];
  const shown = text.length > MOST_CHARS ? text.slice(0, MOST_CHARS) : text;
  for (const match of shown.matchAll(WORD)) {
    const word = match[0];
    const end = match.index + word.length;
    const after = shown[end] ?? "";
    raw.push({
      text: word,
      folded: normal(word),
      start: match.index,
      end,
      capital: /^\p{Lu}/u.test(word),
      caps: /^\p{Lu}{2,}$/u.test(word),
      glued: /[-/‐‑–+&]/.test(after) && /[\p{L}\d]/u.test(shown[end + 1] ?? ""),
      clauseEnd: after === "" || /^\s*(?:[,.;:!?()\n]|$)/.test(shown.slice(end, end + 4)),
    });
  }
  return merge(raw);
}

function normal(word: string): string {
  if (word.startsWith("§")) return `§${word.replace(/[§\s]+/g, "").toLowerCase()}`;
  // Folding would make an abbreviation such as "AE" one letter.
  const folded = word.length <= 3 ? plain(word) : fold(word);
  const roman = NUMBERED_ROMAN.exec(folded);
  if (roman) return `${numbered(roman[1] ?? "")}${ROMAN[roman[2] ?? ""] ?? ""}`;
  if (/^\d{1,3}[a-h]$/.test(folded)) return `§${folded}`;
  const attached = /^([a-z]+?)(\d{1,2})$/.exec(folded);
  return attached ? `${numbered(attached[1] ?? "")}${attached[2]}` : folded;
}

/** "Harz IV" is how half of the people write it. */
const numbered = (word: string): string => (word === "harz" || word === "hatz" ? "hartz" : word);

function merge(raw: readonly Token[]): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < raw.length; at++) {
    const token = raw[at] as Token;
    const next = raw[at + 1];
    if (next !== undefined) {
      const folded = merged(token, next);
      if (folded !== null) {
        const text = `${token.text} ${next.text}`;
        tokens.push({ ...next, text, folded, start: token.start, capital: token.capital, caps: false });
        at++;
        continue;
      }
    }
    tokens.push(token);
  }
  return tokens;
}

function merged(token: Token, next: Token): string | null {
  if (/^(?:paragraph|paragraf|par)$/.test(token.folded) && /^§?\d{1,3}[a-z]?$/.test(next.folded)) {
    return `§${next.folded.replace("§", "")}`;
  }
  // "§ 25 Abs. 1" has its number; "§ 25 a" may have lost its letter to the next word.
  if (/^§\d+$/.test(token.folded) && /^[a-h]$/.test(next.text)) return token.folded + next.text;
  if (/^\d{1,3}$/.test(token.folded) && next.folded === "aufenthg") return `§${token.folded}`;
  if (!NUMBERED.test(token.folded) || token.clauseEnd) return null;
  const number = ROMAN[next.folded] ?? (/^\d{1,2}$/.test(next.folded) ? next.folded : null);
  if (number === null) return null;
  // "wohnt in a 3 Zimmern" is rare enough; "b 1" and "u 3" are how courses and nurseries are written.
  return numbered(token.folded) + number;
}
