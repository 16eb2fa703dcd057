import { describe, expect, test } from "@jest/globals";
import { detectPersonalData } from "../../../casework/privacy/detect.js";

const look = (text: string) => detectPersonalData(text, { thisYear: 2026 });
const kinds = (text: string) => look(text).findings.map((finding) => finding.kind);

describe("what is left of a text", () => {
  test.each([
    ["Frau Meier vom JC", "Ansprechperson JC"],
    ["Frau Erika Testfrau fragt", "Klient/in fragt"],
    ["Frau Erika Testfrau", "Klient/in"],
    ["Herr Thomas Sandkasten ruft an", "Klient/in ruft an"],
    ["Frau Olga Sonnenschein wohnt in Alsdorf", "Klient/in wohnt in Alsdorf"],
    ["Frau Erika Kindergeldantrag fehlt", "Klient/in Kindergeldantrag fehlt"],
    ["Herr Ahmad Wohnungsgeberbestätigung", "Klient/in Wohnungsgeberbestätigung"],
    ["Frau Samira Hausfrau aus Alsdorf", "Klient/in Hausfrau aus Alsdorf"],
    ["Frau Olga Bürokauffrau, Anerkennung", "Klient/in Bürokauffrau, Anerkennung"],
    ["Frau Meier (JuA) meldet sich", "Ansprechperson (JuA) meldet sich"],
    ["Herr Yilmaz, geb. 12.03.1985, Duldung", "Klient/in, Duldung"],
    ["ahmad al hassan braucht kita", "Klient/in braucht kita"],
    ["Neuer Fall: Ahmad, Eschweiler, Kita + Wohnung", "Neuer Fall: Klient/in, Eschweiler, Kita + Wohnung"],
    ["Notiz zu K-7F3Q9: Frau Öztürk war da", "Notiz zu K-7F3Q9: Klient/in war da"],
    ["Sohn Bilal (8) braucht Schulplatz", "Sohn (8) braucht Schulplatz"],
    ["Fam. Kaya, 5 Pers.", "Fam., 5 Pers."],
    ["Ahmad, Fatma und Ali gehen in die OGS", "drei Personen gehen in die OGS"],
    ["Kl. heißt Fatma und kommt aus Homs", "Kl. heißt N. N. und kommt aus Homs"],
    ["wohnt in der Jülicher Str. 12a, 52249 Eschweiler", "wohnt in 52249 Eschweiler"],
    ["wohnt Am Markt 3 und sucht Arbeit", "wohnt an bekannter Adresse und sucht Arbeit"],
    ["IBAN: DE89 3704 0044 0532 0130 00 für KdU", "IBAN für KdU"],
    ["erreichbar unter 0171 3920055, vorm", "erreichbar unter bekannter Telefonnummer, vorm"],
    ["Klientin, geb. am 1.2.1990, ledig", "Klientin, ledig"],
    ["Termin mit محمد الأحمد am Montag", "Termin mit Klient/in am Montag"],
    ["محمد braucht einen Kita-Platz", "Klient/in braucht einen Kita-Platz"],
    ["Die Mutter (ፍረወይኒ) ist krank", "Die Mutter ist krank"],
    ["Олена kommt zum Jobcenter", "Klient/in kommt zum Jobcenter"],
    ["Kontakt (x.y@example.org) Alsdorf", "Kontakt (Mailadresse) Alsdorf"],
  ])("„%s“ becomes „%s“", (text, cleaned) => {
    expect(look(text).cleaned).toBe(cleaned);
  });

  test("is the very same string when nothing has to go", () => {
    const text = "  Kita , Wohnung;;  bis  12.03. \n (neu) ";
    expect(look(text)).toEqual({ findings: [], cleaned: text, places: [] });
  });

  test("keeps what stands between two findings as it was typed", () => {
    expect(look("Frau Kaya :  zwei  Leerzeichen , Herr Demir").cleaned).toBe(
      "Klient/in :  zwei  Leerzeichen , Klient/in",
    );
  });

  test("a finding names its place and its kind, never the value", () => {
    const text = "Rückruf Herr Kaya 0171 3920055";
    const { findings } = look(text);
    expect(findings.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ["name", "Herr Kaya"],
      ["phone", "0171 3920055"],
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/Kaya|3920055/);
  });
});

