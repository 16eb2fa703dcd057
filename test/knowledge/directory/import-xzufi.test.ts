import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { buildDirectory } from "../../../knowledge/directory/build.js";
import { findOffices } from "../../../knowledge/directory/find.js";
import { importXzufi } from "../../../knowledge/directory/import-xzufi.js";
import type { DirectoryData, ImportResult } from "../../../knowledge/directory/model.js";
import { TODAY } from "./judge.js";
import { readDirectory } from "./sample.js";

const FIXTURES = join(process.cwd(), "test", "knowledge", "directory", "fixtures");
const fixture = (name: string): string => readFileSync(join(FIXTURES, name), "utf8");
const dataOf = (result: ImportResult): DirectoryData => {
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result.data;
};
const places = (result: ImportResult) =>
  ("faults" in result ? result.faults : []).map(({ line, column }) => `${line}:${column}`);

describe("XZuFi 2.2.0", () => {
  const data = dataOf(importXzufi("muster.xml", fixture("xzufi-2.2.0.xml")));

  test("a Leistung becomes a topic with its LeiKa key, names and Rechtskreis", () => {
    expect(data.topics).toEqual([
      {
        id: "L1",
        title: "Wohngeld Bewilligung",
        rechtskreis: "WOHN",
        synonyms: ["Wohngeld beantragen", "Mietzuschuss"],
        leika: ["99107023017000"],
        description: "",
      },
    ]);
  });

  test("an Organisationseinheit becomes an office with its contacts", () => {
    expect(data.offices[0]).toMatchObject({
      id: "OE1",
      name: "Wohngeldstelle Musterstadt",
      street: "Musterstraße 1",
      postcode: "53879",
      city: "Euskirchen",
      phone: "030 23125 110",
      email: "wohngeld@example.org",
      website: "https://example.org/wohngeld",
    });
  });

  test("the place has the name that stands beside the address", () => {
    expect(data.places).toEqual([{ ars: "053660016016", name: "Euskirchen", postcodes: [], parts: [] }]);
  });

  test("and the question is answered from it", () => {
    const result = findOffices(buildDirectory(data), "Mietzuschuss in Euskirchen", TODAY);
    expect(result.answers[0]?.office.name).toBe("Wohngeldstelle Musterstadt");
  });
});

describe("XZuFi 2.3.1", () => {
  test("Zuständigkeiten that come by themselves, for several areas, with another prefix", () => {
    const result = importXzufi("muster.xml", fixture("xzufi-2.3.1.xml"));
    expect(
      dataOf(result).responsibilities.map(({ topic, office, ars, validFrom }) => [
        topic,
        office,
        ars,
        validFrom,
      ]),
    ).toEqual([
      ["L7", "OE7", "053660016016", "2024-01-01"],
      ["L7", "OE7", "053660020020", "2024-01-01"],
    ]);
    expect(dataOf(result).topics[0]?.rechtskreis).toBe("FAMILIE");
    expect("warnings" in result && result.warnings.map(({ column }) => column)).toEqual([
      "gebietID",
      "gebietID",
    ]);
  });

  test("places and Rechtskreise come from the directory in force where it knows them", () => {
    const base = readDirectory(join(FIXTURES, "kreis-euskirchen"));
    const result = importXzufi("muster.xml", fixture("xzufi-2.3.1.xml"), base);
    expect(dataOf(result).places.map(({ name }) => name)).toEqual(["Euskirchen", "Kall"]);
    const known = importXzufi("muster.xml", fixture("xzufi-2.2.0.xml"), base);
    expect(dataOf(known).topics[0]?.synonyms).toContain("Mietzuschuss");
  });
});

describe("faults", () => {
  const text = fixture("xzufi-2.2.0.xml");

  test("a Zuständigkeit for an unknown Leistung, with its line", () => {
    const broken = text.replace(
      'schemeID="LEISTUNG">L1</xzufi:leistungID>',
      'schemeID="LEISTUNG">L2</xzufi:leistungID>',
    );
    expect(places(importXzufi("m.xml", broken))).toEqual(["48:topic"]);
  });

  test("a wrong ARS and a missing name, both in one run", () => {
    const broken = text
      .replace(/(<xzufi:gebietID[^>]*>)053660016016/, "$15366001")
      .replace("Wohngeldstelle Musterstadt", "");
    expect(places(importXzufi("m.xml", broken)).sort()).toEqual(["23:name", "48:ars"]);
  });

  test("malformed XML, another namespace, another version", () => {
    expect(places(importXzufi("m.xml", text.replace("</xzufi:strasse>", "</xzufi:weg>")))[0]).toMatch(
      /^28:Spalte \d+$/,
    );
    expect(places(importXzufi("m.xml", "<a/>"))).toEqual(["1:a"]);
    expect("faults" in importXzufi("m.xml", text.replace("2_2_0", "1_0_0"))).toBe(true);
    expect("faults" in importXzufi("m.xml", "")).toBe(true);
  });

  test("entities are not expanded", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${text.replace(/^<\?xml.*?\?>/, "").replace("Musterstraße", "&b;")}`;
    expect("faults" in importXzufi("m.xml", bomb)).toBe(true);
  });

  test("any text is read or refused", () => {
    const tags = fc.constantFrom(
      "<a>",
      "</a>",
      '<x:y xmlns:x="u">',
      "&lt;",
      "<![CDATA[",
      "]]>",
      "<!--",
      "text",
      "<?",
      "\u0000",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.array(tags).map((list) => list.join("")),
        ),
        (one) => {
          expect("faults" in importXzufi("m.xml", one)).toBe(true);
        },
      ),
    );
  });
});
