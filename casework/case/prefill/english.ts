import { languagesInGerman } from "./english-languages.js";
import { topicsInGerman } from "./english-topics.js";

/**
 * What a sentence in English says of a case, in the German words that the readers know; whatever else it says stays.
 * Whole phrases are put into German, hardly ever single words, so that a German sentence stays as it is, and nothing
 * is read out of a word that may mean something else.
 */
export function inGerman(text: string): string {
  let said = topicsInGerman(languagesInGerman(text));
  for (const [english, german] of phrases) said = said.replace(english, german);
  return said.replace(someNumber, (_, count: string, what: string) => {
    return `${numbers[count.toLowerCase()] ?? count} ${what}`;
  });
}

const numbers: Readonly<Record<string, string>> = {
  a: "ein",
  an: "ein",
  one: "ein",
  two: "zwei",
  three: "drei",
  four: "vier",
  five: "fünf",
  six: "sechs",
  seven: "sieben",
  eight: "acht",
  nine: "neun",
  ten: "zehn",
};
/** Before what was put into German already. */
const someNumber = new RegExp(
  String.raw`\b(${Object.keys(numbers).join("|")}) (Kind\w*|Personen|Erwachsene|Säugling|Kleinkind|Tochter|Sohn)`,
  "giu",
);

const word = (english: string) => new RegExp(String.raw`(?<![\p{L}\d-])(?:${english})(?![\p{L}-])`, "giu");

const months =
  "(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
const whose = `(?:(?:her|his|their|an?|one|the|little|small|young) ){0,2}`;

/** Papers, in the order in which one may be part of another's name. */
const papers: readonly (readonly [string, string])[] = [
  [
    "permanent residence(?: permit| title)?|(?:unlimited|permanent|settlement) permit",
    "Niederlassungserlaubnis",
  ],
  ["residence permits?", "Aufenthaltserlaubnis"],
  ["residence titles?", "Aufenthaltstitel"],
  ["(?:fictional|fiction) certificate", "Fiktionsbescheinigung"],
  ["toleration(?: permit| certificate)?|tolerated(?: stay)?|suspension of deportation", "Duldung"],
  ["asylum[- ]seekers?|in (?:the |an )?asylum procedure|permission to reside", "Aufenthaltsgestattung"],
  ["asylum application", "Asylantrag"],
  ["temporary protection|(?:section|§) 24", "§ 24"],
  ["(?:recognised|recognized) refugees?|refugee status", "Flüchtlingseigenschaft"],
  ["subsidiary protection", "subsidiärer Schutz"],
  ["blue card", "Blaue Karte"],
  ["EU[- ]citizens?", "EU-Bürger"],
  ["German (?:citizen(?:ship)?|nationality|passport)|naturali[sz]ed", "deutscher Pass"],
  ["(?:residence )?status (?:is )?(?:still )?(?:unclear|unknown)", "Aufenthaltsstatus unklar"],
];
const anyPaper = papers.map(([, german]) => german).join("|");

