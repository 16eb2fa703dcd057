import type { Block, Refused } from "../document.js";
import { parseHtml } from "./html.js";
import { checkZip } from "./zip-guard.js";

/** Styles that Word has beside its numbered headings, in German and English. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titel'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Untertitel'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='Überschrift ${level}'] => h${level}:fresh`),
];

/** Word documents through mammoth's HTML, which keeps headings, lists, tables and footnotes. Pictures are left out. */
export const parseDocx = async (
  bytes: Uint8Array,
): Promise<{ title: string | null; blocks: Block[] } | Refused> => {
  const zip = checkZip(bytes);
  if ("refused" in zip) return zip;
  if (!zip.names.has("word/document.xml")) return { refused: "Die Datei ist kein Word-Dokument." };
  const { default: mammoth } = await import("mammoth");
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: styles,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    },
  );
  return parseHtml(value);
};
