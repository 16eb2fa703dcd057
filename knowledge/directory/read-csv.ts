/** One record of a CSV file with the line it begins on (from 1). */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

export type CsvProblem = { readonly line: number; readonly reason: string };

/**
 * Reads CSV (RFC 4180) with `;` or `,`, with or without a byte order mark, any line ends. Written by hand because
 * a directory keeper needs the line on which a cell begins, and all problems of a file in one go. Never throws.
 */
export function readCsv(text: string): {
  readonly records: readonly CsvRecord[];
  readonly problems: readonly CsvProblem[];
} {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const delimiter = delimiterOf(source);
  const records: CsvRecord[] = [];
  const problems: CsvProblem[] = [];
  let cells: string[] = [];
  let line = 1;
  let begins = 1;
  let at = 0;
  const endRecord = (): void => {
    if (cells.some((cell) => cell.trim() !== "")) records.push({ line: begins, cells });
    cells = [];
  };
  while (at < source.length) {
    if (cells.length === 0) begins = line;
    if (source[at] === '"') {
      const opened = line;
      let cell = "";
      at++;
      for (;;) {
        const quote = source.indexOf('"', at);
        if (quote < 0) {
          problems.push({ line: opened, reason: "Anführungszeichen wird nicht geschlossen." });
          cell += source.slice(at);
          at = source.length;
          break;
        }
        cell += source.slice(at, quote);
        at = quote + 1;
        if (source[at] !== '"') break;
        cell += '"';
        at++;
      }
      line += lineBreaks(cell);
      cells.push(cell);
      const rest = unquotedEnd(source, at, delimiter);
      if (source.slice(at, rest).trim() !== "") {
        problems.push({ line, reason: "Nach dem schließenden Anführungszeichen steht noch Text." });
      }
      at = rest;
    } else {
      const end = unquotedEnd(source, at, delimiter);
      cells.push(source.slice(at, end));
      at = end;
    }
    if (at >= source.length) break;
    if (source[at] === delimiter) {
      at++;
      // A delimiter at the very end stands before an empty cell.
      if (at >= source.length || source[at] === "\n" || source[at] === "\r") cells.push("");
      else continue;
    }
    if (at >= source.length) break;
    endRecord();
    at += source[at] === "\r" && source[at + 1] === "\n" ? 2 : 1;
    line++;
  }
  endRecord();
  return { records, problems };
}

function unquotedEnd(source: string, from: number, delimiter: string): number {
  let at = from;
  while (at < source.length && source[at] !== delimiter && source[at] !== "\n" && source[at] !== "\r") at++;
  return at;
}

const lineBreaks = (text: string): number => (text.match(/\r\n|\r|\n/g) ?? []).length;

/** The header decides: its column names hold neither of the two signs. */
function delimiterOf(source: string): ";" | "," {
  const header = source.slice(0, unquotedEnd(source, 0, "\n"));
  return header.split(";").length >= header.split(",").length ? ";" : ",";
}
