import { describe, expect, test } from "@jest/globals";
import writeExcelFile from "write-excel-file/node";
import { type Block, isRefused, type ParsedDocument } from "../../../knowledge/documents/document.js";
import { parseDocument } from "../../../knowledge/documents/parse.js";
import { docxOf, paragraph, pdfOf, zipOf } from "./made-files.js";

const read = async (name: string, content: string | Buffer): Promise<ParsedDocument> => {
  const parsed = await parseDocument({ name, bytes: Buffer.from(content) });
  if (isRefused(parsed)) throw new Error(parsed.refused);
  return parsed;
};
const reason = async (name: string, content: string | Buffer): Promise<string> => {
  const parsed = await parseDocument({ name, bytes: Buffer.from(content) });
  return isRefused(parsed) ? parsed.refused : "read";
};
const shape = (blocks: readonly Block[]): string[] =>
  blocks.map(({ kind, level, text }) => `${kind}${level || ""}: ${text}`);

describe("a PDF", () => {
  test("keeps the number of the page", async () => {
    const parsed = await read(
      "plan.pdf",
      pdfOf([
        ["Das Jugendamt vergibt die Plaetze.", "Es entscheidet im Mai."],
        ["Auf Seite zwei steht die Kita."],
      ]),
    );
    expect(parsed.pages).toBe(2);
    expect(parsed.blocks.find(({ text }) => text.includes("Kita"))?.page).toBe(2);
    expect(parsed.blocks.find(({ text }) => text.includes("Jugendamt"))?.page).toBe(1);
  });

  test("joins words that were hyphenated at the end of a line", async () => {
    const { blocks } = await read(
      "plan.pdf",
      pdfOf([["Wer Wohngeld will, stellt bei der Wohn-", "geldstelle einen Antrag."]]),
    );
    expect(blocks.map(({ text }) => text).join(" ")).toContain("Wohngeldstelle");
  });

  test("without text is reported as a scan", async () => {
    expect(await reason("scan.pdf", pdfOf([[], []]))).toMatch(/gescannt|Scan/);
  });

  test("with a password is refused as such, a broken one as broken", async () => {
    const locked = pdfOf(
      [["Geheim"]],
      "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) >> /ID [<00> <00>]",
    );
    expect(await reason("geheim.pdf", locked)).toContain("Kennwort");
    expect(await reason("kaputt.pdf", "%PDF-1.7\nnichts")).toMatch(/beschädigt/);
  });
});

describe("a Word document", () => {
  test("keeps headings and the rows of tables with the names of their columns", async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join("")}</w:tr>`;
    const { blocks } = await read(
      "plan.docx",
      docxOf(
        `${paragraph("Wer hilft", "berschrift1")}${paragraph("Das Jugendamt hilft.")}<w:tbl>${row("Amt", "Zimmer")}${row("Jugendamt", "12")}</w:tbl>`,
      ),
    );
    expect(shape(blocks).slice(0, 2)).toEqual(["heading1: Wer hilft", "paragraph: Das Jugendamt hilft."]);
    expect(
      blocks
        .filter(({ kind }) => kind === "row")
        .map(({ text }) => text)
        .join(),
    ).toMatch(/Jugendamt.*12/);
  });

  test("that is something else in a ZIP is refused", async () => {
    expect(await reason("plan.docx", zipOf({ "notiz.txt": "Notiz" }))).toBe(
      "Die Datei ist kein Word-Dokument.",
    );
  });
});

test("a workbook gives its rows with the names of their columns", async () => {
  const rows = [
    ["Amt", "Telefon"],
    ["Wohngeldstelle", "030 23125 77"],
  ];
  const buffer = await writeExcelFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer();
  const { blocks } = await read("liste.xlsx", buffer);
  expect(blocks.map(({ text }) => text).join("\n")).toMatch(/Amt: Wohngeldstelle.*Telefon: 030 23125 77/);
});

describe("a web page", () => {
  test("gives what a reader sees", async () => {
    const { title, blocks } = await read(
      "seite.html",
      "<html><head><title>Wohngeld</title><script>geheim()</script></head><body><nav>Start</nav><h1>Wohngeld</h1>" +
        "<p>Ein Zuschuss.</p><ul><li>Mietvertrag</li><li>Ausweis</li></ul><p hidden>Nicht zu sehen</p></body></html>",
    );
    expect(title).toBe("Wohngeld");
    expect(shape(blocks)).toEqual([
      "heading1: Wohngeld",
      "paragraph: Ein Zuschuss.",
      "item: Mietvertrag",
      "item: Ausweis",
    ]);
  });

  test("may be nested ten thousand deep", async () => {
    const { blocks } = await read("tief.html", `${"<div>".repeat(10_000)}Ganz unten steht ein Satz.`);
    expect(blocks.map(({ text }) => text)).toEqual(["Ganz unten steht ein Satz."]);
  });
});

describe("text", () => {
  test.each([
    ["UTF-8", Buffer.from("Die Straße führt über Düren.")],
    ["UTF-8 with a mark", Buffer.from("\uFEFFDie Straße führt über Düren.")],
    ["Windows-1252", Buffer.from("Die Straße führt über Düren.", "latin1")],
    ["UTF-16", Buffer.from("\uFEFFDie Straße führt über Düren.", "utf16le")],
  ])("is read in %s", async (_, bytes) => {
    expect((await read("weg.txt", bytes)).blocks[0]?.text).toBe("Die Straße führt über Düren.");
  });

  test("in Markdown keeps headings, lists and tables", async () => {
    const { blocks, title } = await read(
      "m.md",
      "# Amt\n\n- eins\n- zwei\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
    );
    expect(title).toBe("Amt");
    expect(shape(blocks)).toEqual(["heading1: Amt", "item: eins", "item: zwei", "row: A: 1 · B: 2"]);
  });
});
