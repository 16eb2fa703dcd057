import type { Span } from "./utterance.js";

export type FoundDuration = Span & { readonly minutes: number };

const inDigits =
  /(?<![\p{L}\d.,])(\d{1,3})(?:[.,](\d))?(?:\s?(½)|\s1\/2)?\s?(?:-\s?)?(?:(min(?:uten?|utes?|ütig\w*)?|['’′](?!\p{L}))|(h|std|stündig\w*|stunden?|hours?)(?:\s?(\d{1,2})(?:\s?(?:min(?:uten)?|m))?)?)(?![\p{L}\d])\.?/iu;

/** Hours as words; "1 1/2 Stunden" is read with the digits. */
const inWords: readonly (readonly [RegExp, number])[] = [
  [/dreiviertel\s?stunde|drei viertel stunden?/i, 45],
  [/viertelstunde/i, 15],
  [/(?:eine\s|ne\s)?halbe\s(?:stunde|std)|halbstündig\w*|half an hour/i, 30],
  [/(?:andert?halb|eineinhalb|einundeinhalb)\s?(?:stunden?|std|h)|andert?halbstündig\w*/i, 90],
  [/zweieinhalb\s?(?:stunden?|std|h)/i, 150],
  [/(?:eine|einer|ne)\s(?:stunde|std)|einstündig\w*|one hour|an hour/i, 60],
  [/zwei\s?(?:stunden|std)|zweistündig\w*|two hours/i, 120],
  [/drei\s?(?:stunden|std)|three hours/i, 180],
];

/** How long something lasts: "60 min", "1 h", "1,5 Std.", "anderthalb Stunden", "1 h 30". Undefined if not said. */
export function findDuration(text: string): FoundDuration | undefined {
  const digits = inDigits.exec(text);
  if (digits) {
    const [found, whole, tenth, half, inMinutes, hours, extra] = digits;
    const hasHalf = half !== undefined || /\s1\/2/.test(found);
    const amount = Number(`${whole}.${tenth ?? 0}`) + (hasHalf ? 0.5 : 0);
    const minutes = hours && !inMinutes ? amount * 60 + Number(extra ?? 0) : amount;
    if (minutes > 0) return { minutes: Math.round(minutes), ...spanOf(digits) };
  }
  for (const [words, minutes] of inWords) {
    const found = words.exec(text);
    if (found) return { minutes, ...spanOf(found) };
  }
  return undefined;
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
