import writeXlsxFile from "write-excel-file/node";
import { rowsOfTable } from "./export-csv.js";
import { type DirectoryData, tableNames } from "./model.js";

/**
 * The directory as a workbook with four sheets; importing it again gives the same directory. Every cell is text, so
 * that Excel neither drops the leading zero of an ARS nor runs a cell as a formula.
 */
export async function exportXlsx(data: DirectoryData): Promise<Uint8Array> {
  const sheets = tableNames.map((table) => ({
    sheet: table,
    stickyRowsCount: 1,
    data: rowsOfTable(data, table).map((row, at) =>
      row.map((value) =>
        value === "" ? null : { value, type: String, ...(at === 0 ? { fontWeight: "bold" as const } : {}) },
      ),
    ),
  }));
  return writeXlsxFile(sheets).toBuffer();
}
