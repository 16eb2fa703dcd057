const words = "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf".split(" ");

/** A small number in digits or as a (folded) word, as a regular expression without groups. */
export const number = String.raw`(?:\d{1,2}|ein(?:e[mnr]?)?|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf)`;

/** What `number` has matched. */
export function countOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return /^ein/.test(text) ? 1 : words.indexOf(text);
}
