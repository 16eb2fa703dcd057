import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isLocalDate } from "../../../casework/calendar/local-date.js";
import { type Prefill, prefillFromText } from "../../../casework/case/prefill.js";
import { runApart } from "../../apart/run-apart.js";

/** A Wednesday. */
const today = "2026-11-18";

/** Everything that must be read out of a sentence; what is not listed must stay empty. */
type Row = readonly [text: string, facts: Partial<Prefill>];

const household: readonly Row[] = [
  ["Familie 5 Pers. Eschweiler, Kita + Wohnung", { household: 5 }],
  ["fam 4 pers stolberg", { household: 4 }],
  ["Familie mit fünf Personen", { household: 5 }],
  ["5köpfige Familie aus Alsdorf", { household: 5 }],
  ["sechsköpfige Familie", { household: 6 }],
  ["5-köpfige Familie, 3 Kinder", { household: 5 }],
  ["4-Personen-Haushalt", { household: 4 }],
  ["Bedarfsgemeinschaft mit 4 Personen", { household: 4 }],
  ["alleinerziehend mit 2 Kindern", { household: 3 }],
  ["alleinerz. Mutter, 2 Ki.", { household: 3 }],
  ["Alleinerziehende Mutter von drei Kindern", { household: 4 }],
  ["AE mit 2 Kindern", { household: 3 }],
  ["Ehepaar mit drei Kindern", { household: 5 }],
  ["Ehepaar, 1 Kind", { household: 3 }],
  ["Ehepaar ohne Kinder", { household: 2 }],
  ["kinderloses Paar", { household: 2 }],
  ["Eltern mit 2 Söhnen und einer Tochter", { household: 5 }],
  ["Familie mit 3 Kindern", { household: 5 }],
  ["Familie mit Baby", { household: 3 }],
  ["Mutter mit Kind", { household: 2 }],
  ["Vater und Sohn", { household: 2 }],
  ["Frau mit Baby sucht Wohnung", { household: 2 }],
  ["Klientin mit 2 kleinen Kindern", { household: 3 }],
  ["Klient mit Frau und 2 Kindern", { household: 4 }],
  ["Klientin, verheiratet, 2 Kinder", { household: 4 }],
  ["2 Erw., 3 Ki., Räumung", { household: 5 }],
  ["2 Erwachsene und 1 Kind", { household: 3 }],
  ["Klient alleinstehend", { household: 1 }],
  ["kl. alleinst., Würselen", { household: 1 }],
  ["lebt allein in Roetgen", { household: 1 }],
  ["sind zu viert", { household: 4 }],
  ["Haushalt: 6", { household: 6 }],
  ["HH 3 Pers", { household: 3 }],
  ["Familie (5), Monschau", { household: 5 }],
  ["4 köpf. Fam.", { household: 4 }],
  ["Fam., 6 P., Herzogenrath", { household: 6 }],
  ["Einzelperson, obdachlos", { household: 1 }],
  ["Großfamilie mit 6 Kindern", { household: 8 }],
  ["Vater, Mutter, 2 Kinder", { household: 4 }],
  // The other side.
  ["5 Monate Wartezeit", {}],
  ["Zimmer 5", {}],
  ["seit 3 Jahren in Stolberg", {}],
  ["Familie sucht 4 Zimmer", {}],
  ["Familie seit 2 Wochen in der Unterkunft", {}],
  ["2 Kinder in der Klasse", {}],
  ["Wohnung 3 Zimmer, 70 qm", {}],
  ["Personalausweis beantragen", {}],
  ["Punkt 5. Personalien klären", {}],
  ["Familie mit Kindern", {}],
  ["Familiennachzug Frau und 3 Kinder", {}],
  ["Klient, 3 Kinder noch im Ausland", {}],
  ["Kinderzuschlag und Kindergeld", {}],
  ["Mutter-Kind-Kur", {}],
];

