import type { Block, Refused } from "../document.js";
import { layOut, type Run } from "./pdf-layout.js";

const MOST_PAGES = 3000;
/** Fewer letters a page than this, with pictures on it, is a scan. */
const SCAN_LETTERS = 40;

/**
 * PDF as blocks with page numbers. Headings are known by their real font names: council papers set them bold in the
 * size of the text. Calls `expired` between pages and stops when it says so.
 */
export const parsePdf = async (
  bytes: Uint8Array,
  expired: () => boolean,
): Promise<{ title: string | null; blocks: Block[]; pages: number } | Refused> => {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer over, so it gets a copy.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
    maxImageSize: 1,
    enableXfa: false,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES)
      return {
        refused: `Die PDF-Datei hat ${pdf.numPages} Seiten; mehr als ${MOST_PAGES} werden nicht eingelesen. Bitte teilen Sie sie.`,
      };
    const runs: Run[] = [];
    let letters = 0;
    let pictures = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      if (expired()) return { refused: "Die PDF-Datei ließ sich nicht in der vorgesehenen Zeit lesen." };
      const page = await pdf.getPage(number);
      const operators = await page.getOperatorList();
      const painted = new Set<number>([
        pdfjs.OPS.paintImageXObject,
        pdfjs.OPS.paintInlineImageXObject,
        pdfjs.OPS.paintImageMaskXObject,
      ]);
      if (operators.fnArray.some((op: number) => painted.has(op))) pictures++;
      const content = await page.getTextContent();
      const bold = new Map<string, boolean>();
      for (const item of content.items) {
        if (!("str" in item) || item.str === "") continue;
        if (!bold.has(item.fontName)) bold.set(item.fontName, isBold(page.commonObjs, item.fontName));
        letters += item.str.trim().length;
        runs.push({
          page: number,
          text: item.str,
          x: item.transform[4] ?? 0,
          y: item.transform[5] ?? 0,
          width: item.width,
          size: Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0),
          bold: bold.get(item.fontName) ?? false,
        });
      }
      page.cleanup();
    }
    if (letters < SCAN_LETTERS * pdf.numPages && (pictures > 0 || letters === 0)) {
      return {
        refused:
          "Die PDF-Datei ist ein Scan ohne Textebene. Bitte lassen Sie sie durch eine Texterkennung (OCR) laufen und lesen Sie sie dann erneut ein.",
      };
    }
    const info = await pdf.getMetadata().catch(() => null);
    const title = info ? (info.info as { Title?: unknown }).Title : null;
    return {
      title: typeof title === "string" && title.trim() ? title.trim() : null,
      blocks: layOut(runs, pdf.numPages),
      pages: pdf.numPages,
    };
  } finally {
    await task.destroy().catch(() => undefined);
  }
};

type FontStore = { has(id: string): boolean; get(id: string): unknown };

const isBold = (fonts: FontStore, id: string): boolean => {
  if (!fonts.has(id)) return false;
  const font = fonts.get(id);
  if (typeof font !== "object" || font === null) return false;
  const name = "name" in font && typeof font.name === "string" ? font.name : "";
  return (
    ("black" in font && font.black === true) ||
    ("bold" in font && font.bold === true) ||
    /bold|black|heavy|semibold|demi/i.test(name)
  );
};
