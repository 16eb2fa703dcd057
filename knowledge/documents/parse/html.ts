import type { Block } from "../document.js";
import { tableRow } from "./markdown.js";

type Node = {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly next?: unknown;
  readonly children?: readonly unknown[];
};

const dropped = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "nav",
  "iframe",
  "object",
  "form",
  "button",
  "head",
  "footer",
]);
const blockTags = new Set(
  (
    "p div section article main header aside ul ol li dl dt dd table tr td th thead tbody h1 h2 h3 h4 h5 h6 blockquote pre " +
    "figure figcaption address hr br details summary body html fieldset center"
  ).split(" "),
);

/** HTML as blocks: what a reader sees, without navigation, scripts and forms. Iterative, so that deep nesting can't overflow the stack. */
export const parseHtml = async (text: string): Promise<{ title: string | null; blocks: Block[] }> => {
  const { load } = await import("cheerio");
  const $ = load(text);
  const title = $("title").first().text().replace(/\s+/g, " ").trim() || null;
  const blocks: Block[] = [];
  let line = "";
  let kind: Block["kind"] = "paragraph";
  let level = 0;
  let header: string[] = [];
  let row: string[] | null = null;
  let rowIsHeader = false;

  const flush = (): void => {
    const content = line.replace(/[\s\u00a0]+/g, " ").trim();
    line = "";
    if (row || !content) return;
    blocks.push({ kind, level: kind === "heading" ? level : 0, text: content, page: null });
    if (kind !== "heading") kind = "paragraph";
  };
  const open = (node: Node, name: string): void => {
    if (!blockTags.has(name)) return;
    if (row && name !== "tr" && name !== "td" && name !== "th") {
      line += " ";
      return;
    }
    if (name === "td" || name === "th") {
      line = "";
      if (name === "td") rowIsHeader = false;
      return;
    }
    flush();
    if (/^h[1-6]$/.test(name)) {
      kind = "heading";
      level = Number(name.slice(1));
    } else if (name === "li" || name === "dd") kind = "item";
    else if (name === "table") header = [];
    else if (name === "tr" && (node.children?.length ?? 0) > 0) {
      row = [];
      rowIsHeader = true;
    }
  };
  const close = (name: string): void => {
    if ((name === "td" || name === "th") && row) {
      row.push(line.replace(/[\s\u00a0]+/g, " ").trim());
      line = "";
    } else if (name === "tr" && row) {
      const cells = row;
      row = null;
      line = "";
      if (rowIsHeader && header.length === 0 && cells.length > 1) header = cells;
      else if (cells.some(Boolean))
        blocks.push({ kind: "row", level: 0, text: tableRow(header, cells), page: null });
    } else if (blockTags.has(name) && !row) {
      flush();
      kind = "paragraph";
    }
  };

  // Depth first without recursion: a node is visited once to open and once to close.
  const stack: { node: Node; done: boolean }[] = [];
  for (const root of $.root().toArray()) stack.push({ node: root as unknown as Node, done: false });
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, done } = top;
    if (node.type === "text") {
      line += node.data ?? "";
      continue;
    }
    if (node.type !== "tag" && node.type !== "root") continue;
    const name = node.name ?? "";
    if (done) {
      close(name);
      continue;
    }
    if (dropped.has(name)) continue;
    open(node, name);
    stack.push({ node, done: true });
    const children = node.children ?? [];
    for (let i = children.length - 1; i >= 0; i--) stack.push({ node: children[i] as Node, done: false });
  }
  flush();
  return { title, blocks };
};
