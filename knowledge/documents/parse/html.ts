import type { Block } from "../document.js";
import { tableRow } from "./markdown.js";

/** What is used of the nodes that cheerio (domhandler) builds. */
type Node = {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
};

const dropped = new Set(
  "script style noscript template svg nav iframe object form button head footer".split(" "),
);
const blockTags = new Set(
  (
    "p div section article main header aside ul ol li dl dt dd table caption tr td th thead tbody tfoot h1 h2 h3 h4 h5 h6 " +
    "blockquote pre figure figcaption address hr br details summary body html fieldset center"
  ).split(" "),
);
/** A table that holds one of these lays out a page; a table of data does not. */
const layoutTags = new Set(["table", "h1", "h2", "h3", "h4", "ul", "ol"]);
const LONGEST_BOLD_HEADING = 100;

/**
 * HTML as blocks: what a reader sees, without navigation, scripts, forms and hidden parts. A short paragraph that is
 * bold throughout is a heading: many editors leave their users no other.
 */
export const parseHtml = async (text: string): Promise<{ title: string | null; blocks: Block[] }> => {
  const { load } = await import("cheerio");
  const $ = load(text);
  const title = tidy($("title").first().text()) || null;
  const writer = blockWriter();
  // Depth first without recursion, so that deep nesting can't overflow the stack: open on the way down, close on the way up.
  const stack: { node: Node; done: boolean }[] = $.root()
    .toArray()
    .map((root) => ({ node: asNode(root), done: false }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, done } = top;
    if (node.type === "text") writer.text(node.data ?? "");
    else if (done) writer.close(node);
    else if ((node.type === "tag" || node.type === "root") && !isHidden(node)) {
      writer.open(node);
      stack.push({ node, done: true });
      for (const child of [...(node.children ?? [])].reverse()) stack.push({ node: child, done: false });
    }
  }
  return { title, blocks: writer.done() };
};

/** The tree is built by cheerio; only the fields named in `Node` are read. */
const asNode = (node: unknown): Node => node as Node;

const isHidden = ({ name = "", attribs = {} }: Node): boolean =>
  dropped.has(name) || "hidden" in attribs || /display\s*:\s*none/i.test(attribs.style ?? "");

const tidy = (text: string): string => text.replace(/[\s\u00a0]+/g, " ").trim();

type Writer = {
  readonly text: (text: string) => void;
  readonly open: (node: Node) => void;
  readonly close: (node: Node) => void;
  readonly done: () => Block[];
};

const blockWriter = (): Writer => {
  const blocks: Block[] = [];
  let line = "";
  let boldLetters = 0;
  let bold = 0;
  let kind: Block["kind"] = "paragraph";
  let level = 0;
  let table: { header: string[]; row: string[] | null; rowIsHeader: boolean } | null = null;

  const flush = (): void => {
    const content = tidy(line);
    const allBold = content.length > 0 && boldLetters >= content.replace(/\s/g, "").length;
    line = "";
    boldLetters = 0;
    if (!content) return;
    if (kind === "heading") blocks.push({ kind, level, text: content, page: null });
    else if (
      kind === "paragraph" &&
      allBold &&
      content.length <= LONGEST_BOLD_HEADING &&
      !/[.,;!]$/.test(content)
    ) {
      blocks.push({ kind: "heading", level: 6, text: content, page: null });
    } else blocks.push({ kind, level: 0, text: content, page: null });
    if (kind === "item") kind = "paragraph";
  };

  const openInTable = (name: string): void => {
    if (!table) return;
    if (name === "tr") {
      table.row = [];
      table.rowIsHeader = true;
    }
    if (name === "td") table.rowIsHeader = false;
    if (name === "td" || name === "th" || name === "caption") line = "";
    else line += " ";
  };
  const closeInTable = (name: string): void => {
    if (!table) return;
    if (name === "caption") flush();
    else if ((name === "td" || name === "th") && table.row) {
      table.row.push(tidy(line));
      line = "";
    } else if (name === "tr" && table.row) {
      const cells = table.row;
      if (table.rowIsHeader && table.header.length === 0 && cells.length > 1) table.header = cells;
      else if (cells.some(Boolean))
        blocks.push({ kind: "row", level: 0, text: tableRow(table.header, cells), page: null });
      table.row = null;
    }
  };

  return {
    text(text) {
      line += text;
      if (bold > 0) boldLetters += text.replace(/\s/g, "").length;
    },
    open(node) {
      const name = node.name ?? "";
      if (name === "b" || name === "strong") bold++;
      if (!blockTags.has(name)) return;
      if (table) return openInTable(name);
      flush();
      if (/^h[1-6]$/.test(name)) {
        kind = "heading";
        level = Number(name.slice(1));
      } else if (name === "li" || name === "dd") kind = "item";
      else if (name === "table" && isDataTable(node)) table = { header: [], row: null, rowIsHeader: false };
    },
    close({ name = "" }) {
      if (name === "b" || name === "strong") bold--;
      if (!blockTags.has(name)) return;
      if (table) {
        closeInTable(name);
        if (name !== "table") return;
        table = null;
        line = "";
        boldLetters = 0;
      }
      flush();
      kind = "paragraph";
    },
    done() {
      flush();
      return blocks;
    },
  };
};

const isDataTable = (table: Node): boolean => {
  const stack = [...(table.children ?? [])];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (layoutTags.has(node.name ?? "")) return false;
    stack.push(...(node.children ?? []));
  }
  return true;
};
