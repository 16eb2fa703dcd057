import { isLocalDate } from "./local-date.js";

const form =
  /^(\d{4}-\d\d-(\d\d))T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;

/**
 * Milliseconds since the epoch of an ISO 8601 instant with its offset (`2026-10-26T09:00+01:00`, `…T08:00:00Z`).
 * Undefined if it has no offset, or names a day that does not exist (Date.parse takes 30 February for 2 March).
 */
export function parseInstant(text: string): number | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  // Every month has 28 days; only what lies beyond needs a closer look.
  if (Number(match[2]) > 28 && !isLocalDate(match[1] ?? "")) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}
