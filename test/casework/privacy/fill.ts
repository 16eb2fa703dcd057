/**
 * Fills the slots of texts.jsonl at test time, seeded, so that the corpus itself holds no person.
 *
 * Slots: {g} given name, {s} surname ({g2}, {s2}: further ones), {b} birth date of an adult, {c} of a
 * child, {p} phone, {mail}, {iban}, {rv}, {azr}, {bg}, {bakd}, {az}, {bamf}, {vg}, {kv}, {tax}, {kgnr},
 * {pass}, {eat}, {plate}, {str}, {str2}, {strp}, {no}. After a point comes how it is written:
 * l lower case, u upper case, i initial, sp spaced, short, iso, slash, dash, long, abbr, bad.
 */
import { FILL_GIVEN_NAMES, FILL_STREETS, FILL_SURNAMES } from "./fill-names.js";

export type CorpusRow = {
  readonly part: "held-out" | "tuning";
  readonly text: string;
  /** What must go: [kind, substring]. */
  readonly personal: readonly (readonly [string, string])[];
  /** What must stay. */
  readonly keep: readonly string[];
  /** What must be warned of and stays (health). */
  readonly warns?: readonly string[];
};

export type Draw = {
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly digits: (count: number) => string;
};

/** A small deterministic generator (mulberry32). */
export function seeded(seed: number): Draw {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (list) => {
      const chosen = list[below(list.length)];
      if (chosen === undefined) throw new Error("nothing to pick from");
      return chosen;
    },
    digits: (count) => Array.from({ length: count }, () => below(10)).join(""),
  };
}

export type NamePool = { readonly given: readonly string[]; readonly surnames: readonly string[] };

/** The half of the names that belongs to one part of the corpus. */
export function namesOf(part: CorpusRow["part"]): NamePool {
  const half = (list: readonly string[]) => list.filter((_, i) => (i % 2 === 0) === (part === "held-out"));
  return { given: half(FILL_GIVEN_NAMES), surnames: half(FILL_SURNAMES) };
}

const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(
  " ",
);
const two = (value: number) => String(value).padStart(2, "0");
const ascii = (word: string) =>
  word
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();

function dateIn(draw: Draw, firstYear: number, years: number): Record<string, string> {
  const [day, month, year] = [1 + draw.below(28), 1 + draw.below(12), firstYear + draw.below(years)];
  return {
    "": `${two(day)}.${two(month)}.${year}`,
    short: `${day}.${month}.${two(year % 100)}`,
    iso: `${year}-${two(month)}-${two(day)}`,
    slash: `${two(day)}/${two(month)}/${year}`,
    dash: `${two(day)}-${two(month)}-${year}`,
    long: `${day}. ${MONTHS[month - 1]} ${year}`,
  };
}

/** Numbers that the Bundesnetzagentur sets aside for films, and foreign ones; in the ways people write them. */
function phone(draw: Draw): string {
  const rest = draw.digits(2);
  return draw.pick([
    `0171 39200${rest}`,
    `0171-39200${rest}`,
    `0171/39 200 ${rest}`,
    `017139200${rest}`,
    `+49 171 39200${rest}`,
    `+4917139200${rest}`,
    `0049 171 39200${rest}`,
    `030 23125 1${rest}`,
    `030/23125-1${rest}`,
    `(030) 23125 1${rest}`,
    `0221 47101${rest}`,
    `+380 50 123 45 ${rest}`,
    `+963 944 1234${rest}`,
    `0176 04069 0${rest}`,
    `017604069 0${rest}`,
    `+49 (0)176 040690${rest}`,
  ]);
}

function remainder97(text: string): number {
  let rest = 0;
  for (const sign of text) {
    const value = Number.parseInt(sign, 36);
    rest = value > 9 ? (rest * 100 + value) % 97 : (rest * 10 + value) % 97;
  }
  return rest;
}

function iban(draw: Draw): Record<string, string> {
  const account = draw.digits(18);
  const check = 98 - remainder97(`${account}DE00`);
  const good = `DE${two(check)}${account}`;
  const bad = `DE${two((check % 97) + 1)}${account}`;
  const spaced = (good.match(/.{1,4}/g) ?? []).join(" ");
  return { "": good, l: good.toLowerCase(), sp: spaced, bad };
}

/** A Steuer-ID with its check digit (ISO 7064 MOD 11,10) and exactly one digit twice. */
function taxId(draw: Draw): Record<string, string> {
  const pool = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
  const start = draw.below(10);
  const ordered = pool.map((_, i) => pool[(i * 3 + start) % 10] ?? "0");
  const first = ordered[0] === "0" ? 1 : 0;
  const ten = [...ordered.slice(first), ...ordered.slice(0, first)];
  ten[9] = ten[2] ?? "0";
  let product = 10;
  for (const digit of ten) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  const all = ten.join("") + String((11 - product) % 10);
  return {
    "": all,
    sp: `${all.slice(0, 2)} ${all.slice(2, 5)} ${all.slice(5, 8)} ${all.slice(8)}`,
  };
}

