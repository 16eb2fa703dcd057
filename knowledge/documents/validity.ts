import type { DocumentMeta } from "./document.js";

export type Validity =
  | { readonly kind: "in-force" }
  /** `since`: the last day on which it was in force; undefined where only its successor is named. */
  | { readonly kind: "outdated"; readonly since?: string; readonly replacedBy?: string }
  /** In force from this day on. */
  | { readonly kind: "not-yet"; readonly from: string };

/** Whether a document is in force on a day (`YYYY-MM-DD`, Europe/Berlin). Named successor: the old one is outdated. */
export function validityOf({ validFrom, validTo, replacedBy }: DocumentMeta, today: string): Validity {
  if (validTo !== undefined && validTo < today) {
    return { kind: "outdated", since: validTo, ...(replacedBy ? { replacedBy } : {}) };
  }
  // With an end ahead, the successor takes over after it.
  if (replacedBy && validTo === undefined) return { kind: "outdated", replacedBy };
  if (validFrom !== undefined && validFrom > today) return { kind: "not-yet", from: validFrom };
  return { kind: "in-force" };
}
