import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { exportCsv } from "../../../knowledge/directory/export-csv.js";
import { exportXlsx } from "../../../knowledge/directory/export-xlsx.js";
import { importCsv } from "../../../knowledge/directory/import-csv.js";
import { importXlsx } from "../../../knowledge/directory/import-xlsx.js";
import type { DirectoryData, ImportResult } from "../../../knowledge/directory/model.js";
import { rechtskreisCodes } from "../../../knowledge/directory/model.js";
import { readCsv } from "../../../knowledge/directory/read-csv.js";
import { csvFolder, readDirectory, SAMPLE } from "./sample.js";

const dataOf = (result: ImportResult): DirectoryData => {
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result.data;
};
const faultsOf = (result: ImportResult) => ("faults" in result ? result.faults : []);

/** The workbook writer keeps texts in a plain object and stumbles over names like "valueOf"; nobody writes them. */
const trimmed = (text: string): string =>
  text in {}
    ? "x"
    : text
        .replaceAll("\u0000", "")
        .replace(/[\uFFFD|]/g, "")
        .trim();
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }).map(trimmed),
  fc.constantFrom("a;b", 'sagt "ja"', "zwei\nZeilen", "=1+1", "+49 30 23125 0", "ä,ö;ü", "", "-", "' x"),
);
const name = text.filter((value) => value !== "");
const list = fc.uniqueArray(name, { maxLength: 4 });
const date = fc.oneof(fc.constant(""), fc.constantFrom("2026-01-31", "2024-02-29", "1999-12-01"));
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/), { minLength: 1, maxLength: 5 });
const arsList = ["053340002002", "053340004004", "05334", "05", "09"];

/** Any directory that passes the checks. */
const directories: fc.Arbitrary<DirectoryData> = fc
  .tuple(ids, ids, fc.integer({ min: 1, max: 5 }))
  .chain(([topics, offices, places]) =>
    fc.record({
      places: fc.tuple(
        ...arsList
          .slice(0, places)
          .map((ars) => fc.record({ ars: fc.constant(ars), name, postcodes: list, parts: list })),
      ),
      topics: fc.tuple(
        ...topics.map((id) =>
          fc.record({
            id: fc.constant(id),
            title: name,
            rechtskreis: fc.constantFrom(...rechtskreisCodes),
            synonyms: list,
            leika: list,
            description: text,
          }),
        ),
      ),
      offices: fc.tuple(
        ...offices.map((id) =>
          fc.record({
            id: fc.constant(id),
            name,
            authority: text,
            rechtskreis: fc.constantFrom("", "SGB2", "SGB12|ASYLBLG"),
            street: text,
            postcode: text,
            city: text,
            phone: text,
            email: text,
            website: text,
            openingHours: text,
            teamsUser: text,
            calendar: text,
            note: text,
            source: text,
            checkedAt: date,
          }),
        ),
      ),
      responsibilities: fc.array(
        fc.record({
          topic: fc.constantFrom(...topics),
          office: fc.constantFrom(...offices),
          ars: fc.constantFrom("", ...arsList.slice(0, places)),
          surnames: fc.constantFrom("", "A-K", "L, P, S (ohne St), W"),
          ageFrom: fc.constantFrom(null, 0, 12),
          ageTo: fc.constantFrom(null, 26, 130),
          status: list,
          role: fc.constantFrom("responsible" as const, "contact" as const),
          validFrom: fc.constantFrom("", "2020-01-01"),
          validTo: fc.constantFrom("", "2026-12-31"),
          source: text,
          checkedAt: date,
          note: text,
        }),
        { maxLength: 8 },
      ),
    }),
  );

