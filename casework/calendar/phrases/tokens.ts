import { fold } from "../../../knowledge/german/spelling.js";

/** A word, a number, a date in digits or a mark, and where it stands (UTF-16 offsets into the text as given). */
export type Token = {
  /** Folded; marks as they are. */
  readonly word: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly number?: number;
  readonly ordinal?: boolean;
  /** `bare`: 12.03 without dot or year, which may as well be a time or an amount. */
  readonly date?: {
    readonly day: number;
    readonly month: number;
    readonly year?: number;
    readonly bare: boolean;
  };
};

/** In this order: 2026-12-03, 12.3.27 or 12.03, number with or without a dot, word with or without digits, mark. */
const lexeme =
  /(\d{4})-(\d\d)-(\d\d)(?![\d-])|(\d{1,2})\.(?:\s?(\d{1,2})\.(?:\s?((?:19|20)\d\d)|(\d\d))?|(\d{1,2}))(?!\d|\.\d|\p{L})|(\d+)(\.(?!\d))?(?![\p{L}\d])|[\p{L}\p{M}\d]+|\S/gu;

/** "6wo", "14tage", "12th" are a number and a word; "7f3q9" is not. */
const glued = /^(\d{1,3})(wo|wochen?|tagen?|monaten?|mon|weeks?|days?|months?|st|nd|rd|th)$|^(kw)(\d{1,2})$/;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(lexeme)) {
    const start = match.index;
    const [found, y, m, d, day, month, longYear, shortYear, bareMonth, digits, dot] = match;
    const token = { text: found, word: found, start, end: start + found.length };
    if (y) {
      tokens.push({ ...token, date: { day: Number(d), month: Number(m), year: Number(y), bare: false } });
    } else if (day) {
      const year = longYear ?? shortYear;
      const date = { day: Number(day), month: Number(month ?? bareMonth), bare: bareMonth !== undefined };
      tokens.push({ ...token, date: year ? { ...date, year: Number(year) } : date });
    } else if (digits) {
      tokens.push({ ...token, number: Number(digits), ordinal: dot !== undefined });
    } else if (/\p{L}/u.test(found)) {
      const word = fold(found);
      const parts = glued.exec(word);
      if (!parts) tokens.push({ ...token, word });
      else tokens.push(...ungluedTokens(token, parts));
    } else tokens.push(token);
  }
  return tokens;
}

function ungluedTokens(token: Token, parts: RegExpExecArray): readonly Token[] {
  const [, digits, unit, week, weekDigits] = parts;
  const cut = token.start + (digits ?? week ?? "").length;
  const first = { ...token, end: cut, text: token.text.slice(0, cut - token.start) };
  const second = { ...token, start: cut, text: token.text.slice(cut - token.start) };
  if (week) return [{ ...first, word: week }, withNumber(second, Number(weekDigits))];
  const isOrdinal = /^(?:st|nd|rd|th)$/.test(unit ?? "");
  if (isOrdinal) return [{ ...token, number: Number(digits), ordinal: true }];
  return [withNumber(first, Number(digits)), { ...second, word: unit ?? "" }];
}

function withNumber(token: Token, number: number): Token {
  return { ...token, number, ordinal: false };
}
