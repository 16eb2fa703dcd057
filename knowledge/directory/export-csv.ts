import { type DirectoryData, type TableName, tableNames } from "./model.js";
import { columnsOf } from "./table-rows.js";

type Entry = Readonly<Record<string, string | number | null | readonly string[]>>;

/**
 * The four CSV files of a directory; importing them again gives the same directory. Cells that a spreadsheet would
 * take for a formula ("+49 …", "=…") are left as they are, since a sign put before them would come back as data:
 * these files are for keeping and exchange. Lists made for reading go through {@link withoutFormulas}.
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
  return rows.map((row) => `${row.map(quoted).join(";")}\n`).join("");
}

const quoted = (cell: string): string => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A cell that no spreadsheet runs: for lists that people open, never for files that are imported again. */
export const withoutFormulas = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
