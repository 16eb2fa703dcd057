import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { readCsv } from "../../knowledge/directory/read-csv.js";
import { checkZip } from "../../knowledge/documents/parse/zip-guard.js";

/** The columns of the table with which running cases are taken over; the order does not matter, most may be missing. */
export const caseColumns = [
  "Fallführung",
  "Gemeinde",
  "Themen",
  "Personen",
  "Altersgruppe",
  "Sprachen",
  "Dolmetschen",
  "Status",
  "Status bis",
  "Dringlichkeit",
  "Phase",
  "Ziele",
  "Maßnahmen",
  "Wiedervorlage",
  "Notiz",
  "Einwilligungen",
  "Informiert",
  "Nachweis",
  "Angelegt am",
] as const;
export type CaseColumn = (typeof caseColumns)[number];

/** A fault of a file: the line counts from 1 (the header row); the reason is German and repeats nothing personal. */
export type TableFault = {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly reason: string;
};

export type TableRow = {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<CaseColumn, string>>>;
};

export type CaseTable = { readonly rows: readonly TableRow[]; readonly faults: readonly TableFault[] };

type Line = { readonly line: number; readonly cells: readonly string[] };

/** Reads a CSV file or the first sheet of a workbook. */
export async function readCaseTable(path: string): Promise<CaseTable> {
  const file = basename(path);
  const bytes = await readFile(path);
  if (extname(path).toLowerCase() === ".xlsx") {
    const zip = checkZip(bytes);
    if ("refused" in zip) return failed(file, zip.refused);
    const lines = await linesOfWorkbook(bytes);
    return lines
      ? rowsOf(file, lines, [])
      : failed(file, "Die Datei ist keine lesbare Excel-Arbeitsmappe (.xlsx).");
  }
  const { records, problems } = readCsv(bytes.toString("utf8"));
  const faults = problems.map(({ line, reason }) => ({ file, line, column: "", reason }));
  return rowsOf(file, records, faults);
}

function rowsOf(file: string, lines: readonly Line[], found: readonly TableFault[]): CaseTable {
  const faults = [...found];
  const [head, ...body] = lines;
  const columns = (head?.cells ?? []).map((cell) => columnOf(cell));
  for (const [i, column] of columns.entries()) {
    const name = head?.cells[i]?.trim() ?? "";
    if (column === undefined && name !== "") {
      faults.push({
        file,
        line: 1,
        column: name,
        reason: `Diese Spalte gibt es nicht. Möglich sind: ${caseColumns.join(", ")}.`,
      });
    }
  }
  for (const needed of ["Fallführung", "Gemeinde", "Themen"] as const) {
    if (!columns.includes(needed))
      faults.push({ file, line: 1, column: needed, reason: "Diese Spalte fehlt." });
  }
  if (body.length === 0)
    faults.push({ file, line: 1, column: "", reason: "Die Tabelle hat keine Zeile mit einem Fall." });
  const rows = body.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      columns.flatMap((column, i) => (column ? [[column, (cells[i] ?? "").trim()]] : [])),
    ) as TableRow["cells"],
  }));
  return { rows, faults };
}

function columnOf(cell: string): CaseColumn | undefined {
  const name = cell.trim().toLowerCase();
  return caseColumns.find((column) => column.toLowerCase() === name);
}

async function linesOfWorkbook(bytes: Buffer): Promise<readonly Line[] | undefined> {
  const { default: readXlsxFile } = await import("read-excel-file/node");
  try {
    const [sheet] = await readXlsxFile(bytes);
    return (sheet?.data ?? [])
      .map((row, at) => ({ line: at + 1, cells: row.map((cell) => textOf(cell)) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  } catch {
    return undefined;
  }
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === "string" || typeof cell === "number" ? String(cell) : "";
}

function failed(file: string, reason: string): CaseTable {
  return { rows: [], faults: [{ file, line: 0, column: "", reason }] };
}