describe("writing and reading a directory", () => {
  test("as CSV gives the same directory", () => {
    fc.assert(
      fc.property(directories, (data) => {
        expect(dataOf(importCsv(exportCsv(data)))).toEqual(data);
      }),
      { numRuns: 150 },
    );
  });

  test("as a workbook gives the same directory", async () => {
    await fc.assert(
      fc.asyncProperty(directories, async (data) => {
        // Excel has no other line end, and no control characters.
        const plain = JSON.parse(
          JSON.stringify(data)
            .replace(/\\r\\n|\\r/g, "\\n")
            .replace(/\\u00[01][0-9a-f]|\\u007f|\\[bf]/g, ""),
        ) as DirectoryData;
        const tidy = dataOf(importCsv(exportCsv(plain)));
        expect(dataOf(await importXlsx("v.xlsx", await exportXlsx(tidy)))).toEqual(tidy);
      }),
      { numRuns: 15 },
    );
  });

  test("keeps the sample as it is, in both formats", async () => {
    const sample = readDirectory(SAMPLE);
    expect(exportCsv(sample)).toEqual(csvFolder(SAMPLE));
    expect(dataOf(await importXlsx("v.xlsx", await exportXlsx(sample)))).toEqual(sample);
  });

  test("leaves no cell that a spreadsheet would run, and takes nothing of it", () => {
    const starts = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "'=", "''-", "'", "");
    fc.assert(
      fc.property(directories, starts, fc.string(), (data, start, rest) => {
        const odd = {
          ...data,
          offices: data.offices.map((office) => ({ ...office, name: `${start}1${rest.trim()}` })),
        };
        const files = exportCsv(odd);
        for (const { text } of files) {
          for (const { cells } of readCsv(text).records) {
            for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
          }
        }
        const back = importCsv(files);
        if (!("faults" in back)) {
          const names = odd.offices.map(({ name }) => name.trim());
          expect(dataOf(back).offices.map(({ name }) => name.trim())).toEqual(names);
        }
      }),
      { numRuns: 200 },
    );
  });
});

const small = {
  places: "ars;name;postcodes;parts\n053340012012;Eschweiler;52249;Weisweiler\n",
  topics: "id;title;rechtskreis;synonyms;leika;description\nwohngeld;Wohngeld;WOHN;Mietzuschuss;;\n",
  offices: "id;name\nwg;Wohngeldstelle\n",
  responsibilities: "topic;office;ars\nwohngeld;wg;053340012012\n",
};
const files = (changes: Partial<typeof small> = {}) =>
  Object.entries({ ...small, ...changes }).map(([table, content]) => ({
    name: `${table}.csv`,
    text: content,
  }));

describe("what an import accepts", () => {
  test("a byte order mark, commas, CRLF, any order of columns, missing optional columns", () => {
    const other = files({
      places: "\uFEFFname,ars\r\nEschweiler,053340012012\r\n",
      topics: 'title,id,rechtskreis\r\n"Wohngeld, Plus",wohngeld,WOHN',
    });
    const data = dataOf(importCsv(other));
    expect(data.places[0]).toEqual({ ars: "053340012012", name: "Eschweiler", postcodes: [], parts: [] });
    expect(data.topics[0]?.title).toBe("Wohngeld, Plus");
  });

  test("German dates and empty lines", () => {
    const data = dataOf(
      importCsv(files({ offices: "id;name;checkedAt\n\nwg;Wohngeldstelle;1.6.2026\n;;\n" })),
    );
    expect(data.offices).toHaveLength(1);
    expect(data.offices[0]?.checkedAt).toBe("2026-06-01");
  });

  test("names a cell by the line it begins on, whatever stands in quotes before it", () => {
    const faults = faultsOf(
      importCsv(
        files({ offices: 'id;name;note;checkedAt\nwg;Wohngeldstelle;"eine\nzwei\ndrei";\nx;Y;;gestern\n' }),
      ),
    );
    expect(faults).toEqual([expect.objectContaining({ file: "offices.csv", line: 5, column: "checkedAt" })]);
  });

  test("gaps and overlaps of letters are warnings", () => {
    const result = importCsv(
      files({
        responsibilities:
          "topic;office;ars;surnames\nwohngeld;wg;05334;A-K\nwohngeld;wg;05334;K-S (ohne St)\n",
      }),
    );
    const warnings = "warnings" in result ? result.warnings : [];
    expect(warnings.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      "3 Diese Buchstaben hat niemand: St, T bis Z.",
      "3 Diese Buchstaben haben mehrere: K.",
    ]);
  });
});

