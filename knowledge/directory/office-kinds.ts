import { fold } from "../german/spelling.js";
import { classOf, isEveryday } from "./everyday-words.js";
import { type Token, tokenize } from "./tokens.js";
import { stem } from "./word-forms.js";

/**
 * Kinds of offices and what people call them. "Ausländeramt", "Ausländerbehörde" and "ABH" are one kind whatever
 * a town has painted on its door; which office of a kind is meant is settled by the place.
 */
const kinds: readonly (readonly string[])[] = [
  [
    "Jugendamt",
    "JuA",
    "Jugendämter",
    "Amt für Kinder, Jugend und Familie",
    "Kreisjugendamt",
    "Stadtjugendamt",
  ],
  ["Ausländeramt", "Ausländerbehörde", "ABH", "Ausländerbüro", "Ausländerstelle", "Migrationsamt"],
  ["Jobcenter", "JC", "Job-Center", "Jobzentrum"],
  ["Sozialamt", "SoA", "Sozialbehörde"],
  ["Gesundheitsamt"],
  ["Agentur für Arbeit", "Arbeitsagentur", "Arbeitsamt", "AfA"],
  ["Standesamt", "Standesbeamter"],
  [
    "Einwohnermeldeamt",
    "Meldeamt",
    "EMA",
    "Bürgerbüro",
    "Bürgeramt",
    "Bürgerservice",
    "Meldebehörde",
    "Meldestelle",
  ],
  ["Wohngeldstelle", "Wohngeldamt", "Wohngeldbehörde"],
  ["Versorgungsamt"],
  ["Familienkasse"],
  ["Rentenversicherung", "DRV", "Rentenkasse", "Rentenversicherungsträger", "Rentenstelle"],
  ["Krankenkasse", "KK", "GKV"],
  ["Pflegekasse"],
  ["BAMF", "Bundesamt für Migration", "Bundesamt"],
  ["Kommunales Integrationszentrum", "KI", "Integrationszentrum"],
  ["Straßenverkehrsamt", "StVA", "Führerscheinstelle", "Fahrerlaubnisbehörde"],
  ["Gewerbeamt", "Gewerbemeldestelle"],
  ["Ordnungsamt"],
  ["Betreuungsstelle", "Betreuungsbehörde"],
  ["Betreuungsgericht"],
  ["Amtsgericht"],
  ["Verwaltungsgericht", "VG"],
  ["LVR", "Landschaftsverband"],
  ["Amt für Ausbildungsförderung", "Bafög-Amt", "Bafögamt"],
  ["Studierendenwerk", "Studentenwerk"],
  ["Handwerkskammer", "HWK"],
  ["IHK FOSA", "FOSA"],
  ["IHK", "Industrie- und Handelskammer"],
  ["Bezirksregierung", "BezReg"],
  ["ZAB", "Zentralstelle für ausländisches Bildungswesen"],
  ["Einbürgerungsbehörde", "Einbürgerungsstelle", "Einbürgerungsamt"],
  ["Beitragsservice"],
  ["Frauenhaus", "Frauenhäuser"],
  ["Botschaft", "Konsulat", "Generalkonsulat"],
  ["Auslandsvertretung"],
  ["Versicherungsamt"],
  ["Schulverwaltung", "Schulverwaltungsamt", "Schulträger"],
  ["Sozialpsychiatrischer Dienst", "SpDi"],
  ["Polizei"],
  ["JMD", "Jugendmigrationsdienst"],
  ["MBE", "Migrationsberatung für Erwachsene", "Migrationserstberatung"],
  ["Flüchtlingsberatung", "Flüchtlingsberatungsstelle"],
  ["Wohnungsamt", "Wohnungswesen"],
];

export type OfficeKind = {
  readonly forms: readonly string[];
  /** Indices into the directory's offices. */
  readonly offices: readonly number[];
};

/** Every word that names a kind of office, folded. */
export const officeWords: ReadonlySet<string> = new Set(
  kinds.flatMap((forms) => forms.filter((form) => !/[ -]/.test(form)).map(fold)),
);

