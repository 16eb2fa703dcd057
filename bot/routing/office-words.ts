import { fold } from "../../knowledge/german/spelling.js";
import { isAny, isInside, type Span, type Utterance, type Word, withoutId } from "./utterance.js";

/** Short names of offices and organisations that no ending gives away. The directory resolves them. */
const names = new Set(
  `jc jua abh soa kk aa ba jobcentre agentur schule kita kindergarten bamf caritas drk diakonie awo johanniter malteser
  vhs volkshochschule mbe jmd spfh asd kim ki psz spdi lvr frauenhaus hebamme vormund vormundin vermieter wohngeld
  träger schulleitung ausländerbehörde lehrerin lehrer arzt ärztin anwalt anwältin bewährungshilfe familienhilfe
  schulsozialarbeit gericht polizei krankenhaus klinik aok barmer dak tk ikk knappschaft uv-kasse familienkasse
  jugendhilfe flüchtlingshilfe eingliederungshilfe reha betreuer betreuerin arbeitgeber bsk ihk hwk`
    .split(/\s+/)
    .map((word) => fold(word).replace("-", "")),
);
const endings =
  /(?:amt|amtes|center|behorde|behorden|kasse|stelle|agentur|schule|kita|beratung|dienst|verein|haus|gericht|klinik|kolleg|verband|zentrum|hort|versicherung|tagesstatte|buro|mission)$/;
const noOffices =
  /^(?:gesamt|insgesamt|stelle|stellen|haus|zuhause|beratung|dienst|kasse|schwerpunkt|anlaufstelle|stichtag)$/;

/** "Agentur für Arbeit", "Amt für Soziales": "für" goes on naming. */
const goesOn =
  /^(?:agentur|amt|bundesamt|buro|zentrum|fachstelle|fachbereich|abteilung|verein|dienststelle)$/;
const places = new Set(
  `aachen alsdorf baesweiler eschweiler herzogenrath monschau roetgen simmerath stolberg würselen städteregion düren
  heinsberg köln nordkreis südkreis eifel`
    .split(/\s+/)
    .map(fold),
);

const clients =
  /^(?:klient|klientin|klienten|kl|client|familie|fam|mutter|vater|eltern|betroffene|betroffenen)$/;
const interpreters =
  /^(?:dolmi|dolmetscher|dolmetscherin|dolmetschern|dolmetschung|sprachmittler|sprachmittlerin|sprachmittlung|sprint|interpreter|ubersetzer|ubersetzerin)$/;
/** A person without an office is nobody to look up. */
const persons = /^(?:frau|herr|herrn|hr|fr)$/;
/** "mit allen Beteiligten": those of the case, which is what no office means. */
const everybody =
  /^(?:allen|alle|aller|den|die|dem|ublichen|relevanten|wichtigen|zustandigen|beteiligten|amtern|stellen|behorden|ansprechpartnern|partnern|anderen|ganzen|team)$/;
const excludes = /^(?:ohne|nicht|ausser|without|kein|keine)$/;
const joints = /^(?:und|u|sowie|and|plus|oder|samt)$/;
/** What ends a list of offices after "mit". */
const ends =
  /^(?:fur|zu|zum|zur|wegen|betreffend|bzgl|bezuglich|thema|im|in|am|ab|bis|um|gegen|per|via|online|bitte|fall|an|zwischen|dauer|ca|etwa|ungefahr|for|on|next|teams|vor|nach|danach|wenn|sobald|da|weil|liegt|hat|ist|moglichst|gerne|gern|noch|mal|diese|diesen|zeitnah|dringend|bald|schnell|zusammen|liegen)$/;

export function isOfficeWord(folded: string): boolean {
  return names.has(folded) || (endings.test(folded) && !noOffices.test(folded));
}

export type FoundOffices = {
  /** As typed, articles and persons left out: "JC", "Jugendamt Stolberg". */
  readonly offices: readonly string[];
  readonly withClient: boolean;
  readonly withInterpreter: boolean;
  /** After "ohne" or "nicht". */
  readonly without: readonly string[];
  /** The words that were read. */
  readonly used: readonly Span[];
};

