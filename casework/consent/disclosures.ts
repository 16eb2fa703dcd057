import { z } from "zod";
import { caseScope, type StreamKind } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";

/**
 * What of a case went to whom (Art. 15 DSGVO, § 79(4) SGB X). Kept as long as the case, sealed with its key, part of
 * its export. Holds kinds and offices; the content itself stays where it was sent.
 */
export const DisclosureEntry = z.object({
  at: z.number(),
  what: z.enum([
    "invitation",
    "cancellation",
    "minutes",
    "handover",
    "extract",
    "partner-view",
    "identity-phone",
    "identity-in-person",
  ]),
  /** Id of the office, and its name as it was. */
  recipient: z.string(),
  recipientName: z.string(),
  /** Ids of the consents it rested on; empty for a cancellation, which tells nothing new. */
  consents: z.array(z.string()),
  /** Whose act it was: id on the staff list, or `system`. */
  by: z.string(),
  /** The day it happened, where somebody recorded it later (`YYYY-MM-DD`). */
  day: z.iso.date().optional(),
});
export type DisclosureEntry = z.infer<typeof DisclosureEntry>;

export const disclosureStream: StreamKind<DisclosureEntry> = {
  name: "disclosures",
  schema: DisclosureEntry,
  scopes: (id) => [caseScope(id)],
};

/** Appends only: it reads no version of the case. Part of the commit that sends, so nothing leaves unrecorded. */
export function recordDisclosure(
  unit: UnitOfWork,
  caseId: string,
  entry: Omit<DisclosureEntry, "at">,
): Promise<void> {
  return unit.append(disclosureStream, caseId, { ...entry, at: unit.now });
}

/** All disclosures of a case, oldest first. */
export async function disclosuresOf(unit: UnitOfWork, caseId: string): Promise<readonly DisclosureEntry[]> {
  const entries = await unit.readStream(disclosureStream, caseId);
  return entries.map(({ entry }) => entry);
}
