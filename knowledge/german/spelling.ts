/**
 * One spelling for what German writes in several: case, ß, umlauts and their ae/oe/ue forms, accents.
 * Also the bounded edit distance that typo correction stands on. Nothing here knows a vocabulary.
 */

const LETTERS: Readonly<Record<string, string>> = {
  ä: "a",
  ö: "o",
  ü: "u",
  ß: "ss",
  æ: "a",
  œ: "o",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

const MARKS = /\p{M}+/gu;
const PLAIN = /^[\x20-\x7e]*$/;

/** Lower case without accents: ä as a, ß as ss. Unlike {@link fold} it leaves a typed "ae" alone. Idempotent. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  // Twice: under the accent of "ǽ" there is another letter of the list.
  return mapped(mapped(lower.normalize("NFC")).normalize("NFD").replace(MARKS, ""));
}

function mapped(text: string): string {
  return text.replace(/[äöüßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter);
}

/**
 * Folds a text to the form in which spellings are compared: lower case, no accents, ß as ss, and one
 * vowel for an umlaut however it was typed, so that "Bürgergeld", "Buergergeld" and "BURGERGELD" are
 * equal. The price is that true "ae", "oe", "ue" shrink as well ("Poesie"), which is harmless as long as
 * both sides are folded. After a, e and q an "ue" is no umlaut ("neue", "Mauer", "Quelle") and stays.
 * Idempotent. The length may change, so keep offsets from the text before folding.
 */
export function fold(text: string): string {
  const lower = plain(text);
  if (!/[aou]e/.test(lower)) return lower;
  let folded = "";
  for (let at = 0; at < lower.length; at++) {
    const letter = lower[at] ?? "";
    folded += letter;
    if (letter !== "a" && letter !== "o" && letter !== "u") continue;
    const before = folded.at(-2);
    if (letter === "u" && (before === "a" || before === "e" || before === "q")) continue;
    // Swallowing every following e, not just one, is what makes folding twice the same as folding once.
    while (lower[at + 1] === "e") at++;
  }
  return folded;
}

const rows: [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(64),
  new Uint8Array(64),
  new Uint8Array(64),
];

/**
 * Edit distance with transpositions (optimal string alignment: insert, delete, replace, swap of two
 * neighbours cost 1 each), given up as soon as it must exceed `max`.
 * Returns the distance, or `max + 1` for "further away". Words of 64 letters and more count as far.
 */
export function editDistance(a: string, b: string, max: number): number {
  if (a === b) return 0;
  const far = max + 1;
  if (Math.abs(a.length - b.length) > max || a.length > 62 || b.length > 62) return far;
  let [older, old, row] = rows;
  for (let j = 0; j <= b.length; j++) old[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let best = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = (old[j - 1] as number) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (old[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        cost = Math.min(cost, (older[j - 2] as number) + 1);
      }
      row[j] = cost;
      if (cost < best) best = cost;
    }
    // A swap looks two rows back, but it can only tie with what the last row already allows.
    if (best > max) return far;
    [older, old, row] = [old, row, older];
  }
  const distance = old[b.length] as number;
  return distance > max ? far : distance;
}
