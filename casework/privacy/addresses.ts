import type { Span } from "./finding.js";
import type { Word } from "./tokens.js";
import { foldedWords } from "./words/fold.js";
import { PLACE } from "./words/lexicon.js";

export type AddressSpan = Span;

/** Ends of street names. The second group is also the end of ordinary words, which NOT_STREETS names. */
const STREET_END =
  /(?:strasse|str|allee|gasse|chaussee|promenade|weg|ring|damm|ufer|steig|pfad|graben|wall|platz|siedlung|kamp|anger|zeile|stieg|gracht|driesch)$/;
const STREET_WORD =
  /^(?:strasse|str|allee|gasse|weg|ring|damm|ufer|platz|steig|pfad|wall|graben|chaussee|promenade|markt|hof)$/;
const NOT_STREETS =
  /^(?:(?:um|rechts|rettungs|bildungs|lebens|aus|arbeits|schul|dienst|reise|flucht|antrags|klage|verfahrens|vor|ab|kirch)?weg|(?:schul|kita|kiga|kindergarten|therapie|arbeits|ausbildungs|kurs|studien|betreuungs|pflege|heim|wohn|wohnheim|stell|park|spiel|sport|sitz|frauenhaus|ogs|praktikums|praktikum|deutschkurs|sprachkurs|warte|liege|bett|schlaf|tagespflege|u3|ganztags|haupt|dienst|ausbildung|studienp|internats|hort|krippen|lager|heimp|einzel|doppel|gruppen)+-?platz|hering|sponsoring|monitoring|controlling|mentoring|ehering|aufstieg|einstieg|ausstieg|umstieg|abstieg|anstieg|zustieg|ueberwall|krawall|vorfall|wasserdamm|geringring|kring|spring)$/;

const NUMBER =
  /[ .,]{0,3}(?:nr\.? ?|nummer )?(\d{1,3})(?: ?[a-h](?![\p{L}\p{N}.]))?(?: ?[-/+] ?\d{1,3} ?[a-h]?(?![\p{L}\p{N}]))?(?![\p{L}\p{N}]|[.:,/]\d| ?[%€]|-\p{L})/iuy;

/** What is counted after a number that is no house number: "Am Markt 3" but "Schulplatz 14 jähriger". */
const COUNTED =
  /^(?:pers|person|personen|kind|kinder|jahr|jahre|jahren|j|jahrig|jahrige|jahriger|jahrigen|monat|monate|monaten|tag|tage|tagen|woche|wochen|wo|std|stunde|stunden|uhr|min|minuten|km|m|meter|qm|euro|eur|cent|mal|x|zimmer|zi|plaetze|platze|personenhaushalt|prozent|stuck|familien|frauen|manner|leute|menschen|termine|antrage|wohnungen|raten|kurse)$/;

const OF_STREET = /^(?:am|an|auf|im|in|zum|zur|unter|hinter|vor|bei|beim|neben)$/;
const ARTICLE = /^(?:der|den|dem|die|das|alten|neuen|kleinen|groszen|grossen|hohen|langen)$/;
/** What streets with a preposition are called after: "Am Markt", "An der Mühle", "Auf der Heide". */
const LANDMARK = new Set(
  foldedWords(
    "Markt Marktplatz Altmarkt Neumarkt Bahnhof Kirchplatz Kirchhof Kirche Dorf Dorfplatz Dorfbrunnen Hang Wald Waldrand Park Bach Berg Mühle Mühlenbach Mühlenteich Brunnen Busch Feld Tal Grüntal Wiesental Anger Garten Teich Weiher Schloss Schlosspark Burg Hof Kamp Bruch Winkel Eck Rain Hügel Stein Kreuz Tor Turm Graben Ufer Damm See Linden Eichen Buchen Tannen Birken Ziegelei Zeche Grube Halde Kapelle Friedhof Sportplatz Stadion Heide Heck Hecke Benden Driesch Steg Steinbruch Pfad Acker Hütte Schmiede Kloster Abtei Kaiser Rosengarten Sonnenhang Vogelsang Ehrenmal Denkmal Pley Wingert Weinberg Gericht Löwenstein Knipp Hüls Höfchen Kirchberg Schwimmbad Wasserturm Wehr Bend Beeck Maar Hag Forst Forsthaus Viadukt Brück Brücke Rathausplatz Pont Pütz Spich Fließ Siefen Venn Sief",
  ),
);
const LIVES = new Set(
  foldedWords(
    "wohnt wohnhaft lebt gemeldet Adresse Anschrift Meldeadresse Wohnadresse Wohnanschrift Postanschrift Postadresse zieht gezogen",
  ),
);

