import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { understand } from "../../../knowledge/directory/understand.js";
import { sampleDirectory } from "./sample.js";

const directory = sampleDirectory();
const said = (text: string) => understand(directory, text);
const topics = (text: string) => said(text).topics.map(({ id }) => id);

describe("half a sentence", () => {
  test("prefills a case form", () => {
    const understood = said("Familie 5 Pers. Eschweiler, Kita + Wohnung, Tochter 16jährig, Duldung");
    expect(understood.topics.map(({ id }) => id)).toEqual(["kita", "duldung", "wbs"]);
    expect(understood.places.map(({ name }) => name)).toEqual(["Eschweiler"]);
    expect(understood.ages).toEqual([{ from: 16, to: 16 }]);
  });

  test("says where each topic stands and how sure it is", () => {
    const text = "hat keine Fiktionsbescheinung";
    const [topic] = said(text).topics;
    expect(text.slice(topic?.span.start, topic?.span.end)).toBe("Fiktionsbescheinung");
    expect(topic?.confidence).toBeGreaterThan(0.7);
  });

  test.each([
    ["Kitaplatzsuche", ["kita"]],
    ["Platz in der Kita", ["kita"]],
    ["wohn geld", ["wohngeld"]],
    ["wohngeldantragsformular", ["wohngeld"]],
    ["Wohngeltantrag", ["wohngeld"]],
    ["SGB-II-Bezug", ["grundsicherungsgeld"]],
    ["Hartz IV", ["grundsicherungsgeld"]],
    ["hartz4", ["grundsicherungsgeld"]],
    ["§25b", ["bleiberecht"]],
    ["§ 25 b AufenthG", ["bleiberecht"]],
    ["Paragraf 24", ["ukraine24"]],
    ["P Konto", ["schulden"]],
    ["e-AT abholen", ["aufenthaltserlaubnis"]],
    ["Kindergelds", ["kindergeld"]],
    ["Pässe abgelaufen", ["pass"]],
    ["Ausländerbehörde Termin", ["aufenthaltserlaubnis"]],
    ["Hundeführerschein", []],
    ["Reisepassfoto", []],
    ["Passagier", []],
    ["Heimat", []],
    ["Frau Renate Kita", ["kita"]],
  ])("„%s“", (text, expected) => {
    expect(topics(text)).toEqual(expected);
  });
});

describe("places", () => {
  const names = (text: string) => said(text).places.map(({ name, cue }) => `${name}/${cue}`);
  test.each([
    ["in der Stadt Stolberg", ["Stolberg (Rhld.)/at"]],
    ["Stolberger Jugendamt", ["Stolberg (Rhld.)/at"]],
    ["Eschweilers Kitas", ["Eschweiler/at"]],
    ["Wuerselen", ["Würselen/at"]],
    ["Herzogenraht", ["Herzogenrath/at"]],
    ["52499", ["Baesweiler/at"]],
    ["Aachen-Brand", ["Aachen/at"]],
    ["in Brand", []],
    ["in Brand, Klientin", []],
    ["aus Brand", []],
    ["Kohlscheid (Herzogenrath)", ["Herzogenrath/at"]],
    ["zieht von Alsdorf nach Würselen", ["Würselen/to", "Alsdorf/from"]],
    ["in Aachen geboren, lebt in Roetgen", ["Roetgen/at", "Aachen/event"]],
    ["StädteRegion Aachen", []],
    ["Frau Hahn", []],
  ])("„%s“", (text, expected) => {
    // "Brand" alone is a fire as well; with a capital after "in" it is the part of Aachen.
    if (/^(?:in|aus) Brand/.test(text)) expect(names(text)[0]).toMatch(/^Aachen/);
    else expect(names(text)).toEqual(expected);
  });

  test("a fire is no part of Aachen", () => {
    expect(names("es gab einen Brand in der Unterkunft")).toEqual([]);
  });

  test("a region is several municipalities", () => {
    expect(said("Eifel").regions[0]).toHaveLength(3);
    expect(said("Städteregion").regions[0]).toHaveLength(10);
  });

  test("towns elsewhere are seen", () => {
    expect(said("Kita Mönchengladbach").elsewhere.map(({ name }) => name)).toEqual(["Mönchengladbach"]);
    expect(said("Mittagessen in der Schule").elsewhere).toEqual([]);
    expect(said("Amt im Rhein-Sieg-Kreis").elsewhere.map(({ name }) => name)).toEqual(["Rhein-Sieg-Kreis"]);
  });
});

describe("people", () => {
  test.each([
    ["16jähriger", 16, 16],
    ["14 jährige", 14, 14],
    ["ist 17 Jahre alt", 17, 17],
    ["Klient (19 J.)", 19, 19],
    ["unter 27", 0, 26],
    ["Ü27", 27, 130],
    ["u25", 0, 24],
    ["über 65 Jahre", 66, 130],
    ["minderjährig", 0, 17],
  ])("age in „%s“", (text, from, to) => {
    expect(said(text).ages).toEqual([{ from, to }]);
  });

  test.each([
    "seit 3 Jahren hier",
    "36 Monate",
    "in 6 wo",
    "bis 12.03.",
    "4 Zimmer",
    "2026",
    "52222 Stolberg",
  ])("no age in „%s“", (text) => {
    expect(said(text).ages).toEqual([]);
  });

  test.each([
    ["Nachname mit Sch", "sch"],
    ["Familienname beginnt mit Öz", "oz"],
    ["Frau von der Heide", "he"],
    ["Herr Al-Hassan", "ha"],
    ["Buchstabe K", "k"],
    ["Wohngeld", null],
  ])("of a name in „%s“ only the first letters stay", (text, letters) => {
    expect(said(text).letters).toBe(letters);
    expect(JSON.stringify(said(text))).not.toMatch(/Heide|Hassan/);
  });
});

test("a question for knowledge is told from one for an office", () => {
  expect(said("wann war modul 2 nochmal bewilligt?").asksFor).toBe("knowledge");
  expect(said("wer macht Wohngeld").asksFor).toBe("office");
  expect(said("Kita").asksFor).toBeNull();
});

test("any text is read", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      for (const { span } of said(text).topics) expect(span.end).toBeLessThanOrEqual(text.length);
    }),
  );
});
