/**
 * Inflection of folded German words, kept light: the directory is small and its words are nouns, so a wrong
 * conflation costs more than a missed one. (The document search has a stronger stemmer of its own.)
 */

const FEMALE = /(er|nt|lg)in(?:nen)?$/;
const ENDINGS = ["ern", "em", "en", "er", "es", "e"] as const;
const KEEPS_S = /(?:kurs|satz|zins|hals|puls|bonus|los)$/;
const TAKES_S = /[bdfghklmnrtao]s$/;

const DIGIT = /\d/;
const N = "n".charCodeAt(0);
const S = "s".charCodeAt(0);
const ENDS: ReadonlySet<number> = new Set([..."nrsme"].map((letter) => letter.charCodeAt(0)));

/** Cuts number, case and gender: "Kitas", "Wohnungen", "Klientin". Words of up to three letters stay. */
export function stem(folded: string): string {
  const last = folded.charCodeAt(folded.length - 1);
  // No ending ends otherwise than in n, r, s, m or e; checked first because every word comes through here.
  if (folded.length <= 3 || !ENDS.has(last) || DIGIT.test(folded)) return folded;
  let word = folded;
  if (word.length >= 8 && last === N) word = word.replace(FEMALE, "$1");
  if (word.length > 4 && last === S && TAKES_S.test(word) && !KEEPS_S.test(word)) word = word.slice(0, -1);
  for (const ending of ENDINGS) {
    if (word.length - ending.length >= 3 && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}

const PREFIX = /^(?:an|um|ab|aus|ein|auf|nach|vor|zu|mit|weiter|zurück|zuruck|fest|frei)/;
const SHORTEST_ROOT = 5;

/**
 * What a verb and the noun made of it share: "ummelden", "umgemeldet", "umzumelden", "Ummeldung" → "ummeld".
 * Empty where too little would be left to tell words apart ("Wohnung" and "wohnen" stay two words).
 */
export function root(folded: string): string {
  if (folded.length < 6 || DIGIT.test(folded)) return "";
  let word = folded;
  const prefix = PREFIX.exec(word)?.[0] ?? "";
  const rest = word.slice(prefix.length);
  if (prefix !== "" && rest.length > 5 && /^(?:ge|zu)/.test(rest)) word = prefix + rest.slice(2);
  else if (prefix === "" && word.length > 7 && /^ge.*t(?:e[nrsm]?)?$/.test(word)) word = word.slice(2);
  word = word.replace(/(?:ungen|ung|enden|ende|end|en|ete[nrsm]?|et|te[nrsm]?|t|e[nrsm]?)$/, "");
  return word.length >= SHORTEST_ROOT ? word : "";
}

/** Particles that German puts at the end of the clause: "er meldet sich in Alsdorf an". */
export const particles: ReadonlySet<string> = new Set(["an", "um", "ab", "aus", "ein", "auf", "nach", "vor"]);
