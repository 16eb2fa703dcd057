import type { KindSpan } from "./finding.js";
import type { NameSpan } from "./names/find-names.js";
import type { Word } from "./tokens.js";
import { foldedWords } from "./words/fold.js";
import { OFFICES, RELATIVES } from "./words/person-words.js";

/** What is cut out of the text, and what stands there instead. */
export type Edit = KindSpan & { readonly replacement: string };

const OFFICE = new Set(foldedWords(OFFICES));
const RELATIVE = new Set(foldedWords(RELATIVES));
const CLIENT = "Klient/in";
const CONTACT = "Ansprechperson";
const COUNTS = ["", "", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht"];

/**
 * Names become functions: "Frau Meier vom JC" → "Ansprechperson JC", "Sohn …" → "Sohn", "Familie …" →
 * "Familie", a row of names → "drei Personen", what is left → "Klient/in".
 */
export function replaceNames(
  text: string,
  words: readonly Word[],
  names: readonly NameSpan[],
): readonly Edit[] {
  const edits: Edit[] = [];
  for (let i = 0; i < names.length; i++) {
    const row = rowFrom(words, names, i);
    const last = names[i + row - 1];
    const first = names[i];
    if (!first || !last) continue;
    edits.push(row > 1 ? replaceRow(text, words, first, last, row) : replaceName(text, words, first));
    i += row - 1;
  }
  return edits;
}

/** How many names stand in one row, joined by commas, "und", "+" or "/" only. */
function rowFrom(words: readonly Word[], names: readonly NameSpan[], i: number): number {
  let count = 1;
  for (let at = i; ; at++) {
    const [one, next] = [names[at], names[at + 1]];
    if (!one || !next || next.cueFrom !== next.from) return count;
    const first = words[next.from];
    const between = words[one.to];
    const sameGap = one.to === next.from && /^(?:,? ?|\/| ?[+&] ?|; ?|\. )$/.test(first?.gap ?? "\n");
    const byAnd = one.to + 1 === next.from && /^(?:und|u|sowie|oder)$/.test(between?.folded ?? "");
    if (!sameGap && !byAnd) return count;
    count++;
  }
}

function replaceRow(
  text: string,
  words: readonly Word[],
  first: NameSpan,
  last: NameSpan,
  row: number,
): Edit {
  const start = first.start;
  const end = last.end;
  const one = replaceName(text, words, first);
  const invertedName =
    row === 2 && !/[+&/]|\p{L} (?:und|u|sowie|oder) /u.test(text.slice(first.end - 1, last.start + 1));
  if (invertedName || first.cue !== "none") return { ...one, end: Math.max(end, one.end) };
  const count = COUNTS[row] ?? "mehrere";
  return { kind: "name", start, end, replacement: `${count} Personen` };
}

function replaceName(text: string, words: readonly Word[], name: NameSpan): Edit {
  const cut = (start: number, end: number, replacement: string): Edit => ({
    kind: "name",
    start,
    end,
    replacement,
  });
  const cue = words[name.cueFrom];
  const before = words[name.cueFrom - 1];
  const after = words[name.to];
  switch (name.cue) {
    case "explicit":
      if (cue && /^(?:geb|geborene|geborener)$/.test(cue.folded)) return cut(cue.start, name.end, "");
      return cut(name.start, name.end, "N. N.");
    case "family":
    case "relative":
    case "function":
      return cut(name.start, name.end, "");
    case "case":
      // "Fall …" → "Fall", "Neuer Fall: …, 19 J." → "Neuer Fall: Klient/in, 19 J."
      return cut(name.start, name.end, words[name.from]?.gap.includes(":") ? CLIENT : "");
    default:
  }
  const start = cue?.start ?? name.start;
  const function_ = before && /^[ :]{1,2}$|^\. $/.test(cue?.gap ?? "") && isFunction(before);
  if (function_) return cut(start, name.end, "");
  if (before && /^i$/.test(words[name.cueFrom - 2]?.folded ?? "") && /^[av]$/.test(before.folded)) {
    return cut(start, name.end, "");
  }
  const office = officeAfter(text, words, name);
  if (office !== undefined) return cut(start, office, CONTACT);
  if (before && OFFICE.has(before.folded) && /^[ :,(]{1,2}$/.test(cue?.gap ?? ""))
    return cut(start, name.end, CONTACT);
  if (name.cue === "academic") return cut(start, name.end, CONTACT);
  if (
    name.cue === "none" &&
    after &&
    after.gap === " " &&
    /s$/.test(words[name.to - 1]?.folded ?? "") &&
    RELATIVE.has(after.folded)
  ) {
    return cut(start, name.end, "");
  }
  if (name.cue === "none" && before?.folded === "die" && /s$/i.test(text.slice(name.start, name.end))) {
    return cut(start, name.end, "Familie");
  }
  return cut(start, name.end, CLIENT);
}

const FUNCTION_END =
  /(?:er|erin|partner|partnerin|person|sb|sbin|leitung|arzt|arztin|anwalt|anwaltin|vormund|hebamme|kollege|kollegin|klient|klientin|kl|chef|chefin)$/;

function isFunction(word: Word): boolean {
  return (
    word.kind === "plain" &&
    word.folded.length > 1 &&
    (RELATIVE.has(word.folded) ||
      FUNCTION_WORDS.has(word.folded) ||
      (word.capital && FUNCTION_END.test(word.folded) && word.folded.length > 6))
  );
}

const FUNCTION_WORDS = new Set(
  foldedWords(
    "sb ra kollege kollegin chef chefin vormund leiter leiterin lehrer lehrerin arzt ärztin anwalt anwältin berater beraterin richter richterin betreuer betreuerin vermieter vermieterin ansprechpartner ansprechpartnerin ansprechperson sachbearbeiter sachbearbeiterin",
  ),
);

/** "… vom JC" → up to the office, whose name follows directly; "… im JC", "… (JC)" → the name alone. */
function officeAfter(text: string, words: readonly Word[], name: NameSpan): number | undefined {
  let i = name.to;
  const first = words[i];
  if (!first) return undefined;
  if (OFFICE.has(first.folded) && /^[ ,(/]{1,2}$/.test(first.gap)) return name.end;
  // "war mit … beim Sozialamt" is about a client, "Frau … beim Sozialamt" about staff
  const prepositions = name.cue === "none" ? /^(?:vom|von)$/ : /^(?:vom|von|beim|bei|im|in|aus|am|an)$/;
  const preposition = prepositions.exec(first.folded)?.[0];
  if (!preposition || first.gap !== " ") return undefined;
  i++;
  if (/^(?:der|dem|den|des)$/.test(words[i]?.folded ?? "")) i++;
  const office = words[i];
  if (office?.gap !== " ") return undefined;
  const isOffice =
    OFFICE.has(office.folded) ||
    /(?:amt|stelle|beratung|behorde|center|dienst|gericht|kasse|verband|verein|verwaltung|agentur|hilfe|schule|kita)$/.test(
      office.folded,
    );
  if (!isOffice) return undefined;
  return preposition === "vom" || preposition === "von" ? text.lastIndexOf(" ", office.start) : name.end;
}
