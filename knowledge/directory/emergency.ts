import { editDistance, fold } from "../german/spelling.js";
import { type DangerKind, signs } from "./danger-signs.js";

/**
 * Words of danger to a child, of violence and of suicide. They put the emergency path first, whatever else was
 * asked (§ 8a SGB VIII, § 4 KKG). Two ways to be wrong: an alarm for "Fortbildung zu häuslicher Gewalt" teaches
 * people to click it away, and a missed "er schlägt sie" is worse. So what somebody does to somebody always
 * counts, and a mere noun counts unless the sentence is about training, files or what is over.
 */
export type Danger = { readonly kind: DangerKind; readonly words: string };
/** True if the text must bring the emergency contacts first. */
export const isEmergency = (text: string): boolean => findDanger(text).length > 0;

/** True if the text only talks about a danger: training, papers, what is denied or over. */
export function onlyTalksOfDanger(text: string): boolean {
  if (isEmergency(text)) return false;
  const plain = spelledOut(text.slice(0, 20_000));
  return signs.some(({ pattern }) => pattern.test(plain));
}

/** The dangers that a text names, each kind once, in the order of the text. */
export function findDanger(text: string): readonly Danger[] {
  const found = new Map<DangerKind, Danger>();
  for (const sentence of spelledOut(text.slice(0, 20_000)).match(/[^.!?;\n]{1,400}/g) ?? []) {
    for (const danger of dangersIn(sentence)) if (!found.has(danger.kind)) found.set(danger.kind, danger);
  }
  return [...found.values()];
}

/** Training, papers, statistics: talk about the subject, not about a person in danger. */
const ABOUT_THE_SUBJECT =
  /\b(?:fortbildung|weiterbildung|schulung|seminar|workshop|fachtag|fachtagung|vortrag|veranstaltung|infoabend|infoveranstaltung|flyer|broschuere|plakat|konzept|schutzkonzept|statistik|studie|arbeitskreis|arbeitsgruppe|runder tisch|runden tisch|netzwerk|netzwerktreffen|praevention|handbuch|leitfaden|evaluation|auswertung|ausstellung|kampagne|podcast|artikel|film|buch|modul|fallzahlen|zertifikat|tagung|kongress|projekt|definition|bedeutet|was ist|was heisst|entschaedigung|opferentschaedigung|oeg|traumaambulanz)\w*/;

/** What is over: a year, the end of a measure. "Seit 2023" goes on. */
const OVER =
  /(?<!seit (?:anfang |ende |mitte )?)\b(?:19|20)\d\d\b|\b(?:laeuft|lief) (?:bald |jetzt |demnaechst |\w+ )?aus\b|\bausgelaufen|\bendet\b|\babgeschlossen\w*|\bbeendet\w*|\beingestellt\b|\bdamals\b|\bfrueher\w*\b|\behemalig\w*|\bvor (?:\d+|zwei|drei|vier|fuenf|vielen|einigen|mehreren) jahren|\bin der vergangenheit|\bals (?:sie|er) (?:selbst |noch )?(?:ein )?kind war|\bauf der flucht|\b(?:im|ihrem|seinem) (?:heimat|herkunfts)land|\bin (?:syrien|afghanistan|libyen|irak|eritrea|somalia|der ukraine|der tuerkei)\b/;
const PAST_TENSE = /\b(?:wurde|wurden|worden|hatte|war|waren)\b/;

/** "Von Abschiebung bedroht" is a matter for the ordinary answer. */
const NO_PERSON_ACTS =
  /\b(?:von|durch) (?:der |einer |drohender )?(?:abschiebung|obdachlosigkeit|wohnungslosigkeit|wohnungsverlust|raeumung|armut|arbeitslosigkeit|ausweisung|kuendigung|sanktion\w*|insolvenz|verlust|behinderung)\w* bedroht/;