function valuesOf(slot: string, draw: Draw, names: NamePool): Record<string, string> {
  const plain = slot.replace(/\d+$/, "");
  const one = (value: string) => ({ "": value, l: value.toLowerCase(), u: value.toUpperCase() });
  const letter = () => draw.pick([..."ABCDEFGHKLMNPRSTWZ"]);
  if (plain === "g" || plain === "s") {
    const name = draw.pick(plain === "g" ? names.given : names.surnames);
    return { ...one(name), i: name.slice(0, 1) };
  }
  if (plain === "str") {
    const street = slot === "str2" ? draw.pick(FILL_STREETS.two) : draw.pick(FILL_STREETS.one);
    return { ...one(street), abbr: street.replace(/traße$/, "tr.") };
  }
  switch (slot) {
    case "b":
      return dateIn(draw, 1950, 58);
    case "c":
      return dateIn(draw, 2012, 13);
    case "p":
      return one(phone(draw));
    case "mail":
      return one(
        draw.pick([
          `${ascii(draw.pick(names.given))}.${ascii(draw.pick(names.surnames))}@example.org`,
          `${ascii(draw.pick(names.given))}${draw.digits(2)}@mail.example.org`,
        ]),
      );
    case "iban":
      return iban(draw);
    case "rv": {
      const [day, month] = [two(1 + draw.below(28)), two(1 + draw.below(12))];
      const parts = ["13", `${day}${month}${draw.digits(2)}`, letter(), draw.digits(3)];
      return { ...one(parts.join("")), sp: parts.join(" ") };
    }
    case "azr":
      return one(`${1 + draw.below(9)}${draw.digits(11)}`);
    case "bg":
      return one(
        draw.pick([
          `${1 + draw.below(8)}${draw.digits(4)}//${draw.digits(7)}`,
          `${1 + draw.below(8)}${draw.digits(4)}BG${draw.digits(7)}`,
        ]),
      );
    case "bakd":
      return one(`${1 + draw.below(8)}${draw.digits(2)}D${draw.digits(6)}`);
    case "kgnr":
      return one(`${1 + draw.below(8)}${draw.digits(2)}FK${draw.digits(6)}`);
    case "az":
      return one(
        draw.pick([
          `33.1-${draw.digits(4)}/24`,
          `50/2-${draw.digits(5)}`,
          `51.2.${draw.digits(4)}`,
          `A33-${draw.digits(6)}`,
          `${1 + draw.below(8)}${draw.digits(6)}`,
        ]),
      );
    case "bamf":
      return one(`${1 + draw.below(8)}${draw.digits(6)}-${1 + draw.below(4)}${draw.digits(2)}`);
    case "vg":
      return one(`${1 + draw.below(9)} ${draw.pick(["K", "L"])} ${1 + draw.below(8)}${draw.digits(3)}/25.A`);
    case "kv":
      return one(`${letter()}${draw.digits(9)}`);
    case "tax":
      return taxId(draw);
    case "pass":
      return one(
        draw.pick([
          `N0${draw.digits(7)}`,
          `C0${draw.digits(1)}X${draw.digits(2)}T${draw.digits(2)}`,
          `P${draw.digits(8)}`,
        ]),
      );
    case "eat":
      return one(`Y${letter()}${draw.digits(7)}`);
    case "plate":
      return one(
        `${draw.pick(["AC", "DN", "MON", "HS"])}-${letter()}${letter()} ${1 + draw.below(8)}${draw.digits(2)}`,
      );
    case "strp":
      return one(draw.pick(FILL_STREETS.preposition));
    case "no":
      return one(`${1 + draw.below(180)}${draw.pick(["", "", "", "a", " b"])}`);
    default:
      throw new Error(`unknown slot {${slot}}`);
  }
}

/** The row with every slot filled; one slot has one value throughout the row. */
export function fill(row: CorpusRow, draw: Draw, names: NamePool = namesOf(row.part)): CorpusRow {
  const drawn = new Map<string, Record<string, string>>();
  const filled = (template: string) =>
    template.replace(/\{([a-z]+\d?)(?:\.([a-z]+))?\}/g, (_, slot: string, form: string | undefined) => {
      const values = drawn.get(slot) ?? valuesOf(slot, draw, names);
      drawn.set(slot, values);
      const value = values[form ?? ""];
      if (value === undefined) throw new Error(`no form ${form} of {${slot}}`);
      return value;
    });
  return {
    ...row,
    text: filled(row.text),
    personal: row.personal.map(([kind, value]) => [kind, filled(value)] as const),
    keep: row.keep.map(filled),
  };
}
