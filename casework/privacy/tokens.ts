import { fold, foldedWords } from "./words/fold.js";
import { flagsOf, GIVEN, isStrongName, NAME, ORDINARY, SURNAME, WORD } from "./words/lexicon.js";
import { INSTITUTIONS } from "./words/person-words.js";
import { ordinaryClass } from "./words/word-class.js";

/** A word of the text: letters and digits, joined by hyphens or apostrophes ("Anne-Frank-Schule", "12a"). */
export type Word = {
  readonly text: string;
  readonly folded: string;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one. */
  readonly gap: string;
  readonly capital: boolean;
  readonly kind: WordKind;
  readonly flags: number;
};

/**
 * strong: a name wherever it stands · weak: a name that is also a word · plain: an ordinary word · form: ordinary
 * by its ending only · unknown · letter: one letter · mixed: holds a digit, or too long to be a word.
 */
export type WordKind = "strong" | "weak" | "plain" | "form" | "unknown" | "letter" | "mixed";

const WORD_PATTERN =
  /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]+(?:['’ʼ`´-][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]+)*/gu;
const INSTITUTION = new Set(foldedWords(INSTITUTIONS));
const LONGEST_WORD = 48;

export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  // Of this text only: what somebody wrote is not kept.
  const classified = new Map<string, Classified>();
  let before = 0;
  for (const { 0: word, index: start } of text.matchAll(WORD_PATTERN)) {
    let known = classified.get(word);
    if (!known) {
      known = classify(word);
      classified.set(word, known);
    }
    const { folded, capital, kind, flags } = known;
    const end = start + word.length;
    words.push({ text: word, folded, start, end, gap: gapOf(text, before, start), capital, kind, flags });
    before = end;
  }
  return words;
}

/** Only short gaps matter; what is longer separates in any case. */
function gapOf(text: string, from: number, to: number): string {
  return to - from > 8 ? `${text.slice(from, from + 7)}\n` : text.slice(from, to);
}

type Classified = Pick<Word, "folded" | "capital" | "kind" | "flags">;

function classify(word: string): Classified {
  if (word.length > LONGEST_WORD || /\p{N}/u.test(word)) {
    const folded = word.length > LONGEST_WORD ? "" : word.toLowerCase();
    return { folded, capital: false, kind: "mixed", flags: 0 };
  }
  const folded = fold(word);
  const capital = isCapital(word);
  const flags = flagsOf(folded);
  if (isCamelCase(word)) return { folded, capital, kind: "plain", flags: WORD };
  if (folded.length < 2) return { folded, capital, kind: "letter", flags: 0 };
  if (flags !== 0) return { folded, capital, kind: kindOf(folded, flags), flags };
  if (CASELESS.test(word)) return { folded, capital: true, kind: "strong", flags: NAME };
  const parts = folded.split(/['’ʼ`´-]/);
  if (parts.length > 1) return { folded, capital, ...classifyParts(parts) };
  return { folded, capital, ...classifyUnlisted(folded) };
}

/** Arabic, Ethiopic, Chinese … writing: in a German sentence such a word is somebody's name. */
const CASELESS = /[\u0590-\u1cff\u2d80-\ud7ff]/;

/** "JuLes", "ValiKom", "eID": names of projects and things, not of people ("McDonald" apart). */
function isCamelCase(word: string): boolean {
  return (
    /\p{Ll}\p{Lu}/u.test(word) &&
    !/^(?:Mc|Mac|De|Di|La|Le|Al|El|O['’])\p{Lu}\p{Ll}+$/u.test(word) &&
    !word.includes("-")
  );
}

function kindOf(folded: string, flags: number): WordKind {
  if (isStrongName(folded, flags)) return "strong";
  return (flags & NAME) !== 0 ? "weak" : "plain";
}

/** Endings and beginnings that only names have: Petrosyan, Tymoschenko, Jovanović, Abdulbaset, Gebrehiwot. */
const NAME_ENDING =
  /(?:enko|chuk|czuk|tschuk|shvili|schwili|adze|idse|yan|oglu|ovic|evic|owitsch|ewitsch|escu|ullah|zadeh|zada|zai|khel|poulos|opoulou|akis|idis|wska|wski|nska|nski|ewicz|owicz|janc)$/;
const NAME_BEGINNING = /^(?:abdu?l|abdel|abdou|abder|tesfa|wolde|welde|habte|tekle|haile|moham|muham)/;

function classifyUnlisted(folded: string): { kind: WordKind; flags: number } {
  if (folded.length >= 6 && NAME_ENDING.test(folded)) return { kind: "strong", flags: SURNAME };
  if (folded.length >= 8 && NAME_BEGINNING.test(folded)) return { kind: "strong", flags: NAME };
  // Alhomsi, Elkhouri: the article written together
  if (folded.length >= 6 && /^[ae]l/.test(folded)) {
    const rest = folded.slice(2);
    if (isStrongName(rest, flagsOf(rest))) return { kind: "strong", flags: SURNAME };
  }
  // Ahmads, Fatimas, die Yilmaz’: genitive and plural
  if (folded.endsWith("s") && folded.length > 4) {
    const base = folded.slice(0, -1);
    const flags = flagsOf(base);
    if (isStrongName(base, flags)) return { kind: "strong", flags };
  }
  const ordinary = ordinaryClass(folded);
  if (ordinary === "form") return { kind: "form", flags: 0 };
  return { kind: ordinary ? "plain" : "unknown", flags: 0 };
}

/** "Yilmaz-Kaya" is a name; "Anne-Frank-Schule", "Kita-Platz" and "Aachen-Brand" are not. */
function classifyParts(parts: readonly string[]): { kind: WordKind; flags: number } {
  const last = parts[parts.length - 1] ?? "";
  const lastFlags = flagsOf(last);
  if (INSTITUTION.has(last)) return { kind: "plain", flags: WORD };
  if ((lastFlags & NAME) === 0 && ((lastFlags & ORDINARY) !== 0 || ordinaryClass(last))) {
    return { kind: "plain", flags: WORD };
  }
  const each = parts.map((part) => flagsOf(part));
  const strong = parts.some((part, i) => isStrongName(part, each[i] ?? 0));
  const named = each.every((flags) => (flags & NAME) !== 0);
  if (strong) {
    const union = each.reduce((sum, flags) => sum | (flags & NAME), 0);
    return { kind: "strong", flags: union };
  }
  if (named) return { kind: "weak", flags: GIVEN | SURNAME | (each[0] ?? 0) };
  const first = parts[0] ?? "";
  if (/^(?:al|el|abu|abdul|abdel)$/.test(first)) return { kind: "strong", flags: SURNAME };
  return {
    kind: (lastFlags & NAME) === 0 && each.some((flags) => (flags & ORDINARY) !== 0) ? "plain" : "unknown",
    flags: 0,
  };
}

function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase() && first === first.toUpperCase();
}
