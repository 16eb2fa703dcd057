import { z } from "zod";
import { DocumentMeta } from "./document.js";

/** The queue of files that were sent in a chat; each job's payload is a `DocumentIntake`. */
export const DOCUMENT_INTAKES = "document-intakes";

/** A file that is to be fetched, read and taken in, and who hears how that went. */
export const DocumentIntake = z.object({
  person: z.string(),
  locale: z.enum(["de", "en"]),
  /** Name of the file, with its ending. */
  name: z.string(),
  url: z.string(),
  meta: DocumentMeta,
  /** Instant from which on the address is good for a while, ms. */
  since: z.number(),
});
export type DocumentIntake = z.infer<typeof DocumentIntake>;

/** The id under which a file from a chat is known: sent again under its name, it takes the place of the former one. */
export function chatDocumentId(name: string): string {
  return `chat/${name}`;
}