const phrases: readonly (readonly [RegExp, string])[] = [
  // Days, before anything that stands beside them.
  [new RegExp(String.raw`\b${months} (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?!\w)`, "giu"), "$2. $1 $3"],
  [new RegExp(String.raw`(?<![\w.])(\d{1,2})(?:st|nd|rd|th) (?:of )?${months}(?!\w)`, "giu"), "$1. $2"],

  ...papers.map(([english, german]) => [word(english), german] as const),
  [
    new RegExp(
      String.raw`(?<!\p{L})(?:appl(?:y|ies|ied|ying|ication) for|wants?|would like|wish(?:es)? for|needs?|hop(?:es|ing) for|wait(?:s|ing) for|entitled to|questions? about|because of|without|no|not yet|lost|instead of) (?:an? |the |her |his |their |to get )?(?=${anyPaper})`,
      "giu",
    ),
    "Antrag auf ",
  ],
  [
    new RegExp(
      String.raw`(?<=${anyPaper})(?: (?:has|have|is|was|has been|been|already|just))* (?:expired|rejected|refused|denied|revoked|withdrawn|applied for|pending|wanted|needed)(?!\p{L})`,
      "giu",
    ),
    " abgelaufen",
  ],
  [
    word("(?:which |that |and )?(?:will )?(?:expir(?:es?|ing)|ends?|ending|runs? out|lapses?)(?: on)?"),
    "gültig bis",
  ],
  [word("valid (?:until|till|to)"), "gültig bis"],
  [word("until|till"), "bis"],

  [
    word(
      "(?:does|do) not need (?:an )?interpreters?|(?:doesn't|don't|doesn’t|don’t) need (?:an )?interpreters?",
    ),
    "kein Dolmetscher",
  ],
  [word("no interpreters? (?:is |was )?(?:available|found)"), "kein Dolmetscher verfügbar"],
  [
    word("(?:no|without) (?:an )?interpreters?(?: (?:is )?(?:needed|necessary|required))?"),
    "kein Dolmetscher",
  ],
  [word("interpreters? (?:is )?not (?:needed|necessary|required)"), "kein Dolmetscher"],
  [word("(?:works? |worked |working )?as an? interpreter"), "als Dolmetscher"],
  [word("interpreters?"), "Dolmetscher"],

  [word("(?:not|less) (?:so |very |that )?urgent|no (?:rush|hurry)"), "nicht dringend"],
  [word("urgent(?:ly)?|as soon as possible|immediately|right away"), "dringend"],

  [word("(?:with )?(?:no|without) (?:children|kids)|childless"), "ohne Kinder"],
  [word("family reunification"), "Familiennachzug"],
  [word("abroad|in (?:her|his|their|the) home country|back home"), "im Ausland"],
  [word("single (?:mother|father|parent|mum|mom|dad)s?|lone parent"), "alleinerziehend"],
  [word("single (?:person|man|woman)"), "Einzelperson"],
  [word("(?:lives?|living) alone"), "lebt allein"],
  [word("(?:married )?couple"), "Ehepaar"],
  [word("family of (\\p{L}+|\\d{1,2})"), "Familie, $1 Personen"],
  [word("families|family"), "Familie"],
  [word("persons|people"), "Personen"],
  [word("parents"), "Eltern"],
  [word("adults"), "Erwachsene"],
  [word(`with ${whose}(?:husband|wife|partner|spouse)`), "mit Partner"],
  [word("unaccompanied (?:refugee )?minor"), "UMA"],
  [/(?<![\p{L}\d.-])(\d{1,2})[- ]years?[- ]olds?(?![\p{L}-])/giu, "$1-jährige"],
  [/(?<![\p{L}-])aged? (\d{1,2})(?![\d\p{L}.])/giu, "$1 Jahre alt"],
  [/(?<![\p{L}\d.-])(\d{1,2}) (?:y\/o|yo)(?![\p{L}-])/giu, "$1 Jahre alt"],
  [/(?<![\p{L}-])(?:children|kids) (?:aged|of) (?=\d)/giu, "Kinder "],
  [/(?<=\bKinder \d{1,2}(?:, ?\d{1,2}){0,6}) and (?=\d)/giu, " und "],
  [
    new RegExp(
      String.raw`(?<![\p{L}-])with ${whose}(?=(?:child|son|daughter|baby|infant|toddler)(?![\p{L}-]))`,
      "giu",
    ),
    "mit ",
  ],
  [
    new RegExp(
      String.raw`(?<![\p{L}-])and ${whose}(?=(?:child|son|daughter|baby|infant|toddler)(?![\p{L}-]))`,
      "giu",
    ),
    "und ",
  ],
  [
    word("(?:(?:small|young|little|minor|older|school-age) )*(?:children|kids|sons|daughters|babies)"),
    "Kinder",
  ],
  [word("child"), "Kind"],
  [word("son"), "Sohn"],
  [word("daughter"), "Tochter"],
  [word("girl"), "Mädchen"],
  [word("boy"), "Junge"],
  [word("toddler"), "Kleinkind"],
  [word("infant|newborn"), "Säugling"],
  [word("brother"), "Bruder"],
  [word("sister"), "Schwester"],
  [word("mother"), "Mutter"],
  [word("father"), "Vater"],
  [word("husband"), "Mann"],
  [word("wife|woman"), "Frau"],
  [word("(?:a|young|old|elderly) man"), "Mann"],
  [word("clients?"), "Klient"],
  [word("student"), "Student"],
  [word("pensioner"), "Rentner"],
];
