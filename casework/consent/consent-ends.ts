import type { Consent } from "./consent.js";

/**
 * The last days of consents (`YYYY-MM-DD`), for the agenda. Of several by one giver for one recipient the one that
 * lasts longest counts: whoever has consented anew is not asked again, and what was withdrawn is over.
 */
export function consentEnds(
  consents: readonly Consent[],
): readonly { readonly id: string; readonly day: string }[] {
  const groups = new Map<string, Consent[]>();
  for (const consent of consents) {
    if (consent.withdrawnAt !== undefined) continue;
    const group = `${consent.giver}/${consent.recipient}`;
    groups.set(group, [...(groups.get(group) ?? []), consent]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.some(({ until }) => until === undefined)) return [];
    const [last] = [...group].sort((a, b) => (b.until ?? "").localeCompare(a.until ?? ""));
    return last?.until ? [{ id: last.id, day: last.until }] : [];
  });
}
