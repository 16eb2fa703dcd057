/**
 * How danger is put into words, as patterns over lower-case text with umlauts spelled out. `act` marks what
 * somebody does to somebody, which always counts; the rest are mere nouns, which may be talk about the subject.
 */
export type DangerKind = "child" | "violence" | "suicide";

const CHILD =
  "(?:kind(?:er|ern|es|s)?|baby|babys|saeugling|kleinkind|tochter|toechter|sohn|soehne|maedchen|jungen?|jugendliche[rn]?|minderjaehrige[rn]?|schueler(?:in)?|enkel(?:in)?|\\d{1,2}[- ]?jaehrige[rn]?)";
const SOMEBODY =
  "(?:mann|ehemann|exmann|freund|exfreund|partner|expartner|ex|gatte|vater|papa|stiefvater|mutter|mama|stiefmutter|bruder|brueder|onkel|schwager|schwiegervater|schwiegermutter|sohn|cousin|mitbewohner|nachbar|zimmernachbar|verlobter|eltern|er|sie)";
const HURTS =
  "(?:schlae?gt|schlagen|verpruegelt|pruegelt|verhaut|haut|wuergt|misshandelt|vergewaltigt|bedroht|quaelt|stalkt|tritt|vernachlaessigt|sperrt)";
const HURT =
  "(?:geschlagen|verpruegelt|verhauen|gehauen|gewuergt|misshandelt|vergewaltigt|missbraucht|bedroht|gequaelt|gestalkt|getreten|eingesperrt|vernachlaessigt|angegriffen|gepruegelt|geohrfeigt|verletzt worden)";
const UP_TO = (words: number): string => `(?:[\\wäöü-]+[ ,]+){0,${words}}`;

export type Sign = {
  readonly kind: DangerKind;
  readonly pattern: RegExp /** Somebody does it to somebody. */;
  readonly act: boolean;
};
const sign = (kind: DangerKind, act: boolean, pattern: string): Sign => ({
  kind,
  act,
  pattern: new RegExp(pattern),
});