const languages: readonly Row[] = [
  ["Familie, arab.", { languages: ["Arabisch"] }],
  ["spricht Arabisch", { languages: ["Arabisch"] }],
  ["Klientin Tigrinya", { languages: ["Tigrinya"] }],
  ["tigr., Duldung", { languages: ["Tigrinya"], status: { group: "tolerated" } }],
  ["ukr. und russ.", { languages: ["Ukrainisch", "Russisch"] }],
  ["türk.", { languages: ["Türkisch"] }],
  ["tuerkisch", { languages: ["Türkisch"] }],
  ["Farsi/Dari", { languages: ["Farsi", "Dari"] }],
  ["persisch", { languages: ["Farsi"] }],
  ["kurdisch", { languages: ["Kurdisch"] }],
  ["kurdisch (Kurmandschi)", { languages: ["Kurdisch (Kurmandschi)"] }],
  ["Kurmanci und arabisch", { languages: ["Kurdisch (Kurmandschi)", "Arabisch"] }],
  ["Sorani", { languages: ["Kurdisch (Sorani)"] }],
  ["russischsprachige Klientin", { languages: ["Russisch"] }],
  ["Muttersprache: Paschtu", { languages: ["Paschtu"] }],
  ["spricht Englisch und Französisch", { languages: ["Englisch", "Französisch"] }],
  ["engl., frz.", { languages: ["Englisch", "Französisch"] }],
  ["SOMALI", { languages: ["Somali"] }],
  ["arabich", { languages: ["Arabisch"] }],
  ["DGS", { languages: ["Deutsche Gebärdensprache"] }],
  ["Serbisch, Romanes", { languages: ["Serbisch", "Romanes"] }],
  // The other side.
  ["syrische Familie", {}],
  ["türkischer Pass", {}],
  ["ukr. Führerschein umschreiben", {}],
  ["ukr. Pass", {}],
  ["kommt aus Somalia", {}],
  ["spricht kein Englisch", {}],
  ["Deutschkurs B1", {}],
  ["will Deutsch lernen", {}],
  ["Deutschförderung in der Schule", {}],
  ["im Port", {}],
];

const interpreter: readonly Row[] = [
  ["arab., dolmi", { languages: ["Arabisch"], interpreter: "yes" }],
  ["Dolmetscher nötig", { interpreter: "yes" }],
  ["braucht Dolmetscherin für Dari", { languages: ["Dari"], interpreter: "yes" }],
  ["Sprachmittlung erforderlich", { interpreter: "yes" }],
  ["spricht kein Deutsch", { interpreter: "yes" }],
  ["kaum Deutschkenntnisse", { interpreter: "yes" }],
  ["ohne Dolmi geht es nicht", { interpreter: "yes" }],
  ["Kein Dolmetscher verfügbar", { interpreter: "yes" }],
  ["spricht deutsch", { languages: ["Deutsch"], interpreter: "no" }],
  ["spricht gut Deutsch", { languages: ["Deutsch"], interpreter: "no" }],
  ["Deutsch fließend", { languages: ["Deutsch"], interpreter: "no" }],
  ["spricht Arabisch und Deutsch", { languages: ["Arabisch", "Deutsch"], interpreter: "no" }],
  ["kein Dolmetscher nötig", { interpreter: "no" }],
  ["Dolmi nicht nötig", { interpreter: "no" }],
  ["ohne Dolmetscher", { interpreter: "no" }],
  // The other side.
  ["dolmi?", {}],
  ["arbeitet als Dolmetscher", {}],
  ["Zeugnisse übersetzen lassen", {}],
  ["spricht etwas Deutsch", {}],
  ["Deutsch A2", {}],
];

const age: readonly Row[] = [
  ["16jähriger sucht Ausbildung", { ageBand: "16-17" }],
  ["Schulplatz 14 jähriger, Würselen", { ageBand: "6-15" }],
  ["Klient 34 J.", { ageBand: "27-64" }],
  ["Klientin (22), Ausbildung", { ageBand: "18-26" }],
  ["Klientin, 26, Studium", { ageBand: "18-26" }],
  ["27 Jahre alt", { ageBand: "27-64" }],
  ["UMA, 16", { ageBand: "16-17" }],
  ["Rentnerin, 70 Jahre alt", { ageBand: "65+" }],
  ["Tochter 7 J. braucht Schulplatz", { ageBand: "6-15" }],
  ["Kind, 5 Jahre, Kita", { ageBand: "0-5" }],
  ["Säugling, Hebamme", { ageBand: "0-5" }],
  ["fünfjähriges Kind", { ageBand: "0-5" }],
  ["Mann Mitte 40", { ageBand: "27-64" }],
  ["Frau Ende 20", { ageBand: "27-64" }],
  ["Jg. 2008", { ageBand: "18-26" }],
  ["geb. 03.12.2008", { ageBand: "16-17" }],
  ["Klientin 34 J. mit Sohn 5 J.", { household: 2, ageBand: "27-64" }],
  ["Klientin 34 J., Tochter 3jährig", { ageBand: "27-64" }],
  ["16jähriger Klient", { ageBand: "16-17" }],
  ["Schwangere, 23", { ageBand: "18-26" }],
  ["Klient*in (34)", { ageBand: "27-64" }],
  // The other side.
  ["Kita für 3jährige, Mutter arbeitet", {}],
  ["Mutter von 2 Kindern, 3 und 5 J.", { household: 3 }],
  ["Klientin mit Sohn 5 J.", { household: 2 }],
  ["Klientin, Kinder 3 und 5 J.", {}],
  ["Mutter mit Tochter 7 J.", { household: 2 }],
  ["Familie 4 Pers., Kinder 3 und 7 J.", { household: 4 }],
  ["seit 3 Jahren hier", {}],
  ["3 Jahre in Deutschland", {}],
  ["nach 16 Jahren Ehe", {}],
  ["Miete seit 5 Monaten offen", {}],
  ["Bescheid vom 16.11.", {}],
  ["Kursdauer 12 Monate", {}],
  ["U25-Team", {}],
];

