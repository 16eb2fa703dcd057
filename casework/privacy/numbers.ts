import { findPhones } from "./contacts.js";
import type { FindingKind, KindSpan } from "./finding.js";
import { findIbans } from "./iban.js";
import type { Word } from "./tokens.js";
import { foldedWords } from "./words/fold.js";

/**
 * Numbers that lead to a person: bank account, social security, AZR, files, identity documents, car plates –
 * by the word before them, or by a shape that only they have – and phone numbers. Spans can overlap; of two
 * with the same beginning and length the first is the surer one.
 */
export function findNumbers(text: string, words: readonly Word[]): readonly KindSpan[] {
  return [...findIbans(text), ...findLabelled(text, words), ...findPhones(text), ...findShapes(text)];
}

const ALONE = "(?<![\\p{L}\\p{N}/.-])";
const END = "(?![\\p{L}\\p{N}]|[-/]\\p{N})";

/** Shapes that need no word before them. */
const SHAPES: readonly (readonly [FindingKind, RegExp])[] = [
  // Rentenversicherungsnummer: area, birth date, letter of the birth name, serial and check digit
  ["social-security-number", shape("\\d{2} ?(?:0[1-9]|[1-8]\\d)(?:0[1-9]|1[0-2])\\d{2} ?[a-z] ?\\d{3}")],
  // Bedarfsgemeinschaft, Kundennummer of the Bundesagentur, Kindergeldnummer, Krankenversichertennummer
  ["file-number", shape("\\d{5} ?// ?\\d{7}")],
  ["file-number", shape("\\d{3,5} ?bg ?\\d{6,8}")],
  ["file-number", shape("\\d{3} ?(?:d|a|fk) ?\\d{6}")],
  ["file-number", shape("[a-z] ?\\d{9}")],
  // BAMF
  ["file-number", shape("[1-9]\\d{6}-[1-9]\\d{2}")],
  // courts: 5 K 123/24.A
  ["file-number", new RegExp(`${ALONE}\\d{1,3} ?[A-Z]{1,2} ?\\d{1,5}/\\d{2,4}(?:\\.[A-Z])?${END}`, "gu")],
  ["identity-document", shape("(?=[a-z0-9]{9,10}(?![a-z0-9]))[a-z]{1,2}[a-z0-9]{7,8}")],
  [
    "car-plate",
    // Cologne's sign is K, as is the first letter of our case ids: those are none.
    new RegExp(
      `${ALONE}(?!K-[0-9A-HJKMNP-TV-Z]{5}${END})(?:AC|MON|DN|HS|EU|BM|GM|BN|SU|K|D|MG|VIE|KR|NE|GV|JÜL|SLE|ERK|GK|W|E|DU|DO|BO|OB|HA|MS|BI|LEV|AW|B|F|M|S|HH|HB|H|L|DD)-[A-ZÄÖÜ]{1,2} ?\\d{2,4}[EH]?${END}`,
      "gu",
    ),
  ],
  // eleven digits in the groups of a tax number; long digits of any kind
  ["file-number", shape("\\d{2} \\d{3} \\d{3} \\d{3}")],
  ["file-number", shape("\\d{9,15}")],
];

function shape(pattern: string): RegExp {
  return new RegExp(`${ALONE}${pattern}${END}`, "giu");
}

function findShapes(text: string): readonly KindSpan[] {
  const found: KindSpan[] = [];
  for (const [kind, pattern] of SHAPES) {
    for (const match of text.matchAll(pattern)) {
      const value = match[0];
      if (isPublic(value) || isCitation(text, match.index)) continue;
      const digits = value.replace(/\D/g, "").length;
      if (kind === "identity-document" && digits < 6) continue;
      found.push({ kind, start: match.index, end: match.index + value.length });
    }
  }
  return found;
}

/** Keys of places (AGS, ARS) and of services (LeiKa) say nothing about a person. */
function isPublic(value: string): boolean {
  return /^05334\d{3}(?:\d{4})?$/.test(value) || /^99\d{12}$/.test(value);
}

/** "BVerwG 1 C 1/23": a ruling that anybody may quote. */
function isCitation(text: string, at: number): boolean {
  return /(?:BVerfG|BVerwG|BSG|BGH|BAG|BFH|EuGH|EGMR|OVG|VGH|LSG|OLG),? ?(?:vom [\d. ]{6,12}[-–,:] ?)?$/.test(
    text.slice(Math.max(0, at - 32), at),
  );
}

