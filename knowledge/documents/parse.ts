import {
  type Block,
  type DocumentFormat,
  type DocumentMeta,
  isRefused,
  type ParsedDocument,
  type Refused,
} from "./document.js";
import { readMeta, splitFrontMatter } from "./parse/front-matter.js";
import { decodeText, parseText } from "./parse/text.js";

export type DocumentFile = {
  /** File name or path; its ending names the format. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Content of a sidecar file `NAME.meta.json`, parsed; wins over front matter. */
  readonly sidecar?: Readonly<Record<string, unknown>>;
};

export type ParseLimits = { readonly bytes: number; readonly milliseconds: number; readonly letters: number };

/** Larger files are not read at all. */
export const MOST_BYTES = 50_000_000;
const defaultLimits: ParseLimits = { bytes: MOST_BYTES, milliseconds: 60_000, letters: 20_000_000 };

type Raw = {
  readonly title: string | null;
  readonly blocks: readonly Block[];
  readonly pages: number | null;
  readonly meta?: Readonly<Record<string, unknown>>;
};

/**
 * Reads one file. Never throws: what can't be read comes back as `{ refused }` with a German reason for staff.
 * Parsers are loaded when their format first turns up, so that a bot that only answers starts fast.
 */
export const parseDocument = async (
  file: DocumentFile,
  limits: Partial<ParseLimits> = {},
): Promise<ParsedDocument | Refused> => {
  const { bytes, milliseconds, letters } = { ...defaultLimits, ...limits };
  if (file.bytes.length === 0) return { refused: "Die Datei ist leer." };
  if (file.bytes.length > bytes) return tooLarge(bytes);
  const format = formatOf(file.name, file.bytes);
  if (typeof format !== "string") return format;
  const deadline = Date.now() + milliseconds;
  try {
    const raw = await within(
      milliseconds,
      read(format, file.bytes, () => Date.now() > deadline),
    );
    if (isRefused(raw)) return raw;
    return finish(file, format, raw, letters);
  } catch (fault) {
    return { refused: reasonOf(fault) };
  }
};

export const tooLarge = (bytes: number): Refused => ({
  refused: `Die Datei ist größer als ${Math.round(bytes / 1_000_000)} MB.`,
});

const endings: Readonly<Record<string, DocumentFormat>> = {
  pdf: "pdf",
  docx: "docx",
  xlsx: "xlsx",
  html: "html",
  htm: "html",
  md: "markdown",
  markdown: "markdown",
  txt: "text",
  text: "text",
};

/** The format by ending, checked against the first bytes: a mislabelled file is refused, not guessed at. */
const formatOf = (name: string, bytes: Uint8Array): DocumentFormat | Refused => {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const format = endings[ending];
  if (!format)
    return {
      refused: `Dateien mit der Endung „.${ending}“ werden nicht gelesen. Möglich sind PDF, DOCX, XLSX, HTML, Markdown und Text.`,
    };
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const isPdf = head.includes("%PDF-");
  const isZip = head.startsWith("PK\u0003\u0004");
  const isOle = head.startsWith("\u00d0\u00cf\u0011\u00e0");
  if (isOle && (format === "docx" || format === "xlsx"))
    return { refused: "Die Datei ist mit einem Kennwort geschützt oder im alten Office-Format gespeichert." };
  const wanted =
    format === "pdf" ? isPdf : format === "docx" || format === "xlsx" ? isZip : !isPdf && !isZip && !isOle;
  if (!wanted) return { refused: `Der Inhalt passt nicht zur Endung „.${ending}“.` };
  return format;
};

const read = async (
  format: DocumentFormat,
  bytes: Uint8Array,
  expired: () => boolean,
): Promise<Raw | Refused> => {
  if (format === "pdf") return (await import("./parse/pdf.js")).parsePdf(bytes, expired);
  if (format === "docx") {
    const parsed = await (await import("./parse/docx.js")).parseDocx(bytes);
    return isRefused(parsed) ? parsed : { ...parsed, pages: null };
  }
  if (format === "xlsx") {
    const parsed = await (await import("./parse/xlsx.js")).parseXlsx(bytes);
    return isRefused(parsed) ? parsed : { ...parsed, title: null, pages: null };
  }
  const text = decodeText(bytes);
  if (text === null) return { refused: "Die Datei enthält keinen Text." };
  if (format === "html") return { ...(await (await import("./parse/html.js")).parseHtml(text)), pages: null };
  const { raw, body } = splitFrontMatter(text);
  const blocks =
    format === "markdown" ? await (await import("./parse/markdown.js")).parseMarkdown(body) : parseText(body);
  return { title: null, blocks, pages: null, meta: raw };
};

const finish = (
  file: DocumentFile,
  format: DocumentFormat,
  raw: Raw,
  most: number,
): ParsedDocument | Refused => {
  const blocks = raw.blocks.map((b) => ({ ...b, text: clean(b.text) })).filter((b) => b.text !== "");
  const letters = blocks.reduce((sum, b) => sum + b.text.length, 0);
  if (!blocks.some((b) => /\p{L}{2}/u.test(b.text)))
    return { refused: "Die Datei enthält keinen lesbaren Text." };
  if (letters > most)
    return { refused: "Die Datei enthält mehr Text, als ein Dokument haben darf. Bitte teilen Sie sie." };
  const meta: DocumentMeta | Refused = readMeta({ ...raw.meta, ...file.sidecar });
  if (isRefused(meta)) return meta;
  return {
    title: clean(meta.title ?? titleOf(file, raw.title, blocks)),
    format,
    blocks,
    pages: raw.pages,
    meta,
  };
};

/** Without soft hyphens, invisible and control characters; letters and accents as one character (NFC). */
const clean = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cc}(?<!\n)/gu, "")
    .trim();

/** The document's own title, else its first top heading, else the file name without its ending. */
const titleOf = (file: DocumentFile, own: string | null, blocks: readonly Block[]): string => {
  const heading =
    blocks.find((b) => b.kind === "heading" && b.level === 1) ??
    blocks.slice(0, 8).find((b) => b.kind === "heading");
  const fromName = (file.name.split(/[/\\]/).at(-1) ?? file.name)
    .replace(/\.[^.]+$/, "")
    .replace(/[_-]+/g, " ");
  const given =
    own && !/\.(?:docx?|pdf|xlsx?)$|^(?:Microsoft Word|untitled|Unbenannt)/i.test(own) ? own : null;
  return (given ?? heading?.text ?? fromName).slice(0, 200);
};

const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T | Refused> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Refused>((resolve) => {
    timer = setTimeout(
      () => resolve({ refused: "Die Datei ließ sich nicht in der vorgesehenen Zeit lesen." }),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const reasonOf = (fault: unknown): string => {
  const name = fault instanceof Error ? fault.name : "";
  if (name === "PasswordException") return "Die PDF-Datei ist mit einem Kennwort geschützt.";
  return "Die Datei ist beschädigt oder kein gültiges Dokument dieses Formats.";
};
