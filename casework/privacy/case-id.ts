/**
 * Case ids: "K-" and five characters of Crockford's base 32 (no I, L, O, U). They say nothing about a person,
 * and people write them as they come: `K-7F3Q9`, `k7f3q9`, `k 7f3q9`, `7f3q9`.
 */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The canonical form. */
export const CASE_ID = /^K-[0-9A-HJKMNP-TV-Z]{5}$/;

export type FoundCaseId = {
  /** Canonical: `K-7F3Q9`. */
  readonly id: string;
  /** Where it stands in the text (UTF-16 offsets, end exclusive), prefix included. */
  readonly start: number;
  readonly end: number;
};

/**
 * A new random id. `random(n)` gives n fresh random bytes.
 *
 * Only ids that change between letters and digits at least twice are issued (about 20 million): these are
 * recognised in a sentence without the prefix, and can be neither a word, a postcode nor "5pers".
 * Throws when the source of random bytes is stuck.
 */
export function newCaseId(random: (bytes: number) => Uint8Array): string {
  for (let attempt = 0; attempt < 1000; attempt++) {
    // 256 is a multiple of 32, so the low five bits are evenly spread.
    const id = Array.from(random(5), (byte) => ALPHABET[byte & 31] ?? "0").join("");
    if (isMixed(id)) return `K-${id}`;
  }
  throw new Error("no case id in 1000 draws: the source of random bytes always gives the same");
}

/**
 * What somebody typed where an id is expected, with or without prefix → canonical, else undefined. Any five
 * characters of the alphabet count here, a word such as `adler` too; in a sentence use `findCaseIds`.
 */
export function parseCaseId(typed: string): string | undefined {
  const found = /^\s*#?(?:k\s?[-–—‑_]\s?|k\s)?([0-9a-z]{5})\s*$|^\s*#?k([0-9a-z]{5})\s*$/i.exec(typed);
  const five = found?.[1] ?? found?.[2];
  return five === undefined ? undefined : canonical(five);
}

/**
 * The case ids in a sentence, in order, without repeating one.
 * - `K-` followed by five characters is an id, whatever they are;
 * - `k` directly or one space before it: the five hold a letter and a digit ("kinder", "K 50667" are none);
 * - five alone: letters and digits change at least twice ("7f3q9"; not "52249", "5pers", "sgb12", "hallo").
 */
export function findCaseIds(text: string): readonly FoundCaseId[] {
  const found: FoundCaseId[] = [];
  const word = /(?<![\p{L}\p{N}_])(?:(k\s?[-–—‑_]\s?)|(k\s?))?([0-9a-z]{5})(?![\p{L}\p{N}_]|[-–]\p{L})/giu;
  for (const match of text.matchAll(word)) {
    const [whole, dashed, plain, five = ""] = match;
    const id = canonical(five);
    const counts = dashed
      ? true
      : plain
        ? /\d/.test(five) && /[a-z]/i.test(five)
        : isMixed(five) && text[match.index - 1] !== "-";
    if (!id || !counts || found.some((one) => one.id === id)) continue;
    found.push({ id, start: match.index, end: match.index + whole.length });
  }
  return found;
}

/** At least two changes between letters and digits. */
function isMixed(five: string): boolean {
  let changes = 0;
  for (let i = 1; i < five.length; i++) {
    if (isDigit(five, i) !== isDigit(five, i - 1)) changes++;
  }
  return changes >= 2;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Crockford's reading: I and L are 1, O is 0; U is not used. */
function canonical(five: string): string | undefined {
  const id = `K-${five.toUpperCase().replace(/[IL]/g, "1").replace(/O/g, "0")}`;
  return CASE_ID.test(id) ? id : undefined;
}
