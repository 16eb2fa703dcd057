import { createHash } from "node:crypto";
import { fold } from "../../knowledge/german/spelling.js";

/** The id of a seat that is in no directory: the same words, the same seat. */
export function partnerId(name: string): string {
  return `partner:${createHash("sha256").update(fold(name)).digest("hex").slice(0, 12)}`;
}
