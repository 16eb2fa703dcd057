import { describe, expect, test } from "@jest/globals";
import { inGerman } from "../../../casework/case/prefill/english.js";
import { type Prefill, prefillFromText } from "../../../casework/case/prefill.js";
import { understand } from "../../../knowledge/directory/understand.js";
import { sampleDirectory } from "../../knowledge/directory/sample.js";

/** A Wednesday. */
const today = "2026-11-18";

/** Everything that must be read out of an English sentence; what is not listed must stay empty. */
type Row = readonly [text: string, facts: Partial<Prefill>];

const household: readonly Row[] = [
  ["family with three children from Syria", { household: 5 }],
  ["family of 5, Eschweiler", { household: 5 }],
  ["family of four in Stolberg", { household: 4 }],
  ["six people in two rooms", { household: 6 }],
  ["single mother with two kids", { household: 3 }],
  ["single father, one daughter", { household: 2 }],
  ["married couple with a baby", { household: 3 }],
  ["couple without children", { household: 2 }],
  ["mother and her two young children", { household: 3 }],
  ["mother with her son", { household: 2 }],
  ["woman with a child", { household: 2 }],
  ["client with his wife and three kids", { household: 5 }],
  ["parents with two sons and one daughter", { household: 5 }],
  ["two adults and a child", { household: 3 }],
  ["client lives alone", { household: 1 }],
  ["single man, 34 years old", { household: 1, ageBand: "27-64" }],
  // The other side.
  ["family looking for four rooms", {}],
  ["for three years in Stolberg", {}],
  ["two children in the class", {}],
  ["his wife and two children are abroad", {}],
  ["family reunification for wife and two children", {}],
  ["one of the many kinds of help", {}],
];

const languages: readonly Row[] = [
  ["speaks Arabic", { languages: ["Arabisch"] }],
  ["speaks Turkish and a little English", { languages: ["Türkisch"] }],
  ["speaks Farsi, Dari and Pashto", { languages: ["Farsi", "Dari", "Paschtu"] }],
  ["family of 4, Ukrainian, flat", { household: 4, languages: ["Ukrainisch"] }],
  ["Kurdish-speaking family", { languages: ["Kurdisch"] }],
  ["mother tongue: Tigrinya", { languages: ["Tigrinya"] }],
  ["languages: Russian, Romanian", { languages: ["Russisch", "Rumänisch"] }],
  ["speaks Kurmanji", { languages: ["Kurdisch (Kurmandschi)"] }],
  ["needs an Albanian interpreter", { languages: ["Albanisch"], interpreter: "yes" }],
  ["interpreter for Somali needed", { languages: ["Somali"], interpreter: "yes" }],
  // The other side.
  ["Turkish passport expired", {}],
  ["goes to the Arabic school", {}],
  ["wants an English course", {}],
  ["husband is Polish", {}],
  ["please polish the letter", {}],
  ["does not speak English", {}],
];

const interpreter: readonly Row[] = [
  ["speaks no German", { interpreter: "yes" }],
  ["doesn't speak German yet", { interpreter: "yes" }],
  ["speaks Arabic and a little German", { languages: ["Arabisch"], interpreter: "yes" }],
  ["interpreter needed", { interpreter: "yes" }],
  ["no interpreter needed", { interpreter: "no" }],
  ["does not need an interpreter", { interpreter: "no" }],
  ["speaks Arabic and good German", { languages: ["Arabisch", "Deutsch"], interpreter: "no" }],
  ["no interpreter available", { interpreter: "yes" }],
  // The other side.
  ["works as an interpreter", {}],
  ["interpreter?", {}],
  ["wants a German course", {}],
  ["German passport", { status: { group: "german" } }],
];

const age: readonly Row[] = [
  ["client, 19 years old", { ageBand: "18-26" }],
  ["client aged 34", { ageBand: "27-64" }],
  ["17-year-old boy", { ageBand: "16-17" }],
  ["client (34), Eschweiler", { ageBand: "27-64" }],
  ["daughter, 7 years old, needs a place at school", { ageBand: "6-15" }],
  ["a toddler needs a kindergarten place", { ageBand: "0-5" }],
  ["unaccompanied minor, 16 years old", { ageBand: "16-17" }],
  // The other side.
  ["family of 4, children aged 3 and 7", { household: 4 }],
  ["mother with two kids, 3 and 5 years old", { household: 3 }],
  ["married for 20 years", {}],
  ["in Germany for 3 years", {}],
];

