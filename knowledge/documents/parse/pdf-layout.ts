import type { Block } from "../document.js";
import { tableRow } from "./markdown.js";
import { joinHyphens } from "./text.js";

/** A piece of text as the PDF draws it; x, y, width, size in points, y upwards. */
export type Run = {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
};

type Line = {
  readonly page: number;
  readonly text: string;
  readonly y: number;
  /** Where its last letter ends. */
  readonly right: number;
  readonly size: number;
  readonly bold: boolean;
  readonly cells: readonly string[];
};

/** A line shorter than this share of the text's width ends a paragraph. */
const SHORT_LINE = 0.8;
const ITEM = /^(?:[•▪●○◦·\uf0b7–*-]|\(?\d{1,2}[.)]|[a-z]\))\s+(?=\S)/u;

/** Runs of all pages as blocks: headings, paragraphs, list items, table rows; page headers, footers and numbers left out. */
export const layOut = (runs: readonly Run[], pages: number): Block[] => {
  const lines = withoutRepeats(linesOf(runs), pages);
  const body = commonSize(lines);
  const right = textEdge(lines);
  const blocks: Block[] = [];
  let open: Line[] = [];
  let kind: Block["kind"] = "paragraph";
  const close = (): void => {
    const first = open[0];
    const text = joinHyphens(open.map((l) => l.text));
    if (first && text) {
      const level = kind === "heading" ? headingLevel(first, body) : 0;
      blocks.push({ kind, level, text: kind === "item" ? text.replace(ITEM, "") : text, page: first.page });
    }
    open = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const table = tableAt(lines, i);
    if (table > 0) {
      close();
      blocks.push(...rowsOf(lines.slice(i, i + table)));
      i += table - 1;
      continue;
    }
    const line = lines[i] as Line;
    const next: Block["kind"] = isHeading(line, body)
      ? "heading"
      : ITEM.test(line.text)
        ? "item"
        : "paragraph";
    const last = open.at(-1);
    if (last && !goesOn(last, line, kind, next, right)) close();
    if (open.length === 0) kind = next;
    open.push(line);
  }
  close();
  return blocks;
};

/** Whether a line belongs to the block of the line before it. */
const goesOn = (last: Line, line: Line, kind: Block["kind"], next: Block["kind"], right: number): boolean => {
  const gap = (last.y - line.y) / Math.max(line.size, 1);
  const samePage = last.page === line.page;
  if (next === "heading" || kind === "heading") {
    return next === kind && samePage && Math.abs(last.size - line.size) < 0.6 && gap > 0 && gap < 1.9;
  }
  if (next === "item") return false;
  // A line that ends early, before a capital, was the last of its paragraph.
  const endsEarly =
    last.right < right * SHORT_LINE && !/-$/.test(last.text) && /^[\p{Lu}\d]/u.test(line.text);
  if (endsEarly) return false;
  return samePage ? gap < 1.75 && gap > -0.5 : !/[.!?:]$/.test(last.text);
};

/** Number of lines of a table that starts here: neighbours with the same number (two or more) of cells. */
const tableAt = (lines: readonly Line[], from: number): number => {
  const first = lines[from] as Line;
  if (first.cells.length < 2) return 0;
  let to = from + 1;
  while (lines[to]?.page === first.page && lines[to]?.cells.length === first.cells.length) to++;
  return to - from > 1 ? to - from : 0;
};

/** A first row in bold names the columns. */
const rowsOf = (lines: readonly Line[]): Block[] => {
  const [first] = lines;
  const header = first?.bold ? first.cells : [];
  return (first?.bold ? lines.slice(1) : lines).map((line) => ({
    kind: "row",
    level: 0,
    text: tableRow(header, line.cells),
    page: line.page,
  }));
};

const linesOf = (runs: readonly Run[]): Line[] => {
  const lines: Line[] = [];
  let current: Run[] = [];
  const close = (): void => {
    if (current.length) {
      const line = lineOf(current);
      if (line.text) lines.push(line);
    }
    current = [];
  };
  for (const run of runs) {
    const last = current.at(-1);
    if (
      last &&
      (last.page !== run.page || Math.abs(last.y - run.y) > Math.max(last.size, run.size, 4) * 0.45)
    )
      close();
    current.push(run);
  }
  close();
  return lines;
};

const lineOf = (runs: readonly Run[]): Line => {
  const sorted = [...runs].sort((a, b) => a.x - b.x);
  let text = "";
  let end: number | null = null;
  let boldLetters = 0;
  let letters = 0;
  let size = 0;
  for (const run of sorted) {
    const n = run.text.trim().length;
    if (end !== null && n && run.x - end > run.size * 0.18 && !text.endsWith(" "))
      text += run.x - end > run.size * 2.5 ? "\t" : " ";
    text += run.text;
    if (n) end = run.x + run.width;
    letters += n;
    if (run.bold) boldLetters += n;
    if (n) size = Math.max(size, run.size);
  }
  const first = sorted[0];
  const cells = text.split("\t").map((c) => c.replace(/\s+/g, " ").trim());
  return {
    page: first?.page ?? 1,
    text: cells.filter(Boolean).join(" "),
    y: first?.y ?? 0,
    right: end ?? 0,
    size,
    bold: letters > 0 && boldLetters >= letters * 0.9,
    cells,
  };
};

/** The size in which most letters are set. */
const commonSize = (lines: readonly Line[]): number => {
  const letters = new Map<number, number>();
  for (const l of lines)
    letters.set(Math.round(l.size * 2) / 2, (letters.get(Math.round(l.size * 2) / 2) ?? 0) + l.text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 11;
};

/** The right edge of running text: most long lines end near it. */
const textEdge = (lines: readonly Line[]): number => {
  const ends = lines.map((l) => l.right).sort((a, b) => a - b);
  return ends[Math.floor(ends.length * 0.9)] ?? 0;
};

const isHeading = (line: Line, body: number): boolean => {
  const text = line.text;
  if (text.length > 160 || !/\p{L}{2}/u.test(text) || line.cells.length > 2) return false;
  if (/[.,;]$/.test(text) && !/\b(?:Abs|Nr|ff)\.$/.test(text)) return false;
  return line.size > body * 1.12 || line.bold;
};

const headingLevel = (line: Line, body: number): number => {
  const ratio = line.size / body;
  if (ratio > 1.5) return 1;
  if (ratio > 1.12) return 2;
  return 3;
};

/** Without what stands at the same height on most pages (letterheads, footers) and bare page numbers. */
const withoutRepeats = (lines: readonly Line[], pages: number): Line[] => {
  const key = (l: Line): string => `${Math.round(l.y / 4)}|${l.text.replace(/\d+/g, "#")}`;
  const seen = new Map<string, Set<number>>();
  for (const l of lines) {
    const at = seen.get(key(l)) ?? new Set<number>();
    at.add(l.page);
    seen.set(key(l), at);
  }
  const often = Math.max(3, pages * 0.5);
  return lines.filter(
    (l) =>
      (seen.get(key(l))?.size ?? 0) < often &&
      !/^(?:Seite\s*)?[-–]?\s*\d{1,4}\s*(?:[-–]|(?:von|\/)\s*\d{1,4})?$/.test(l.text),
  );
};
