import type { Block, Refused } from "../document.js";
import { tableRow } from "./markdown.js";
import { checkZip } from "./zip-guard.js";

const MOST_ROWS = 50_000;
/** Names that Excel gives by itself say nothing. */
const UNNAMED = /^(?:Tabelle|Sheet|Blatt)\s?\d*$/i;

/** Workbooks: a heading for each sheet, a row of the sheet as one line that names its columns. */
export const parseXlsx = async (bytes: Uint8Array): Promise<{ blocks: Block[] } | Refused> => {
  const zip = checkZip(bytes);
  if ("refused" in zip) return zip;
  if (!zip.names.has("xl/workbook.xml")) return { refused: "Die Datei ist keine Excel-Arbeitsmappe." };
  const { default: readXlsxFile } = await import("read-excel-file/node");
  const blocks: Block[] = [];
  let rows = 0;
  for (const { sheet, data } of await readXlsxFile(Buffer.from(bytes))) {
    rows += data.length;
    if (rows > MOST_ROWS) return { refused: `Die Arbeitsmappe hat mehr als ${MOST_ROWS} Zeilen.` };
    const lines = data.map((row) => row.map(cellText)).filter((cells) => cells.some(Boolean));
    if (lines.length === 0) continue;
    if (!UNNAMED.test(sheet.trim()))
      blocks.push({ kind: "heading", level: 2, text: sheet.trim(), page: null });
    blocks.push(...rowsOf(lines));
  }
  return { blocks };
};

/** The first row with several filled cells names the columns; what stands above it is text. */
const rowsOf = (lines: readonly (readonly string[])[]): Block[] => {
  const header = lines.findIndex((cells) => cells.filter(Boolean).length > 1);
  const names = header >= 0 && lines.length > header + 1 ? (lines[header] ?? []) : [];
  return lines.flatMap((cells, i): Block[] => {
    if (i < header || names.length === 0)
      return [{ kind: "paragraph", level: 0, text: cells.filter(Boolean).join(" · "), page: null }];
    return i === header ? [] : [{ kind: "row", level: 0, text: tableRow(names, cells), page: null }];
  });
};

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return "";
  // Excel dates have no time zone; the library puts them at midnight UTC.
  if (cell instanceof Date)
    return `${two(cell.getUTCDate())}.${two(cell.getUTCMonth() + 1)}.${cell.getUTCFullYear()}`;
  if (typeof cell === "number") return String(cell).replace(".", ",");
  if (typeof cell === "boolean") return cell ? "ja" : "nein";
  return String(cell).replace(/\s+/g, " ").trim();
};

const two = (n: number): string => String(n).padStart(2, "0");
