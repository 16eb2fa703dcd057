import { describe, expect, test } from "@jest/globals";
import { describeChanges } from "../../../knowledge/directory/diff.js";
import type { DirectoryData } from "../../../knowledge/directory/model.js";
import { readDirectory, SAMPLE } from "./sample.js";

const before = readDirectory(SAMPLE);

describe("what an import would change, in words", () => {
  test("nothing, if nothing changes", () => {
    expect(describeChanges(before, before)).toEqual([]);
  });

  test("another order is no change", () => {
    expect(
      describeChanges(before, { ...before, responsibilities: [...before.responsibilities].reverse() }),
    ).toEqual([]);
  });

  test("names what is new, changed and gone", () => {
    const after: DirectoryData = {
      ...before,
      places: before.places.filter(({ ars }) => ars !== "05"),
      offices: before.offices.map((office) =>
        office.id === "A57" ? { ...office, phone: "030 23125 1", checkedAt: "2027-01-02" } : office,
      ),
      topics: [
        ...before.topics,
        { id: "hund", title: "Hundesteuer", rechtskreis: "MELDE", synonyms: [], leika: [], description: "" },
      ],
      responsibilities: before.responsibilities.map((rule) =>
        rule.topic === "wohngeld" && rule.office === "WOG-Roetgen"
          ? { ...rule, office: "SOA-Roetgen" }
          : rule,
      ),
    };
    expect(describeChanges(before, after)).toEqual([
      "Entfällt: Ort Nordrhein-Westfalen",
      "Neu: Anliegen „Hundesteuer“",
      "Geändert: Stelle Versorgungsamt der StädteRegion Aachen (A 57) – Telefon: leer → „030 23125 1“; geprüft am: „2026-11-22“ → „2027-01-02“",
      "Geändert: Regel „Wohngeld“, Roetgen: zuständig Sozialamt der Gemeinde Roetgen – Stelle: „WOG-Roetgen“ → „SOA-Roetgen“",
    ]);
  });

  test("a first import is all new", () => {
    const empty: DirectoryData = { places: [], topics: [], offices: [], responsibilities: [] };
    const lines = describeChanges(empty, before);
    expect(lines.every((line) => line.startsWith("Neu: ") || line.startsWith("… und "))).toBe(true);
    expect(lines).toContain("Neu: Ort Eschweiler");
  });
});
