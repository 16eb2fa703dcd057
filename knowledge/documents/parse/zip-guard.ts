import { inflateRawSync } from "node:zlib";

/** What is wrong with a ZIP archive before anybody unpacks it, or the names of the files in it. */
export type ZipCheck = { readonly names: ReadonlySet<string> } | { readonly refused: string };

const MOST_ENTRIES = 10_000;
const MOST_BYTES = 200_000_000;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

const broken = { refused: "Die Datei ist beschädigt: Ihr ZIP-Verzeichnis ist nicht lesbar." };
const tooLarge = {
  refused: `Die Datei enthält entpackt mehr als ${MOST_BYTES / 1_000_000} MB und wird deshalb nicht geöffnet.`,
};

/**
 * Checks a DOCX or XLSX file for what would hurt its parser: encryption, too many entries, and more content than
 * allowed. Sizes in the directory can lie, so every entry is unpacked once with an upper limit. Format: PKWARE APPNOTE.
 */
export const checkZip = (bytes: Uint8Array): ZipCheck => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) return broken;
  const entries = view.getUint16(end + 10, true);
  if (entries > MOST_ENTRIES) return { refused: "Die Datei enthält zu viele einzelne Teile." };
  const names = new Set<string>();
  let left = MOST_BYTES;
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return broken;
    const flags = view.getUint16(at + 8, true);
    if ((flags & 1) !== 0) return { refused: "Die Datei ist mit einem Kennwort geschützt." };
    const nameLength = view.getUint16(at + 28, true);
    names.add(Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString("utf8"));
    const size = unpackedSize(bytes, view, at, left);
    if (size === "broken") return broken;
    if (size === "too large") return tooLarge;
    left -= size;
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { names };
};

/** The end record stands in the last 64 KB, behind it at most a comment. */
const endRecord = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
};

const unpackedSize = (
  bytes: Uint8Array,
  view: DataView,
  central: number,
  left: number,
): number | "broken" | "too large" => {
  const method = view.getUint16(central + 10, true);
  const packed = view.getUint32(central + 20, true);
  const claimed = view.getUint32(central + 24, true);
  const local = view.getUint32(central + 42, true);
  if (claimed > left) return "too large";
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) return "broken";
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > bytes.length) return "broken";
  if (method === 0) return packed > left ? "too large" : packed;
  if (method !== 8) return "broken";
  try {
    return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(1, left) })
      .length;
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? fault.code : "";
    return code === "ERR_BUFFER_TOO_LARGE" ? "too large" : "broken";
  }
};
