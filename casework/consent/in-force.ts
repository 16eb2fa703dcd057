import type { Consent } from "./consent.js";
import { type ConsentState, consentState } from "./state.js";

/** Sorts behind every day. */
const NEVER = "9999-12-31";

/**
 * The consents for a recipient that can be relied on that day, the one that lasts longest first. Whoever withdrew is
 * heard: as long as that person has not consented anew, what others of the household gave for this recipient rests
 * too, since a case can't be told without them (Art. 7(3) DSGVO).
 */
export function consentsInForce(
  consents: readonly Consent[],
  recipient: string,
  day: string,
): readonly Consent[] {
  const given = consents.filter((consent) => consent.recipient === recipient);
  const inForce = given.filter((consent) => consentState(consent, day).kind === "in-force");
  const withdrawn = given.some(
    (consent) => consent.withdrawnAt !== undefined && !inForce.some((later) => outweighs(later, consent)),
  );
  if (withdrawn) return [];
  return inForce.sort((a, b) => (b.until ?? NEVER).localeCompare(a.until ?? NEVER));
}

/** `resting`: in force by itself, and yet not to be relied on, since somebody else withdrew for that recipient. */
export type ShownState = ConsentState | { readonly kind: "resting" };

/** The state of one consent as it counts among the others of its case. */
export function stateAmong(consents: readonly Consent[], consent: Consent, day: string): ShownState {
  const state = consentState(consent, day);
  const relied = consentsInForce(consents, consent.recipient, day).includes(consent);
  return state.kind === "in-force" && !relied ? { kind: "resting" } : state;
}

/** Given by the same person, or by all, after the other was withdrawn. */
function outweighs(later: Consent, before: Consent): boolean {
  const same = later.giver === before.giver || later.giver === "all" || before.giver === "all";
  return same && later.recordedAt >= (before.withdrawnAt ?? 0);
}
