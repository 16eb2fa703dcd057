/** Words cut out of German text. How they are spelt alike is the business of `fold` in spelling.ts. */

/** A word of a text with its place in it (UTF-16 offsets). */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

const LETTER = /[\p{L}\p{M}\p{N}\u00ad]/u;
const DIGIT = /^\d$/;
const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xdfff;

/** Per UTF-16 unit: 0 not looked up, 1 no letter, 2 letter, 3 digit. The pattern above is too slow for every character of a corpus. */
const kinds = new Uint8Array(0x10000);

const kindOf = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  let kind = kinds[code] as number;
  if (kind === 0) {
    const character = String.fromCharCode(code);
    kind = DIGIT.test(character)
      ? 3
      : (code >= SURROGATES && code <= AFTER_SURROGATES) || LETTER.test(character)
        ? 2
        : 1;
    kinds[code] = kind;
  }
  return kind;
};

/**
 * All words of a text in order. Hyphens and dots separate ("Case-Management", "z.B." are two words each), except for
 * dots between digits ("22.02.2021"); soft hyphens are dropped.
 */
export const words = (text: string): Word[] => {
  const found: Word[] = [];
  const length = text.length;
  for (let at = 0; at < length; ) {
    if (kindOf(text, at) === 1) {
      at++;
      continue;
    }
    const start = at;
    let soft = false;
    for (; at < length; at++) {
      const kind = kindOf(text, at);
      if (kind > 1) soft ||= text.charCodeAt(at) === 0xad;
      else if (!dotBetweenDigits(text, at)) break;
    }
    const written = text.slice(start, at);
    const word = soft ? written.replaceAll("\u00ad", "") : written;
    if (word) found.push({ text: word, start, end: at });
  }
  return found;
};

const dotBetweenDigits = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 0x2e &&
  at > 0 &&
  at + 1 < text.length &&
  kindOf(text, at - 1) === 3 &&
  kindOf(text, at + 1) === 3;