const status: readonly Row[] = [
  ["Duldung", { status: { group: "tolerated" } }],
  ["geduldet, Ausbildung", { status: { group: "tolerated" } }],
  ["§ 60a", { status: { group: "tolerated" } }],
  ["Duldung bis 30.06.", { status: { group: "tolerated", expires: "2027-06-30" } }],
  ["Duldung (30.06.27)", { status: { group: "tolerated", expires: "2027-06-30" } }],
  ["Duldung läuft in 3 Wochen ab", { status: { group: "tolerated", expires: "2026-12-09" } }],
  ["Fiktionsbescheinigung", { status: { group: "fictional" } }],
  ["Fiktionsbescheinung läuft freitag ab", { status: { group: "fictional", expires: "2026-11-20" } }],
  ["Fiktion läuft Freitag ab", { status: { group: "fictional", expires: "2026-11-20" } }],
  ["Fiktion noch bis Ende Januar", { status: { group: "fictional", expires: "2027-01-31" } }],
  ["AE bis 30.06.", { status: { group: "residence-permit", expires: "2027-06-30" } }],
  ["AE abgelaufen, Fiktion bis 1.3.", { status: { group: "fictional", expires: "2027-03-01" } }],
  [
    "Aufenthaltserlaubnis, gültig bis 12.03.2028",
    { status: { group: "residence-permit", expires: "2028-03-12" } },
  ],
  ["anerkannter Flüchtling", { status: { group: "residence-permit" } }],
  ["subsidiärer Schutz", { status: { group: "residence-permit" } }],
  ["§ 25 Abs. 3 AufenthG", { status: { group: "residence-permit" } }],
  ["Chancenaufenthalt", { status: { group: "residence-permit" } }],
  ["Gestattung", { status: { group: "asylum-seeker" } }],
  ["Aufenthaltsgestattung bis 5.1.", { status: { group: "asylum-seeker", expires: "2027-01-05" } }],
  ["ist im Asylverfahren", { status: { group: "asylum-seeker" } }],
  ["Asylantrag abgelehnt, Duldung", { status: { group: "tolerated" } }],
  ["Ukraine § 24", { status: { group: "temporary-protection" } }],
  [
    "Paar, ukrainisch, §24",
    { household: 2, languages: ["Ukrainisch"], status: { group: "temporary-protection" } },
  ],
  ["AE nach § 24 bis 4.3.27", { status: { group: "temporary-protection", expires: "2027-03-04" } }],
  ["EU-Bürger", { status: { group: "eu-citizen" } }],
  ["EU Bürgerin aus Rumänien", { status: { group: "eu-citizen" } }],
  ["Unionsbürgerin", { status: { group: "eu-citizen" } }],
  ["eingebürgert", { status: { group: "german" } }],
  ["deutscher Pass", { status: { group: "german" } }],
  ["deutsche Staatsangehörigkeit", { status: { group: "german" } }],
  ["Niederlassungserlaubnis", { status: { group: "settlement" } }],
  ["NE, arbeitet", { status: { group: "settlement" } }],
  ["unbefristete Aufenthaltserlaubnis", { status: { group: "settlement" } }],
  ["Aufenthaltsstatus unklar", { status: { group: "unclear" } }],
  // The other side.
  ["Duldung abgelaufen", {}],
  ["will Niederlassungserlaubnis beantragen", {}],
  ["Antrag auf Aufenthaltserlaubnis", {}],
  ["Duldung, beantragt Aufenthaltserlaubnis", { status: { group: "tolerated" } }],
  ["Einbürgerung beantragen", {}],
  ["Vater Duldung, Mutter Gestattung", {}],
  ["§ 24 SGB VIII Kitaplatz", {}],
  ["Asylbewerberleistungen", {}],
  ["Arbeit nicht gestattet", {}],
  ["ohne Papiere", {}],
  ["Duldung, Kita ab 1.8.", { status: { group: "tolerated" } }],
  ["Duldung, Termin beim JC bis 1.12.", { status: { group: "tolerated" } }],
  ["Duldung seit 3.5.", { status: { group: "tolerated" } }],
  ["hat ne Wohnung", {}],
  ["Duldung bis 31.02.", { status: { group: "tolerated" } }],
];

