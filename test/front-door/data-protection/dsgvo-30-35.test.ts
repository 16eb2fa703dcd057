import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";

/** Art. 30, 35 DSGVO: the controller finds templates with all that the law asks for, to be filled in. */

const sheet = await readFile("docs/datenschutz.md", "utf8");

/** What stands below a heading, up to the next one. */
function section(heading: string): string {
  const found = sheet.split(/^## /m).find((part) => part.startsWith(heading));
  if (found === undefined) throw new Error(`No section "${heading}"`);
  return found;
}

test("the record of processing activities holds what Art. 30(1) a to g names", () => {
  const record = section("Verzeichnis der Verarbeitungstätigkeiten (Art. 30 DSGVO): Vorlage");
  const rows = new Map(
    [...record.matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)].map(([, name, value]) => [name, value?.trim()]),
  );
  for (const name of [
    "Verantwortlicher",
    "Datenschutzbeauftragte Person",
    "Weitere Verantwortliche",
    "Zwecke",
    "Betroffene",
    "Datenkategorien Ratsuchende",
    "Datenkategorien Beschäftigte",
    "Empfänger",
    "Drittländer",
    "Löschfristen",
    "Maßnahmen (Art. 32 DSGVO)",
  ]) {
    expect([name, (rows.get(name) ?? "").length > 0]).toEqual([name, true]);
  }
  expect(section("Löschkonzept")).toContain("KIM_RETENTION_MONTHS");
});

test("the impact assessment holds what Art. 35(7) a to d names, each risk with a measure and what remains", () => {
  const assessment = section("Datenschutz-Folgenabschätzung (Art. 35 DSGVO): Vorlage");
  for (const part of ["Beschreibung", "Notwendigkeit", "Beteiligung", "Risiken und Maßnahmen", "Ergebnis"]) {
    expect(assessment).toMatch(new RegExp(`^\\d\\. \\*\\*${part}:\\*\\*`, "m"));
  }
  const risks = assessment
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| Risiko"))
    .map((line) => line.split("|").slice(1, -1));
  expect(risks.length).toBeGreaterThanOrEqual(6);
  for (const cells of risks) {
    expect(cells).toHaveLength(3);
    for (const cell of cells) expect(cell.trim()).not.toBe("");
  }
});
