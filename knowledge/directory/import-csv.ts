import { checkTables } from "./check.js";
import { withFormula } from "./formula-cells.js";
import { type ImportFault, type ImportResult, type TableName, tableNames } from "./model.js";
import { readCsv } from "./read-csv.js";
import { columnsOf, emptyTables, type Row, requiredColumns } from "./table-rows.js";

/**
 * Imports the four CSV files of a folder (places, topics, offices, responsibilities), told apart by their names.
 * Takes decoded text; a byte order mark, `;` or `,` and any line ends are fine. All faults come in one run, and
 * with one fault there are no data. Files of other names are left alone with a warning. Never throws.
 */
export function importCsv(files: readonly { readonly name: string; readonly text: string }[]): ImportResult {
  const faults: ImportFault[] = [];
  const ignored: ImportFault[] = [];
  const tables = emptyTables();
  const seen = new Map<TableName, string>();
  for (const { name, text } of files) {
    const table = tableOf(name);
    if (table === undefined) {
      ignored.push({
        file: name,
        line: 0,
        column: "",
        reason: "Diese Datei gehört nicht zum Verzeichnis und wurde nicht gelesen.",
      });
      continue;
    }
    const before = seen.get(table);
    if (before !== undefined)
      faults.push({ file: name, line: 0, column: "", reason: `Dieselbe Liste steht schon in ${before}.` });
    seen.set(table, name);
    const { records, problems } = readCsv(text);
    for (const { line, reason } of problems) faults.push({ file: name, line, column: "", reason });
    const typed = records.map(({ line, cells }) => ({ line, cells: cells.map(withFormula) }));
    tables[table].push(...rowsOf(table, name, typed, faults));
  }
  for (const table of tableNames) {
    if (!seen.has(table))
      faults.push({ file: `${table}.csv`, line: 0, column: "", reason: "Diese Datei fehlt." });
  }
  const result = checkTables(tables, faults);
  return "faults" in result ? result : { ...result, warnings: [...ignored, ...result.warnings] };
}

function tableOf(name: string): TableName | undefined {
  const base = name.toLowerCase().replace(/^.*[\\/]/, "");
  return tableNames.find((table) => base === `${table}.csv`);
}

type Record = { readonly line: number; readonly cells: readonly string[] };

/** Rows under a header; the columns may stand in any order, and those that may be empty may be missing. */
export function rowsOf(
  table: TableName,
  file: string,
  records: readonly Record[],
  faults: ImportFault[],
): readonly Row[] {
  const [header, ...rest] = records;
  if (header === undefined) {
    faults.push({ file, line: 1, column: "", reason: "Die Liste ist leer: Die Kopfzeile fehlt." });
    return [];
  }
  const columns = columnsOf(table);
  const names = header.cells.map((cell) => {
    const written = cell.trim().toLowerCase();
    return columns.find((column) => column.toLowerCase() === written) ?? cell.trim();
  });
  const at = { file, line: header.line };
  for (const [i, name] of names.entries()) {
    if (name !== "" && !columns.includes(name))
      faults.push({ ...at, column: name, reason: `Unbekannte Spalte. Möglich: ${columns.join(", ")}.` });
    if (name !== "" && names.indexOf(name) < i)
      faults.push({ ...at, column: name, reason: "Diese Spalte steht zweimal in der Kopfzeile." });
  }
  const missing = requiredColumns(table).filter((column) => !names.includes(column));
  for (const column of missing)
    faults.push({ ...at, column, reason: "Diese Spalte fehlt in der Kopfzeile." });
  if (missing.length > 0) return [];
  return rest.flatMap(({ line, cells }): Row[] => {
    const extra = cells.slice(names.length).some((cell) => cell.trim() !== "");
    if (extra) {
      faults.push({
        file,
        line,
        column: "",
        reason: `Die Zeile hat ${cells.length} Felder, die Kopfzeile ${names.length}. Steht ein Trennzeichen im Text, gehört der Text in Anführungszeichen.`,
      });
      return [];
    }
    return [{ file, line, cells: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""])) }];
  });
}