/**
 * Streets with a house number. The postcode and the municipality behind them stay: a case holds them.
 * A street without a number is left as it is.
 */
export function findAddresses(text: string, words: readonly Word[]): readonly AddressSpan[] {
  const found: AddressSpan[] = [];
  words.forEach((word, i) => {
    if (word.kind === "mixed" || word.kind === "letter") return;
    const end = houseNumberEnd(text, words, i);
    if (end === undefined) return;
    const first = streetStart(text, words, i, end);
    const start = first === undefined ? undefined : words[first]?.start;
    if (start !== undefined) found.push({ start, end });
  });
  return found;
}

function houseNumberEnd(text: string, words: readonly Word[], i: number): number | undefined {
  const word = words[i];
  const number = words[i + 1];
  if (!word || !number) return undefined;
  if (!/^\p{N}/u.test(number.text) && !/^nr$|^nummer$/.test(number.folded)) return undefined;
  NUMBER.lastIndex = word.end;
  const match = NUMBER.exec(text);
  if (!match || Number(match[1]) === 0) return undefined;
  const end = word.end + match[0].length;
  let next = i + 1;
  while (next < words.length && (words[next]?.start ?? end) < end) next++;
  const after = words[next];
  const counted =
    after !== undefined && /^[ .]{0,2}$/.test(text.slice(end, after.start)) && COUNTED.test(after.folded);
  // "Str. 12.3." is a date
  return counted || /^\. ?\d/.test(text.slice(end, end + 3)) ? undefined : end;
}

/** The index of the first word of the street whose last word is `i`, if it is one. */
function streetStart(text: string, words: readonly Word[], i: number, end: number): number | undefined {
  const word = words[i];
  if (!word) return undefined;
  const { folded } = word;
  if (STREET_WORD.test(folded)) {
    const start = beforeStreetWord(words, i);
    if (start !== undefined) return start;
  } else if (STREET_END.test(folded) && !NOT_STREETS.test(folded) && folded.length > 4) {
    return i;
  }
  const of = ofLandmark(words, i);
  if (of !== undefined) return of;
  return livesThere(text, words, i, end) ? i : undefined;
}

/** "Jülicher Straße", "Alte Gasse", "Friedrich Ebert Str.": up to three words before it. */
function beforeStreetWord(words: readonly Word[], i: number): number | undefined {
  let start: number | undefined;
  for (let at = i - 1; at >= Math.max(0, i - 3); at--) {
    const [one, next] = [words[at], words[at + 1]];
    if (!one || !next || !/^[ -]$/.test(next.gap) || one.kind === "mixed") break;
    const adjective =
      (one.capital && /(?:e|en)$/.test(one.folded)) ||
      /er$|^(?:alte|neue|lange|kurze|kleine|grosse|breite|hohe|obere|untere|hintere|vordere)$/.test(
        one.folded,
      );
    const fits =
      at === i - 1
        ? adjective || one.kind !== "plain"
        : one.capital && (one.kind === "strong" || one.kind === "weak");
    if (!fits || OF_STREET.test(one.folded) || ARTICLE.test(one.folded)) break;
    start = at;
  }
  return start;
}

/** "Am Markt", "An der alten Mühle". */
function ofLandmark(words: readonly Word[], i: number): number | undefined {
  const word = words[i];
  if (!word || !isLandmark(word)) return undefined;
  for (let at = i - 1; at >= Math.max(0, i - 3); at--) {
    const [one, next] = [words[at], words[at + 1]];
    if (!one || !next || next.gap !== " ") return undefined;
    if (OF_STREET.test(one.folded)) return at;
    if (!ARTICLE.test(one.folded)) return undefined;
  }
  return undefined;
}

function isLandmark(word: Word): boolean {
  if (LANDMARK.has(word.folded)) return true;
  return (
    word.capital &&
    word.kind !== "plain" &&
    /(?:tal|berg|feld|bach|hang|hof|kamp|busch|bruch|winkel|driesch|end|horst|garten|benden|muhle|heide|weiher|rain)$/.test(
      word.folded,
    )
  );
}

/** After "wohnt", or with a postcode behind it, any unknown word with a number is a street. */
function livesThere(text: string, words: readonly Word[], i: number, end: number): boolean {
  const word = words[i];
  if (!word || (word.flags & PLACE) !== 0 || word.kind === "plain" || word.kind === "form") return false;
  if (/^, ?\d{5}(?!\d)/.test(text.slice(end, end + 8))) return true;
  for (let at = i - 1; at >= Math.max(0, i - 3); at--)
    if (LIVES.has(words[at]?.folded ?? "")) return word.capital;
  return false;
}
