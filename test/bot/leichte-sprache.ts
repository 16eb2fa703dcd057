/**
 * What a machine can see of the rules of Leichte Sprache (DIN SPEC 33429; Netzwerk Leichte Sprache, "Die Regeln"):
 * necessary, not sufficient, for whether people understand a text only people can say.
 */

const MOST_WORDS = 10;
/** A longer word is a compound, and shows by a hyphen or Mediopunkt of what. */
const MOST_LETTERS = 11;

const rules: readonly (readonly [fault: string, found: RegExp])[] = [
  [
    "Konjunktiv",
    /\b(?:würden?|könnten?|möchten?|sollten?|hätten?|wären?|dürften?|müssten?|sei|seien|gäbe)\b/i,
  ],
  ["passive or future", /\b(?:werde|werden|wird|wurden?|worden)\b/i],
  [
    "genitive",
    /\b(?:des|eines|keines|dessen|deren|ihres|seines|unseres|wessen|wegen|trotz|während|mithilfe)\b/i,
  ],
  [
    "abbreviation",
    /\b(?:z\. ?B|u\. ?a|d\. ?h|o\. ?ä|bzw|usw|ggf|etc|evtl|inkl|Abs|Art|Nr|Tel)\.|\b[A-ZÄÖÜ]{2,}\b/,
  ],
  ["number in letters", /\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend)\b/i],
  ["special character", /[()[\]{}§&%/;„“”"'*…–—]/],
  ["impersonal “man”", /\bman\b/i],
];

/** The rules that a line breaks, each by name; empty for a good one. */
export function faultsOf(line: string): readonly string[] {
  const faults = rules.filter(([, found]) => found.test(line)).map(([fault]) => fault);
  const words = line.match(/\p{L}[\p{L}\p{M}·-]*|\d+/gu) ?? [];
  if (words.length > MOST_WORDS) faults.push("too many words");
  const parts = words.flatMap((word) => word.split(/[·-]/));
  if (parts.some((part) => part.length > MOST_LETTERS)) faults.push("long word");
  // A colon may lead to what is said, a comma to one clause.
  if (!/^[^.!?]+[.!?]$/.test(line)) faults.push("not one sentence");
  if ((line.match(/,|\b(?:und|oder|aber|denn)\b(?!$)/giu) ?? []).length > 1)
    faults.push("more than one statement");
  return faults;
}
