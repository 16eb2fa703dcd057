import { dayNumber } from "../calendar/local-date.js";
import { BASE, type Consent, ROUND } from "./consent.js";
import { isImmigrationAuthority } from "./immigration.js";

/** What is missing so that a consent can be in force at all. */
export type Gap =
  | "informed"
  | "evidence"
  | "purpose"
  | "categories"
  | "language"
  | "immigration-confirmation"
  | "immigration-health"
  | "round";

export type ConsentState =
  | { readonly kind: "in-force"; readonly endsSoon: boolean }
  | { readonly kind: "not-yet" }
  | { readonly kind: "ended" }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "incomplete"; readonly gaps: readonly Gap[] };

/** From so many days before its end a consent is said to end soon. */
const SOON_DAYS = 21;

/**
 * The one place that decides whether a consent is in force on a day (`YYYY-MM-DD`), and why it is not. Incomplete is
 * not in force (Art. 7 DSGVO, § 67b(2) SGB X).
 */
export function consentState(consent: Consent, day: string): ConsentState {
  if (consent.withdrawnAt !== undefined) return { kind: "withdrawn" };
  const gaps = gapsOf(consent);
  if (gaps.length > 0) return { kind: "incomplete", gaps };
  if (day < consent.from) return { kind: "not-yet" };
  if (consent.until === undefined) return { kind: "in-force", endsSoon: false };
  if (consent.until < day) return { kind: "ended" };
  return { kind: "in-force", endsSoon: dayNumber(consent.until) - dayNumber(day) <= SOON_DAYS };
}

export function isInForce(consent: Consent, day: string): boolean {
  return consentState(consent, day).kind === "in-force";
}

function gapsOf(consent: Consent): readonly Gap[] {
  const gaps: Gap[] = [];
  const office = consent.recipient !== BASE && consent.recipient !== ROUND;
  if (!consent.informed) gaps.push("informed");
  if (consent.evidence.trim() === "") gaps.push("evidence");
  if (consent.purposes.length === 0) gaps.push("purpose");
  if (consent.language.trim() === "") gaps.push("language");
  if (office && consent.categories.length === 0) gaps.push("categories");
  if (consent.recipient === ROUND && consent.round.length < 2) gaps.push("round");
  if (office && isImmigrationAuthority(consent)) {
    if (!consent.confirmed) gaps.push("immigration-confirmation");
    if (consent.categories.includes("health")) gaps.push("immigration-health");
  }
  return gaps;
}
