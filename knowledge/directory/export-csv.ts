import { withoutFormula } from "./formula-cells.js";
import { type DirectoryData, type TableName, tableNames } from "./model.js";
import { columnsOf } from "./table-rows.js";

type Entry = Readonly<Record<string, string | number | null | readonly string[]>>;

/**
 * The four CSV files of a directory; importing them again gives the same directory. Directories come from others: what
 * a spreadsheet would run as a formula ("=…") gets an apostrophe, which the import takes off again.
 */
export function exportCsv(data: DirectoryData): readonly { readonly name: string; readonly text: string }[] {
  return tableNames.map((table) => ({ name: `${table}.csv`, text: csvOf(rowsOfTable(data, table)) }));
}

/** Header and rows of one table as text cells. */
export function rowsOfTable(data: DirectoryData, table: TableName): readonly (readonly string[])[] {
  const columns = columnsOf(table);
  return [
    columns,
    ...(data[table] as readonly Entry[]).map((entry) => columns.map((column) => cellOf(entry[column]))),
  ];
}

function cellOf(value: Entry[string] | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? value.join("|") : String(value);
}

function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(withoutFormula(cell))).join(";")}\n`).join("");
}

const quoted = (cell: string): string => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