describe("what an import refuses, all of it in one run", () => {
  test.each<[string, Partial<typeof small>, string]>([
    ["a missing file", { offices: "" }, "offices.csv:1:"],
    ["a missing column", { topics: "id;title\nwohngeld;Wohngeld\n" }, "topics.csv:1:rechtskreis"],
    ["an unknown column", { places: "ars;name;plz\n053340012012;Eschweiler;52249\n" }, "places.csv:1:plz"],
    ["an id twice", { offices: "id;name\nwg;A\nwg;B\n" }, "offices.csv:3:id"],
    ["an unknown topic", { responsibilities: "topic;office\nkita;wg\n" }, "responsibilities.csv:2:topic"],
    [
      "an unknown office",
      { responsibilities: "topic;office\nwohngeld;xy\n" },
      "responsibilities.csv:2:office",
    ],
    [
      "an area without a place",
      { responsibilities: "topic;office;ars\nwohngeld;wg;05358\n" },
      "responsibilities.csv:2:ars",
    ],
    ["an AGS for an ARS", { places: "ars;name\n05334012;Eschweiler\n" }, "places.csv:2:ars"],
    ["an ARS that lost its zero", { places: "ars;name\n53340012012;Eschweiler\n" }, "places.csv:2:ars"],
    [
      "a day that does not exist",
      { offices: "id;name;checkedAt\nwg;W;2026-02-30\n" },
      "offices.csv:2:checkedAt",
    ],
    [
      "letters that are none",
      { responsibilities: "topic;office;surnames\nwohngeld;wg;A-\n" },
      "responsibilities.csv:2:surnames",
    ],
    [
      "an age that is none",
      { responsibilities: "topic;office;ageFrom\nwohngeld;wg;zwölf\n" },
      "responsibilities.csv:2:ageFrom",
    ],
    [
      "ages the wrong way round",
      { responsibilities: "topic;office;ageFrom;ageTo\nwohngeld;wg;27;12\n" },
      "responsibilities.csv:2:ageTo",
    ],
    [
      "dates the wrong way round",
      { responsibilities: "topic;office;validFrom;validTo\nwohngeld;wg;2026-02-01;2026-01-01\n" },
      "responsibilities.csv:2:validTo",
    ],
    [
      "an unknown role",
      { responsibilities: "topic;office;role\nwohngeld;wg;chef\n" },
      "responsibilities.csv:2:role",
    ],
    [
      "an unknown Rechtskreis",
      { topics: "id;title;rechtskreis\nwohngeld;Wohngeld;WOGG\n" },
      "topics.csv:2:rechtskreis",
    ],
    ["a missing name", { offices: "id;name\nwg;\n" }, "offices.csv:2:name"],
    ["an open quote", { offices: 'id;name\nwg;"Wohngeld\n' }, "offices.csv:2:"],
    ["a row that is too long", { offices: "id;name\nwg;Wohngeld;Stelle\n" }, "offices.csv:2:"],
    ["a broken umlaut", { offices: "id;name\nwg;Wohngeldb\uFFFDro\n" }, "offices.csv:2:name"],
  ])("%s", (_what, changes, where) => {
    const faults = faultsOf(importCsv(files(changes)));
    expect(faults.map(({ file, line, column }) => `${file}:${line}:${column}`)).toContain(where);
    expect(faults.every(({ reason }) => reason.length > 10)).toBe(true);
  });

  test("a folder without the files", () => {
    expect(faultsOf(importCsv([])).map(({ file }) => file)).toEqual([
      "places.csv",
      "topics.csv",
      "offices.csv",
      "responsibilities.csv",
    ]);
  });

  test("a workbook that is none, or lacks a sheet", async () => {
    expect(faultsOf(await importXlsx("x.xlsx", new TextEncoder().encode("kein Zip")))[0]?.reason).toContain(
      "Excel",
    );
    const { default: write } = await import("write-excel-file/node");
    const one = await write([
      {
        sheet: "Orte",
        data: [
          [{ value: "ars" }, { value: "name" }],
          [{ value: 53340012012 }, { value: "Eschweiler" }],
        ],
      },
    ]).toBuffer();
    const faults = faultsOf(await importXlsx("x.xlsx", one));
    expect(faults.map(({ reason }) => reason)).toEqual([
      "Das Blatt „topics“ fehlt.",
      "Das Blatt „offices“ fehlt.",
      "Das Blatt „responsibilities“ fehlt.",
    ]);
  });

  test("any bytes and any text are refused with a reason, never with an exception", async () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: fc.constantFrom('"', ";", "\n", "\r", ",", "a") }),
        (one, two) => {
          readCsv(one);
          readCsv(two);
          importCsv(files({ offices: one, responsibilities: two }));
        },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        expect("faults" in (await importXlsx("x.xlsx", bytes))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
