import type { Rechtskreis } from "./model.js";

/**
 * The Rechtskreis of a service by the law or the subject it names. XZuFi does not know Rechtskreise, so an import
 * reads them from the words of the Leistung; the order matters, since one text may name several laws.
 */
const signs: readonly (readonly [Rechtskreis, RegExp])[] = [
  ["ASYLBLG", /\bAsylbLG\b|Asylbewerberleistung/i],
  ["STAG", /\bStAG\b|Einbürgerung|Staatsangehörigkeit/i],
  ["ASYL", /\bAsylG\b|Asylverfahren|Asylantrag|Aufenthaltsgestattung/i],
  [
    "AUFENTHG",
    /\bAufenthG\b|Aufenthalts(?:titel|erlaubnis|karte)|Niederlassungserlaubnis|Duldung|Fiktionsbescheinigung|Familiennachzug|Freizügigkeit|Visum|Reiseausweis/i,
  ],
  ["INTV", /\bIntV\b|DeuFöV|Integrationskurs|Sprachkurs|Berufssprachkurs/i],
  ["ANERK", /\bBQFG\b|Anerkennung (?:ausländischer|von|im Ausland)|Berufsqualifikation/i],
  ["FAMILIE", /\bBEEG\b|\bBKGG\b|UhVorschG|UVG\b|Elterngeld|Kindergeld|Kinderzuschlag|Unterhaltsvorschuss/i],
  ["SGB2", /\bSGB ?II\b|Zweites Buch|Bürgergeld|Grundsicherungsgeld|Grundsicherung für Arbeitsuchende/i],
  ["SGB3", /\bSGB ?III\b|Arbeitslosengeld|Arbeitsförderung|Berufsausbildungsbeihilfe/i],
  ["SGB12", /\bSGB ?XII\b|Sozialhilfe|Grundsicherung im Alter|Hilfe zum Lebensunterhalt|Hilfe zur Pflege/i],
  ["SGB14", /\bSGB ?XIV\b|Soziale Entschädigung|Opferentschädigung/i],
  ["SGB11", /\bSGB ?XI\b|Pflegegrad|Pflegegeld|Pflegeversicherung|Pflegeberatung/i],
  ["SGB9", /\bSGB ?IX\b|Schwerbehind|Eingliederungshilfe|Rehabilitation|Teilhabe am Arbeitsleben/i],
  ["SGB8", /\bSGB ?VIII\b|Jugendhilfe|Kindertages|Kita|Tagespflege|Erziehung|Jugendamt|Kindeswohl|Vormund/i],
  ["SGB6", /\bSGB ?VI\b|Rentenversicherung|Rente/i],
  ["SGB5", /\bSGB ?V\b|Krankenversicherung|Krankenkasse/i],
  ["WOHN", /\bWoGG\b|\bWFNG\b|Wohngeld|Wohnberechtigung|Wohnraum|Obdachlos|Wohnungsnot/i],
  ["SCHULE", /\bSchulG\b|\bBAföG\b|Ausbildungsförderung|Schul|Bildung/i],
  ["GESUND", /\bIfSG\b|\bÖGDG\b|Gesundheitsamt|Infektion|Impf|Belehrung|Sucht|Schwanger/i],
  ["BTG", /\bBtOG\b|Rechtliche Betreuung|Betreuungsbehörde|Vorsorgevollmacht/i],
  ["SCHULD", /\bInsO\b|\bBerHG\b|Schuldner|Insolvenz|Beratungshilfe|Prozesskostenhilfe|Rundfunkbeitrag/i],
  ["SCHUTZ", /\bGewSchG\b|\bAGG\b|Gewaltschutz|Diskriminierung/i],
  [
    "MELDE",
    /\bBMG\b|\bPStG\b|Wohnsitz|Meldebescheinigung|Anmeld|Ummeld|Standesamt|Geburt|Eheschließ|Urkunde|Führerschein|Fahrerlaubnis|Gewerbe|Personalausweis|Reisepass/i,
  ],
];

export const rechtskreisOfLaw = (text: string): Rechtskreis | null =>
  signs.find(([, sign]) => sign.test(text))?.[0] ?? null;
