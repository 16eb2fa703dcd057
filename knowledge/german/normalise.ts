/**
 * German spelling variants folded to one form, and words cut out of text.
 *
 * Search has to treat "Straße", "Strasse" and "STRASSE" alike, and "Ärzte" like the "Aerzte" of somebody
 * without umlaut keys.
 */

/** A word of a text with its place in it (UTF-16 offsets). */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

const COMBINING = /[\u0300-\u036f]/g;
const NOT_ASCII = /[^\x20-\x7e]/;
/** Written-out umlauts; after a vowel or q the e belongs to the next syllable ("neue", "Quelle"). */
const WRITTEN_UMLAUT = /(?<![aeiouqy])([ou])e|(?<![aeiouy])ae/g;

const foldSpecial: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
};

/** Lower case, ß as ss, accents and umlauts reduced to the base letter; "ae/oe/ue" as the umlaut they stand for. */
export const fold = (word: string): string => {
  let w = word.toLowerCase();
  if (NOT_ASCII.test(w)) {
    w = w.replace(/[ßæœøđłı]/g, (c) => foldSpecial[c] ?? c);
    w = w.normalize("NFD").replace(COMBINING, "");
  }
  return w.length > 3 && w.includes("e") ? w.replace(WRITTEN_UMLAUT, (m) => m.slice(0, -1)) : w;
};

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{M}\p{N}]+)*/gu;
const SOFT_HYPHEN = /\u00ad/g;

/** All words of a text in order; hyphens separate ("Case-Management" gives two), dots inside stay ("22.02.2021"). */
export const words = (text: string): Word[] => {
  const clean = text.includes("\u00ad") ? text.replace(SOFT_HYPHEN, "") : text;
  const found: Word[] = [];
  for (const m of clean.matchAll(WORD)) {
    const t = m[0];
    if (/[.'’]/.test(t) && !/^\d+(\.\d+)+$/.test(t)) splitAtDots(t, m.index, found);
    else found.push({ text: t, start: m.index, end: m.index + t.length });
  }
  return found;
};

/** "z.B" and "www.kim.nrw" are single words to the pattern above; only dates and numbers keep their dots. */
const splitAtDots = (token: string, start: number, into: Word[]): void => {
  let from = 0;
  for (const part of token.split(/['’.]/)) {
    if (part) into.push({ text: part, start: start + from, end: start + from + part.length });
    from += part.length + 1;
  }
};
