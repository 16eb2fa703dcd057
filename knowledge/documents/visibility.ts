import type { DocumentMeta } from "./document.js";

/** Who searches, as far as it decides what may be found. `role` and `agency` as on the staff list. */
export type Asker = { readonly role: string; readonly agency: string };

/** Somebody of whom nothing is known, and everybody who reads along in a group or channel. */
export const NOBODY_SPECIAL: Asker = { role: "guest", agency: "" };

/** A limit to roles and one to agencies hold together: both must admit the asker. */
export function maySee({ roles, agencies }: DocumentMeta, { role, agency }: Asker): boolean {
  return admits(roles, role) && admits(agencies, agency);
}

function admits(limit: readonly string[] | undefined, one: string): boolean {
  return !limit || limit.length === 0 || limit.some((each) => same(each, one));
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