const LABELS = new Map<string, FindingKind>();
function label(kind: FindingKind, list: string): void {
  for (const word of foldedWords(list)) LABELS.set(word, kind);
}
label("azr-number", "AZR AZRNr AZRNummer AZRZahl Ausländerzentralregister Ausländerzentralregisternummer");
label(
  "social-security-number",
  "SVNr SVNummer SVN RVNr RVNummer RVN SV RV VSNR Sozialversicherungsnummer Sozialversicherungsnr Sozialversicherungsausweis Sozialversicherung Rentenversicherungsnummer Rentenversicherungsnr Rentennummer Rentennr",
);
label(
  "file-number",
  "Az Aktenz Aktenzeichen Aktennr Aktennummer Akte Gz Geschäftszeichen Zeichen Ausländerakte Ausländeraktennummer ABHAkte BG BGNr BGNummer Bedarfsgemeinschaft Bedarfsgemeinschaftsnummer Kdnr KdNr Kd Kundennr Kundennummer Kunde Versichertennr Versichertennummer Versicherungsnr Versicherungsnummer KVNr KVNummer Krankenversichertennummer Krankenversicherungsnummer Krankenversicherungsnr Mitgliedsnummer Mitgliedsnr SteuerID SteuerIDNr SteuerNr Steuernr Steuernummer Steueridentifikationsnummer Steueridentnummer Identifikationsnummer IdNr Idnr TIN Kindergeldnummer Kindergeldnr KGNr Vorgangsnummer Vorgangsnr Vorgang Fallnummer Fallnr Personalnummer Personennummer Matrikelnummer Registernummer Vertragsnummer Vertragsnr Buchungszeichen Kassenzeichen Beitragsnummer Rechnungsnummer Zählernummer Einschreibenummer Sendungsnummer Scheinnummer Referenznummer Patientennummer",
);
label(
  "identity-document",
  "Pass Reisepass Nationalpass Passnr Passnummer Reisepassnummer Reisepassnr Ausweis Ausweisnr Ausweisnummer Personalausweis Personalausweisnummer Personalausweisnr Perso Seriennummer Dokumentennummer Dokumentennr Aufenthaltstitel eAT eATNr Aufenthaltskarte Visum Visumnummer Visumsnummer Führerschein Führerscheinnummer Führerscheinnr Fiktionsbescheinigung Duldung Gestattung Ankunftsnachweis BüMA Tazkira Taskira Tazkera IDKarte",
);
label("iban", "Konto Kontonummer Kontonr Kto KtoNr IBAN Bankverbindung Bankkonto");
label("car-plate", "Kennzeichen Autokennzeichen KfzKennzeichen Nummernschild");

const JOINT = /[-’']/;
const JOINTS = /[-’']/g;
const BETWEEN = /^(?:nr|nummer|no|num|id|lautet|ist|neu|neue|jetzt|kfz|nummern)$/;
const VALUE: Readonly<Partial<Record<FindingKind, RegExp>>> = {
  "azr-number": /\d[\d ./-]{6,18}\d/y,
  "social-security-number": /\d[\da-z /-]{6,16}\d/iy,
  "identity-document": /[a-z]{0,3} ?\d[\da-z]{4,12}|[a-z]\d?[a-z0-9]{6,10}/iy,
  iban: /(?:[a-z]{2} ?)?\d[\d ]{3,32}\d/iy,
  "car-plate": /[a-zäöü]{1,3}[ -]{1,3}[a-zäöü]{1,2} ?\d{1,4}[eh]?/iy,
  "file-number":
    /\d{1,3} [a-z]{1,3} \d{1,5}\/\d{2,4}(?:\.[a-z])?|\d{2,5}(?: \d{2,4}){2,4}|(?:[a-z]{1,4}[ ./-]?)?\d[\da-z]*(?:[./-]{1,2}[\da-z]+){0,8}/iy,
};

/** A number after the word that names it: "Az. 33.1-123/24", "Passnr. …", "Steuer-ID lautet …". */
function findLabelled(text: string, words: readonly Word[]): readonly KindSpan[] {
  const found: KindSpan[] = [];
  words.forEach((word, i) => {
    const { folded } = word;
    const kind =
      LABELS.get(folded) ?? (JOINT.test(folded) ? LABELS.get(folded.replace(JOINTS, "")) : undefined);
    if (kind === undefined) return;
    let at = word.end;
    for (let next = i + 1; next < i + 4; next++) {
      const one = words[next];
      if (!one || !BETWEEN.test(one.folded) || !/^[ .:-]{1,3}$/.test(one.gap)) break;
      at = one.end;
    }
    const value = VALUE[kind];
    const start = at + (/^[ .:#=(-]{0,4}/.exec(text.slice(at, at + 4))?.[0].length ?? 0);
    if (!value || start === at) return;
    value.lastIndex = start;
    const match = value.exec(text)?.[0].trimEnd();
    if (match && isValue(kind, match, text.slice(start, start + 40))) {
      found.push({ kind, start, end: start + match.length });
    }
  });
  return found;
}

const FEWEST_DIGITS: Readonly<Partial<Record<FindingKind, number>>> = {
  "azr-number": 8,
  "social-security-number": 8,
  "file-number": 4,
  "identity-document": 4,
  iban: 5,
};

/** Not a date, an amount, a paragraph or a count. */
function isValue(kind: FindingKind, value: string, from: string): boolean {
  const digits = value.replace(/\D/g, "").length;
  if (digits < (FEWEST_DIGITS[kind] ?? 1)) return false;
  if (
    /^(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:(?:19|20)?\d{2})?(?!\d)/.test(from) ||
    /^\d{4}-\d{2}-\d{2}/.test(from) ||
    /^\d{1,2}[./]\d{4}(?!\d)/.test(from)
  )
    return false;
  if (/^(?:19|20)\d{2}$/.test(value)) return false;
  const rest = from.slice(value.length);
  if (/^[\p{L}\p{N}]/u.test(rest) || /^,\d{2}|^ ?(?:€|%|euro|eur\b)/i.test(rest)) return false;
  return kind !== "file-number" || digits >= 5 || /[./-]/.test(value);
}
