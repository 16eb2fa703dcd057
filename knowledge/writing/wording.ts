import { words } from "../german/normalise.js";
import { fold } from "../german/spelling.js";
import { stem } from "../german/stem.js";
import { isStopword } from "../german/stopwords.js";
import { turnsMeaning } from "./turns.js";

/** A word of a sentence as the check of claims sees it. */
export type Token = {
  readonly folded: string;
  readonly stem: string;
  /** A number in digits, however it was written; undefined for words. */
  readonly number?: string;
  /** Carries meaning that has to be found in the source. */
  readonly content: boolean;
  /** Written with a capital inside of a sentence, so a noun or a name. */
  readonly noun: boolean;
  /** Counts the clauses: rises at each comma, semicolon, colon, bracket or dash. */
  readonly clause: number;
};

export function tokensOf(text: string): readonly Token[] {
  let clause = 0;
  let end = 0;
  return words(text.normalize("NFC")).map(({ text: word, start, end: stop }, i) => {
    if (/[,;:()–—]|\s-\s/.test(text.slice(end, start))) clause += 1;
    end = stop;
    const folded = fold(word);
    const number = numberIn(folded);
    return {
      folded,
      stem: stem(folded),
      ...(number === undefined ? {} : { number }),
      content: number !== undefined || !(isStopword(folded) || LIGHT.has(folded) || turnsMeaning(folded)),
      noun: i > 0 && /^\p{Lu}/u.test(word),
      clause,
    };
  });
}

const WORDS_FOR_NUMBERS: ReadonlyMap<string, string> = new Map(
  "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
    .split(" ")
    .flatMap((word, value) => (value === 1 ? [] : [[fold(word), String(value)] as const])),
);

/** "1.000" and "1000" are one number, "zwei" is 2, "03" is 3. A date stays what it is. */
function numberIn(folded: string): string | undefined {
  const spelt = WORDS_FOR_NUMBERS.get(folded);
  if (spelt !== undefined) return spelt;
  if (!/^\d/.test(folded)) return undefined;
  if (/^\d{1,3}(?:\.\d{3})+$/.test(folded)) return folded.replaceAll(".", "");
  return folded
    .split(".")
    .map((part) => part.replace(/^0+(?=\d)/, ""))
    .join(".");
}

/** Words that a summary may add without saying anything new. Not one of them denies, limits, allows or obliges. */
const LIGHT: ReadonlySet<string> = new Set(
  (
    "laut gemäß zufolge sowie außerdem zudem ferner dabei hierbei hierzu hierfür insgesamt beziehungsweise bzw etwa " +
    "ist sind war waren wird werden wurde wurden hat haben hatte gibt gab erfolgt erfolgen gilt gelten liegt liegen " +
    "bleibt bleiben besteht bestehen handelt geht gehen lautet unter anderem dies diese dieser jeweils jeweilige " +
    "person personen satz sätze unterlagen dokument abschnitt"
  )
    .split(" ")
    .map(fold),
);
