import { editDistance, fold } from "../../knowledge/german/spelling.js";

/**
 * Words that name a command and are so long that two wrong letters still leave them alone in the language: no other
 * word of staff is as near to one of them ("Vertretung" is not here because of "Verbreitung").
 */
const longWords =
  `rückgängig zurücknehmen fallkonferenz fallkonferenzen einwilligungen wiedervorlage wiedervorlagen
  ansprechpartner ansprechpartnerin notzugriff löschsperre lückenliste einladungen exportieren protokoll
  identität rückmeldungen fallübergabe`
    .split(/\s+/)
    .map(fold);

const shortest = Math.min(...longWords.map(({ length }) => length)) - 1;
const longest = Math.max(...longWords.map(({ length }) => length)) + 2;
const known: ReadonlySet<string> = new Set(longWords);

/** The long command word that a folded word was meant to be; undefined if it is none. */
export function longWordMeantBy(folded: string): string | undefined {
  const { length } = folded;
  if (length < shortest || length > longest || known.has(folded)) return undefined;
  for (const word of longWords) {
    // People seldom miss the first letter, and it keeps "Bewilligungen" from being "Einwilligungen".
    if (word.charCodeAt(0) !== folded.charCodeAt(0)) continue;
    const wrong = word.length < 11 ? 1 : 2;
    if (Math.abs(word.length - length) <= wrong && editDistance(folded, word, wrong) <= wrong) return word;
  }
  return undefined;
}
