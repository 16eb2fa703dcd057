import { describe, expect, test } from "@jest/globals";
import { findOffices } from "../../../knowledge/directory/find.js";
import { importCsv } from "../../../knowledge/directory/import-csv.js";
import { TODAY } from "./judge.js";
import { csvFolder, readDirectory, SAMPLE, sampleDirectory } from "./sample.js";

const directory = sampleDirectory();
const top = (question: string) => findOffices(directory, question, TODAY).answers[0]?.office.id;

describe("the sample directory", () => {
  test("imports without a warning", () => {
    const result = importCsv(csvFolder(SAMPLE));
    expect("warnings" in result && result.warnings).toEqual([]);
  });

  test.each([
    ["Aachen", "JA-AC", "JC-Aachen", "KI-AC", "KIM-AC", "FB56"],
    ["Alsdorf", "JA-Alsdorf", "JC-Nordkreis", "A46", "KIM-StR", "SOA-Alsdorf"],
    ["Baesweiler", "A51", "JC-Nordkreis", "A46", "KIM-StR", "SOA-Baesweiler"],
    ["Eschweiler", "JA-Eschweiler", "JC-Eschweiler", "A46", "KIM-StR", "SOA-Eschweiler"],
    ["Herzogenrath", "JA-Herzogenrath", "JC-Nordkreis", "A46", "KIM-StR", "SOA-Herzogenrath"],
    ["Monschau", "A51", "JC-Eifel", "A46", "KIM-StR", "SOA-Monschau"],
    ["Roetgen", "A51", "JC-Eifel", "A46", "KIM-StR", "SOA-Roetgen"],
    ["Simmerath", "A51", "JC-Eifel", "A46", "KIM-StR", "SOA-Simmerath"],
    ["Stolberg", "JA-Stolberg", "JC-Stolberg", "A46", "KIM-StR", "SOA-Stolberg"],
    ["Würselen", "JA-Würselen", "JC-Nordkreis", "A46", "KIM-StR", "SOA-Würselen"],
  ])(
    "%s: Jugendamt, Jobcenter, KI, KIM and Sozialamt, by topic and by name",
    (town, youth, job, ki, kim, social) => {
      expect(top(`Unterhaltsvorschuss ${town}`)).toBe(youth);
      expect(top(`Jugendamt ${town}`)).toBe(youth);
      expect(top(`Bürgergeld ${town}`)).toBe(job);
      expect(top(`Jobcenter in ${town}`)).toBe(job);
      expect(top(`Schulplatz ${town}`)).toBe(ki);
      expect(top(`Klientin aus ${town}, seid ihr da zuständig?`)).toBe(kim);
      expect(top(`AsylbLG ${town}`)).toBe(social);
      for (const [topic, office] of [
        ["Duldung", "A33"],
        ["GdB", "A57"],
        ["TBC", "A53"],
        ["rechtliche Betreuung", "BST"],
        ["Führerschein umschreiben", "SVA"],
      ]) {
        expect(top(`${topic} ${town}`)).toBe(office);
      }
    },
  );

  test("says that the Eifel's Jobcenter site is unknown", () => {
    const [answer] = findOffices(directory, "Jobcenter Monschau", TODAY).answers;
    expect(answer?.office.name).toContain("nicht bekannt");
    expect(answer?.note).toContain("nicht belegt");
  });

  test("what is not certain says so", () => {
    const { responsibilities } = readDirectory(SAMPLE);
    for (const topic of ["sprachmittlung", "sucht", "diskriminierung", "rueckkehr"]) {
      for (const rule of responsibilities.filter((one) => one.topic === topic))
        expect(rule.note).toMatch(/prüfen/i);
    }
  });

  test("every entry has a source and a day on which it was checked", () => {
    const { offices, responsibilities } = readDirectory(SAMPLE);
    for (const { source, checkedAt } of [...offices, ...responsibilities]) {
      expect(source).not.toBe("");
      expect(checkedAt).toBe("2026-11-22");
    }
  });

  test("no contact is invented: the only numbers are the public emergency numbers", () => {
    const { offices } = readDirectory(SAMPLE);
    expect(offices.filter(({ phone }) => phone !== "").map(({ phone }) => phone)).toEqual(["110", "116 016"]);
    for (const office of offices) {
      expect([
        office.email,
        office.street,
        office.postcode,
        office.city,
        office.openingHours,
        office.website,
      ]).toEqual(["", "", "", "", "", ""]);
    }
  });
});
