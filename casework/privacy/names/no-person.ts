import { foldedWords } from "../words/fold.js";
import { EPONYMS, INSTITUTIONS, SAINT_WORDS } from "../words/person-words.js";
import type { Reader } from "./reader.js";

const SAINT = new Set(foldedWords(SAINT_WORDS));
const INSTITUTION = new Set(foldedWords(INSTITUTIONS));
const FIRM = new Set(foldedWords("GmbH KG OHG eV UG"));
const EPONYM = new Set(
  EPONYMS.trim()
    .split("|")
    .map((names) => [...foldedWords(names)].join(" ")),
);

/** "Minijob bei Schmitz", "Raten bei Otto": who employs or sells is a firm. */
const FIRM_DEALING =
  /^(?:.*job|.*arbeit|arbeitet|gearbeitet|arbeiten|praktikum|ausbildung|lehre|stelle|anstellung|beschaftigt|angestellt|teilzeit|vollzeit|schulden|raten|ratenzahlung|vertrag|rechnung|konto|beworben|bewerbung|probearbeiten)$/;

function isFirm(read: Reader, from: number): boolean {
  if (!/^(?:bei|beim)$/.test(read.word(from - 1)?.folded ?? "")) return false;
  return FIRM_DEALING.test(read.word(from - 2)?.folded ?? "");
}

/** Schools, houses, firms and saints: "Anne Frank Schule", "Firma Schmitz", "St. Josef". */
export function isNoPerson(read: Reader, from: number, to: number): boolean {
  const before = read.word(from - 1);
  const here = read.word(from);
  if (before && here && /^\.? {0,2}$/.test(here.gap) && SAINT.has(before.folded)) return true;
  if (isFirm(read, from)) return true;
  const after = read.word(to);
  const follows = after !== undefined && /^[ -]{1,2}$/.test(after.gap);
  if (follows && FIRM.has(after.folded)) return true;
  const name = read.words.slice(from, to).map((word) => word.folded);
  // "Robert Koch-Institut"
  const parts = follows ? after.folded.split("-") : [];
  if (parts.length > 1 && INSTITUTION.has(parts.at(-1)?.replace(/e?s$/, "") ?? "")) {
    return EPONYM.has([...name, ...parts.slice(0, -1)].join(" "));
  }
  const besideInstitution =
    (follows && INSTITUTION.has(after.folded)) || (before !== undefined && INSTITUTION.has(before.folded));
  return besideInstitution && EPONYM.has(name.join(" "));
}
