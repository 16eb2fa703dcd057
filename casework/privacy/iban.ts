import type { KindSpan } from "./finding.js";

/** Length of an IBAN by country (ISO 13616), for the countries that turn up. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AL: 28,
  AT: 20,
  BA: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IT: 27,
  LT: 20,
  LU: 20,
  LV: 21,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  TN: 24,
  TR: 26,
  UA: 29,
  XK: 20,
};

/** IBANs, spaced or not. A German one counts also with a wrong check digit or a digit too many or too few. */
export function findIbans(text: string): readonly KindSpan[] {
  const found: KindSpan[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])[a-z]{2}[ ]?\d{2}(?:[ -]?[a-z0-9]){8,32}/giu)) {
    const country = match[0].slice(0, 2).toUpperCase();
    const length = IBAN_LENGTHS[country];
    if (length === undefined) continue;
    const [exact, end] = firstSigns(match[0], length, country === "DE");
    const almost = country === "DE" && /^DE\d{19,21}$/.test(exact);
    const valid = exact.length === length && remainder97(exact) === 1;
    if (valid || almost) found.push({ kind: "iban", start: match.index, end: match.index + end });
  }
  return found;
}

/** The first `count` letters and digits of a text, upper case, and the offset behind them. */
function firstSigns(text: string, count: number, digitsOnly: boolean): readonly [string, number] {
  let signs = "";
  let end = 0;
  for (let i = 0; i < text.length && signs.length < count; i++) {
    const sign = text[i] ?? "";
    if (sign === " " || sign === "-") continue;
    if (digitsOnly && signs.length >= 2 && !/\d/.test(sign)) break;
    signs += sign;
    end = i + 1;
  }
  return [signs.toUpperCase(), end];
}

/** ISO 7064 MOD 97-10 over the IBAN with its first four signs moved to the end; 1 is right. */
function remainder97(iban: string): number {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = value > 9 ? (rest * 100 + value) % 97 : (rest * 10 + value) % 97;
  }
  return rest;
}
