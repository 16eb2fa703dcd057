import type { z } from "zod";
import { isArs } from "./ars.js";
import {
  type DirectoryData,
  type ImportFault,
  officeSchema,
  placeSchema,
  rechtskreisCodes,
  responsibilitySchema,
  type TableName,
  tableNames,
  topicSchema,
} from "./model.js";
import { parseSurnames } from "./surname-ranges.js";

/** One row of a table as text, with where it stands. */
export type Row = {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
};
export type Tables = Readonly<Record<TableName, readonly Row[]>>;

/** The columns of each table in the order in which they are written; those with `*` must be filled. */
const columnList: Readonly<Record<TableName, string>> = {
  places: "ars* name* postcodes parts",
  topics: "id* title* rechtskreis* synonyms leika description",
  offices:
    "id* name* authority rechtskreis street postcode city phone email website openingHours teamsUser calendar note source checkedAt",
  responsibilities:
    "topic* office* ars surnames ageFrom ageTo status role validFrom validTo source checkedAt note",
};

export const columnsOf = (table: TableName): readonly string[] =>
  columnList[table].split(" ").map((column) => column.replace("*", ""));

export const requiredColumns = (table: TableName): readonly string[] =>
  columnList[table]
    .split(" ")
    .filter((column) => column.endsWith("*"))
    .map((column) => column.slice(0, -1));

/** Cells that hold several entries, parted by `|`. */
const LISTS = new Set(["postcodes", "parts", "synonyms", "leika", "status"]);
const AGES = new Set(["ageFrom", "ageTo"]);
const DATES = new Set(["checkedAt", "validFrom", "validTo"]);

const schemas = {
  places: placeSchema,
  topics: topicSchema,
  offices: officeSchema,
  responsibilities: responsibilitySchema,
};

/** Data and, beside each entry, the row it came from, for the checks that follow. */
export type ReadTables = { readonly data: DirectoryData; readonly rows: Tables };

/** Turns rows of text into the directory; every cell that cannot be read becomes a fault. */
export function readRows(tables: Tables, faults: ImportFault[]): ReadTables {
  const rows: Record<TableName, Row[]> = { places: [], topics: [], offices: [], responsibilities: [] };
  const read = <T extends TableName>(table: T): z.infer<(typeof schemas)[T]>[] => {
    const entries: z.infer<(typeof schemas)[T]>[] = [];
    for (const row of tables[table]) {
      const before = faults.length;
      const parsed = schemas[table].safeParse(valuesOf(table, row, faults));
      if (parsed.success && faults.length === before) {
        entries.push(parsed.data as z.infer<(typeof schemas)[T]>);
        rows[table].push(row);
      } else if (!parsed.success && faults.length === before) {
        for (const issue of parsed.error.issues) {
          faults.push(
            faultAt(row, String(issue.path[0] ?? ""), `Wert ist nicht erlaubt (${issue.message}).`),
          );
        }
      }
    }
    return entries;
  };
  const data: DirectoryData = {
    places: read("places"),
    topics: read("topics"),
    offices: read("offices"),
    responsibilities: read("responsibilities"),
  };
  return { data, rows };
}

export const faultAt = ({ file, line }: Row, column: string, reason: string): ImportFault => ({
  file,
  line,
  column,
  reason,
});

function valuesOf(table: TableName, row: Row, faults: ImportFault[]): Record<string, unknown> {
  const required = requiredColumns(table);
  const values: Record<string, unknown> = {};
  for (const column of columnsOf(table)) {
    const cell = (row.cells[column] ?? "").trim();
    const fault = (reason: string): void => void faults.push(faultAt(row, column, reason));
    values[column] = cell;
    if (cell === "" && required.includes(column)) fault("Diese Angabe fehlt.");
    if (cell.includes("\uFFFD")) fault("Ein Zeichen ist beschädigt: Bitte die Datei als UTF-8 speichern.");
    if (cell.length > 4000 && !LISTS.has(column)) fault("Der Text ist länger als 4000 Zeichen.");
    if (LISTS.has(column)) values[column] = entriesOf(cell);
    else if (AGES.has(column)) values[column] = ageOf(cell, fault);
    else if (DATES.has(column)) values[column] = dateOf(cell, fault);
    else if (column === "ars" && cell !== "" && !isArs(cell)) fault(arsReason(cell));
    else if (column === "rechtskreis") checkRechtskreis(table, cell, fault);
    else if (column === "role") values[column] = roleOf(cell, fault);
    else if (column === "surnames" && cell !== "" && parseSurnames(cell) === null) {
      fault(`„${cell}“ ist keine Buchstabenangabe. Beispiele: „A-K“, „L, P, S (ohne St), W“, „Sch“.`);
    }
  }
  return values;
}

const entriesOf = (cell: string): readonly string[] =>
  cell
    .split("|")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

function ageOf(cell: string, fault: (reason: string) => void): number | null {
  if (cell === "") return null;
  if (/^\d{1,3}$/.test(cell) && Number(cell) <= 130) return Number(cell);
  fault(`„${cell}“ ist kein Alter in ganzen Jahren.`);
  return null;
}

/** ISO dates, or as people write them: 22.11.2026. */
function dateOf(cell: string, fault: (reason: string) => void): string {
  if (cell === "") return "";
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
  const iso = german ? `${german[3]}-${german[2]?.padStart(2, "0")}-${german[1]?.padStart(2, "0")}` : cell;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  if (day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso)) return iso;
  fault(`„${cell}“ ist kein Datum. Erwartet: 2026-11-22 oder 22.11.2026.`);
  return "";
}

function arsReason(cell: string): string {
  if (!/^\d+$/.test(cell)) return `„${cell}“ ist kein Regionalschlüssel: nur Ziffern.`;
  const digits = `„${cell}“ ist kein Regionalschlüssel: erwartet 2, 3, 5, 9 oder 12 Ziffern, gefunden ${cell.length}.`;
  if (cell.length === 8)
    return `${digits} Das scheint der Gemeindeschlüssel (AGS) zu sein; gebraucht wird der ARS.`;
  if (isArs(`0${cell}`)) return `${digits} Fehlt die führende Null?`;
  return [2, 3, 5, 9, 12].includes(cell.length)
    ? `„${cell}“ ist kein Regionalschlüssel: Die ersten zwei Ziffern sind kein Land (01 bis 16).`
    : digits;
}

function checkRechtskreis(table: TableName, cell: string, fault: (reason: string) => void): void {
  const codes = table === "topics" ? [cell] : entriesOf(cell);
  for (const code of codes) {
    if (code !== "" && !(rechtskreisCodes as readonly string[]).includes(code)) {
      fault(`„${code}“ ist kein Rechtskreis. Möglich: ${rechtskreisCodes.join(", ")}.`);
    }
  }
}

function roleOf(cell: string, fault: (reason: string) => void): string {
  const role = cell.toLowerCase();
  if (role === "" || role === "responsible" || role === "zuständig") return "responsible";
  if (role === "contact" || role === "ansprechstelle" || role === "kontakt") return "contact";
  fault(`„${cell}“ ist keine Rolle: „responsible“ (zuständig) oder „contact“ (Ansprechstelle).`);
  return "responsible";
}

export const emptyTables = (): Record<TableName, Row[]> =>
  Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as Record<TableName, Row[]>;