const status: readonly Row[] = [
  ["residence permit", { status: { group: "residence-permit" } }],
  ["residence permit expires on 3 March", { status: { group: "residence-permit", expires: "2027-03-03" } }],
  ["residence permit until 30.06.", { status: { group: "residence-permit", expires: "2027-06-30" } }],
  [
    "residence permit, valid until March 3rd, 2028",
    { status: { group: "residence-permit", expires: "2028-03-03" } },
  ],
  [
    "her residence permit will expire on 3rd of March",
    { status: { group: "residence-permit", expires: "2027-03-03" } },
  ],
  ["toleration ends on 30 June 2027", { status: { group: "tolerated", expires: "2027-06-30" } }],
  ["tolerated, vocational training", { status: { group: "tolerated" } }],
  ["asylum seeker", { status: { group: "asylum-seeker" } }],
  [
    "temporary protection, Ukrainian",
    { languages: ["Ukrainisch"], status: { group: "temporary-protection" } },
  ],
  ["section 24", { status: { group: "temporary-protection" } }],
  ["permanent residence permit", { status: { group: "settlement" } }],
  ["settlement permit", { status: { group: "settlement" } }],
  ["EU citizen", { status: { group: "eu-citizen" } }],
  ["recognised refugee", { status: { group: "residence-permit" } }],
  ["subsidiary protection", { status: { group: "residence-permit" } }],
  ["residence status unclear", { status: { group: "unclear" } }],
  // The other side.
  ["applied for a residence permit", {}],
  ["wants German citizenship", {}],
  ["residence permit has expired", {}],
  ["residence permit was refused", {}],
  ["without a residence permit", {}],
  ["tolerated, applied for a residence permit", { status: { group: "tolerated" } }],
  ["father tolerated, mother asylum seeker", {}],
  ["residence permit, course ends on 3 March", { status: { group: "residence-permit" } }],
  ["residence permit expires on 31 February", { status: { group: "residence-permit" } }],
  ["lease ends on 3 March", {}],
];

const urgency: readonly Row[] = [
  ["urgent!", { urgency: "high" }],
  ["needs help urgently", { urgency: "high" }],
  ["as soon as possible", { urgency: "high" }],
  ["not urgent", {}],
  ["no hurry", {}],
  ["called the emergency number", {}],
];

const together: readonly Row[] = [
  [
    "family with three children from Syria, needs a kindergarten place and a flat, speaks Arabic, residence permit expires on 3 March",
    {
      household: 5,
      languages: ["Arabisch"],
      status: { group: "residence-permit", expires: "2027-03-03" },
    },
  ],
  [
    "Single mother, 2 kids, Stolberg, Arabic, needs an interpreter, toleration until 30 June, urgent",
    {
      household: 3,
      languages: ["Arabisch"],
      interpreter: "yes",
      status: { group: "tolerated", expires: "2027-06-30" },
      urgency: "high",
    },
  ],
  ["", {}],
  ["who is responsible for housing benefit in Eschweiler?", {}],
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

test.each<readonly [text: string, topics: readonly string[]]>([
  ["needs a kindergarten place and a flat", ["kita", "wbs"]],
  ["looking for a bigger apartment, housing benefit", ["wohngeld", "wbs"]],
  ["daycare, integration course", ["kita", "integrationskurs"]],
  ["child benefit and parental allowance", ["kindergeld", "elterngeld"]],
  ["eviction because of rent arrears", ["raeumung"]],
  ["needs health insurance, looking for work", ["krankenversicherung", "arbeitsvermittlung"]],
  ["family reunification, work permit", ["familiennachzug", "arbeitserlaubnis"]],
  ["bank account, driving licence", ["konto", "fuehrerschein"]],
  // The other side.
  ["lives in a flat in Alsdorf", []],
  ["some people need help with letters from the court", []],
  ["came on 3 May and was told to wait for the decision", []],
])("the topics of “%s”", (text, topics) => {
  const found = understand(sampleDirectory(), inGerman(text)).topics.map(({ id }) => id);
  expect([...found].sort()).toEqual([...topics].sort());
});

test("a German sentence stays as it is", () => {
  for (const text of german) expect(inGerman(text)).toBe(text);
});

const german = [
  "Familie 5 Pers. Eschweiler, Kita + Wohnung",
  "alleinerz. Mutter, 2 Ki., arab., Dolmi nötig, Duldung bis 30.06., eilt",
  "Klientin, 34, alleinstehend, kurdisch (Sorani), Fiktion läuft am 12.3. ab",
  "Single, sucht Apartment, Job und Anerkennung als Pilot, war in Polen, will nicht in die WG",
  "Man hat die Kündigung am 3. März bekommen, der Mann ist Student, das Kind im Kindergarten",
];