const urgency: readonly Row[] = [
  ["dringend!", { urgency: "high" }],
  ["Räumung, eilt", { urgency: "high" }],
  ["sofort Unterkunft", { urgency: "high" }],
  ["dringender Bedarf", { urgency: "high" }],
  ["so schnell wie möglich", { urgency: "high" }],
  ["akut wohnungslos", { urgency: "high" }],
  ["asap", { urgency: "high" }],
  ["nicht dringend", {}],
  ["eilt nicht", {}],
  ["ab sofort zuständig", {}],
  ["Kindersofortzuschlag", {}],
  ["Mittel verteilt", {}],
];

const together: readonly Row[] = [
  [
    "kl. 19 J., tigrinya, Duldung bis 30.06., Ausbildung",
    { ageBand: "18-26", languages: ["Tigrinya"], status: { group: "tolerated", expires: "2027-06-30" } },
  ],
  [
    "alleinerz. mutter 2 ki stolberg wohngeld arab. dolmi dringend",
    { household: 3, languages: ["Arabisch"], interpreter: "yes", urgency: "high" },
  ],
  [
    "Ehepaar mit drei Kindern, Farsi, Gestattung, Schulplatz 14jähriger",
    { household: 5, languages: ["Farsi"], status: { group: "asylum-seeker" } },
  ],
  [
    "Klientin, 34, alleinstehend, kurdisch (Sorani), Dolmetscher nötig, Fiktion läuft am 12.3. ab, eilt!",
    {
      household: 1,
      ageBand: "27-64",
      languages: ["Kurdisch (Sorani)"],
      interpreter: "yes",
      status: { group: "fictional", expires: "2027-03-12" },
      urgency: "high",
    },
  ],
  ["", {}],
  ["Wohngeld in Eschweiler", {}],
];

describe.each([
  ["household", household],
  ["languages", languages],
  ["interpreter", interpreter],
  ["age band", age],
  ["status", status],
  ["urgency", urgency],
  ["everything together", together],
])("the %s", (_name, rows) => {
  test.each(rows)("of “%s”", (text, facts) => {
    expect(prefillFromText(text, today)).toEqual({ languages: [], ...facts });
  });
});

describe("a prefill", () => {
  const rows = [household, languages, interpreter, age, status, urgency, together].flat();

  test("is tried on enough sentences, a quarter of them with nothing to find", () => {
    expect(rows.length).toBeGreaterThanOrEqual(120);
    expect(rows.filter(([, facts]) => Object.keys(facts).length === 0).length * 4).toBeGreaterThanOrEqual(
      rows.length,
    );
  });

  test("reads the same in capitals, decomposed and with written-out umlauts", () => {
    for (const [text] of rows) {
      // "Fr." and "AE" depend on how they are written, "fließend" has no umlaut.
      const expected = prefillFromText(text, today);
      expect([text, prefillFromText(text.normalize("NFD"), today)]).toEqual([text, expected]);
      const written = text.replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/Ü/g, "Ue");
      expect([written, prefillFromText(written, today)]).toEqual([written, expected]);
      if (/\bne\b|\bPort\b/.test(text)) continue;
      expect([text, prefillFromText(text.toUpperCase(), today)]).toEqual([text, expected]);
    }
  });

  test("of anything never throws and stays within its bounds", () => {
    const word = fc.constantFrom(
      ..."Familie 5 Pers. mit 2 99 Kindern AE bis 30.06. 31.02. Duldung läuft Freitag ab arab. kein Deutsch dolmi ? 16jähriger J. § 24 nicht dringend zu viert Mitte 40 geb. 03.12.2008 0 -".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme", maxLength: 80 }),
          fc.array(word, { maxLength: 15 }).map((some) => some.join(" ")),
        ),
        (text) => {
          const { household: people, status: paper } = prefillFromText(text, today);
          if (people !== undefined) expect(people >= 1 && people <= 30).toBe(true);
          if (paper?.expires) expect(isLocalDate(paper.expires)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("of 20,000 characters takes no longer than a person notices", async () => {
    const times = await runApart<[string, number][]>(new URL("./prefill-speed.ts", import.meta.url));
    expect(times.filter(([, ms]) => ms >= 200)).toEqual([]);
  }, 120_000);
});
