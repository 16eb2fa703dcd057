import readXlsxFile from "read-excel-file/node";
import { checkZip } from "../documents/parse/zip-guard.js";
import { isArs } from "./ars.js";
import { checkTables } from "./check.js";
import { rowsOf } from "./import-csv.js";
import { type ImportFault, type ImportResult, type TableName, tableNames } from "./model.js";
import { emptyTables } from "./table-rows.js";

/** Sheets may carry the German names that people give them. */
const german: Readonly<Record<string, TableName>> = {
  orte: "places",
  gemeinden: "places",
  anliegen: "topics",
  themen: "topics",
  stellen: "offices",
  ämter: "offices",
  zuständigkeiten: "responsibilities",
  regeln: "responsibilities",
};

const MOST_BYTES = 30_000_000;
const NO_WORKBOOK = "Die Datei ist keine lesbare Excel-Arbeitsmappe (.xlsx).";

/**
 * Imports a workbook with one sheet for each of the four tables. Cells that Excel has turned into numbers and dates
 * are turned back (an ARS gets its leading zero again). Resolves with faults for whatever is no such workbook.
 */
export async function importXlsx(name: string, bytes: Uint8Array): Promise<ImportResult> {
  if (bytes.length > MOST_BYTES) return fault(name, "Die Arbeitsmappe ist größer als 30 MB.");
  const zip = checkZip(bytes);
  if ("refused" in zip) return fault(name, `${NO_WORKBOOK} ${zip.refused}`);
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(Buffer.from(bytes));
  } catch {
    return fault(name, NO_WORKBOOK);
  }
  const faults: ImportFault[] = [];
  const tables = emptyTables();
  const seen = new Set<TableName>();
  for (const { sheet, data } of sheets) {
    const title = sheet.trim().toLowerCase();
    const table = tableNames.find((one) => one === title) ?? german[title];
    if (table === undefined) continue;
    const file = `${name} (Blatt ${sheet})`;
    if (seen.has(table)) faults.push({ file, line: 0, column: "", reason: "Dieses Blatt gibt es zweimal." });
    seen.add(table);
    const [header] = data;
    const columns = (header ?? []).map((cell) =>
      String(cell ?? "")
        .trim()
        .toLowerCase(),
    );
    const records = data
      .map((row, at) => ({ line: at + 1, cells: row.map((cell, i) => textOf(cell, columns[i] ?? "")) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
    tables[table].push(...rowsOf(table, file, records, faults));
  }
  for (const table of tableNames) {
    if (!seen.has(table))
      faults.push({ file: name, line: 0, column: "", reason: `Das Blatt „${table}“ fehlt.` });
  }
  return checkTables(tables, faults);
}

const fault = (file: string, reason: string): ImportResult => ({
  faults: [{ file, line: 0, column: "", reason }],
});

function textOf(cell: unknown, column: string): string {
  if (cell === null || cell === undefined) return "";
  // Excel dates have no zone; the reader gives them as UTC midnight.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  const text = String(cell);
  if (typeof cell === "number" && column === "ars" && !isArs(text) && isArs(`0${text}`)) return `0${text}`;
  if (typeof cell === "number" && column === "postcodes" && text.length === 4) return `0${text}`;
  return text;
}
