import type { Block } from "../document.js";
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
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly cells: readonly string[];
};

const ITEM = /^(?:[•▪●○◦·\uf0b7–*-]|\(?\d{1,2}[.)]|[a-z]\))\s+(?=\S)/u;

/** Runs of all pages as blocks: lines, paragraphs, list items, headings; page headers, footers and numbers left out. */
export const layOut = (runs: readonly Run[], pages: number): Block[] => {
  const lines = withoutRepeats(linesOf(runs), pages);
  const body = commonSize(lines);
  const blocks: Block[] = [];
  let open: Line[] = [];
  let kind: Block["kind"] = "paragraph";
  const close = (): void => {
    const first = open[0];
    if (first) {
      const text = joinHyphens(open.map((l) => l.text));
      if (text)
        blocks.push({
          kind,
          level: kind === "heading" ? headingLevel(first, body) : 0,
          text: kind === "item" ? text.replace(ITEM, "") : text,
          page: first.page,
        });
    }
    open = [];
    kind = "paragraph";
  };
  for (const [i, line] of lines.entries()) {
    const last = open.at(-1);
    const heading = isHeading(line, body);
    const item = !heading && ITEM.test(line.text);
    if (last) {
      const gap = last.page === line.page ? (last.y - line.y) / Math.max(line.size, 1) : 0;
      const sameHeading =
        heading && kind === "heading" && Math.abs(last.size - line.size) < 0.6 && gap < 1.9 && gap > 0;
      const goesOn =
        !heading &&
        kind !== "heading" &&
        !item &&
        (last.page === line.page ? gap < 1.75 && gap > -0.5 : !/[.!?:]$/.test(last.text));
      if (!(sameHeading || goesOn)) close();
    }
    if (open.length === 0) kind = heading ? "heading" : item ? "item" : "paragraph";
    open.push(line);
    if (i === lines.length - 1) close();
  }
  return blocks;
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
    x: first?.x ?? 0,
    y: first?.y ?? 0,
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
