import { fold } from "../german/spelling.js";

/**
 * Conditions on which responsibility hangs – a benefit received, a residence status, a role – with the words
 * people use for them. A rule's `status` cell that equals one form of a group is recognised by all of them;
 * any other cell text is recognised by its own words.
 */
const groups: readonly (readonly string[])[] = [
  [
    "SGB II",
    "Bürgergeld",
    "Grundsicherungsgeld",
    "Hartz IV",
    "ALG II",
    "Jobcenter",
    "JC",
    "SGB II Bezug",
    "Jobcenterkunde",
  ],
  ["SGB III", "ALG I", "Arbeitslosengeld", "Arbeitslosengeld 1"],
  ["SGB XII", "Sozialhilfe", "Grundsicherung im Alter", "Grusi", "Hilfe zum Lebensunterhalt", "HLU"],
  [
    "AsylbLG",
    "Asylbewerberleistungen",
    "Asylleistungen",
    "Leistungen vom Sozialamt",
    "Asylverfahren",
    "Asylbewerber",
    "Analogleistungen",
    "Gestattung",
    "Duldung",
    "geduldet",
  ],
  ["Wohngeld", "Wohngeldbezug"],
  ["Kinderzuschlag", "KiZ"],
  [
    "Studierende",
    "Studium",
    "Student",
    "Studentin",
    "studiert",
    "studieren",
    "Uni",
    "Universität",
    "Hochschule",
    "FH",
    "RWTH",
    "Studienplatz",
    "Semester",
    "Bachelor",
    "Master",
  ],
  [
    "Schüler",
    "Schülerin",
    "Schule",
    "Schülerbafög",
    "Schüler-Bafög",
    "Berufskolleg",
    "Fachschule",
    "Abitur",
    "Realschulabschluss",
    "Fachabitur",
    "Schulbesuch",
    "schulische Ausbildung",
  ],
  ["EU-Bürger", "EU", "Unionsbürger", "freizügigkeitsberechtigt"],
  ["Ukraine", "§ 24", "Ukrainer", "Ukrainerin", "vorübergehender Schutz"],
  ["Aufenthaltserlaubnis", "Aufenthaltstitel"],
  ["anerkannt", "Flüchtlingsanerkennung", "subsidiär", "subsidiärer Schutz", "asylberechtigt"],
  ["selbständig", "selbstständig", "Selbstständige", "freiberuflich"],
  [
    "OGS",
    "offene Ganztagsschule",
    "offener Ganztag",
    "Ganztag",
    "Ganztagsplatz",
    "Nachmittagsbetreuung Schule",
  ],
  [
    "Schulbegleitung",
    "Schulbegleiter",
    "Schulassistenz",
    "Integrationshelfer",
    "Integrationshilfe",
    "I-Helfer",
    "I-Kraft",
    "Inklusionshelfer",
    "Inklusionsassistenz",
    "Schulhelfer",
    "Schulkind",
    "Schule",
    "Schüler",
  ],
  ["§ 35a", "35a", "seelische Behinderung", "seelisch behindert", "Autismus", "autistisch"],
  [
    "Klage",
    "Asylklage",
    "Klage gegen Bescheid",
    "klagen",
    "verklagen",
    "Verwaltungsgericht",
    "Eilantrag",
    "einklagen",
  ],
];

/** A form in several groups names the one it stands first in, else the earliest. */
const formsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ...[...groups]
    .reverse()
    .flatMap((forms) => forms.map((form): [string, readonly string[]] => [fold(form), forms])),
  ...groups.map((forms): [string, readonly string[]] => [fold(forms[0] ?? ""), forms]),
]);

/** All words by which a condition is recognised, the given text among them. */
export function statusForms(status: string): readonly string[] {
  const forms = formsOf.get(fold(status));
  return forms === undefined ? [status] : [status, ...forms];
}
