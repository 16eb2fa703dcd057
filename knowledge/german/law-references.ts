import { words } from "./normalise.js";
import { fold } from "./spelling.js";

/**
 * References to sections of laws as terms of their own: a question for "§ 24 AufenthG" must find that section, and not
 * every text that has a 24 in it.
 */
/** Abbreviations of acts have a second capital ("AufenthG", "SGB II", "IntV"), which ordinary words have not. */
const ACT =
  /(?<![\p{L}\d])(?:SGB|BGB|[A-ZÄÖÜ][a-zäöüß]*[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]*)(?:[\s-]?(?:[IVX]{1,4}|\d{1,2})(?![\p{L}\d]))?/u;
const DETAIL = /(?:Abs(?:atz|\.)?|S(?:atz|\.)|Nr\.?|Nummer|Buchst(?:abe|\.)|Halbsatz|ff?\.?)\s?\d*[a-z]?/;
const NUMBER = /\d+\s?[a-z]?(?![\p{L}\d])/u;
const LIST = new RegExp(
  `§§?\\s?(${NUMBER.source}(?:(?:\\s?${DETAIL.source})*\\s?(?:,|und|oder|bis|sowie)\\s?(?:§\\s?)?${NUMBER.source})*)` +
    `(?:\\s?${DETAIL.source})*\\s?(?:de[srm]\\s)?(${ACT.source})?`,
  "gu",
);

const roman = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"];

/** "SGB 2", "SGB-II" and "SGB II" are one book. */
const actName = (written: string): string => {
  const [, base = written, book] = /^(.*?)[\s-]?([IVX]{1,4}|\d{1,2})?$/.exec(written) ?? [];
  return fold(base) + (book ? (roman[Number(book)] ?? book.toLowerCase()) : "");
};

const numbersIn = (list: string): string[] =>
  list
    .replace(new RegExp(DETAIL.source, "gu"), " ")
    .split(/[^\da-z]+(?=\d)/)
    .map((n) => /^\d+(?:\s?[a-z](?!\p{L}))?/u.exec(n.trim())?.[0].replace(/\s/, "") ?? "")
    .filter(Boolean);

/** Terms such as "§24" and, where the act is named, "§24:aufenthg": one of each for each place it is written. */
export const lawReferences = (text: string): string[] => {
  if (!text.includes("§")) return [];
  const terms: string[] = [];
  for (const [, list = "", act] of text.matchAll(LIST)) {
    for (const number of numbersIn(list)) {
      terms.push(`§${number}`);
      if (act) terms.push(`§${number}:${actName(act)}`);
    }
  }
  return terms;
};

/**
 * References that a question may mean, however sloppily it is typed: "paragraf 22 sgb 2" or "§ 24 aufenthg". Each number
 * is paired with each word (and "sgb" with the word after it); the caller keeps those that its collection knows.
 */
export const possibleReferences = (question: string): string[] => {
  const text = question.replace(/\bparagra(?:ph|f)(?:en)?\s+(?=\d)/gi, "§ ");
  const sure = lawReferences(text);
  const numbers = [...new Set(sure.filter((term) => !term.includes(":")))];
  if (numbers.length === 0) return [];
  const said = words(text).map((w) => w.text);
  const acts = said.map((word, i) =>
    actName(/^sgb$/i.test(word) ? `SGB ${(said[i + 1] ?? "").toUpperCase()}` : word),
  );
  return [...new Set([...sure, ...numbers.flatMap((number) => acts.map((act) => `${number}:${act}`))])];
};

/**
 * References that a title stands for itself: the section of a statute carries its number, and the act's name stands
 * elsewhere in the title ("Aufenthaltsgesetz (AufenthG) · § 24 – Vorübergehender Schutz" is § 24 AufenthG).
 */
export const ownReferences = (title: string): string[] => {
  if (!title.includes("§")) return [];
  const terms = lawReferences(title);
  const acts = [...title.matchAll(new RegExp(ACT.source, "gu"))].map((m) => actName(m[0]));
  const numbers = terms.filter((term) => !term.includes(":"));
  return [...new Set([...terms, ...numbers.flatMap((number) => acts.map((act) => `${number}:${act}`))])];
};
