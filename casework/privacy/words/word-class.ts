import { fold } from "./fold.js";
import { flagsOf, NAME, OCCUPATION, PLACE, TIME, WORD } from "./lexicon.js";

/**
 * What kind of ordinary German a folded word is: `word` if it is listed, a compound of listed nouns or formed
 * with an ending that only nouns have; `form` if only an inflection, a prefix or the ending of an adjective
 * says so – surnames can look like that ("Kleinert", "Görlich"). Otherwise it is not known.
 */
export function ordinaryClass(word: string): "word" | "form" | undefined {
  if (isListed(word) || isNounByEnding(word) || isCompound(word)) return "word";
  return isInflected(word) || isPrefixed(word) || isAdjective(word) ? "form" : undefined;
}

function isListed(word: string): boolean {
  return (flagsOf(word) & (WORD | PLACE | TIME | OCCUPATION)) !== 0;
}

const INFLECTIONS = [
  "s",
  "e",
  "n",
  "t",
  "en",
  "er",
  "es",
  "em",
  "st",
  "te",
  "in",
  "ten",
  "ter",
  "tes",
  "tem",
  "ern",
  "innen",
];

function isInflected(word: string): boolean {
  for (const ending of INFLECTIONS) {
    const stem = word.length - ending.length;
    if (stem < 4 || !word.endsWith(ending)) continue;
    const base = word.slice(0, stem);
    if (isListed(base)) return true;
    // arbeit-et, wohn-t: infinitive and plural of the same stem
    if (isListed(`${base}en`) || isListed(`${base}e`)) return true;
  }
  return false;
}

const NOUN_ENDING =
  /(?:(?<=.{3})(?:erin|istin|antin|entin|ologin|eurin)|ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tat|taten|ismus|nis|nisse|tum|ling|linge|lings)$/;

function isNounByEnding(word: string): boolean {
  return word.length >= 6 && NOUN_ENDING.test(word);
}

const ADJECTIVE_ENDING =
  /(?:ieren|iert|ierte|ierter|ierten|lich|liche|licher|liches|lichen|isch|ische|ischer|isches|ischen|(?<=[^aeiou])(?:los|lose|loser|losen|bar|bare|barer|sam|same)|haft|haftig|weise|mal|fach|warts|jahrig|jahrige|jahriger|kopfig|kopfige|ig|ige|iger|iges|igen)$/;

function isAdjective(word: string): boolean {
  return word.length >= 6 && ADJECTIVE_ENDING.test(word);
}

const PREFIXES = [
  "ab",
  "an",
  "auf",
  "aus",
  "be",
  "bei",
  "durch",
  "ein",
  "ent",
  "er",
  "fest",
  "ge",
  "her",
  "hin",
  "los",
  "mit",
  "nach",
  "uber",
  "um",
  "un",
  "unter",
  "ver",
  "vor",
  "weg",
  "weiter",
  "wieder",
  "zer",
  "zu",
  "zuruck",
  "zusammen",
];

function isPrefixed(word: string): boolean {
  for (const prefix of PREFIXES) {
    if (word.length - prefix.length < 4 || !word.startsWith(prefix)) continue;
    const rest = word.slice(prefix.length);
    if (isListed(rest) || isInflected(rest)) return true;
    if (/^(?:ge|zu)/.test(rest) && rest.length > 6 && (isListed(rest.slice(2)) || isInflected(rest.slice(2))))
      return true;
  }
  return false;
}

/** Nouns at the end of a compound that surnames end with as well, and endings of foreign names. */
const NAME_HEADS = new Set(
  "haus hof dorf land bad weg see tag hand bank kraft stand mann man berg bach stein burg feld wald thal tal horn baum busch kopf bein rat ring markt leben brand born art ort ali din han nur amin ahmad rahman ullah khan"
    .split(" ")
    .map(fold),
);

function isCompound(word: string): boolean {
  for (let cut = 3; cut <= word.length - 4; cut++) {
    const head = word.slice(cut);
    if (head.length > 16 || NAME_HEADS.has(head)) continue;
    const flags = flagsOf(head);
    if ((flags & WORD) !== 0 && (flags & NAME) === 0) return true;
  }
  return false;
}
