import { COMMON_WORDS } from "./common-words.js";
import { ENGLISH_WORDS } from "./english-words.js";
import { foldedWords } from "./fold.js";
import { GIVEN_NAMES } from "./given-names.js";
import { DIAGNOSES } from "./health-words.js";
import { DOUBLE_MEANINGS, EVERYDAY_WORDS, OCCUPATIONS, TIME_WORDS, TRADE_WORDS } from "./ordinary-words.js";
import {
  ACADEMIC_TITLES,
  CASE_NOUNS,
  FAMILY_TITLES,
  FUNCTIONS,
  INSTITUTIONS,
  OFFICES,
  PERSON_TITLES,
  PERSON_VERBS,
  RELATIVES,
} from "./person-words.js";
import { PLACES } from "./places.js";
import { SURNAMES } from "./surnames.js";

/** What a word can be; one word can be several. */
export const GIVEN = 1;
export const SURNAME = 2;
/** An ordinary word or abbreviation, never a name by itself. */
export const WORD = 4;
export const PLACE = 8;
export const TIME = 16;
export const OCCUPATION = 32;
/** An ordinary noun that is a name as well. */
export const DOUBLE = 64;

export const NAME = GIVEN | SURNAME;
export const ORDINARY = WORD | PLACE | TIME | OCCUPATION | DOUBLE;

const lexicon = new Map<string, number>();

function add(list: string, flag: number): void {
  for (const word of foldedWords(list)) lexicon.set(word, (lexicon.get(word) ?? 0) | flag);
}

add(GIVEN_NAMES, GIVEN);
add(SURNAMES, SURNAME);
add(EVERYDAY_WORDS, WORD);
add(TRADE_WORDS, WORD);
add(COMMON_WORDS, WORD);
add(ENGLISH_WORDS, WORD);
add(DIAGNOSES, WORD);
for (const list of [PERSON_TITLES, ACADEMIC_TITLES, FAMILY_TITLES, RELATIVES, FUNCTIONS]) add(list, WORD);
for (const list of [CASE_NOUNS, OFFICES, INSTITUTIONS, PERSON_VERBS]) add(list, WORD);
add(PLACES, PLACE);
add(TIME_WORDS, TIME);
add(OCCUPATIONS, OCCUPATION);
add(DOUBLE_MEANINGS, DOUBLE);

/** The flags of a folded word; 0: not listed. */
export function flagsOf(folded: string): number {
  return lexicon.get(folded) ?? 0;
}

/** Names of two letters, and names that are words as well, need something beside them that says "name". */
export function isStrongName(folded: string, flags: number): boolean {
  return (flags & NAME) !== 0 && (flags & ORDINARY) === 0 && folded.length > 2;
}

export function entries(): IterableIterator<[string, number]> {
  return lexicon.entries();
}
