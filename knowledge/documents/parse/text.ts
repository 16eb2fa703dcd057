import type { Block } from "../document.js";

/** UTF-8, UTF-16 with byte order mark, else Windows-1252: what German offices save. Null for binary content. */
export const decodeText = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

/** Plain text: blank lines part paragraphs, "- " and "1." open list items. */
export const parseText = (text: string): Block[] => {
  const blocks: Block[] = [];
  for (const part of text.split(/\n[ \t]*\n/)) {
    let paragraph: string[] = [];
    const close = (): void => {
      const joined = joinHyphens(paragraph);
      if (joined) blocks.push({ kind: "paragraph", level: 0, text: joined, page: null });
      paragraph = [];
    };
    for (const line of part.split(/\r?\n/)) {
      const item = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+(\S.*)$/.exec(line);
      if (item) {
        close();
        blocks.push({ kind: "item", level: 0, text: (item[1] ?? "").trim(), page: null });
      } else if (line.trim()) paragraph.push(line.trim());
    }
    close();
  }
  return blocks;
};

/**
 * Lines of a paragraph in one string. A hyphen at the end of a line is taken out when the word goes on in lower case,
 * and kept before "und/oder" ("Ein-\nund Auszug") and capitals ("Case-\nManagement").
 */
export const joinHyphens = (lines: readonly string[]): string => {
  let text = "";
  for (const line of lines) {
    const next = line.trim();
    if (!next) continue;
    if (/\p{L}[-\u00ad\u2010]$/u.test(text)) {
      if (/^(?:und|oder|bzw|sowie|als|bis)\b/.test(next)) text = `${text} ${next}`;
      else if (/^\p{Ll}/u.test(next)) text = text.slice(0, -1) + next;
      else text += next;
    } else text = text ? `${text} ${next}` : next;
  }
  return text.replace(/\s+/g, " ").trim();
};