const SUGGESTS =
  /\b(?:schlae?gt|schlagen|schlug) (?:[^,]* )?(?:vor|fehl|nach|auf|aus|alarm|um|an|durch|zu buche)\b|\bvor(?:ge)?schlagen\b|\b(?:ist|hat) (?:\w+ )?(?:fehl|um|nach|aus|ab)geschlagen|\bgeschlagen geben|\btritt (?:[^,]* )?(?:ein|aus|bei|an|auf|in kraft|zurueck|ueber)\b|\b(?:haut|sperrt) (?:[^,]* )?(?:hin|nicht hin|ab|die karte|das konto|konto|handy|konten)\b/;
const NOT =
  /\b(?:kein(?:e|en|em|er|erlei)?|ohne)(?: (?:akute[rn]?|konkrete[rn]?|hinweise?|hinweisen|anzeichen|anhaltspunkte?|verdacht|zeichen|auf|fuer|von|eine?|aktuelle[rn]?|latente[rn]?))* $|\bnicht(?: mehr| akut| selbst| laenger)? $|\b(?:weder) [\w ]{0,25}$/;
const DENIED =
  /^[^,]{0,40}\b(?:verneint|ausgeschlossen|nicht bestaetigt|unbegruendet|vom tisch|nicht vor|nicht gegeben|abgewendet|fuer ausgeschlossen|glaubhaft distanziert)\b/;
const STILL_SEEKS =
  /\b(?:platz|plaetze|aufnahme|dringend|sofort|heute|akut|jetzt|brauch\w*|sucht|gesucht|notfall|muss)\b/;
const LIVES_THERE = /\b(?:im|aus dem|aus einem) frauenhaus\b/;

function* dangersIn(sentence: string): Generator<Danger> {
  const suggests = SUGGESTS.test(sentence);
  for (const { kind, pattern, act } of signs) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(match.index + match[0].length);
    if (NO_PERSON_ACTS.test(sentence)) continue;
    if (act) {
      if (suggests && kind !== "suicide") continue;
      if (OVER.test(sentence) && PAST_TENSE.test(sentence)) continue;
      if (
        /\bnicht (?:geschlagen|verpruegelt|misshandelt|bedroht|missbraucht|vernachlaessigt)\b/.test(match[0])
      )
        continue;
    } else {
      if (ABOUT_THE_SUBJECT.test(sentence) || OVER.test(sentence)) continue;
      if (LIVES_THERE.test(sentence) && !STILL_SEEKS.test(sentence)) continue;
    }
    if (NOT.test(before) && !/^nicht mehr/.test(match[0])) continue;
    if (DENIED.test(after)) continue;
    yield { kind, words: match[0].trim() };
  }
}

/** Words whose misspelling must not hide a danger; corrected before the patterns are tried. */
const KEYS =
  "suizid selbstmord kindeswohl kindeswohlgefaehrdung inobhutnahme geschlagen verpruegelt misshandelt vergewaltigt missbraucht missbrauch bedroht umbringen frauenhaus gewalt haeuslicher haeusliche messer".split(
    " ",
  );
const RIGHT = new Set(
  "gestalt gefallt bestellt behandelt bedroht bedient missbrauch erschlagen beschlagen haeuslich haeuslichen geschlossen geschlafen geschlecht verprellt messen besser wasser messe".split(
    " ",
  ),
);
const keysByFold = KEYS.map((key) => ({ key, folded: fold(key) }));

/** Lower case, umlauts spelled out, blanks single, key words corrected. */
function spelledOut(text: string): string {
  const lower = text
    .toLowerCase()
    .normalize("NFC")
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .replace(/§+\s*/g, "")
    .replace(/["„“‚‘'’*_()]/g, " ")
    .replace(/[^\S\n]+/g, " ");
  return lower.replace(/[a-z]{6,}/g, (word) => corrected(word));
}

function corrected(word: string): string {
  if (RIGHT.has(word)) return word;
  const folded = fold(word);
  for (const { key, folded: right } of keysByFold) {
    if (folded === right) return key;
    const max = right.length >= 10 ? 2 : 1;
    if (word[0] === key[0] && right.length >= 6 && editDistance(folded, right, max) <= max) return key;
  }
  return word;
}
