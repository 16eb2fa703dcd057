import type { Block } from "../document.js";

type Token = {
  readonly type: string;
  readonly tag: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
};

/** Markdown as blocks; raw HTML inside is text, never executed and never followed. */
export const parseMarkdown = async (text: string): Promise<Block[]> => {
  const { default: MarkdownIt } = await import("markdown-it");
  const tokens: Token[] = new MarkdownIt({ html: false, linkify: false, maxNesting: 20 }).parse(text, {});
  const blocks: Block[] = [];
  let heading = 0;
  let items = 0;
  let freshItem = false;
  let header: string[] = [];
  let row: string[] | null = null;
  let inHead = false;
  for (const token of tokens) {
    if (token.type === "heading_open") heading = Number(token.tag.slice(1));
    else if (token.type === "heading_close") heading = 0;
    else if (token.type === "list_item_open") {
      items++;
      freshItem = true;
    } else if (token.type === "list_item_close") items--;
    else if (token.type === "table_open") header = [];
    else if (token.type === "thead_open") inHead = true;
    else if (token.type === "thead_close") inHead = false;
    else if (token.type === "tr_open") row = [];
    else if (token.type === "tr_close" && row) {
      if (inHead) header = row;
      else blocks.push({ kind: "row", level: 0, text: tableRow(header, row), page: null });
      row = null;
    } else if (token.type === "fence" || token.type === "code_block") {
      blocks.push({ kind: "paragraph", level: 0, text: token.content.trim(), page: null });
    } else if (token.type === "inline") {
      const line = plain(token);
      if (row) row.push(line.replace(/\s+/g, " "));
      else if (!line) continue;
      else if (heading)
        blocks.push({ kind: "heading", level: heading, text: line.replace(/\s+/g, " "), page: null });
      else if (items && freshItem) {
        blocks.push({ kind: "item", level: 0, text: line, page: null });
        freshItem = false;
      } else blocks.push({ kind: "paragraph", level: 0, text: line, page: null });
    }
  }
  return blocks.filter((b) => b.text !== "");
};

const plain = (inline: Token): string =>
  (inline.children ?? [])
    .map((c) => {
      if (c.type === "softbreak") return " ";
      if (c.type === "hardbreak") return "\n";
      if (c.type === "text" || c.type === "code_inline" || c.type === "image") return c.content;
      return "";
    })
    .join("")
    .trim();

/** A table row that can be understood without its table: "Frist: 4 Wochen · Stelle: Ausländeramt". */
export const tableRow = (header: readonly string[], cells: readonly string[]): string =>
  cells
    .map((cell, i) => {
      const name = header[i]?.replace(/:$/, "");
      return cell && name ? `${name}: ${cell}` : cell;
    })
    .filter(Boolean)
    .join(" · ");