export const signs: readonly Sign[] = [
  sign(
    "suicide",
    true,
    `\\b(?:sich|mich) ${UP_TO(4)}(?:umbringen|umzubringen|umbringt|das leben nehmen|was an(?:zu)?tun|etwas an(?:zu)?tun|antut|toeten|erhaengen|aufhaengen|vor den zug|die pulsadern|ritzen|zu ritzen)`,
  ),
  sign(
    "suicide",
    true,
    `\\b(?:nimmt|nehmen|nahm) (?:sich|mir|ihm|ihr) ${UP_TO(2)}(?:das )?leben|\\bleben (?:zu )?nehmen|\\bleben (?:zu )?beenden|\\bbringt sich um|\\bbringe mich (?:jetzt |noch heute )?um$`,
  ),
  sign(
    "suicide",
    true,
    "\\bnicht mehr (?:weiter)?leben|\\bnicht mehr am leben|\\b(?:will|moechte|wollte) (?:nur noch |lieber |einfach )?sterben|\\blebensmuede|\\bkeinen (?:lebens)?sinn mehr|\\bkeinen lebenswillen|\\btot (?:sein|waere)",
  ),
  sign(
    "suicide",
    true,
    "\\bvon der bruecke|\\bvom (?:dach|hochhaus|balkon) (?:zu )?spring|\\b(?:tabletten|pillen) (?:geschluckt|genommen|schlucken)|\\bueberdosis|\\britzt\\b|\\bselbst ?verletz|\\babschiedsbrief",
  ),
  sign("suicide", false, "\\bsuizid\\w*|\\bselbstm(?:o|oe)rd\\w*|\\bfreitod"),

  sign(
    "child",
    true,
    `\\b${CHILD} ${UP_TO(6)}${HURT}\\b|\\b${HURT} ${UP_TO(3)}(?:wird|worden|wurde) ${UP_TO(2)}${CHILD}\\b`,
  ),
  sign("child", true, `\\bmissbraucht ${UP_TO(3)}${CHILD}\\b`),
  sign(
    "child",
    true,
    `\\b${HURTS} ${UP_TO(4)}(?:ihr|sein|das|die|den|dem|unser|mein|eigenes?|kleine[ns]?)?n?e?s? ?${CHILD}\\b`,
  ),
  sign(
    "child",
    true,
    `\\b${CHILD} ${UP_TO(4)}(?:blaue flecken|haematome|verbrennungen|striemen|nicht (?:mehr )?versorgt|unversorgt|verwahrlost|hungert|verhungert|allein(?:e)? (?:zu hause|zuhause|daheim|gelassen)|angst vor (?:dem |der |seinem |ihrem |seiner |ihrer )?(?:vater|papa|mutter|mama|stiefvater|eltern))`,
  ),
  sign(
    "child",
    true,
    `\\b(?:blaue flecken|haematome|striemen) ${UP_TO(3)}${CHILD}\\b|\\b(?:klein\\w*|kinder|baby) ${UP_TO(4)}allein(?:e)? (?:zu hause|zuhause|daheim)\\b|\\bkindesmissh|\\bkindesmissbrauch|\\bmissbrauch ${UP_TO(4)}${CHILD}\\b|\\bschuettelt das baby`,
  ),
  sign(
    "child",
    false,
    "\\bkindeswohl\\w*|\\binobhutnahme\\w*|\\bin obhut\\b|\\bisef\\b|\\binsofa\\b|\\binsoweit erfahrene",
  ),
  sign(
    "child",
    false,
    `(?<!klasse |hausnummer |nr |nummer |strasse |str |weg |allee |gasse )\\b8a\\b(?! aufenthg)`,
  ),
  sign(
    "child",
    false,
    `\\bgefaehrdung\\b(?! (?:des aufenthalt|der wohnung|der leistung|des arbeits|des mietver|der ausbildung|des status))|\\bgefaehrdungs(?:einschaetzung|meldung)|\\b${CHILD} ${UP_TO(4)}(?:gefaehrdet|in gefahr)|\\bgefahr fuer ${UP_TO(2)}${CHILD}\\b`,
  ),

  sign(
    "violence",
    true,
    `\\b${SOMEBODY} ${UP_TO(5)}${HURTS}\\b|\\b${HURTS} ${UP_TO(1)}(?:sie|ihn|mich|uns|seine|ihre|die|meine) ?(?:frau|ehefrau|freundin|mutter|schwester|klientin|mitbewohnerin)?\\b`,
  ),
  sign(
    "violence",
    true,
    `\\b(?:wird|werde|werden|wurde|wurden|worden|ist|bin|hat|haben) ${UP_TO(6)}${HURT}\\b|\\b${HURT} (?:wird|werde|worden|wurde|hat|haben|und)\\b`,
  ),
  sign(
    "violence",
    true,
    `\\b(?:umbringen|umzubringen|umgebracht|ermorden|toeten|getoetet|totschlagen|abstechen|erstechen|erschiessen)\\b|\\bbringt (?:sie|ihn|uns|mich|das kind|die kinder|seine frau|alle) (?:noch |alle )?um\\b`,
  ),
  sign(
    "violence",
    true,
    `\\b(?:droht|drohte|gedroht|bedroht) ${UP_TO(5)}(?:messer|waffe|pistole|gewalt|tod|mord|schlae?gen?|anzutun|saeure|umbringen|umzubringen)|\\b(?:mit|ein|dem) messer (?:auf|bedroht|angegriffen|gedroht)|\\bmorddrohung|\\btodesdrohung`,
  ),
  sign(
    "violence",
    true,
    `\\bangst vor (?:ihm|ihrem|meinem|dem) ?(?:mann|ehemann|ex|exmann|exfreund|partner|freund|vater|bruder)?\\b|\\btraut sich nicht (?:mehr )?nach hause|\\btodesangst|\\bangst um (?:ihr|sein|mein) leben`,
  ),
  sign(
    "violence",
    false,
    `\\b(?:haeusliche[rn]?|sexuelle[rn]?|sexualisierte[rn]?|koerperliche[rn]?) (?:gewalt|uebergriff\\w*|missbrauch)|\\bgewalttaet\\w*|(?<!hoehere |hoeherer |oeffentliche |staatliche )\\bgewalt\\b|\\bvergewaltig\\w*|\\bmisshandlung\\w*|\\bfrauenhaus\\w*|\\bfrauenhaeuser|\\bhilfetelefon|\\bgewaltschutz(?:antrag|gesetz|beschluss|anordnung|verfahren)?\\b|\\bzwangs(?:heirat|ehe|verheirat)\\w*|\\bgenitalverstuemm\\w*|\\behrenmord|\\bstalking|\\bstalker`,
  ),
  sign(
    "violence",
    false,
    `(?<![a-z])missbrauch\\b(?! (?:von|der) (?:leistung|alkohol|drogen|sozial|medikament|daten|karte|bezahlkarte))`,
  ),
];