describe("ordinary work is not touched", () => {
  test.each([
    "Muttersprache العربية, spricht auch українська und ትግርኛ",
    "Hallo",
    "Hilfe",
    "Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohnung",
    "meine Fälle",
    "Zeig mir K-7F3Q9",
    "Verlauf K-7F3Q9",
    "Maßnahme zu K-7F3Q9: WBA abgeben bis 12.03.",
    "FaKo für K-7F3Q9 mit Jobcenter und Jugendamt nächste Woche",
    "Ansprechpartner zu K-7F3Q9",
    "was steht diese woche an",
    "abbrechen",
    "wo kann er sein Diplom anerkennen lassen (Elektriker)",
    "Ukraine, seit Mai 25 da, wer zahlt?",
    "hartz4 folgeantrag stolberg",
    "Frau und Kind",
    "Frau nachholen",
    "Frau schwanger",
    "Herr der Lage",
    "Herrn Amtsleiter",
    "Familie aus Syrien",
    "Fr 12 Uhr Termin, Fr. 12.3. auch",
    "A-K oder L-Z? Nachname mit Sch",
    "§ 24 Abs. 1, § 8a SGB VIII, A 51, Raum 12",
    "5 Jahre alt, 16jährig, Kind (3), Jg. 1985",
    "110, 112, 115, 116 016, 0800 4 5555 00",
    "Gesetz vom 26.02.1993, gültig ab 1.1.2005",
    "Bescheid 12.05. 10:30 abholen, 9.00-12.00 Uhr",
    "poststelle@example.org",
    "ARS 053340012012, LeiKa 99107023017000",
    "BVerwG 1 C 10/21 lesen",
    "EWE JC schriftl. 1.11.26 - 30.6.27 beide richtungen",
    "show my cases",
    "what's due this week",
    "the school says that there is no place before august",
    "who is responsible for the youth office in baesweiler",
    "the office may tell KIM",
  ])("„%s“", (text) => {
    expect(look(text)).toEqual({ findings: [], cleaned: text, places: [] });
  });
});

describe("names", () => {
  test.each([
    "Frau Koch ruft an",
    "Herr König",
    "Fr. M. war da",
    "HERR KAYA BRAUCHT WOHNUNG",
    "frau öztürk",
    "Frau Oeztuerk",
    "Prof. Dr. Brückner",
    "Frau Xylander",
    "Kaya, Fatma",
    "von al-Hassan",
    "Name: Xyz",
    "M. Kaya hat Termin",
    "Fatmas Mutter",
    "Frau Yilmaz geb. Kaya",
    "Tymoschenko kommt",
    "Gebremeskel braucht Kita",
    "Frau Ka\u00adya",
  ])("„%s“ holds one", (text) => {
    expect(kinds(text)).toContain("name");
  });

  test.each([
    "Anne-Frank-Gesamtschule",
    "Robert Koch-Institut",
    "St. Josef",
    "Firma Schmitz",
    "Koch aus Eritrea",
    "Klient Koch, Anerkennung?",
    "Mai, Juni, Juli",
    "ValiKom und JuLes",
  ])("„%s“ holds none", (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe("numbers", () => {
  test.each([
    ["geb. 12.3.85", "birth-date"],
    ["*12.3.85", "birth-date"],
    ["geboren am 12. März 1985", "birth-date"],
    ["12/03/1985 geb", "birth-date"],
    ["Geburtsdatum: 1985-03-12", "birth-date"],
    ["Klientin, 12.03.1985", "birth-date"],
    ["+963 944 123 456", "phone"],
    ["0171-3920055", "phone"],
    ["(030) 23125 100", "phone"],
    ["x.y@example.org", "email"],
    ["x.y(at)example.org", "email"],
    ["DE89370400440532013000", "iban"],
    ["de89 3704 0044 0532 0130 01", "iban"],
    ["TR330006100519786457841326", "iban"],
    ["13 010185 M 123", "social-security-number"],
    ["AZR 123456789012", "azr-number"],
    ["12345//0001234", "file-number"],
    ["Kundennummer 123D456789", "file-number"],
    ["A123456789", "file-number"],
    ["Az. 33.1-123/24", "file-number"],
    ["5 K 123/24.A", "file-number"],
    ["Steuer-ID 12 345 678 901", "file-number"],
    ["Pass-Nr. C01X00T47", "identity-document"],
    ["AC-AB 123", "car-plate"],
    ["Hauptstraße 5", "address"],
    ["An der Mühle 12", "address"],
    ["jülicher str 12", "address"],
  ])("„%s“ is %s", (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  test("a date is a birth date or not by what stands before it", () => {
    expect(kinds("Einreise am 12.03.1985")).toEqual([]);
    expect(kinds("bis 12.03.")).toEqual([]);
    expect(kinds("Kind 12.03.2019")).toEqual(["birth-date"]);
    expect(kinds("Telefonat 12.03.2026")).toEqual([]);
  });

  test("a place in a school or a therapy is no street", () => {
    expect(kinds("Schulplatz 14 jähriger, Therapieplatz 2, Kitaplatz 3")).toEqual([]);
  });
});

describe("health", () => {
  test("a diagnosis is warned of and stays", () => {
    const { findings, cleaned } = look("kl hat diabetes, F43.1, chronisch krank");
    expect(findings.map((finding) => [finding.kind, finding.category])).toEqual([
      ["health", "warns"],
      ["health", "warns"],
      ["health", "warns"],
    ]);
    expect(cleaned).toBe("kl hat diabetes, F43.1, chronisch krank");
  });

  test.each([
    "Pflegegrad 2, GdB 50",
    "Therapieplatz gesucht",
    "Suchtberatung",
    "HIV Beratung",
    "schwanger im 5. Monat",
    "krankgeschrieben",
    "Kurs A2.1",
  ])("„%s“ is a topic, not a diagnosis", (text) => {
    expect(kinds(text)).toEqual([]);
  });
});