const canonical: ReadonlyMap<string, string> = new Map(
  kinds.flatMap((forms) => {
    const single = forms.filter((form) => !/[ -]/.test(form)).map(fold);
    return single.map((form): [string, string] => [form, single[0] ?? form]);
  }),
);

/** One word for a kind of office, so that a topic named with one is found with any ("JC zahlt Miete nicht"). */
export const officeWord = (folded: string): string => canonical.get(folded) ?? folded;

/** Signs and abbreviations in an office's name that name it alone: "A 33", "FB 56", "PSZ". */
const CODE = /^(?:a|fb|amt|dez)\d{1,3}$/;
const NOT_A_NAME = new Set(["nrw", "ba", "eu", "gmbh", "ev", "ggmbh", "i", "ii"]);
const PLAIN_PARTS = new Set(
  "stadt gemeinde kreis stadteregion region standort aussenstelle amt freie trager freier prufen lokal stelle offen unbekannt".split(
    " ",
  ),
);

/**
 * The kinds that a directory's offices belong to: the known ones, then signs and names of single offices.
 * `isPlace` tells place names, which say where an office is and not what.
 */
export function kindsOf(
  names: readonly string[],
  isPlace: (folded: string) => boolean,
  isTopic: (name: string) => boolean,
): readonly OfficeKind[] {
  const tokens = names.map((name) => tokenize(name));
  const officesOfWord = new Map<string, Set<number>>();
  for (const [at, some] of tokens.entries()) {
    for (const { folded } of some)
      officesOfWord.set(folded, (officesOfWord.get(folded) ?? new Set()).add(at));
  }
  const words = [...officesOfWord.keys()].map((word) => ({ word, stemmed: stem(word) }));
  const found: { forms: readonly string[]; offices: number[] }[] = [];
  for (const forms of kinds) {
    const offices = new Set(forms.flatMap((form) => officesNamed(form)));
    if (offices.size > 0) found.push({ forms, offices: [...offices].sort((a, b) => a - b) });
  }
  const taken = new Set(found.flatMap(({ forms }) => forms.map(fold)));
  const own = new Map<string, number[]>();
  for (const [at, name] of names.entries()) {
    for (const form of ownForms(name, tokens[at] ?? [], isPlace)) {
      // "Eingliederungshilfe" names the help before it names an office.
      if (!taken.has(fold(form)) && (!isTopic(form) || /^\p{Lu}{2,}$/u.test(form)))
        own.set(form, [...(own.get(form) ?? []), at]);
    }
  }
  for (const [form, offices] of own) found.push({ forms: [form], offices });
  return found;

  /** Offices in whose name all words of a form stand; a lone word may end a compound ("Kreisjugendamt"). */
  function officesNamed(form: string): readonly number[] {
    const wanted = tokenize(form)
      .map(({ folded }) => folded)
      .filter((word) => classOf(word) !== "grammar" || word.length <= 3);
    const sets = wanted.map((one) => {
      const stemmed = stem(one);
      const tail = wanted.length === 1 && one.length >= 7;
      const same = words.filter((known) => known.stemmed === stemmed || (tail && known.word.endsWith(one)));
      return new Set(same.flatMap(({ word }) => [...(officesOfWord.get(word) ?? [])]));
    });
    const [first, ...rest] = sets;
    return [...(first ?? [])].filter((at) => rest.every((set) => set.has(at)));
  }
}

function ownForms(
  name: string,
  tokens: readonly Token[],
  isPlace: (folded: string) => boolean,
): readonly string[] {
  const forms = tokens
    .filter(({ folded, caps }) => CODE.test(folded) || (caps && !NOT_A_NAME.has(folded)))
    .map(({ text }) => text);
  const front = tokenize(name.replace(/\(.*$/, "")).filter(
    ({ folded }) => !isPlace(folded) && !PLAIN_PARTS.has(folded) && classOf(folded) === "unknown",
  );
  const special = front.some(({ folded }) => !isEveryday(stem(folded)));
  if (special && front.length <= 4) forms.push(front.map(({ text }) => text).join(" "));
  return [...new Set(forms)];
}
