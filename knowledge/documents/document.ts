import { z } from "zod";

/** A day without a time of day, ISO 8601 ("2026-07-01"). */
const day = z.iso.date();

/** What front matter or a sidecar file says about a document. Dates are calendar days in Europe/Berlin. */
export const DocumentMeta = z.object({
  title: z.string().trim().min(1).optional(),
  /** The document is in force from this day on. */
  validFrom: day.optional(),
  /** The last day on which the document is in force. */
  validTo: day.optional(),
  /** Name of the document that took its place ("ersetzt durch"). */
  replacedBy: z.string().trim().min(1).optional(),
  /** Who may find it; empty or missing: everybody. */
  roles: z.array(z.string().trim().min(1)).optional(),
  agencies: z.array(z.string().trim().min(1)).optional(),
  /** Where the text comes from, for people. */
  source: z.string().trim().min(1).optional(),
});
export type DocumentMeta = z.infer<typeof DocumentMeta>;

/** One piece of a document in reading order. `level` is 1 to 6 for headings and 0 otherwise; pages count from 1. */
export type Block = {
  readonly kind: "heading" | "paragraph" | "item" | "row";
  readonly level: number;
  readonly text: string;
  readonly page: number | null;
};

export type ParsedDocument = {
  readonly title: string;
  readonly format: DocumentFormat;
  readonly blocks: readonly Block[];
  /** Number of pages where the format has pages. */
  readonly pages: number | null;
  readonly meta: DocumentMeta;
};

export type DocumentFormat = "pdf" | "docx" | "xlsx" | "html" | "markdown" | "text";

/** Why a file was not taken in: a German sentence for staff. */
export type Refused = { readonly refused: string };

export const isRefused = (result: object): result is Refused => "refused" in result;

/** A sentence, list item or table row as it can be quoted. */
export type Sentence = { readonly text: string; readonly page: number | null; readonly item: boolean };

/** What a search finds: a part of a document under one heading, short enough to be read at a glance. */
export type Passage = {
  /** `document#number`, stable as long as the document's content is. */
  readonly id: string;
  readonly document: string;
  readonly title: string;
  /** Headings from the outermost to the innermost. */
  readonly section: readonly string[];
  readonly page: number | null;
  readonly sentences: readonly Sentence[];
};