/**
 * The offices that a text names: everything that is listed after "mit", and elsewhere the words that are known to
 * name one. `occupied` are spans that mean something else (dates, durations).
 */
export function findOffices(said: Utterance, occupied: readonly Span[]): FoundOffices {
  const pieces: { words: readonly Word[]; isOut: boolean }[] = [];
  let piece: Word[] = [];
  let isList = false;
  let isOut = false;
  const flush = () => {
    if (piece.length > 0) pieces.push({ words: piece, isOut });
    piece = [];
  };
  const used: Span[] = [];
  const text = withoutId(said);
  said.words.forEach((word, i) => {
    const gap = { start: said.words[i - 1]?.end ?? 0, end: word.start };
    const marks = text.slice(gap.start, gap.end);
    if (/[,/+&]/.test(marks)) flush();
    if (/[.;:()–!?]|\s-\s/.test(marks) || (said.id && isInside(said.id, [gap]))) {
      flush();
      isList = false;
      isOut = false;
    }
    const last = piece.at(-1);
    if (isInside(word, occupied) || isAny(word, "conference", "consent", "withdrawn")) {
      flush();
      isList = false;
      isOut = false;
    } else if (word.folded === "mit" || word.folded === "with") {
      flush();
      isList = true;
      // "aber nicht mit der ABH" keeps its "nicht".
      isOut = excludes.test(said.words[i - 1]?.folded ?? "");
    } else if (excludes.test(word.folded)) {
      flush();
      isOut = true;
      used.push(word);
    } else if (joints.test(word.folded)) flush();
    else if (isOfficeWord(word.folded) || isDepartment(said.words, i)) {
      if (last && piece.some((one) => isOfficeWord(one.folded)) && !goesOn.test(last.folded)) flush();
      // "Frau … vom Jugendamt": the office is meant, whoever sits there.
      piece = piece.some((one) => isOfficeWord(one.folded)) ? [...piece, word] : [word];
    } else if (last && (continues(piece, word) || places.has(word.folded))) piece.push(word);
    else if (isList && !ends.test(word.folded) && !isAny(word, "create", "make")) {
      if (last || !isAny(word, "glue")) piece.push(word);
    } else {
      flush();
      if (isList) isList = false;
    }
  });
  flush();

  let withClient = false;
  let withInterpreter = false;
  const offices: string[] = [];
  const without: string[] = [];
  for (const found of pieces) {
    const words = withoutArticlesAtEnd(found.words);
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last) continue;
    used.push(...words);
    if (words.every((word) => everybody.test(word.folded))) continue;
    if (words.some((word) => clients.test(word.folded)) && !words.some((word) => isOfficeWord(word.folded))) {
      withClient = true;
    } else if (words.some((word) => interpreters.test(word.folded))) withInterpreter = true;
    else if (!persons.test(first.folded)) {
      (found.isOut ? without : offices).push(said.text.slice(first.start, last.end));
    }
  }
  return {
    offices: [...new Set(offices)],
    without: [...new Set(without)],
    withClient,
    withInterpreter,
    used,
  };
}

/** "A 51", "FB 56": how departments of an administration are called. */
function isDepartment(words: readonly Word[], i: number): boolean {
  return /^(?:A|FB)$/.test(words[i]?.text ?? "") && /^\d\d$/.test(words[i + 1]?.text ?? "");
}

function continues(piece: readonly Word[], word: Word): boolean {
  const last = piece.at(-1)?.folded ?? "";
  const before = piece.at(-2)?.folded ?? "";
  if (/^(?:a|fb)$/.test(last) && /^\d\d$/.test(word.text)) return true;
  return (word.folded === "fur" && goesOn.test(last)) || (last === "fur" && goesOn.test(before));
}

function withoutArticlesAtEnd(words: readonly Word[]): readonly Word[] {
  let end = words.length;
  while (end > 0 && isAny(words[end - 1], "glue")) end -= 1;
  return words.slice(0, end);
}
