import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { buildDirectory } from "../../../knowledge/directory/build.js";
import { answerFollowUp, findOffices, officesFor } from "../../../knowledge/directory/find.js";
import { importCsv } from "../../../knowledge/directory/import-csv.js";
import { TODAY } from "./judge.js";
import { csvFolder, readDirectory } from "./sample.js";

const FOLDER = join(process.cwd(), "test", "knowledge", "directory", "fixtures", "kreis-euskirchen");
const directory = buildDirectory(readDirectory(FOLDER));
const find = (question: string, known = {}) => findOffices(directory, question, { ...TODAY, ...known });
const top = (question: string, known = {}) => find(question, known).answers[0]?.office.id;

describe("the directory of another Kreis", () => {
  test("asks for the first letters where they decide, never for the name", () => {
    const asked = find("Bürgergeld Mechernich");
    expect(asked).toMatchObject({ status: "ask", asks: "letters", answers: [] });
    expect(asked.question).toContain("zwei Buchstaben");
    expect(asked.options?.map(({ label }) => label)).toEqual([
      "Nachname A-K",
      "Nachname L-R, S (ohne St), T-Z",
      "Nachname St",
    ]);
  });

  test.each([
    ["Ka", "jc-1"],
    ["st", "jc-3"],
    ["Sa", "jc-2"],
    ["Ös", "jc-2"],
    ["Buchstabe B", "jc-1"],
  ])("the typed answer „%s“ leads to %s", (typed, office) => {
    const pending = { question: "Bürgergeld Mechernich", known: {} };
    expect(answerFollowUp(directory, pending, typed, TODAY)?.result.answers[0]?.office.id).toBe(office);
  });

  test("each button leads to the office it names", () => {
    const pending = { question: "Bürgergeld Mechernich", known: {} };
    const offices = find(pending.question).options?.map(
      ({ id }) => answerFollowUp(directory, pending, id, TODAY)?.result.answers[0]?.office.id,
    );
    expect(offices).toEqual(["jc-1", "jc-2", "jc-3"]);
  });

  test("letters in the sentence are taken from it", () => {
    expect(top("WBA Kall, Nachname mit St")).toBe("jc-3");
    expect(top("Bürgergeld in Schleiden für Familie Çelik")).toBe("jc-1");
  });

  test("S alone is not enough where St has an office of its own", () => {
    expect(find("Bürgergeld Kall, Nachname S").asks).toBe("letters");
  });

  test("an office asked for by name needs no letters", () => {
    expect(find("Jobcenter Telefonnummer").status).toBe("answer");
  });

  test("age decides between counselling services", () => {
    expect(find("Migrationsberatung Kall").asks).toBe("age");
    expect(top("Migrationsberatung Kall, Klient ist 19 Jahre alt")).toBe("jmd");
    expect(top("Migrationsberatung Kall, 34jährige")).toBe("mbe");
    expect(top("Migrationsberatung Kall", { age: 26 })).toBe("jmd");
  });

  test("the municipality goes before the Kreis", () => {
    expect(top("Wohngeld Euskirchen")).toBe("wg-eu");
    expect(top("Mietzuschuss in Gemünd")).toBe("wg-kreis");
    expect(find("Wohngeld").asks).toBe("place");
  });

  test("entries whose time is over are not used", () => {
    expect(top("Duldung Kall, Nachname Ba")).toBe("abh-a");
    const before = findOffices(directory, "Duldung Kall", { ...TODAY, today: "2023-06-01" });
    expect(before.answers[0]?.office.id).toBe("abh-alt");
  });

  test("what was checked long ago is marked", () => {
    const [answer] = find("SPFH Kall").answers;
    expect(answer).toMatchObject({ checkedAt: "2019-03-01", stale: true });
    expect(find("Wohngeld Euskirchen").answers[0]?.stale).toBe(false);
  });

  test("knows what it holds and nothing of Aachen", () => {
    expect(top("Hund anmelden Kommern")).toBe("steuer");
    expect(find("Jugendamt Stolberg").status).toBe("unknown");
    expect(find("Kita Euskirchen").status).toBe("unknown");
    expect(find("Hund anmelden Kall")).toMatchObject({ status: "unknown", reason: "no-rule" });
  });

  test("offices for the topics of a case come by topic", () => {
    const answers = officesFor(directory, {
      ...TODAY,
      topics: ["wohngeld", "beratung"],
      place: "053660016016",
      age: 20,
    });
    expect(answers.map(({ office }) => office.id)).toEqual(["wg-eu", "jmd"]);
  });
});

describe("a faulty row", () => {
  test("stops the import with every fault, its file, line, column and reason", () => {
    const files = csvFolder(FOLDER).map(({ name, text }) => {
      if (name === "responsibilities.csv") {
        return {
          name,
          text: `${text}wohngelt,wg-eu,053660016016,,,,,responsible,,,,,\njc,niemand,5366,K-A,30,20,,chef,,30.02.2026,,heute,\n`,
        };
      }
      return { name, text };
    });
    const result = importCsv(files);
    const faults = "faults" in result ? result.faults : [];
    expect(faults.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      "responsibilities.csv:15:ars",
      "responsibilities.csv:15:surnames",
      "responsibilities.csv:15:role",
      "responsibilities.csv:15:validTo",
      "responsibilities.csv:15:checkedAt",
      "responsibilities.csv:14:topic",
    ]);
    for (const { reason } of faults) expect(reason).toMatch(/[a-zäöü]/);
    expect("data" in result).toBe(false);
  });
});

test("the fixture's letters leave no gap", () => {
  const result = importCsv(csvFolder(FOLDER));
  expect("warnings" in result && result.warnings).toEqual([]);
  expect(readFileSync(join(FOLDER, "places.csv"), "utf8")).toContain("053660000000");
});
