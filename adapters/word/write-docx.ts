import type { WordBlock, WordDocument } from "../../bot/outbox/word-document.js";
import { zip } from "./zip.js";

/**
 * An Office Open XML document (ECMA-376, WordprocessingML) with real headings, lists and table heads, so that a
 * screen reader finds its way. Holds no author, no dates and no history: nothing but what it says.
 */
export function writeDocx(document: WordDocument): Buffer {
  const entry = (name: string, xml: string) => ({
    name,
    content: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  });
  return zip([
    entry("[Content_Types].xml", contentTypes),
    entry("_rels/.rels", relations),
    entry("docProps/core.xml", coreProperties(document)),
    entry("word/_rels/document.xml.rels", documentRelations),
    entry("word/styles.xml", styles(document.language)),
    entry("word/document.xml", body(document)),
  ]);
}

const officeTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const word = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${officeTypes}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${officeTypes}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const relations = `<Relationships xmlns="${packageRelations}"><Relationship Id="r1" Type="${officeRelations}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const documentRelations = `<Relationships xmlns="${packageRelations}"><Relationship Id="r1" Type="${officeRelations}/styles" Target="styles.xml"/></Relationships>`;

function coreProperties({ title, language }: WordDocument): string {
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>${escaped(language)}</dc:language></cp:coreProperties>`;
}

function styles(language: string): string {
  const heading = (id: string, name: string, level: number, size: number) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;
  return `<w:styles ${word}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="${escaped(language)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${heading("Heading1", "heading 1", 0, 32)}${heading("Heading2", "heading 2", 1, 26)}</w:styles>`;
}

function body({ title, blocks }: WordDocument): string {
  const parts = [paragraph(title, "Heading1"), ...blocks.map(block)];
  return `<w:document ${word}><w:body>${parts.join("")}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function block(one: WordBlock): string {
  switch (one.kind) {
    case "heading":
      return paragraph(one.text, "Heading2");
    case "text":
      return one.text
        .split("\n")
        .map((line) => paragraph(line))
        .join("");
    case "list":
      return one.lines.map((line) => paragraph(`– ${line.replaceAll("\n", " ")}`)).join("");
    case "table":
      return table(one.rows);
  }
}

function table(rows: readonly (readonly string[])[]): string {
  const edge = (side: string) => `<w:${side} w:val="single" w:sz="4" w:color="767676"/>`;
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map(edge).join("");
  const columns = (rows[0] ?? []).map(() => "<w:gridCol/>").join("");
  const lines = rows.map((row, i) => {
    const head = i === 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : "";
    const cells = row.map(
      (text) =>
        `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraph(text, undefined, i === 0)}</w:tc>`,
    );
    return `<w:tr>${head}${cells.join("")}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${edges}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${lines.join("")}</w:tbl>${paragraph("")}`;
}

function paragraph(text: string, style?: string, bold = false): string {
  const look = style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  const run = bold ? "<w:rPr><w:b/></w:rPr>" : "";
  return `<w:p>${look}<w:r>${run}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

/** XML 1.0 knows no control characters but tab and line end, and no lone surrogates: they are left out. */
function escaped(text: string): string {
  return text
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
